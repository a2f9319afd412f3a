import type { PrintedLanguage } from '../language/language.ts'
import { Island } from '../store/Island.tsx'
import { Status } from '../store/Status.tsx'
import type { Copy } from '../story/copy.ts'
import type { Story } from '../story/story.ts'
import styles from './Embed.module.css'

interface EmbedProps {
  story: Story
  copy: Copy
  language: PrintedLanguage
  /** Markup of the article, and of the pictures that cover the map */
  article: string
  leads: string
  /** Path from this page to the full explainer */
  full: string
  /** Markup of the parts that React hydrates */
  islands: { map: string; timeline: string }
}

/** The explainer inside another page: the same three views and step, in a stage of fixed height. Rendered at build only. */
export function Embed({ story, copy, language, article, leads, full, islands }: EmbedProps) {
  const { words } = story
  const timeline = <Island id="_timeline" markup={islands.timeline} />
  return (
    <main className={styles.embed}>
      <div id="_stage" className={styles.stage} data-mode="read">
        <button type="button" id="_skip" hidden className={styles.skip}>
          {words.goOn} ↓
        </button>
        <header className={styles.header}>
          <p className={styles.kicker}>{copy.kicker}</p>
          <h1>{story.headline}</h1>
        </header>
        {!islands.map && timeline}
        {leads && <div className={styles.leads} dangerouslySetInnerHTML={{ __html: leads }} />}
        <div className={styles.text}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
          <section id="_passages" className={styles.passages} aria-label={words.text} tabIndex={0}>
            <article className="story" lang={story.language} dangerouslySetInnerHTML={{ __html: article }} />
          </section>
          <p className={styles.more} aria-hidden="true">
            {words.more} ↓
          </p>
        </div>
        {/* After the text, so that the first paint has it. The script puts them where they are shown. */}
        {islands.map && (
          <>
            {timeline}
            <Island id="_map" markup={islands.map} />
          </>
        )}
        <footer className={styles.footer}>
          <a id="_full" href={full} target="_blank" rel="noopener">
            {words.readFull}
          </a>
          <div>
            {copy.byline} · {language.updated} {copy.updated.label}
            {!copy.reviewed && ` · ${language.unreviewed}`}
          </div>
        </footer>
        <Status />
      </div>
    </main>
  )
}

/** The dek, at the start of the text of an embed. */
export function EmbedDek({ copy, language }: { copy: Copy; language: PrintedLanguage }) {
  return (
    <p className={styles.dek}>
      {copy.dek}
      <noscript>
        <br />
        <i>{language.withoutScript}</i>
      </noscript>
    </p>
  )
}
