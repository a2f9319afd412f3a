/** A page without an explainer: text and links in the site's type and colours, no script. */
import type { ReactNode } from 'react'
import { type PageFonts, pageFontsOf } from '../fonts/typefaces.ts'
import type { Site } from '../project/project.ts'
import type { Assets } from './assets.ts'
import type { DocumentProps } from './Document.tsx'
import { policyOf } from './headers.ts'
import { colourRules } from './styles.ts'
import { applicationLinks } from './webApp.tsx'

export interface PlainPage {
  title: string
  description: string
  /** BCP 47 */
  language: string
  /** More elements of its head */
  head?: ReactNode
  /** Kickers, headings and lists are set as in an article */
  body: ReactNode
  /** All that it says, for its fonts */
  text: string[]
}

/** A plain page, one folder below the root of the site, and its fonts. */
export async function plainDocument(
  { title, description, language, head, body, text }: PlainPage,
  site: Site,
  { plainStyle: { rules, sheets }, dev }: Assets,
): Promise<{ page: DocumentProps; fonts: PageFonts }> {
  const opening = { headings: [], paragraphs: [] }
  const fonts = await pageFontsOf({ opening, headings: text, article: text, other: text, later: [] })
  const style = `${rules}${colourRules()}${fonts.rules(dev?.fonts ?? '../assets/')}`
  const page = {
    language,
    title,
    policy: policyOf(site, { style }, Boolean(dev)),
    style,
    sheets,
    icon: '../icon.svg',
    head: (
      <>
        <meta name="description" content={description} />
        {applicationLinks('../')}
        {head}
      </>
    ),
    children: body,
  }
  return { page, fonts }
}
