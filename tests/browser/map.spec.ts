import type { Page } from '@playwright/test'
import { legsAt, marksAt } from '../../src/story/route.ts'
import type { Route } from '../../src/story/story.ts'
import { builtStory, expect, firstMove, namesSeen, open, STORIES, storyOf, test, viewOf } from './page.ts'

/** Left, top, right, bottom of everything the drawing shows, CSS pixels, by what it is; once marks have changed size. */
function positions(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
    const box = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return [left, top, right, bottom]
    }
    const visible = (element: Element) => element.checkVisibility()
    const entries: [string, number[]][] = []
    for (const path of document.querySelectorAll('[data-drawing="ground"] path')) entries.push([path.id, box(path)])
    for (const line of document.querySelectorAll('[data-leg] path'))
      if (visible(line)) entries.push([`leg ${line.closest('[data-leg]')?.getAttribute('data-leg')}`, box(line)])
    const pins = [...document.querySelectorAll('[data-drawing="route"] :is(text, circle)')].filter(visible)
    for (const [i, pin] of pins.entries()) entries.push([`${pin.tagName} ${i} ${pin.textContent}`, box(pin)])
    return Object.fromEntries(entries)
  })
}

for (const [slug, width] of STORIES.flatMap((slug) => [390, 1280].map((width) => [slug, width] as const))) {
  const story = builtStory(slug)
  for (const fragment of ['', `#${firstMove(story).to}`, `#${story.steps.at(-1)?.id}`]) {
    test(`${slug}: nothing on the map moves when Leaflet takes over, ${width} px ${fragment}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 })
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      await page.route(/MapGestures-/, async (route) => {
        await held
        await route.continue()
      })
      await page.goto(`./${slug}/${fragment}`, { waitUntil: 'domcontentloaded' })
      await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
      const {
        x,
        y,
        width: across,
        height,
      } = story.route.views[story.steps.findIndex(({ id }) => `#${id}` === fragment)] ?? story.route.whole
      await expect.poll(() => viewOf(page)).toEqual([x, y, across, height])
      await page.evaluate(() => document.fonts.ready)
      const before = await positions(page)
      expect(Object.keys(before).length).toBeGreaterThan(8)
      release()
      await expect(page.getByRole('group', { name: /arrow keys/ })).toBeVisible()
      const after = await positions(page)
      expect(Object.keys(after)).toEqual(Object.keys(before))
      for (const [name, box] of Object.entries(before))
        for (const [i, value] of box.entries())
          expect(Math.abs((after[name]?.[i] ?? Number.NaN) - value), name).toBeLessThanOrEqual(1)
    })
  }
}

for (const slug of STORIES)
  test(`${slug}: without JavaScript the map shows the whole route`, async ({ browser, baseURL }) => {
    const { route } = builtStory(slug)
    const places = route.places.filter(({ id }) => marksAt(route, undefined).includes(id)).map(({ name }) => name)
    // A name of two lines is two pieces.
    const together = (name: string) => name.replaceAll(' ', '')
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${baseURL}${slug}/`)
    for (const width of [340, 390, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 1000 })
      const names = (await namesSeen(page)).map(together).sort()
      expect(places.map(together), `${width} px`).toEqual(expect.arrayContaining(names))
      if (isWorld(route)) expect(names.length, `${width} px`).toBeGreaterThan(places.length / 4)
      else expect(names, `${width} px`).toEqual(places.map(together).sort())
    }
    if (route.legs.some(({ status }) => status === 'happened')) {
      const map = page.getByRole('region', { name: 'Route map' })
      await expect(map.getByText('Took place', { exact: true }).filter({ visible: true })).toBeVisible()
      await expect(map.getByText('Still to come', { exact: true }).filter({ visible: true })).toHaveCount(0)
    }
    const seen = await page.locator('[data-drawing="route"]').boundingBox()
    const legs = await page.locator('[data-leg]').all()
    expect(legs).toHaveLength(legsAt(route.legs, undefined).length)
    for (const leg of isWorld(route) ? [] : legs) {
      const box = await leg.boundingBox()
      expect(box && seen && box.x >= seen.x && box.x + box.width <= seen.x + seen.width).toBe(true)
    }
    await page.close()
  })

/** A map of the whole world has its lines on both sides, and no room for every name. */
function isWorld({ whole, projection }: Route): boolean {
  return whole.width >= projection.world
}

for (const slug of STORIES) {
  for (const [width, height, path] of [
    [360, 740, ''],
    [390, 844, ''],
    [768, 1024, ''],
    [1280, 800, ''],
    [1600, 1000, ''],
    [340, 680, 'embed/'],
  ] as const) {
    test(`${slug}: at every step names are whole and cover nothing, and lines reach their heads, ${width} px ${path}`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await page.goto(`./${slug}/${path}`)
      const next = page.getByRole('button', { name: 'Next' })
      await expect(next).toBeVisible()
      const { steps, route } = await storyOf(page)
      // On a map of the whole world, or one as small as a hand, a name may lie on a line; on a name or the edge it never does.
      const crowded = width < 390 || isWorld(route)
      const faults = async () => [
        ...(await overlaps(page)).filter((pair) => !(crowded && / \/ (line|mark|arrowhead)/.test(pair))),
        ...(await shortShafts(page, route)),
      ]
      const wrong = (await faults()).map((fault) => `start: ${fault}`)
      for (const { id, index } of steps) {
        await (index === 0 ? page.locator(`nav a[href$="#${id}"]`).first() : next).click()
        await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', new RegExp(`#${id}$`))
        const { x, y, width, height } = route.views[index] ?? route.whole
        await expect.poll(() => viewOf(page)).toEqual([x, y, width, height])
        wrong.push(...(await faults()).map((fault) => `${id}: ${fault}`))
      }
      expect(wrong).toEqual([])
    })
  }
}

