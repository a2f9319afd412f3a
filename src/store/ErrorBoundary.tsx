import { Component, createElement, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  children: ReactNode
  /** Shown after an error: the element as served, whose links work without the script */
  fallback?: Element | undefined
  onError?: () => void
}

/** Contains errors in one part of the page: the served HTML replaces it and the other parts keep working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  static getDerivedStateFromError() {
    return { failed: true }
  }

  override state = { failed: false }

  override componentDidCatch(error: unknown) {
    console.warn('Datelines: a part of the page broke and stays as it was served.', error)
    this.props.onError?.()
  }

  override render() {
    const { children, fallback } = this.props
    if (!this.state.failed) return children
    return fallback ? <Fallback served={fallback} /> : null
  }
}

/**
 * An element of the same type as the served one, so the layout stays the same. Takes over its attributes and children.
 */
function Fallback({ served }: { served: Element }) {
  function fill(element: Element | null) {
    if (!element || element.hasChildNodes()) return
    for (const { name, value } of served.attributes) element.setAttribute(name, value)
    element.append(...served.childNodes)
  }
  return createElement(served.localName, { ref: fill, 'data-still': '' })
}
