import { Component, createElement, type ReactNode } from 'react'

interface GuardProps {
  children: ReactNode
  /** Stands in for a part that broke: the element as it was served, whose links work by themselves */
  kept?: Element | undefined
  onError?: () => void
}

/** A part of the page that may break alone: what was served takes its place, the other parts go on. */
export class ErrorBoundary extends Component<GuardProps, { broken: boolean }> {
  static getDerivedStateFromError() {
    return { broken: true }
  }

  override state = { broken: false }

  override componentDidCatch(error: unknown) {
    console.warn('Datelines: a part of the page broke and stays as it was served.', error)
    this.props.onError?.()
  }

  override render() {
    const { children, kept } = this.props
    if (!this.state.broken) return children
    return kept ? <Still kept={kept} /> : null
  }
}

/** An element of the same kind in the same place, so that the layout holds it as it held what broke. */
function Still({ kept }: { kept: Element }) {
  function take(place: Element | null) {
    if (!place || place.hasChildNodes()) return
    for (const { name, value } of kept.attributes) place.setAttribute(name, value)
    place.append(...kept.childNodes)
  }
  return createElement(kept.localName, { ref: take, 'data-still': '' })
}