for (const width of [340, 390, 768, 1280, 1600]) {
  test(`no line comes near a place that is not its end, and none runs back over Belarus, ${width} px`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 844 })
    await open(page)
    const { steps, route } = await storyOf(page)
    const wrong: string[] = []
    for (const { id, index } of steps) {
      await page.locator(`nav a[href="#${id}"]`).click()
      await expect(page.locator(`article > section[data-active]`)).toHaveAttribute('id', id)
      const { x, y, width, height } = route.views[index] ?? route.whole
      await expect.poll(() => viewOf(page)).toEqual([x, y, width, height])
      wrong.push(
        ...(await page.evaluate((step) => {
          const { legs } = JSON.parse(document.getElementById('_story')?.textContent ?? '{}').route
          const focus = document.querySelector<SVGGeometryElement>('#_ground-focus')
          const found = new Set<string>()
          for (const leg of legs) {
            const path = document.querySelector<SVGPathElement>(`[data-leg="${leg.id}"] svg > path`)
            const matrix = path?.getScreenCTM()
            const toGround = focus?.getScreenCTM()?.inverse()
            if (!path || !matrix || !toGround) continue
            for (let i = 0; i <= 100; i += 1) {
              const at = path.getPointAtLength((path.getTotalLength() * i) / 100).matrixTransform(matrix)
              for (const mark of document.querySelectorAll('[data-place], [data-area]')) {
                const place = mark.getAttribute('data-place') ?? mark.getAttribute('data-area') ?? ''
                const box = mark.querySelector('circle')?.getBoundingClientRect()
                if (!box || place === leg.from || place === leg.to) continue
                const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
                if (Math.hypot(at.x - x, at.y - y) < 12) found.add(`${step}: ${leg.id} near ${place}`)
              }
              if (leg.from !== 'minsk' && focus?.isPointInFill(at.matrixTransform(toGround)))
                found.add(`${step}: ${leg.id} over Belarus`)
            }
          }
          if (step !== 'border' && document.querySelector('[data-area="aleksandrovka"], [data-place="aleksandrovka"]'))
            found.add(`${step}: the dot of 2020`)
          return [...found]
        }, id)),
      )
    }
    expect(wrong).toEqual([])
  })
}

