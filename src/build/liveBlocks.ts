/** Blocks of an article with behaviour of their own (films, comparisons): their script and style, and whom they may contact. */
import { PROVIDERS } from '../story/films.ts'

/** Adds the script and style of `blocks/live.ts` to a page that has such blocks. */
export function withLive(html: string, { tag, sheet }: { tag: string; sheet: string }): string {
  if (!/<(?:button|div|span) [^>]*data-(?:film|comparison|no-full-screen)=/.test(html)) return html
  return html.replace('</style>', () => `${sheet}</style>`).replace('</head>', () => `  ${tag}\n  </head>`)
}

/** Origins of the film players in a page. */
export function playersIn(html: string): string[] {
  return PROVIDERS.map(({ origin }) => origin).filter((origin) => html.includes(` data-film="${origin}/`))
}
