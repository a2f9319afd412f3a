/** The lines of every story that is shipped grow. */
import { expectGrowth, expectNoGrowth, expectPlay } from '../growth.ts'
import { MOTION, test } from '../page.ts'
import { MAPPED } from '../sites.ts'

for (const slug of MAPPED) {
  test.describe('in motion', () => {
    test.use(MOTION)

    for (const [name, viewport] of [
      ['wide', { width: 1280, height: 800 }],
      ['phone', { width: 390, height: 844 }],
    ] as const)
      test(`${slug}: the lines grow with the scroll, are undrawn on the way back, and are played by a click (${name})`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport)
        await expectGrowth(page, slug, 24)
        if (name === 'wide') await expectPlay(page, slug)
      })
  })

  test(`${slug}: under reduced motion a leg is there at once, clicked or scrolled`, async ({ page }) => {
    await expectNoGrowth(page, slug, 4)
  })
}
