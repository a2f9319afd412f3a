import { useState } from 'react'
import type { Language } from '../language/language.ts'
import type { Lazy } from '../store/useLazy.ts'

interface SaveButtonProps {
  language: Language
  /** Downloads the map; rejects if its script does not load */
  save: () => Promise<void>
}

/** The button that saves the map as a picture. */
export function SaveButton({ language, save }: SaveButtonProps) {
  const [state, setState] = useState<Lazy<unknown>['state']>('idle')

  function onClick() {
    setState('loading')
    save().then(
      () => setState('loaded'),
      () => setState('failed'),
    )
  }

  return (
    <>
      <button type="button" aria-busy={state === 'loading'} onClick={onClick}>
        {language.savePicture}
      </button>
      {state === 'failed' && <span role="alert">{language.couldNotLoad}</span>}
    </>
  )
}
