import { useEffect, useRef, useState } from 'react'
import { EMBED_HEIGHT } from '../embed/loader/messages.ts'
import { embedAddress, frameSnippet, loaderSnippet } from '../embed/loader/snippets.ts'
import type { Language } from '../language/language.ts'
import { copyText } from '../store/browser.ts'
import { canonicalAddress } from '../store/canonical.ts'
import { THEMES, type Theme } from '../store/theme.ts'
import type { Story } from '../story/story.ts'
import styles from './EmbedDialog.module.css'

interface EmbedDialogProps {
  story: Story
  language: Language
  onClose: () => void
}

const FORMS = ['address', 'loader', 'iframe'] as const
const MODES = ['click', 'scroll'] as const

/** “Embed this”: embed codes with a live preview. */
export function EmbedDialog({ story, language, onClose }: EmbedDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const code = useRef<HTMLTextAreaElement>(null)
  const [form, setForm] = useState<(typeof FORMS)[number]>('address')
  const [mode, setMode] = useState<(typeof MODES)[number]>('click')
  const [theme, setTheme] = useState<Theme>('auto')
  const [edition, setEdition] = useState(story.language)
  const [status, setStatus] = useState('')
  const words = language.embed
  const { root, address } = addressesOf(story, edition)
  const options = {
    address: form === 'loader' ? root : address,
    loader: new URL('../embed.js', root).href,
    title: story.headline,
    mode,
    language: edition,
    theme,
  }
  const snippet = { address, loader: loaderSnippet(options), iframe: frameSnippet(options) }[form]

  useEffect(function open() {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  async function copy() {
    const copied = await copyText(snippet)
    if (!copied) code.current?.select()
    setStatus(copied ? words.copied : words.copyByHand)
  }

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="_embed-title" onClose={onClose}>
      <div className={styles.head}>
        <h2 id="_embed-title">{words.title}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
      <div className={styles.choices}>
        <Choice label={words.form} value={form} options={FORMS} name={(key) => words.forms[key]} choose={setForm} />
        {form === 'loader' && (
          <Choice label={words.mode} value={mode} options={MODES} name={(key) => words[key]} choose={setMode} />
        )}
        <Choice
          label={words.language}
          value={edition}
          options={story.languages.map(({ code }) => code)}
          name={(code) => story.languages.find((edition) => edition.code === code)?.name ?? code}
          choose={setEdition}
        />
        {form !== 'address' && (
          <Choice
            label={language.theme.label}
            value={theme}
            options={THEMES}
            name={(key) => language.theme[key]}
            choose={setTheme}
          />
        )}
      </div>
      <label className={styles.code}>
        {words.code}
        <textarea ref={code} readOnly rows={5} value={snippet} spellCheck={false} />
      </label>
      <p className={styles.note}>{words.notes[form]}</p>
      <p className={styles.copy}>
        <button type="button" onClick={copy}>
          {words.copy}
        </button>{' '}
        <span role="status">{status}</span>
      </p>
      <h3>{words.preview}</h3>
      <iframe src={embedAddress(address, theme)} title={words.preview} height={EMBED_HEIGHT} />
    </dialog>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  options: readonly T[]
  name: (option: T) => string
  choose: (option: T) => void
}

function Choice<T extends string>({ label, value, options, name, choose }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ target }) => choose(options.find((option) => option === target.value) ?? value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Address of the story and of one edition of it, both with a trailing slash. */
function addressesOf(story: Story, edition: string): { root: string; address: string } {
  const canonical = canonicalAddress()
  const main = story.languages[0]?.code
  const root = story.language === main ? canonical : new URL('../', canonical).href
  return { root, address: edition === main ? root : new URL(`${edition}/`, root).href }
}
