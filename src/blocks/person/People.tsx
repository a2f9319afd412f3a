import type { PrintedLanguage } from '../../language/language.ts'
import type { PersonInWords } from '../../story/story.ts'
import { Picture } from '../media/MediaFigure.tsx'
import { References } from '../sources/References.tsx'
import { When } from '../text/When.tsx'
import styles from './People.module.css'

interface PeopleProps {
  people: PersonInWords[]
  language: PrintedLanguage
  /** From this page to the folder of the story: './' */
  home: string
}

/** The people of the story, without heading. */
export function PeopleList({ people, language, home }: PeopleProps) {
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <li key={person.id} id={`_person-${person.id}`}>
          <Entry person={person} language={language} home={home} />
        </li>
      ))}
    </ul>
  )
}

/** The section with the list of people. `PersonCard` copies its content from an entry. */
export function People({ people, language, home }: PeopleProps) {
  return (
    <section aria-labelledby="_people">
      <h2 id="_people">{language.people}</h2>
      <PeopleList people={people} language={language} home={home} />
    </section>
  )
}

/** Portrait, name and description of a person, and their later fate with its “as of” date. */
function Entry({ person, language, home }: Omit<PeopleProps, 'people'> & { person: PersonInWords }) {
  const { name, also, who, sources, became, portrait } = person
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
        <References sources={sources} language={language} />
      </p>
      {became && (
        <p>
          <When date={became.date}>{language.asOf(became.date.label)}</When> {became.text}
          <References sources={became.sources} language={language} />
        </p>
      )}
    </>
  )
}
