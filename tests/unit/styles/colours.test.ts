// @vitest-environment node
import { expect, it } from 'vitest'
import { DARK, LIGHT } from '../../../src/styles/colours.ts'
import { contrastOf } from '../../../src/styles/contrast.ts'

it.each([
  ['light', LIGHT, 1.15],
  ['dark', DARK, 1.25],
] as const)('on a %s map sea, land and the countries in focus are told apart at a glance', (_, colours, least) => {
  const { sea, land, coast, border } = colours
  const focus = colours['focus-land']
  expect(contrastOf(sea, land)).toBeGreaterThanOrEqual(least)
  expect(contrastOf(land, focus)).toBeGreaterThanOrEqual(least)
  for (const ground of [sea, land, focus]) expect(contrastOf(coast, ground)).toBeGreaterThanOrEqual(2)
  for (const ground of [land, focus]) expect(contrastOf(border, ground)).toBeGreaterThanOrEqual(2)
})

it.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('what is written or drawn on a %s map stands out from all of it', (_, colours) => {
  for (const ground of [colours.sea, colours.land, colours['focus-land']]) {
    for (const text of [colours.ink, colours['map-muted']]) expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(4.5)
    for (const line of [colours.route, colours.accent]) expect(contrastOf(line, ground)).toBeGreaterThanOrEqual(3)
  }
})
