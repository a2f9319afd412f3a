import { Shown } from '../media/MediaFigure.tsx'
import type { BlockProps } from '../view.ts'
import styles from './Comparison.module.css'

/** Two pictures with the same aspect ratio, one below the other until `comparePictures.ts` stacks them with a slider. */
export function Comparison({ block: { media }, language, home }: BlockProps<'comparison'>) {
  return (
    <div className={styles.comparison}>
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
