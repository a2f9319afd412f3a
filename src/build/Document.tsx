/** The document of every page of the site. React escapes all text in it. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf } from '../language/index.ts'

/** A page of the site. */
export interface DocumentProps {
  /** BCP 47 */
  language: string
  title: string
  /** Content-Security-Policy, which names the hash of `style` */
  policy: string
  style: string
  /** Addresses of style sheets; only in development */
  sheets?: string[] | undefined
  /** Address of the icon */
  icon: string
  /** More metadata */
  head: ReactNode
  scripts?: ReactNode
  /** Classes of the root: `styles/README.md` */
  classes?: string | undefined
  children: ReactNode
}

/** Renders a page as HTML. */
export function renderDocument({
  language,
  title,
  policy,
  style,
  sheets = [],
  icon,
  head,
  scripts,
  classes,
  children,
}: DocumentProps): string {
  const document = (
    <html lang={language} dir={directionOf(language)} className={classes}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="referrer" content="same-origin" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href={icon} />
        {head}
        {sheets.map((address) => (
          <link key={address} rel="stylesheet" href={address} />
        ))}
        <style>{style}</style>
        {scripts}
      </head>
      <body>{children}</body>
    </html>
  )
  return `<!doctype html>${renderToStaticMarkup(document)}`
}
