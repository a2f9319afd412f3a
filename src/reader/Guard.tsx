import { Component, type ReactNode } from 'react'
import styles from './Guard.module.css'

interface GuardProps {
  children: ReactNode
  /** Stands in for a part that broke: the element as it was served, whose links work by themselves */
  kept?: Element | undefined
  onError?: () => void
}

/** A part of the page that may break alone: what was served takes its place, the other parts go on. */
export class Guard extends Component<GuardProps, { broken: boolean }> {
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
    return kept ? <div className={styles.kept} data-still="" ref={(place) => place?.replaceChildren(kept)} /> : null
  }
}