for (const slug of STORIES) {
  test(`${slug}: every line on the map has an arrowhead that its place does not hide`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { steps, route } = builtStory(slug)
    const { legs } = route
    await open(page, `#${steps[legs[0]?.step ?? 0]?.id}`, slug)
    const hidden = await page.evaluate((legs) => {
      const drawn = [...document.querySelectorAll('[data-leg][data-part="done"]')]
      return drawn.map((line) => {
        const { id, to } = legs.find(({ id }) => id === line.getAttribute('data-leg')) ?? {}
        const head = line.querySelector<SVGPathElement>('path[transform]')
        const matrix = head?.getScreenCTM()
        if (!head || !matrix) return `${id} has none`
        // The tip comes first in the path.
        const tip = head.getPointAtLength(0).matrixTransform(matrix)
        const mark = document.querySelector(`[data-place="${to}"] circle:not([fill="transparent"])`)
        const { left, right, top, bottom } = mark?.getBoundingClientRect() ?? new DOMRect()
        const under = Math.hypot(tip.x - (left + right) / 2, tip.y - (top + bottom) / 2) < (right - left) / 2
        return under ? `${id} is hidden` : 'seen'
      })
    }, legs)
    expect(hidden.length).toBeGreaterThan(0)
    expect(new Set(hidden)).toEqual(new Set(['seen']))
  })

  test(`${slug}: before the story begins the way lies ahead, pale and without its numbers; at its end it is there`, async ({
    page,
  }) => {
    const { steps, route } = builtStory(slug)
    const shown = legsAt(route.legs, undefined).length
    await open(page, '', slug)
    const parts = () =>
      page.locator('[data-leg]').evaluateAll((legs) => legs.map((leg) => leg.getAttribute('data-part')))
    expect(await parts()).toEqual(Array(shown).fill('ahead'))
    await expect(page.locator(':is([data-kind="people"], [data-kind="stay"]) text')).toHaveCount(0)
    await page.locator(`nav a[href="#${steps.at(-1)?.id}"]`).click()
    await expect.poll(parts).toEqual(Array(shown).fill('done'))
  })
}

test('no line is there before it is known', async ({ page }) => {
  await open(page)
  await page.locator('nav a[href="#deal"]').click()
  await expect(page.locator('[data-leg]')).toHaveCount(0)
})

test('the legend names only what the map shows, and says what the lines stand for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  const map = page.getByRole('region', { name: 'Route map' })
  const legend = (text: string) => map.getByText(text, { exact: true }).filter({ visible: true })
  const schematic =
    (await map
      .getByText(/^Schematic/)
      .first()
      .textContent()) ?? ''
  for (const [id, shown, not] of [
    ['vote', [], ['Took place', 'Announced', 'Still to come', 'Rough location']],
    ['border', ['Rough location'], ['Took place', 'Announced']],
    ['handover', ['Took place', 'Announced', schematic], ['Rough location']],
    ['arrived', ['Took place', 'A country, not a spot'], ['Announced', 'Still to come']],
  ] satisfies [string, string[], string[]][]) {
    await page.locator(`nav a[href="#${id}"]`).click()
    for (const text of shown) await expect(legend(text), `${id}: ${text}`).toBeVisible()
    for (const text of not) await expect(legend(text), `${id}: ${text}`).toHaveCount(0)
  }
  await map.getByText('About this map').click()
  await expect(map.getByText(/^Lines are schematic/), 'why, in “About this map”').toBeVisible()
})

test('a place far away is named at the edge of the map, with an arrow', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const width of [340, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await open(page, '#licence')
    const name = page.locator('[data-kind="beyond"]')
    await expect(name).toHaveText('Washington')
    const [arrow, stage] = [
      await name.locator('path').boundingBox(),
      await page.getByRole('region', { name: 'Route map' }).boundingBox(),
    ]
    expect((arrow?.x ?? 0) - (stage?.x ?? 0), 'Washington lies in the west').toBeLessThan((stage?.width ?? 0) * 0.2)
  }
})

