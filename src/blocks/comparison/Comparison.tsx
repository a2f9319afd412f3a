import type { PrintedLanguage } from '../language/language.ts'
import type { Medium } from '../story/prose.ts'
import styles from './Comparison.module.css'
import { Shown } from './MediaFigure.tsx'

interface ComparisonProps {
  /** Two pictures with the same aspect ratio */
  media: Medium[]
  language: PrintedLanguage
  /** From this page to the folder of the story: './' */
  home: string
}

/** Two pictures, one below the other until `comparePictures.ts` stacks them with a slider. */
export function Comparison({ media, language, home }: ComparisonProps) {
  return (
    <div className={styles.comparison} data-comparison="">
      {media.map((medium) => (
        <figure key={medium.src}>
          <Shown medium={medium} language={language} home={home} />
          <figcaption>
            {medium.caption} <span>{medium.credit}</span>
          </figcaption>
        </figure>
      ))}
      <input type="range" hidden aria-label={language.compare} autoComplete="off" step="any" />
    </div>
  )
}
