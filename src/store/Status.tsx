import styles from './Status.module.css'

/** The live region for screen readers, filled by `announceSteps`. */
export function Status() {
  return <p id="_status" className={styles.status} role="status" aria-live="polite" />
}
