import type { PrintedLanguage } from '../language/language.ts'
import type { Medium } from '../story/prose.ts'
import styles from './Figure.module.css'

interface FigureProps {
  medium: Medium
  language: PrintedLanguage
  /** From this page to the folder of the story: './' */
  home: string
}

/** Width of the column of text: on wide screens it is fixed. */
const SIZES = '(min-width: 640px) 36rem, 100vw'

/** A picture, a film or sound, with what it is and whose. Nothing of film and sound is loaded before it is played. */
export function Figure({ medium, language, home }: FigureProps) {
  const { caption, credit } = medium
  return (
    <figure className={styles.figure}>
      <Shown medium={medium} language={language} home={home} />
      <figcaption>
        {caption} <span className={styles.credit}>{credit}</span>
      </figcaption>
    </figure>
  )
}

function Shown({ medium, language, home }: FigureProps) {
  const { kind, src, alt, captions, width, height, sources = [] } = medium
  if (kind !== 'picture')
    // Sound too: only a film shows the words that are said.
    return (
      <video src={`${home}${src}`} aria-label={alt} data-kind={kind} controls preload="none">
        <track kind="captions" src={`${home}${captions}`} srcLang={language.locale} default />
      </video>
    )
  return (
    <picture>
      {sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset.map((file) => `${home}${file}`).join(', ')} sizes={SIZES} />
      ))}
      <img src={`${home}${src}`} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
    </picture>
  )
}
