// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const FOLDER = new URL('../../../src/stories/copiapo-rescue/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The table of the story: each man's minutes after midnight, earliest and latest, or none where only a limit is known */
const men = [...read('en.md').matchAll(/^\| (\d+) \| ([^|]+) \| ([^[]+)\[/gm)].map(([, number, , time = '']) => {
  const times = (time.match(/\d\d:\d\d/g) ?? []).map(minutes)
  const known = !time.startsWith('before') && times.length > 0
  return { number: Number(number), earliest: known ? Math.min(...times) : undefined, latest: Math.max(...times) }
})
const exact = men.flatMap(({ number, earliest, latest }) =>
  earliest === undefined ? [] : [{ number, earliest, latest }],
)

it('the table has all 33 in the order in which they came up', () => {
  expect(men.map(({ number }) => number)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1))
  expect(exact.map(({ number }) => number)).toEqual(men.map(({ number }) => number).filter((number) => number !== 20))
  const times = exact.map(({ latest }) => latest)
  expect(times).toEqual([...times].sort((one, other) => one - other))
})

// 438 units wide for 24 hours, 432 high for 33 men
it('the clock has each man at the minute that the table gives', () => {
  const dots = [...read('clock.svg').matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)]
    .map(([, x, y]) => ({ minute: ((Number(x) - 30) / 438) * 1440, number: ((452 - Number(y)) / 432) * 33 }))
    .filter(({ number }) => number > 0.5)
  expect(dots.map(({ number }) => Math.round(number))).toEqual(exact.map(({ number }) => number))
  for (const [index, { number, earliest, latest }] of exact.entries()) {
    expect(dots[index]?.minute, `man ${number}`).toBeGreaterThan(earliest - 1)
    expect(dots[index]?.minute, `man ${number}`).toBeLessThan(latest + 1)
  }
})

// 428 units from the second man to the thirty-third, 76 high for 30 minutes
it('the bars are the minutes between one man and the next, where both are known', () => {
  const bars = new Map(
    [...read('waits.svg').matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="9" height="([\d.]+)"/g)].map(
      ([, x, height]) => [Math.round(((Number(x) - 33.5) / 428) * 31) + 2, (Number(height) / 76) * 30],
    ),
  )
  const waits = exact.flatMap((man) => {
    const before = exact.find(({ number }) => number === man.number - 1)
    return before ? [{ ...man, least: man.earliest - before.latest, most: man.latest - before.earliest }] : []
  })
  expect([...bars.keys()]).toEqual(waits.map(({ number }) => number))
  for (const { number, least, most } of waits) {
    expect(bars.get(number), `man ${number}`).toBeGreaterThan(least - 0.5)
    expect(bars.get(number), `man ${number}`).toBeLessThan(most + 0.5)
  }
})

it('a step that tells when one man came up has his minute', () => {
  const steps = {
    first: 1,
    second: 2,
    fourth: 4,
    sixth: 6,
    twelfth: 12,
    half: 17,
    afternoon: 24,
    evening: 27,
    last: 33,
  }
  for (const [id, number] of Object.entries(steps)) {
    const time = new RegExp(`id: ${id}, date: 2010-10-13T(\\d\\d:\\d\\d)-03:00`).exec(read('story.yaml'))?.[1] ?? ''
    const man = exact.find((one) => one.number === number)
    expect(minutes(time), id).toBeGreaterThanOrEqual(man?.earliest ?? Number.NaN)
    expect(minutes(time), id).toBeLessThanOrEqual(man?.latest ?? Number.NaN)
  }
})
