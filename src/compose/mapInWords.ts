import type { StoryFile } from '../content/schema/story.ts'
import type { PrintedLanguage } from '../language/language.ts'
import type { LegInWords } from '../story/copy.ts'
import { crowdsAt } from '../story/crowd.ts'
import type { Leg, Place, Route } from '../story/map.ts'
import type { Member } from '../story/members.ts'
import { marksAt } from '../story/route.ts'
import type { Step } from '../story/story.ts'

/** Maximum number of legs named for the whole route; with more it refers to “The route in words”. */
const MAX_NAMED = 20

interface LegsInWords {
  legs: LegInWords[]
  /** A number of a unit in words */
  format: (amount: number, unit: string) => string | undefined
}

/**
 * What map or section show, in words: who goes where, and what is only announced; without a move, the marked places. On
 * a section also how many are where.
 */
export function picturesInWords(
  file: StoryFile,
  steps: Step[],
  drawn: Pick<Route, 'legs' | 'places'> & { members: Member[] },
  { legs: inWords, format }: LegsInWords,
  { legInWords, mapPicture, sectionPicture, routeInWords, status }: PrintedLanguage,
): Pick<Route, 'alt' | 'alts'> {
  const journey = ({ id }: Leg) => {
    const leg = inWords.find((leg) => leg.id === id)
    return leg ? legInWords(leg.amount, leg.from, leg.to, leg.date?.label) : ''
  }
  const names = (ids: string[]) => drawn.places.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const opens = file.stage === 'section'
  const onStage = <T extends Leg | Place>(all: T[]) => all.filter(({ section }) => Boolean(section) === opens)
  const whole = onStage(drawn.legs)
  const all = whole.length > 0 ? whole.map(journey) : names(onStage(drawn.places).map(({ id }) => id))
  const units = new Map(file.legs.map((leg) => [leg.id, leg.unit]))
  const unitOf = ({ travels: [first] }: Member) => (first && units.get(first.leg.id)) ?? ''
  /** How many are at each place of the section after a step: “Refuge: 28 people” */
  const standing = (step: number) =>
    [...new Set(drawn.members.map(unitOf))].flatMap((unit) => {
      const members = drawn.members.filter((member) => unitOf(member) === unit)
      const counts = crowdsAt(members, (leg) => Number(leg.step <= step))
      return drawn.places.flatMap(({ id, name }) => {
        const count = counts.get(id)
        return count ? `${name}: ${format(count, unit)}` : []
      })
    })
  const picture = opens ? sectionPicture : mapPicture
  return {
    alt: picture(all.length > MAX_NAMED ? [routeInWords] : all),
    alts: steps.map((step) => {
      const section = step.section === true
      const moves = drawn.legs.flatMap((leg) => {
        if (Boolean(leg.section) !== section) return []
        if (leg.step === step.index)
          return leg.status === 'happened' ? journey(leg) : `${journey(leg)} (${status[leg.status]})`
        return leg.announced === step.index ? `${journey(leg)} (${status.announced})` : []
      })
      if (section) return sectionPicture([...moves, ...standing(step.index)])
      return mapPicture(moves.length > 0 ? moves : names(marksAt(drawn, step)))
    }),
  }
}
