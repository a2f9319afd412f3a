import { MediaFigure } from '../media/MediaFigure.tsx'
import type { CopyProps } from '../view.ts'
import styles from './Leads.module.css'

/**
 * The pictures and films that cover the map at their steps: a second copy beside the one in the text, which `showLeads`
 * shows. Rendered at build only.
 */
export function Leads({ copy, language, home }: CopyProps) {
  const leads = copy.passages.flatMap(({ id, body, lead }) => {
    const block = lead === undefined ? undefined : body[lead]
    return block?.kind === 'media' ? { id, media: block.media } : []
  })
  if (leads.length === 0) return null
  return (
    <div id="_leads" className={styles.leads}>
      {leads.map(({ id, media }) => (
        <div key={id} id={`_lead-${id}`} hidden>
          {media.map((medium) => (
            <MediaFigure key={medium.src} medium={medium} language={language} home={home} lead />
          ))}
        </div>
      ))}
    </div>
  )
}
