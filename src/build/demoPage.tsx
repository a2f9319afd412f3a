/** A demonstration host page: its style is as unfriendly to embedded content as that of real content systems. */
import type { Site } from '../project/project.ts'
import type { DocumentProps } from './Document.tsx'
import { policyOf } from './headers.ts'

const STYLE = `
* { box-sizing: content-box; line-height: 1.7; }
iframe { height: 150px !important; width: 300px !important; border: 4px ridge #c00 !important; }
div { padding: 3px; }
a { color: #06c !important; text-transform: uppercase; }
img { float: left; height: auto; }
/* Our only rule: reserves the space until the script loads, where style attributes are forbidden. */
datelines-story { display: block; min-height: 680px; }
button { background: #06c !important; }
h1, h2 { letter-spacing: 0.1em; }
body { margin: 0; background: #f4f4f4; color: #222; font: 17px/1.7 Verdana, sans-serif; }
header { background: #003b6f; color: #fff; padding: 12px 24px; font-weight: bold; }
main { max-width: 680px; margin: 0 auto; padding: 24px; background: #fff; }
.meta { color: #666; font-size: 14px; }
`

/** The demonstration page. `slug`: of its story. */
export function demoPage(slug: string, site: Site, dev = false): DocumentProps {
  return {
    language: 'en',
    title: 'A host page for Datelines',
    policy: policyOf(site, { style: STYLE }, dev),
    style: STYLE,
    icon: `../${slug}/poster.png`,
    head: <meta name="robots" content="noindex" />,
    scripts: <script defer src="../embed.js" referrerPolicy="no-referrer" />,
    children: (
      <>
        <header>The Daily Host</header>
        <main>
          <h1>How an explainer sits in a page that is not its own</h1>
          <p className="meta">A demonstration page. Nothing on it is news but the explainer.</p>
          <p>
            This page stands for the article of a newsroom. Its style sheet is as unfriendly as the style sheets of real
            content systems are: it changes the box model of everything, gives every frame a height of its own, floats
            images and recolours links. Its security policy allows no inline script and no foreign origin.
          </p>
          <p>
            One line was pasted below. The explainer keeps its room from the start, comes when the reader comes near,
            and follows clicks on its dates.
          </p>
          <Explainer slug={slug} mode="click" theme="light" />
          <p>
            The article goes on after it, where it was before the explainer had loaded. The second one moves with the
            page: its frame stays in place while the steps of the story pass, and lets go at the end.
          </p>
          <Explainer slug={slug} mode="scroll" />
          <p>Here the article ends.</p>
        </main>
      </>
    ),
  }
}

function Explainer({ slug, mode, theme }: { slug: string; mode: string; theme?: string }) {
  const address = `../${slug}/`
  return (
    <datelines-story src={address} mode={mode} lang="en" theme={theme}>
      <a href={address}>
        <img src={`${address}poster.png`} width="1200" height="630" alt="" referrerPolicy="no-referrer" />
        The explainer
      </a>
    </datelines-story>
  )
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'datelines-story': import('react').ComponentProps<'div'> & {
        src: string
        mode: string
        theme?: string | undefined
      }
    }
  }
}
