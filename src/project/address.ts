import { attempt } from '../content/attempt.ts'
import { StoryError } from '../content/problems.ts'

/**
 * Normalises the public address that a publisher has set as `name`, with a slash at the end. Throws a StoryError if it is
 * not one.
 */
export function publicAddress(written: string | undefined, name: string): string | undefined {
  if (!written) return
  const address = parsed(written)
  if (address) return address
  const meant = parsed(`https://${written}`)
  throw new StoryError(
    `${name} is “${written}”, which is no address of a folder on the web: write ${meant ?? 'https://example.org/explainers/'}`,
  )
}

function parsed(written: string): string | undefined {
  const url = attempt(() => new URL(written))
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) return
  url.pathname = url.pathname.replace(/\/?(index\.html)?$/, '/')
  return url.href
}
