/** The live region for screen readers, filled by `announceSteps`. */
export function Status() {
  return <p id="_status" className="visually-hidden" role="status" aria-live="polite" />
}
