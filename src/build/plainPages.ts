/** The pages of a site without an explainer. */
import type { EditionRecord } from '../compose/record.ts'
import { STATEMENT, statementOf } from './accessibilityStatement.tsx'
import type { PlainPage } from './plainPage.tsx'
import { STORY_LIST, storiesIn, storyListOf } from './storyList.tsx'

/** Their addresses from the root of the site */
export const PLAIN_PAGES = [STORY_LIST, STATEMENT]

/** The plain pages of this site, by address. */
export function plainPages(
  records: EditionRecord[],
  site: { name: string; main: string; url: string | undefined; contact: string | undefined },
): Record<string, PlainPage> {
  const several = storiesIn(records).length > 1
  return { ...(several && { [STORY_LIST]: storyListOf(records, site) }), [STATEMENT]: statementOf(site) }
}
