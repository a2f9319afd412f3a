import type { Ref } from 'react'
import { memo } from 'react'

/** What is finished when the page is built, as markup of our own: it is read from the page, and never made again. */
export const PARTS = ['masthead', 'map', 'article', 'end'] as const

export type Parts = Record<(typeof PARTS)[number], string>

/** The parts as they stand in the served page. */
export function partsIn(root: ParentNode): Parts {
  const part = (name: keyof Parts) => root.querySelector(`[data-part="${name}"]`)?.innerHTML ?? ''
  return { masthead: part('masthead'), map: part('map'), article: part('article'), end: part('end') }
}

interface ServedProps {
  part: keyof Parts
  html: string
  as?: 'div' | 'article'
  className?: string | undefined
  lang?: string
  ref?: Ref<HTMLElement>
}

/** A part of the page that React keeps in its place and whose content it leaves alone. */
export const Served = memo(
  function Served({ part, html, as: Tag = 'div', ref, ...attributes }: ServedProps) {
    const take = (element: HTMLElement | null) => {
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
    return <Tag ref={take} data-part={part} {...attributes} dangerouslySetInnerHTML={{ __html: html }} />
  },
  () => true,
)
