import type { Medium } from '../../story/prose.ts'
import { Film } from '../film/Film.tsx'
import type { Surroundings } from '../view.ts'
import styles from './Media.module.css'

interface MediaFigureProps extends Pick<Surroundings, 'language' | 'home'> {
  medium: Medium
  /** It covers the map */
  lead?: boolean
}

/** `sizes` of the text column, which has a fixed width on wide screens, and of the map. */
const [SIZES, LEAD_SIZES] = ['(min-width: 640px) 36rem, 100vw', '(min-width: 64em) 55vw, 100vw']

/** A picture, film or sound with caption and credit. Film and sound load nothing before they are played. */
export function MediaFigure(props: MediaFigureProps) {
  const { medium, language } = props
  const { caption, credit, film } = medium
  return (
    <figure className={styles.figure}>
      {film ? (
        <Film film={film} alt={medium.alt} language={language}>
          <Shown {...props} />
        </Film>
      ) : (
        <Shown {...props} />
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
          // Shown as a link by `playFilms.ts` where the host allows no full screen.
          <span hidden>{language.film.noFullScreen}</span>
        )}
      </figcaption>
    </figure>
  )
}

/** A medium without caption and credit. */
export function Shown({ medium, language, home, lead }: MediaFigureProps) {
  const { kind, src, alt, captions, svg } = medium
  // Reduced to shapes and text by `content/svg.ts`.
  if (svg !== undefined) return <div className={styles.svg} dangerouslySetInnerHTML={{ __html: svg }} />
  if (kind !== 'picture')
    // Also for sound: `<audio>` shows no captions.
    return (
      <video
        src={`${home}${src}`}
        aria-label={alt}
        className={kind === 'sound' ? styles.sound : undefined}
        controls
        preload="none"
      >
        <track kind="captions" src={`${home}${captions}`} srcLang={language.locale} default />
      </video>
    )
  return <Picture {...medium} sizes={lead ? LEAD_SIZES : SIZES} home={home} />
}

interface PictureProps extends Pick<Medium, 'src' | 'alt' | 'width' | 'height' | 'sources'> {
  /** The `sizes` attribute */
  sizes: string
  home: string
}

/** A responsive picture in several formats. */
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
