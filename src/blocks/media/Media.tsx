import type { BlockProps } from '../view.ts'
import styles from './Media.module.css'
import { MediaFigure } from './MediaFigure.tsx'

/** A picture, film or sound, or a gallery of them. */
export function Media({ block: { media }, home, language }: BlockProps<'media'>) {
  const figures = media.map((medium) => (
    <MediaFigure key={medium.src} medium={medium} home={home} language={language} />
  ))
  return media.length > 1 ? <div className={styles.gallery}>{figures}</div> : figures
}
