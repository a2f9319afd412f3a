import type { PersonInWords } from '../../story/copy.ts'
import { Picture } from '../media/MediaFigure.tsx'
import { union } from '../sources/cites.ts'
import { Receipt, SourceNumbers } from '../sources/Receipt.tsx'
import { When } from '../text/When.tsx'
import type { Surroundings } from '../view.ts'
import styles from './People.module.css'

interface PeopleProps extends Omit<Surroundings, 'figures'> {
  people: PersonInWords[]
}

/** The people of the story, without heading. */
export function PeopleList({ people, ...around }: PeopleProps) {
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <li key={person.id} id={`_person-${person.id}`}>
          <Entry person={person} {...around} />
        </li>
      ))}
    </ul>
  )
}

/** The section with the list of people. `PersonCard` copies its content from an entry. */
export function People(props: PeopleProps) {
  return (
    <section aria-labelledby="_people">
      <h2 id="_people">{props.language.people}</h2>
      <PeopleList {...props} />
    </section>
  )
}

/** Portrait, name and description of a person, and their later fate with its “as of” date. */
function Entry({ person, sources, language, home }: Omit<PeopleProps, 'people'> & { person: PersonInWords }) {
  const { name, also, who, became, itinerary, portrait } = person
  return (
    <>
      {portrait && (
        <figure className={styles.portrait}>
          <Picture {...portrait} sizes={`${portrait.width}px`} home={home} />
          <figcaption>{portrait.credit}</figcaption>
        </figure>
      )}
      <p>
        <b>{name}</b>
        {also && <span className={styles.also}> ({also})</span>}
      </p>
      <p>
        {who}
        <SourceNumbers sources={person.sources} />
      </p>
      {became && (
        <p>
          <When date={became.date}>{language.asOf(became.date.label)}</When> {became.text}
          <SourceNumbers sources={became.sources} />
        </p>
      )}
      {itinerary && <p className={styles.also}>{itinerary.text}</p>}
      {/* On paper the other numbers stand in the text. */}
      <Receipt
        cited={union([person.sources, became?.sources ?? [], itinerary?.sources ?? []])}
        printed={itinerary?.sources ?? []}
        sources={sources}
        language={language}
      />
    </>
  )
}
