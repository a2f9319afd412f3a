import { People } from '../blocks/person/People.tsx'
import { Receipt } from '../blocks/sources/Receipt.tsx'
import { SourcedText } from '../blocks/text/Text.tsx'
import type { CopyProps } from '../blocks/view.ts'
import type { SiteLinks } from '../story/copy.ts'
import styles from './EndMatter.module.css'

interface EndMatterProps extends CopyProps {
  around: SiteLinks
}

/** The end matter: the route in words beside what is not known, people, sources, links to other stories. */
export function EndMatter({ copy, language, home, around }: EndMatterProps) {
  const { unknown, route, people, sources } = copy
  return (
    <div className={styles.endMatter}>
      {route.legs.length > 0 && (
        <section aria-labelledby="_route-in-words">
          <h2 id="_route-in-words">{language.routeInWords}</h2>
          {route.note && <p>{route.note}</p>}
          <ol>
            {route.legs.map((leg) => (
              <li key={leg.id}>
                {language.legInWords(leg.amount, leg.from, leg.to, leg.date?.label)}
                {inBrackets([
                  leg.status === 'happened' ? undefined : language.status[leg.status],
                  leg.track ? language.track : undefined,
                ])}
                <Receipt cited={leg.sources} sources={sources} language={language} />
              </li>
            ))}
          </ol>
          {route.changes.length > 0 && (
            <ul>
              {route.changes.map(({ kind, amount, place, date, ...change }, i) => (
                <li key={i}>
                  {language.changes[kind](amount, place, date)}
                  <Receipt cited={change.sources} sources={sources} language={language} />
                </li>
              ))}
            </ul>
          )}
          <ul>
            {route.stays.map((stay) => (
              <li key={stay.place}>
                {language.stays(stay.amount, stay.where, stay.by)}
                <Receipt cited={stay.sources} sources={sources} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {unknown && (
        <section aria-labelledby="_unknown">
          <h2 id="_unknown">{unknown.heading}</h2>
          <ul>
            {unknown.items.map(({ id, text }, i) => (
              <li key={i} id={id && `_unknown-${id}`}>
                <SourcedText text={text} sources={sources} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {people.length > 0 && <People people={people} sources={sources} language={language} home={home} />}
      <section aria-labelledby="_sources" className={styles.sources}>
        <h2 id="_sources">{language.sources}</h2>
        {copy.sourcedAsWhole && <p>{language.sourcedAsWhole}</p>}
        {/* Closed by `followReceipts.ts`, since receipts have all entries. */}
        <details open id="_source-list">
          <summary>{language.sourceCount(sources.length)}</summary>
          <ol>
            {sources.map((source, i) => (
              <li key={i} id={`_source-${i + 1}`}>
                {source.url ? <a href={source.url}>{source.publisher}</a> : <b>{source.publisher}</b>}
                {/* After a comma, since many languages do not capitalise months. A source may have no date. */}
                {endSentence(source.date ? `, ${source.date}` : '')} {endSentence(source.title)}
              </li>
            ))}
          </ol>
        </details>
      </section>
      {around.all !== undefined && (
        <nav aria-labelledby="_more-stories" className="related">
          <h2 id="_more-stories">{language.stories.more}</h2>
          <ul>
            {around.others.map(({ address, headline, language }) => (
              <li key={address}>
                <a href={address} lang={language}>
                  {headline}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={around.all}>{language.stories.all}</a>
          </p>
        </nav>
      )}
    </div>
  )
}

/** Adds a full stop, unless the text already ends in `.`, `!`, `?` or `…`, as some dates do. */
function endSentence(text: string): string {
  return /[.!?…][”»“"’]?$/.test(text) ? text : `${text}.`
}

/** ' (one, other)', without those that are missing; nothing if all are. */
function inBrackets(words: (string | undefined)[]): string {
  const known = words.filter((word) => word !== undefined)
  return known.length ? ` (${known.join(', ')})` : ''
}
