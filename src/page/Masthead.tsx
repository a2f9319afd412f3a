import { Fragment } from 'react'
import type { CopyProps } from '../blocks/view.ts'
import type { Story } from '../story/story.ts'
import styles from './Masthead.module.css'

interface MastheadProps extends CopyProps {
  story: Story
}

/** Kicker, headline, dek, byline and links to other languages. Rendered at build only. */
export function Masthead({ story, copy, language, home }: MastheadProps) {
  const [main] = story.languages
  const others = story.languages.filter(({ code }) => code !== story.language)
  // An update on the day of publication is not shown.
  const changed = copy.updated.label !== copy.published.label
  return (
    <header className={styles.masthead}>
      <div>
        <p className={styles.kicker}>{copy.kicker}</p>
        <h1 className={styles.headline}>{story.headline}</h1>
      </div>
      <div>
        <p className={styles.dek}>{copy.dek}</p>
        {/* One line per group, so lines break at the same points before and after the fonts load. */}
        <p className={styles.byline}>
          <span className={styles.line}>{copy.byline}</span>{' '}
          <span className={styles.line}>
            <span>
              {language.published} <time dateTime={copy.published.iso}>{copy.published.label}</time>
              {changed && ','}
            </span>
            {changed && (
              <>
                {' '}
                <span>
                  {language.updated} <time dateTime={copy.updated.iso}>{copy.updated.label}</time>
                </span>
              </>
            )}
          </span>{' '}
          <span className={styles.line}>
            <span>
              {language.minutes(copy.minutes)}
              {others.length > 0 && ' ·'}
            </span>
            {others.map(({ code, name }, index) => (
              <Fragment key={code}>
                {' '}
                <span>
                  <a href={code === main?.code ? home : `${home}${code}/`} lang={code} hrefLang={code}>
                    {name}
                  </a>
                  {index < others.length - 1 && ' ·'}
                </span>
              </Fragment>
            ))}
          </span>
        </p>
        {copy.draft && <p className={styles.draft}>{language.draft}</p>}
        {!copy.reviewed && <p className={styles.note}>{language.unreviewed}</p>}
        <noscript>
          <p className={styles.note}>{language.withoutScript}</p>
        </noscript>
      </div>
    </header>
  )
}
