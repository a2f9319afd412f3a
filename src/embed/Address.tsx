import { useEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import styles from './Embed.module.css'

interface AddressProps {
  address: string
  /** Why it is shown, as text */
  reason: string
  language: Language
  onClose: () => void
}

/** Shows and selects an address that the host lets the frame neither open nor copy, for copying by hand. */
export function Address({ address, reason, language, onClose }: AddressProps) {
  const field = useRef<HTMLInputElement>(null)

  useEffect(
    function selectAddress() {
      field.current?.focus({ preventScroll: true })
      field.current?.select()
    },
    // Repeated for each new address.
    [address],
  )

  return (
    <div
      className={styles.address}
      role="dialog"
      aria-label={reason}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <label>
        {reason}
        <input ref={field} readOnly value={address} />
      </label>
      <button type="button" onClick={onClose}>
        {language.close}
      </button>
    </div>
  )
}
