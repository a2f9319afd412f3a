import { heardUntil } from '../by-ear.ts'
import { expect, open, storyOf, test } from '../page.ts'
import { STORIES } from '../sites.ts'

test.use({ bypassCSP: true })

for (const slug of STORIES)
  test(`${slug}: read from the top, the story begins soon`, async ({ page }) => {
    await open(page, '', slug)
    const { steps, route } = await storyOf(page)
    const heard = await heardUntil(page, new RegExp(`^heading, ${steps[0]?.heading}, level 2$`))
    expect(heard.length, heard.join('\n')).toBeLessThanOrEqual(130)
    const [start, end] = ['region, Route map', 'end of region, Route map'].map((line) => heard.indexOf(line))
    const map = heard.slice(start, (end ?? 0) + 1)
    expect(map.length, map.join('\n')).toBeLessThanOrEqual(12)
    expect(map.filter((line) => line.startsWith('image, '))).toHaveLength(route.places.length ? 1 : 0)
    expect(heard.filter((line) => line.includes('graphics-document'))).toEqual([])
  })
