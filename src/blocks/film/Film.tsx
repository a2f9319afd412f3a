import type { ReactNode } from 'react'
import type { PrintedLanguage } from '../../language/language.ts'
import type { Film as Played } from '../../story/films.ts'
import styles from './Film.module.css'

interface FilmProps {
  film: Played
  /** Description of the film */
  alt: string
  language: PrintedLanguage
  /** Its poster */
  children: ReactNode
}

/** A film on another server: our own poster and, once `playFilms.ts` runs, a play button that names that server. */
export function Film({ film, alt, language, children }: FilmProps) {
  return (
    <div className={styles.film}>
      {children}
      <button type="button" hidden className={styles.play} data-film={film.player} data-label={alt}>
        {language.film.play(film.provider, film.host)}
      </button>
    </div>
  )
}
