import { type DraftLeg, InputError } from '../draft.ts'

/** How many a cell says: 200, ~200, 250-280. Undefined if it is empty; throws if it is no number. */
export function amountOf(text: string, where: string, line?: number): DraftLeg['amount'] {
  if (!text) return
  const plain = text.replace(/(?<=\d)[,\s'’](?=\d{3}(\D|$))/g, '')
  const [, about, number] = /^(~|c\.?|about)?\s*(\d+)$/i.exec(plain) ?? []
  if (number !== undefined && Number(number) > 0) return about ? `~${number}` : Number(number)
  const [, least, most] = /^\[?(\d+)\s*(?:-|–|to|,)\s*(\d+)\]?$/i.exec(plain) ?? []
  if (least !== undefined && Number(least) < Number(most) && Number(least) > 0) return [Number(least), Number(most)]
  throw new InputError(`${where}: the amount “${text}” is no number`, 'write 200, ~200 for about 200, or 250-280', line)
}
