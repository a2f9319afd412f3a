/** What a page has beyond others because something in its article answers the reader: a script, style, leave to ask. */
import { PROVIDERS } from '../story/films.ts'

/** `html` with script and style of `article/live.ts`, where there is something for it to do. `sheet`: beside that of the page */
export function withLive(html: string, { tag, sheet }: { tag: string; sheet: string }): string {
  if (!/<(?:button|div|span) [^>]*data-(?:film|comparison|no-full-screen)=/.test(html)) return html
  return html.replace('</style>', () => `${sheet}</style>`).replace('</head>', () => `  ${tag}\n  </head>`)
}

/** Whose players a page may show: those of the films that are in it. */
export function playersIn(html: string): string[] {
  return PROVIDERS.map(({ origin }) => origin).filter((origin) => html.includes(` data-film="${origin}/`))
}
