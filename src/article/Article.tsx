import type { PrintedLanguage } from '../language/language.ts'
import type { Copy } from '../story/story.ts'
import styles from './Article.module.css'
import { Chart } from './Chart.tsx'
import { Prose, Text } from './Prose.tsx'
import { References } from './References.tsx'
import { When } from './When.tsx'

interface ArticleProps {
  copy: Copy
  language: PrintedLanguage
  /** From this page to the folder of the story: './' */
  home: string
}

/**
 * What stands in the article: one section for each step, its dateline above its heading, the closing passage, and what
 * came after. It is only ever rendered at build; in the page `markActive` says which passage is being read.
 */
export function Article({ copy, language, home }: ArticleProps) {
  const { closing, updates, figures } = copy
  const passages = copy.passages.map((step, index) => (
    // A step may be called “extradition”: reader modes leave out what has “extra” in its name, unless “article” is in it.
    <section
      key={step.id}
      id={step.id}
      className={`${styles.passage} article`}
      aria-labelledby={`_article-heading-${step.id}`}
      data-active={index === 0 ? '' : undefined}
    >
      <p className={styles.dateline}>
        {step.lane && (
          <>
            {step.lane} <span aria-hidden="true">·</span>{' '}
          </>
        )}
        {step.where && (
          <>
            {step.where} <span aria-hidden="true">·</span>{' '}
          </>
        )}
        <When date={step.date} /> {/* Without the script it is still a link to this step. */}
        <a className="share" href={`#${step.id}`} data-copy="" aria-label={language.copyLinkTo(step.heading)}>
          {language.copyLink}
        </a>
      </p>
      <h2 id={`_article-heading-${step.id}`}>{step.heading}</h2>
      <Prose blocks={step.body} figures={figures} language={language} home={home} />
    </section>
  ))
  return (
    <>
      {copy.clock && <p className={styles.clock}>{copy.clock}</p>}
      {passages}
      {(closing || updates) && (
        <div className={styles.closing} data-closing="">
          {closing && (
            <>
              <h2>{closing.heading}</h2>
              <Prose blocks={closing.body} figures={figures} language={language} home={home} />
              {unplaced(copy).map((figure) => (
                <Chart key={figure.id} figure={figure} language={language} />
              ))}
            </>
          )}
          {updates && <Updates updates={updates} language={language} />}
        </div>
      )}
    </>
  )
}

/** The figures that no passage has a place for: they stand after the closing one. */
function unplaced({ passages, closing, figures }: Copy): Copy['figures'] {
  const placed = [...passages, ...(closing ? [closing] : [])].flatMap(({ body }) =>
    body.flatMap((block) => (block.kind === 'chart' ? block.id : [])),
  )
  return figures.filter(({ id }) => !placed.includes(id))
}

/** What came after the story's end, dated, the newest last, and the day to which it is complete. */
function Updates({ updates, language }: { updates: NonNullable<Copy['updates']>; language: PrintedLanguage }) {
  return (
    <section className={styles.updates} aria-labelledby="_updates">
      <h2 id="_updates">{updates.heading}</h2>
      <dl>
        {updates.items.map(({ id, date, text, sources }) => (
          <div key={id}>
            <dt>
              <When date={date} />
            </dt>
            <dd>
              <Text text={text} language={language} />
              <References sources={sources} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      <p>{language.complete(updates.complete)}</p>
    </section>
  )
}
