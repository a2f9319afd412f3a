import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  MATROSKA,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'

/** Supported containers by file extension. An MP4 has its index first, so it can play while it loads. */
const CONTAINERS: Record<string, () => OutputFormat> = {
  '.mp4': () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  '.m4a': () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  '.webm': () => new WebMOutputFormat(),
  '.mp3': () => new Mp3OutputFormat(),
}

/**
 * Copies the video and audio of the file at `from` to a new file at `to` without re-encoding. Tags, track names and
 * data tracks (where a phone or drone records its position) are left out. Throws a readable error if that is not
 * possible, and then writes nothing to `to`.
 */
export async function remux(from: string, to: string): Promise<void> {
  const format = CONTAINERS[extname(to)]?.()
  if (!format) throw new Error(`${from} is of a kind whose location cannot be taken out`)
  const input = new Input({ source: new FilePathSource(from), formats: [MP4, QTFF, WEBM, MATROSKA, MP3] })
  const unfinished = `${to}.part`
  const refuse = (): never => {
    throw new Error(`${from} is no film or sound that can be read: it may be cut off`)
  }
  try {
    if (!(await input.canRead().catch(() => false))) refuse()
    const output = new Output({ format, target: new FilePathTarget(unfinished) })
    const options = { copy: { mode: 'forced' }, tags: {}, showWarnings: false } as const
    const conversion = await Conversion.init({ input, output, ...options }).catch(refuse)
    const kept = output.tracks.map(({ type }) => type)
    const lost = conversion.discardedTracks.find(({ track }) => track.type !== 'subtitle' && !kept.includes(track.type))
    if (lost) {
      const what = lost.track.type === 'audio' ? 'sound' : 'pictures'
      throw new Error(`${from} has ${what} that browsers cannot play: export it as H.264 and AAC, or as WebM`)
    }
    if (!conversion.isValid) refuse()
    for (const { metadata } of output.tracks) delete metadata.name
    await conversion.execute().catch(refuse)
    await rename(unfinished, to)
  } finally {
    input.dispose()
    await rm(unfinished, { force: true })
  }
}
