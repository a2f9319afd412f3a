import type { PrintedLanguage } from '../language/language.ts'
import { Island } from '../store/Island.tsx'
import styles from './PageFooter.module.css'

interface PageFooterProps {
  language: PrintedLanguage
  /** Path from this page to the root of the site */
  root: string
  /** Markup of `PageTools` */
  tools: string
}

/** The footer, in two groups: tools for this page, and what it is made of. Rendered at build only. */
export function PageFooter({ language, root, tools }: PageFooterProps) {
  const { page, thisSite, accessibility } = language
  return (
    <footer>
      <div className={styles.credit} lang={page.code}>
        <Island id="_tools" markup={tools} />
        <p className={styles.group}>
          <span>{thisSite}</span>
          <span>{page.mapData}</span>
          <span>{page.madeWith}</span>
          <a href={`${root}accessibility/`}>{accessibility}</a>
        </p>
      </div>
    </footer>
  )
}
