import { openCache } from '../../src/cache.ts'

// The cache of the builds, keyed by all that a drawing depends on: what a build or an earlier run has drawn is there.
openCache('.datelines/cache', ['.'])
