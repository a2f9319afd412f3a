import type { Ref } from 'react'
import { memo } from 'react'

/** What is finished when the page is built, as markup of our own. */
export const PARTS = ['masthead', 'map', 'article', 'end'] as const

/** While the page is built, markup; in the browser, the element that holds it: it is never read back nor made again. */
export type Parts = Record<(typeof PARTS)[number], string | Element>

/** The parts as they stand in the served page. */
export function partsIn(root: ParentNode): Parts {
  const part = (name: keyof Parts) => root.querySelector(`[data-part="${name}"]`) ?? ''
  return { masthead: part('masthead'), map: part('map'), article: part('article'), end: part('end') }
}

/** What React changes, as it was served: it stands in for what breaks. None while the page is built. */
export type KeptViews = Record<'map' | 'timeline' | 'credit', Element | undefined>

export function viewsIn(root: ParentNode): KeptViews {
  const view = (name: keyof KeptViews) => root.querySelector(`[data-view="${name}"]`) ?? undefined
  return { map: view('map'), timeline: view('timeline'), credit: view('credit') }
}

interface ServedProps {
  part: keyof Parts
  content: string | Element
  as?: 'div' | 'article'
  className?: string | undefined
  lang?: string
  ref?: Ref<HTMLElement>
}

/**
 * A part of the page that React keeps in its place and whose content it leaves alone. Should React make the element anew,
 * as it does when it cannot take over what it finds, what was served moves into it.
 */
export const StaticHtml = memo(
  function StaticHtml({ part, content, as: Tag = 'div', ref, ...attributes }: ServedProps) {
    const markup = typeof content === 'string' ? content : emptyMarkup()
    const take = (element: HTMLElement | null) => {
      if (element && typeof content !== 'string' && element !== content) element.replaceChildren(...content.childNodes)
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
    // A trusted nothing is no string, which React takes for a difference while developing.
    return (
      <Tag
        ref={take}
        data-part={part}
        {...attributes}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: markup }}
      />
    )
  },
  () => true,
)

/** Tells React that the content is not its own, and is of the only kind that a policy on trusted types lets pass. */
function emptyMarkup(): string | TrustedHTML {
  return window.trustedTypes?.emptyHTML ?? ''
}

/** What it gives is a TrustedScriptURL, which TypeScript’s own types do not know yet. */
interface ScriptAddresses {
  createScriptURL: (url: string) => string
}

declare global {
  interface Window {
    /** Only where the browser knows them */
    trustedTypes?: {
      emptyHTML: TrustedHTML
      createPolicy: (name: string, rules: ScriptAddresses) => ScriptAddresses
    }
  }
}
