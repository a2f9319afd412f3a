import type { Link } from 'mdast'
import { didYouMean } from '../../content/problems.ts'
import { filmAt, PROVIDERS, providerOf } from '../../story/films.ts'
import type { Medium } from '../../story/prose.ts'
import { endingsOf, parseImage, posterIn } from '../media/parseImage.ts'
import { lineOf, type TextReader } from '../parser.ts'

/** Parses a film on another server with a poster of ours: `[![What it shows](poster.jpg "…")](https://…)` */
export function parseFilm(node: Link, reader: TextReader): Medium | undefined {
  const { url } = node
  const [line, poster, provider] = [lineOf(node), posterIn(node), providerOf(url)]
  const film = provider && filmAt(url, provider)
  reader.reportInvisible(url, line)
  if (!provider)
    reader.report(
      line,
      `the film at ${url} is with nobody whose films can be shown`,
      nearestHost(url) ?? everyExample(),
    )
  else if (!film)
    reader.report(line, `the address ${url} names no film`, `of ${provider.name} it is ${provider.example}`)
  const medium = poster && film && parseImage(poster, reader)
  if (!medium) return
  if (medium.kind === 'picture') return { ...medium, film }
  reader.report(line, `the poster of a film is a picture, ${medium.src} is not`, endingsOf('picture'))
  return
}

/** A hint for a misspelt host. */
function nearestHost(url: string): string | undefined {
  const [, host = ''] = /^(?:https?:)?\/*([^/?#]+)/.exec(url) ?? []
  const hosts = PROVIDERS.flatMap((provider) => provider.hosts)
  return hosts.includes(host) ? `write https://${host}/…` : didYouMean(host, hosts)
}

function everyExample(): string {
  return `write that of ${PROVIDERS.map(({ name, example }) => `${name} (${example})`).join(' or ')}`
}
