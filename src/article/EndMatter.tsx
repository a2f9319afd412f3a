import type { ReactNode } from 'react'
import { formatNumber, type Language } from '../language/index.ts'
import type { Story } from '../story/story.ts'
import styles from './EndMatter.module.css'
import { References, Text } from './Prose.tsx'

interface EndMatterProps {
  story: Story
  language: Language
  /** What the page adds to its last line */
  children?: ReactNode
}

/** After the article: the route in words, what is not known, the sources, the credits. */
export function EndMatter({ story, language, children }: EndMatterProps) {
  const { unknown, route } = story
  return (
    <footer className={styles.endMatter}>
      {route.legs.length > 0 && (
        <section aria-labelledby="route-in-words">
          <h2 id="route-in-words">{language.routeInWords}</h2>
          {route.note && <p>{route.note}</p>}
          <ol>
            {route.legs.map((leg) => (
              <li key={leg.id}>
                {language.legInWords(
                  formatNumber(leg.people, language.code),
                  leg.words.from,
                  leg.words.to,
                  leg.words.date.label,
                )}{' '}
                ({language.status[leg.status]})
                <References sources={leg.words.sources} language={language} />
              </li>
            ))}
          </ol>
          <ul>
            {route.stays.map((stay) => (
              <li key={stay.place}>{language.stays(formatNumber(stay.people, language.code), stay.where)}</li>
            ))}
          </ul>
        </section>
      )}
      {unknown && (
        <section aria-labelledby="unknown">
          <h2 id="unknown">{unknown.heading}</h2>
          <ul>
            {unknown.items.map((item, i) => (
              <li key={i}>
                <Text text={item} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="sources" className={styles.sources}>
        <h2 id="sources">{language.sources}</h2>
        <ol>
          {story.sources.map((source, i) => (
            <li key={i} id={`source-${i + 1}`}>
              {source.url ? <a href={source.url}>{source.publisher}</a> : <b>{source.publisher}</b>}. {source.title}.{' '}
              {source.date ?? language.noDate}.
            </li>
          ))}
        </ol>
      </section>
      <div className={styles.credit}>
        {language.credit} · {language.madeWith} {children}
      </div>
    </footer>
  )
}
