import type { Ref } from 'react'
import { memo } from 'react'

/** The parts of the page that are rendered once, at build. */
export const PARTS = ['masthead', 'map', 'article', 'end'] as const

/** Markup at build; in the browser, the served element, which is never parsed or rendered again. */
export type Parts = Record<(typeof PARTS)[number], string | Element>

/** Finds the parts in the served page. */
export function partsIn(root: ParentNode): Parts {
  const part = (name: keyof Parts) => root.querySelector(`[data-part="${name}"]`) ?? ''
  return { masthead: part('masthead'), map: part('map'), article: part('article'), end: part('end') }
}

/** The served elements of the React views, shown if a view fails. None at build. */
export type FallbackViews = Record<'map' | 'timeline' | 'credit', Element | undefined>

export function viewsIn(root: ParentNode): FallbackViews {
  const view = (name: keyof FallbackViews) => root.querySelector(`[data-view="${name}"]`) ?? undefined
  return { map: view('map'), timeline: view('timeline'), credit: view('credit') }
}

interface StaticHtmlProps {
  part: keyof Parts
  content: string | Element
  as?: 'div' | 'article'
  className?: string | undefined
  lang?: string
  ref?: Ref<HTMLElement>
}

/**
 * A part of the page whose content React does not touch. If React has to recreate the element, as after a failed
 * hydration, the served content moves into the new one.
 */
export const StaticHtml = memo(
  function StaticHtml({ part, content, as: Tag = 'div', ref, ...attributes }: StaticHtmlProps) {
    const markup = typeof content === 'string' ? content : emptyMarkup()
    const attach = (element: HTMLElement | null) => {
      if (element && typeof content !== 'string' && element !== content) element.replaceChildren(...content.childNodes)
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
    // Not a string under Trusted Types: React would report a mismatch in development.
    return (
      <Tag
        ref={attach}
        data-part={part}
        {...attributes}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: markup }}
      />
    )
  },
  () => true,
)

/** Empty markup for React, in the only type that a Trusted Types policy allows. */
function emptyMarkup(): string | TrustedHTML {
  return window.trustedTypes?.emptyHTML ?? ''
}

/** Returns a TrustedScriptURL, which TypeScript’s DOM types lack. */
interface TrustedTypePolicy {
  createScriptURL: (url: string) => string
}

declare global {
  interface Window {
    /** Missing in browsers without Trusted Types */
    trustedTypes?: {
      emptyHTML: TrustedHTML
      createPolicy: (name: string, rules: TrustedTypePolicy) => TrustedTypePolicy
    }
  }
}
