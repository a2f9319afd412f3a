import { didYouMean } from '../../content/problems.ts'
import { type DraftLeg, InputError } from '../draft.ts'

const STATUS = ['happened', 'announced', 'reported'] as const

/** How certain a way is; happened if nothing is said. */
export function statusOf(text: string, where: string, line?: number): DraftLeg['status'] {
  const written = text.toLowerCase() || 'happened'
  const status = STATUS.find((name) => name === written)
  if (status) return status
  throw new InputError(
    `${where}: “${written}” is none of ${STATUS.join(', ')}`,
    didYouMean(written, STATUS) ?? 'write one of them',
    line,
  )
}
