/**
 * What the loader in a host page and the embedded page say to each other. Whatever arrives is checked here first:
 * a message of any other form, or with a number out of range, is nobody's.
 */

import { THEMES, type Theme } from '../../store/theme.ts'
import { MOST_STEPS } from '../../story/mostSteps.ts'

/** Height of the embedded explainer in click mode, CSS pixels, whatever its width: hosts can keep the room in advance. */
export const STAGE_HEIGHT = 680

/** What a frame needs and no more; `allow-same-origin` lets it load its fonts, and its host know who speaks. */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'

/**
 * What the explainer may do in its frame: show a film on the whole screen, play it at the first press, copy links. Browsers
 * warn in the host's console of a name that they do not know, and of `allowfullscreen` beside these.
 */
export const ALLOW = 'fullscreen; autoplay; clipboard-write'

/** The frame is never made higher, whatever it asks for, CSS pixels. */
export const MOST_HEIGHT = 5000

/** A box to click through, or a frame that is pinned while the host's page scrolls past. */
const HOST_MODES = ['click', 'scroll'] as const

export type HostMode = (typeof HOST_MODES)[number]

export type FromHost =
  /** How far the reader has come through the tall box, 0 to 1 */
  | { type: 'scroll'; progress: number }
  | { type: 'theme'; theme: Theme }
  | { type: 'step'; id: string }
  /** How the host shows the frame: the answer to `ready`, and again when it has to change it */
  | { type: 'mode'; mode: HostMode }

export type FromFrame =
  | { type: 'ready'; steps: number }
  | { type: 'height'; height: number }
  | { type: 'step'; id: string; index: number }
  /** The reader has asked for a step; the host is to scroll there, 0 to 1 */
  | { type: 'seek'; progress: number }
  /**
   * Where the step that is shown lies, 0 to 1; no number before any step has been chosen. The answer to `mode: scroll` and
   * to `step`, and told again when the frame has another size: the host keeps its page there, or goes there once the
   * reader has come to the frame.
   */
  | { type: 'place'; progress?: number }
  /** The reader wants to go on after the explainer */
  | { type: 'leave' }

/** A message as it goes over the border: ours are marked. */
export function wrapMessage(message: FromHost | FromFrame) {
  return { datelines: 1, ...message }
}

/** What a host says to the frame; undefined for anything else. */
export function fromHost(data: unknown): FromHost | undefined {
  const { type, progress, theme, id, mode } = opened(data)
  if (type === 'scroll' && within(progress, 0, 1)) return { type, progress }
  const known = THEMES.find((name) => name === theme)
  if (type === 'theme' && known) return { type, theme: known }
  if (type === 'step' && isId(id)) return { type, id }
  const shown = HOST_MODES.find((name) => name === mode)
  if (type === 'mode' && shown) return { type, mode: shown }
}

/** What the frame says to its host; undefined for anything else. */
export function fromFrame(data: unknown): FromFrame | undefined {
  const { type, steps, height, id, index, progress } = opened(data)
  if (type === 'ready' && within(steps, 1, MOST_STEPS) && Number.isInteger(steps)) return { type, steps }
  if (type === 'height' && within(height, 1, Number.POSITIVE_INFINITY))
    return { type, height: Math.min(height, MOST_HEIGHT) }
  if (type === 'step' && isId(id) && within(index, 0, MOST_STEPS - 1) && Number.isInteger(index))
    return { type, id, index }
  if (type === 'seek' && within(progress, 0, 1)) return { type, progress }
  if (type === 'place' && within(progress, 0, 1)) return { type, progress }
  if (type === 'leave' || (type === 'place' && progress === undefined)) return { type }
}

function opened(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'datelines') === 1 ? { ...data } : {}
}

function within(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value)
}
