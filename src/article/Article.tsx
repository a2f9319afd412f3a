import { memo } from 'react'
import type { Language } from '../language/index.ts'
import type { Story } from '../story/story.ts'
import styles from './Article.module.css'
import { Prose } from './Prose.tsx'
import { UnitChart } from './UnitChart.tsx'

interface ArticleProps {
  story: Story
  language: Language
  /** Index of the active step */
  active: number
}

/** The article: one section for each step, its dateline above its heading, and the closing passage. */
export function Article({ story, language, active }: ArticleProps) {
  const { closing } = story
  return (
    <article className={styles.article} lang={story.language}>
      {story.steps.map((step) => (
        <section
          key={step.id}
          id={step.id}
          className={styles.passage}
          aria-labelledby={`${step.id}-heading`}
          data-active={step.index === active || undefined}
        >
          <p className={styles.dateline}>
            {step.where} <span aria-hidden="true">·</span> <time dateTime={step.date.iso}>{step.date.label}</time>
          </p>
          <h2 id={`${step.id}-heading`}>{step.heading}</h2>
          <Passage blocks={step.body} language={language} />
        </section>
      ))}
      {closing && (
        <div className={styles.closing}>
          <h2>{closing.heading}</h2>
          <Passage blocks={closing.body} language={language} />
          {story.figures && <UnitChart figures={story.figures} language={language} />}
        </div>
      )}
    </article>
  )
}

/** Its words never change, so a step change does not walk through them. */
const Passage = memo(Prose)
