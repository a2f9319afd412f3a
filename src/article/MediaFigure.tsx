import type { PrintedLanguage } from '../language/language.ts'
import type { Medium } from '../story/prose.ts'
import { Film } from './Film.tsx'
import styles from './MediaFigure.module.css'

interface MediaFigureProps {
  medium: Medium
  language: PrintedLanguage
  /** From this page to the folder of the story: './' */
  home: string
}

/** Width of the column of text: on wide screens it is fixed. */
const SIZES = '(min-width: 640px) 36rem, 100vw'

/** A picture, a film or sound, with what it is and whose. Nothing of film and sound is loaded before it is played. */
export function MediaFigure({ medium, language, home }: MediaFigureProps) {
  const { caption, credit, film } = medium
  return (
    <figure className={styles.figure}>
      {film ? (
        <Film film={film} alt={medium.alt} language={language}>
          <Shown medium={medium} language={language} home={home} />
        </Film>
      ) : (
        <Shown medium={medium} language={language} home={home} />
      )}
      <figcaption>
        {caption} <span className={styles.credit}>{credit}</span>
        {film && (
          <>
            {' · '}
            <a className={styles.elsewhere} href={film.page}>
              {language.film.watch(film.provider)}
            </a>
          </>
        )}
        {(film || medium.kind === 'film') && (
          // `playFilms.ts` shows it where it is true, as a link.
          <span hidden data-no-full-screen="">
            {language.film.noFullScreen}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

/** A medium without its words. */
export function Shown({ medium, language, home }: MediaFigureProps) {
  const { kind, src, alt, captions, svg } = medium
  // Made of shapes and text alone when the story was read, see `content/svg.ts`.
  if (svg !== undefined) return <div className={styles.svg} dangerouslySetInnerHTML={{ __html: svg }} />
  if (kind !== 'picture')
    // Sound too: only a film shows the words that are said.
    return (
      <video src={`${home}${src}`} aria-label={alt} data-kind={kind} controls preload="none">
        <track kind="captions" src={`${home}${captions}`} srcLang={language.locale} default />
      </video>
    )
  return <Picture {...medium} sizes={SIZES} home={home} />
}

interface PictureProps extends Pick<Medium, 'src' | 'alt' | 'width' | 'height' | 'sources'> {
  /** How wide it is on the page, as browsers have it in `sizes` */
  sizes: string
  home: string
}

/** A picture in the best format that the browser takes, as large as the screen needs it. */
export function Picture({ src, alt, width, height, sources = [], sizes, home }: PictureProps) {
  return (
    <picture>
      {sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset.map((file) => `${home}${file}`).join(', ')} sizes={sizes} />
      ))}
      <img src={`${home}${src}`} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
    </picture>
  )
}
