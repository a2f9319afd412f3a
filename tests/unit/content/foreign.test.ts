// @vitest-environment node
import { expect, it } from 'vitest'
import { foreignIn } from '../../../src/content/foreign.ts'

const cite = { kind: 'cite' as const, sources: [1] }

it('words in brackets with a language are a part of their own, with all that stands in them', () => {
  expect(foreignIn(['“[Estamos bien]{lang=es}” was the note. ', cite])).toEqual({
    text: ['“', { kind: 'foreign', lang: 'es', text: ['Estamos bien'] }, '” was the note. ', cite],
    faults: [],
  })
  const strong = { kind: 'strong' as const, text: ['bien'] }
  expect(foreignIn(['He said [Estamos [muy] ', strong, ']{lang=es-CL}, then [да]{lang=ru}']).text).toEqual([
    'He said ',
    { kind: 'foreign', lang: 'es-CL', text: ['Estamos [muy] ', strong] },
    ', then ',
    { kind: 'foreign', lang: 'ru', text: ['да'] },
  ])
})

it('brackets and braces of other kinds stay as they are', () => {
  const text = ['He [sic] wrote {a} and [b]{c}.']
  expect(foreignIn(text)).toEqual({ text, faults: [] })
})

it.each([
  ['[Bien]{lang=es_es}', '“es_es” is no language code — write {lang=es-ES}'],
  ['[Bien]{lang=spa}', '“spa” is no language code — write {lang=es}'],
  ['[Bien]{lang=Spanish}', '“Spanish” is no language code — write {lang=es}'],
  ['[Так]{lang=UA}', '“UA” is no language code — write {lang=uk}'],
  ['[Bien]{lang=xx}', '“xx” is no language code — write the code of the language (BCP 47): {lang=es} for Spanish'],
  ['[Bien]{lang=}', '“” is no language code — write the code of the language (BCP 47): {lang=es} for Spanish'],
  ['[Bien]{lang="es"}', '“{lang="es"}” is not how a language is marked — write {lang=es}'],
  ['[Bien]{lang: es}', '“{lang: es}” is not how a language is marked — write {lang=es}'],
  ['Bien{lang=es}', 'no words in brackets before “{lang=es}” — write [words]{lang=es}'],
  ['Bien]{lang=pl}', 'no words in brackets before “{lang=pl}” — write [words]{lang=pl}'],
  ['[]{lang=es}', 'no words in brackets before “{lang=es}” — write [words]{lang=es}'],
])('of %s it says: %s', (text, said) => {
  expect(foreignIn([text]).faults.map(({ message, hint }) => `${message} — ${hint}`)).toEqual([said])
})
