import { inject } from 'vitest'
import { openCache } from '../../src/cache.ts'

openCache(inject('drawings'))
