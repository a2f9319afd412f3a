/**
 * Messages between the loader in a host page and the embedded page. Everything received is validated here: a message of
 * any other form, or with a number out of range, is ignored.
 */

import { THEMES, type Theme } from '../../store/theme.ts'
import { MOST_STEPS } from '../../story/mostSteps.ts'

/** Height of the embedded explainer in click mode at any width, so hosts can reserve it in advance. CSS pixels. */
export const EMBED_HEIGHT = 680

/**
 * The permissions a frame needs; `allow-same-origin` lets it load fonts and lets the host check the origin of messages.
 */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'

/**
 * Features of the explainer in its frame: full-screen films, playback at the first click, copying links. Browsers log a
 * warning in the host's console for names they do not know, and for `allowfullscreen` beside these.
 */
export const ALLOW = 'fullscreen; autoplay; clipboard-write'

/** Maximum height of the frame, CSS pixels. */
export const MOST_HEIGHT = 5000

/** `click`: a box of fixed height. `scroll`: pinned while the host's page scrolls past. */
const HOST_MODES = ['click', 'scroll'] as const

export type HostMode = (typeof HOST_MODES)[number]

export type FromHost =
  /** Scroll progress through the tall box, 0 to 1 */
  | { type: 'scroll'; progress: number }
  | { type: 'theme'; theme: Theme }
  | { type: 'step'; id: string }
  /** How the host shows the frame: sent in answer to `ready`, and when it changes */
  | { type: 'mode'; mode: HostMode }

export type FromFrame =
  | { type: 'ready'; steps: number }
  | { type: 'height'; height: number }
  | { type: 'step'; id: string; index: number }
  /** The reader chose a step: the progress the host should scroll to, 0 to 1 */
  | { type: 'seek'; progress: number }
  /**
   * Progress of the active step, 0 to 1; none before any step was chosen. Sent in answer to `mode: scroll` and to
   * `step`, and when the frame is resized: the host stays there, or scrolls there once the reader reaches the frame.
   */
  | { type: 'place'; progress?: number }
  /** The reader wants to skip the explainer */
  | { type: 'leave' }

/** Adds the mark that identifies our messages. */
export function wrapMessage(message: FromHost | FromFrame) {
  return { datelines: 1, ...message }
}

/** A valid message from a host; undefined for anything else. */
export function fromHost(data: unknown): FromHost | undefined {
  const { type, progress, theme, id, mode } = fieldsOf(data)
  if (type === 'scroll' && within(progress, 0, 1)) return { type, progress }
  const knownTheme = THEMES.find((name) => name === theme)
  if (type === 'theme' && knownTheme) return { type, theme: knownTheme }
  if (type === 'step' && isId(id)) return { type, id }
  const knownMode = HOST_MODES.find((name) => name === mode)
  if (type === 'mode' && knownMode) return { type, mode: knownMode }
}

/** A valid message from the frame; undefined for anything else. */
export function fromFrame(data: unknown): FromFrame | undefined {
  const { type, steps, height, id, index, progress } = fieldsOf(data)
  if (type === 'ready' && within(steps, 1, MOST_STEPS) && Number.isInteger(steps)) return { type, steps }
  if (type === 'height' && within(height, 1, Number.POSITIVE_INFINITY))
    return { type, height: Math.min(height, MOST_HEIGHT) }
  if (type === 'step' && isId(id) && within(index, 0, MOST_STEPS - 1) && Number.isInteger(index))
    return { type, id, index }
  if (type === 'seek' && within(progress, 0, 1)) return { type, progress }
  if (type === 'place' && within(progress, 0, 1)) return { type, progress }
  if (type === 'leave' || (type === 'place' && progress === undefined)) return { type }
}

function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'datelines') === 1 ? { ...data } : {}
}

function within(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value)
}
