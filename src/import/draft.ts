/** What a reader of a format hands to the writer of the story: the same for all formats. */
import type { RootContent } from 'mdast'
import { MOST_STEPS } from '../story/mostSteps.ts'

/** A story as far as the input tells it. Steps and legs name places by their index. */
export interface Draft {
  /** Plain text; empty if the input has none */
  headline: string
  dek: string
  /** What the map shows first: [west, south, east, north], degrees */
  view?: Box | undefined
  steps: DraftStep[]
  places: DraftPlace[]
  legs: DraftLeg[]
  eras: { name: string; from: string; to: string }[]
  sources: DraftSource[]
  /** Files to put beside story.yaml, by name */
  files: Map<string, Uint8Array>
}

export type Box = [west: number, south: number, east: number, north: number]

export interface DraftStep {
  /** Where it stands in the input: “events[3]”, “row 5” */
  where: string
  /** An id that the input gives, if it is one */
  id?: string | undefined
  heading: string
  /** EDTF */
  date?: string | undefined
  /** Words shown instead of the date */
  words?: string | undefined
  /** Blocks that our Markdown can hold, each with its reference mark */
  body: RootContent[]
  place?: number | undefined
  view?: Box | undefined
  /** Name of the group it belongs to, which becomes a phase or a lane */
  group?: string | undefined
  /** Name of the lane, where the input says that it is one */
  lane?: string | undefined
}

export interface DraftPlace {
  name: string
  /** Degrees */
  lat: number
  lon: number
}

export interface DraftLeg {
  from: number
  to: number
  /** Index of the step from which it has its status */
  step: number
  status: 'happened' | 'announced' | 'reported'
  amount?: number | string | [number, number] | undefined
  /** What is counted, in the plural; people if left out */
  unit?: string | undefined
  /** Set where the input draws it straight; an arc if left out */
  line?: 'straight' | undefined
  /** Name of the file with its track, one of `files` */
  path?: string | undefined
  /** Ids of sources */
  sources: string[]
}

export interface DraftSource {
  id: string
  publisher: string
  title: string
  url?: string | undefined
  /** Whether it is only a link, which an editor has to confirm */
  confirm: boolean
}

/** What became of a part of the input. */
export type Outcome = 'carried' | 'changed' | 'left out' | 'to decide'

/** Notes what became of a part of the input; `where` is its place in it. */
export type Note = (outcome: Outcome, what: string, where?: string) => void

/** An input that cannot be read: the message begins with the place in it, the hint says what to do. */
export class InputError extends Error {
  override name = 'InputError'
  constructor(
    message: string,
    readonly hint?: string,
    /** Counted from 1 */
    readonly line = 1,
  ) {
    super(message)
  }
}

/** Files beside the input or in its archive, by the name or address that the input gives them. */
export type LocalFile = (name: string) => Promise<Uint8Array | undefined>

/** Throws an InputError if an input has no events, or more than a story has steps. */
export function checkCount(events: number) {
  if (!events) throw new InputError('has no events', 'a story has one step at least')
  if (events > MOST_STEPS)
    throw new InputError(
      `has ${events.toLocaleString('en')} events, and a story ${MOST_STEPS} steps at most`,
      'make several stories of it, or keep what the story needs',
    )
}
