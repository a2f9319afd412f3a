import type { PrintedLanguage } from '../language/language.ts'
import type { Copy, Story } from '../story/story.ts'
import styles from './Embed.module.css'

/** Kicker and headline of the embedded explainer. Rendered at build only. */
export function EmbedHeader({ story, copy }: { story: Story; copy: Copy }) {
  return (
    <>
      <p className={styles.kicker}>{copy.kicker}</p>
      <h1>{story.headline}</h1>
    </>
  )
}

/** The dek, at the start of the text of the embedded explainer. Rendered at build only. */
export function EmbedDek({ copy, language }: { copy: Copy; language: PrintedLanguage }) {
  return (
    <p className={styles.dek}>
      {copy.dek}
      <noscript>
        <br />
        <i>{language.withoutScript}</i>
      </noscript>
    </p>
  )
}