/** Lines whose shaft does not end at the base of its arrowhead, and by how many pixels. */
async function shortShafts(page: Page, { legs }: Route): Promise<string[]> {
  return page.evaluate(
    (legs) =>
      [...document.querySelectorAll('[data-leg]')].flatMap((leg) => {
        const [head, shaft] = [
          leg.querySelector<SVGPathElement>('path[transform]'),
          leg.querySelector<SVGPathElement>('svg > path[stroke-width]'),
        ]
        const [toHead, toShaft] = [head?.getScreenCTM(), shaft?.getScreenCTM()]
        if (!shaft || !toShaft) return ['no line']
        if (!head || !toHead) {
          const [line = []] = legs.find(({ id }) => id === leg.getAttribute('data-leg'))?.lines ?? []
          const [start, end] = [line[0], line.at(-1)?.slice(-2)]
          const apart = Math.hypot((end?.[0] ?? 0) - (start?.[0] ?? 0), (end?.[1] ?? 0) - (start?.[1] ?? 0)) * toShaft.a
          return apart > 40 ? [`${leg.getAttribute('data-leg')} has no head`] : []
        }
        // The tip comes first in the path, then the two ends of its base.
        const [back = 0, , length = 0] = (head.getAttribute('d') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? []
        const base = new DOMPoint(back + length, 0).matrixTransform(toHead)
        const ends = (shaft.getAttribute('d') ?? '')
          .split('M')
          .slice(1)
          .map((way) => {
            const [x, y] = (way.match(/-?[\d.]+/g) ?? []).map(Number).slice(-2)
            return new DOMPoint(x, y).matrixTransform(toShaft)
          })
        const off = Math.min(...ends.map(({ x, y }) => Math.hypot(x - base.x, y - base.y)))
        return off > 3 ? [`${leg.getAttribute('data-leg')} ends ${Math.round(off)} px from its head`] : []
      }),
    legs,
  )
}

/** Pairs of things on the map that cover each other: names with names, lines, marks of places and controls. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      name: string
      left: number
      top: number
      right: number
      bottom: number
    }
    const stage = document.querySelector('[data-drawing="route"]')?.parentElement
    if (!stage) return ['no map']
    const within = stage.getBoundingClientRect()
    const boxOf = (element: Element, name: string): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { name, left, top, right, bottom }
    }
    const meet = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5
    const texts = [...stage.querySelectorAll('[data-drawing="route"] text')].filter(
      (text) => text.textContent && text.checkVisibility(),
    )
    const names = texts.flatMap((text) => {
      const box = boxOf(text, text.textContent ?? '')
      // The box of a text is as high as its line; what is inked ends nearer to the baseline.
      const size = Number.parseFloat(getComputedStyle(text).fontSize)
      const inked = { ...box, top: box.top + 0.2 * size, bottom: box.bottom - 0.05 * size }
      return meet(inked, { name: '', ...within.toJSON() }) ? [inked] : []
    })
    const lines = [...stage.querySelectorAll('[data-leg]')].flatMap((leg) => {
      const path = leg.querySelector<SVGPathElement>('svg > path[stroke-width]')
      const matrix = path?.getScreenCTM()
      if (!path || !matrix || !path.checkVisibility()) return []
      const half = Number.parseFloat(path.getAttribute('stroke-width') ?? '0') / 2
      const length = path.getTotalLength()
      return Array.from({ length: 121 }, (_, i) => {
        const { x, y } = path.getPointAtLength((length * i) / 120).matrixTransform(matrix)
        return {
          name: `line ${leg.getAttribute('data-leg')}`,
          left: x - half,
          right: x + half,
          top: y - half,
          bottom: y + half,
        }
      })
    })
    const marks = [...stage.querySelectorAll('[data-place] circle:not([fill="transparent"])')]
      .filter((mark) => mark.checkVisibility())
      .map((mark) => boxOf(mark, 'mark'))
    const buttons = [...stage.querySelectorAll('button')].map((button) => boxOf(button, `button ${button.textContent}`))
    const others = [
      ...marks,
      ...[...stage.querySelectorAll('[data-leg] path[transform]')].map((head) => boxOf(head, 'arrowhead')),
      ...buttons,
      ...[...stage.querySelectorAll('p')].map((line) => boxOf(line, 'credit')),
      ...lines,
    ]
    const pairs = new Set<string>()
    for (const mark of marks)
      for (const button of buttons) if (meet(mark, button)) pairs.add(`${mark.name} / ${button.name}`)
    // The leader line of a note touches no name and no line but what it points to.
    for (const leader of stage.querySelectorAll<SVGLineElement>('[data-kind="note"] line')) {
      const matrix = leader.getScreenCTM()
      if (!matrix) continue
      const at = (x: number, y: number) => new DOMPoint(x, y).matrixTransform(matrix)
      const [from, to] = [
        at(leader.x1.baseVal.value, leader.y1.baseVal.value),
        at(leader.x2.baseVal.value, leader.y2.baseVal.value),
      ]
      for (let i = 0; i <= 10; i += 1) {
        const [x, y] = [from.x + ((to.x - from.x) * i) / 10, from.y + ((to.y - from.y) * i) / 10]
        const point = { name: 'leader', left: x - 0.5, right: x + 0.5, top: y - 0.5, bottom: y + 0.5 }
        for (const other of [...names, ...lines])
          if (other.name !== leader.parentElement?.textContent && meet(point, other))
            pairs.add(`leader / ${other.name}`)
      }
    }
    names.forEach((name, i) => {
      for (const other of [...names.slice(i + 1), ...others])
        if (meet(name, other)) pairs.add(`${name.name} / ${other.name}`)
      const cut = Math.max(
        within.left - name.left,
        name.right - within.right,
        within.top - name.top,
        name.bottom - within.bottom,
      )
      if (cut > 0.5) pairs.add(`${name.name} / edge by ${Math.round(cut)}`)
    })
    return [...pairs]
  })
}
