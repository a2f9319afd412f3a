import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  children: ReactNode
  onError: () => void
}

/** Contains errors in a part that is loaded on demand: it disappears and the rest of the island keeps working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  static getDerivedStateFromError() {
    return { failed: true }
  }

  override state = { failed: false }

  override componentDidCatch(error: unknown) {
    console.warn('Datelines: a part of the page broke and stays as it was served.', error)
    this.props.onError()
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
