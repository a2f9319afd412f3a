/** Tells what belongs on the map and what on the vertical section of a story. */
import type { StoryFile } from './schema/story.ts'

type Staged = Pick<StoryFile, 'stage' | 'section'>

/** Whether a step is shown on the section, if only under the picture that covers it. */
export function isOnSection({ stage }: Pick<StoryFile['steps'][number], 'stage'>, story: Staged): boolean {
  return (stage === undefined || stage === 'media' ? story.stage : stage) === 'section'
}

/** The position of a place of the section, [distance, depth] in metres; undefined for a place of the map. */
export function onSection(place: string, { section }: Staged): [number, number] | undefined {
  return section?.places[place]?.at
}

/** The points of a leg of the section from start to end, [distance, depth] in metres; undefined for a leg of the map. */
export function wayOnSection(leg: StoryFile['legs'][number], story: Staged): [number, number][] | undefined {
  const [from, to] = [onSection(leg.from, story), onSection(leg.to, story)]
  if (!from || !to) return
  const via = leg.via.flatMap((point): [number, number][] => {
    const at = typeof point === 'string' ? onSection(point, story) : point
    return at ? [at] : []
  })
  return [from, ...via, to]
}
