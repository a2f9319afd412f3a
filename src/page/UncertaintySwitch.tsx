import { useEffect, useState } from 'react'
import type { Language } from '../language/language.ts'

/** Parameter of an address that opens the page with the switch on */
const PARAMETER = 'uncertain'

/**
 * Dims what rests on one source, is announced or approximate: text, route and beads, which style sheets find by
 * the root's class `uncertain`. It is kept in the address, so that a link opens the page in the same way.
 */
export function UncertaintySwitch({ language }: { language: Language }) {
  const [on, setOn] = useState(() => new URLSearchParams(location.search).has(PARAMETER))

  useEffect(
    function dim() {
      document.documentElement.classList.toggle('uncertain', on)
    },
    [on],
  )

  function toggle() {
    const address = new URL(location.href)
    if (on) address.searchParams.delete(PARAMETER)
    else address.searchParams.set(PARAMETER, '')
    history.replaceState(history.state, '', address)
    setOn(!on)
  }

  return (
    <label>
      <input type="checkbox" checked={on} onChange={toggle} />
      <span>{language.uncertain}</span>
    </label>
  )
}
