import { dateSlip, suggestDates } from '../content/dateSlips.ts'
import type { DraftStep, Note } from './draft.ts'
import { cut } from './text/words.ts'

/** Longest words for a date. */
const LONGEST = 40

/** EDTF, or words that can only mean one date; other words are shown as they are, on a step without a date. */
export function freeDate(text: string, where: string, note: Note): Pick<DraftStep, 'date' | 'words'> {
  const written = text.replace(/\s+/g, ' ').trim()
  if (!written) return {}
  if (!dateSlip(written, {})) return { date: written }
  const [meant, ...others] = suggestDates(written, {})
  if (meant !== undefined && !others.length) {
    note('changed', `the date “${written}” is written ${meant}`, where)
    return { date: meant }
  }
  if (others.length) note('to decide', `which date “${written}” is: ${[meant, ...others].join(' or ')}`, where)
  else note('changed', `the date “${written}” cannot be read and stands as words`, where)
  if (written.length > LONGEST) note('to decide', `shorter words for the date: “${written}”`, where)
  return { words: cut(written, LONGEST) }
}
