import { Article } from '../article/Article.tsx'
import { EndMatter } from '../article/EndMatter.tsx'
import { Leads } from '../blocks/lead/Leads.tsx'
import type { CopyProps } from '../blocks/view.ts'
import { Island } from '../store/Island.tsx'
import { Status } from '../store/Status.tsx'
import type { SiteLinks } from '../story/copy.ts'
import type { Story } from '../story/story.ts'
import { Masthead } from './Masthead.tsx'
import styles from './Page.module.css'
import { PageFooter } from './PageFooter.tsx'

interface PageProps extends CopyProps {
  story: Story
  around: SiteLinks
  /** Markup of the parts that React hydrates */
  islands: { map: string; timeline: string; tools: string }
}

/** The full page: one story, one active step, three views. Rendered at build only. */
export function Page({ story, copy, language, home, around, islands }: PageProps) {
  return (
    <>
      <a className={styles.skip} href={`#${story.steps[0]?.id}`}>
        {story.words.skip}
      </a>
      <main className={styles.explainer}>
        <div className="story">
          <Masthead story={story} copy={copy} language={language} home={home} />
        </div>
        <div className="sidebar">
          {islands.map && <Island id="_map" markup={islands.map} />}
          <Island id="_timeline" markup={islands.timeline} />
          {islands.map && <Leads copy={copy} language={language} home={home} />}
        </div>
        <article className="story" lang={story.language}>
          <Article copy={copy} language={language} home={home} />
        </article>
        <div className="story">
          <EndMatter copy={copy} language={language} home={home} around={around} />
        </div>
      </main>
      <PageFooter language={language} root={around.root} tools={islands.tools} />
      <Status />
    </>
  )
}
