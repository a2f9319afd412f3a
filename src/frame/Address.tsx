import { useEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import styles from './Frame.module.css'

interface AddressProps {
  address: string
  language: Language
  onClose: () => void
}

/** An address the host lets nobody open from the frame: shown and selected, to be copied. */
export function Address({ address, language, onClose }: AddressProps) {
  const field = useRef<HTMLInputElement>(null)

  useEffect(
    function selectAddress() {
      field.current?.focus({ preventScroll: true })
      field.current?.select()
    },
    // Anew for each address.
    [address],
  )

  return (
    <div
      className={styles.address}
      role="dialog"
      aria-label={language.addressToCopy}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <label>
        {language.addressToCopy}
        <input ref={field} readOnly value={address} />
      </label>
      <button type="button" onClick={onClose}>
        {language.close}
      </button>
    </div>
  )
}
