import { Blocks } from '../blocks/Blocks.tsx'
import { Chart } from '../blocks/chart/Chart.tsx'
import { Receipt } from '../blocks/sources/Receipt.tsx'
import { Text } from '../blocks/text/Text.tsx'
import { When } from '../blocks/text/When.tsx'
import type { CopyProps, Surroundings } from '../blocks/view.ts'
import type { Copy } from '../story/copy.ts'
import styles from './Article.module.css'

/**
 * The article: a section for each step with dateline and heading, the closing passage and the updates. Rendered at
 * build only; in the browser `markActive` marks the active passage.
 */
export function Article({ copy, language, home }: CopyProps) {
  const { closing, updates, figures, sources } = copy
  const passages = copy.passages.map((step, index) => (
    // Reader modes drop elements with “extra” in their id, as in “extradition”, unless a class says “article”.
    // biome-ignore lint/a11y/useSemanticElements: as a group, a passage is no landmark among those of the page
    <section
      key={step.id}
      id={step.id}
      className={`${styles.passage} article`}
      role="group"
      aria-labelledby={`_article-heading-${step.id}`}
      data-active={index === 0 ? '' : undefined}
    >
      <p className={styles.dateline}>
        {step.lane && (
          <>
            {step.lane} <span aria-hidden="true">·</span>{' '}
          </>
        )}
        {step.where}
        {step.where && step.date && (
          <>
            {' '}
            <span aria-hidden="true">·</span>{' '}
          </>
        )}
        {step.date && <When date={step.date} />}
      </p>
      <h2 id={`_article-heading-${step.id}`}>{step.heading}</h2>
      {/* Without the script it is a plain link to this step. */}
      <a className="share" href={`#${step.id}`}>
        {language.copyLink}
      </a>
      <Blocks blocks={step.body} lead={step.lead} figures={figures} sources={sources} language={language} home={home} />
    </section>
  ))
  return (
    <>
      {copy.clock && <p className={styles.clock}>{copy.clock}</p>}
      {passages}
      {(closing || updates) && (
        <div className="closing">
          {closing && (
            <>
              <h2>{closing.heading}</h2>
              <Blocks blocks={closing.body} figures={figures} sources={sources} language={language} home={home} />
              {unplaced(copy).map((figure) => (
                <Chart key={figure.id} figure={figure} sources={sources} language={language} />
              ))}
            </>
          )}
          {updates && <Updates updates={updates} sources={sources} language={language} />}
        </div>
      )}
    </>
  )
}

/** Figures that no passage includes; they follow the closing passage. */
function unplaced({ passages, closing, figures }: Copy): Copy['figures'] {
  const placed = [...passages, ...(closing ? [closing] : [])].flatMap(({ body }) =>
    body.flatMap((block) => (block.kind === 'chart' ? block.id : [])),
  )
  return figures.filter(({ id }) => !placed.includes(id))
}

interface UpdatesProps extends Pick<Surroundings, 'sources' | 'language'> {
  updates: NonNullable<Copy['updates']>
}

/** Dated updates after the end of the story, oldest first, and the date up to which the story is complete. */
function Updates({ updates, sources, language }: UpdatesProps) {
  return (
    <section className={styles.updates} aria-labelledby="_updates">
      <h2 id="_updates">{updates.heading}</h2>
      <dl>
        {updates.items.map(({ id, date, text, sources: cited }) => (
          <div key={id}>
            <dt>
              <When date={date} />
            </dt>
            <dd>
              <Text text={text} />
              <Receipt cited={cited} sources={sources} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      <p>{language.complete(updates.complete)}</p>
    </section>
  )
}
