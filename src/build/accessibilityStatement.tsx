/**
 * The accessibility statement: what was tested, how, and known limits. Remove a limit in the commit that fixes it; claim
 * nothing that no test shows.
 */
import { Fragment } from 'react'
import { stringsIn } from './pageText.ts'
import type { PlainPage } from './plainPage.tsx'

/** Its path from the root of the site; every page links to it at the end */
export const STATEMENT = 'accessibility/'

const PARTS: { heading: string; items: string[] }[] = [
  {
    heading: 'What you can rely on',
    items: [
      'Everything can be done with the keyboard. On the timeline the arrow keys, Home and End walk through the story; on the map the arrow keys pan, plus and minus zoom, and Escape goes back to the step. Buttons do the same.',
      'Text always has room: the pinned map and timeline shrink, then scroll away, in small windows and with text at 200 %.',
      'What the map draws is also said in words: at the end of each story, under “The route in words”.',
      'A change of step is told to screen readers in one sentence. Each passage is a section with a heading of its own.',
      'Without scripts, without our fonts and on paper the whole story is there, with a map of the whole route.',
      'Where your device asks for less motion, nothing moves by itself. Light and dark colours follow your device, or your choice at the end of the page.',
    ],
  },
  {
    heading: 'How it was tested',
    items: [
      'The measure is WCAG 2.2, levels A and AA.',
      'With every change, the built pages are opened in Chromium: with the automatic checks of axe-core on a story, its embedded form and its dialogs, in light and dark; and by tests that use the keyboard, that look at widths from 320 pixels on, and that switch scripts, fonts and storage off.',
      'No independent body has examined the pages, and we know of no test by people who use a screen reader every day.',
    ],
  },
  {
    heading: 'Known limits',
    items: [
      'Most tests run in Chromium. In Firefox and in WebKit, the engine of Safari, one walk through every story and one through a page that embeds it are tested; screen readers and phones are not.',
      'This statement is in English only.',
    ],
  },
]

/** The statement as a page. `contact`: the publisher's e-mail address or the address of a page. */
export function statementOf({ name, contact }: { name: string; contact: string | undefined }): PlainPage {
  return {
    title: `Accessibility · ${name}`,
    description: `How accessible the explainers of ${name} are, how that was tested, and what is not good enough yet.`,
    language: 'en',
    text: [...stringsIn(PARTS), name, contact ?? ''],
    body: (
      <>
        <header>
          <p className="kicker">{name}</p>
          <h1>Accessibility</h1>
        </header>
        <main>
          <article>
            {PARTS.map(({ heading, items }) => (
              <Fragment key={heading}>
                <h2>{heading}</h2>
                <ul>
                  {items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              </Fragment>
            ))}
            <h2>Tell us</h2>
            <p>
              {contact ? (
                <>
                  Something does not work for you? Write to <a href={addressOf(contact)}>{contact}</a>.
                </>
              ) : (
                'The publisher of this site has not named a contact.'
              )}
            </p>
          </article>
        </main>
      </>
    ),
  }
}

function addressOf(contact: string): string {
  return /^https?:/.test(contact) ? contact : `mailto:${contact}`
}
