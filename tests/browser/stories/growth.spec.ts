/**
 * The lines of every story that is shipped grow. In one size of window: growth follows the passages, whatever their size;
 * the tests' own story is looked at in two (`../growth.spec.ts`).
 */
import { expectGrowth, expectNoGrowth, expectPlay } from '../growth.ts'
import { MOTION, test } from '../page.ts'
import { MAPPED } from '../sites.ts'

test.use(MOTION)

for (const slug of MAPPED)
  test(`${slug}: the lines grow with the scroll, are undrawn on the way back, are played by a click, and are there at once under reduced motion`, async ({
    page,
  }) => {
    await expectGrowth(page, slug, 16)
    await test.step('played by a click', () => expectPlay(page, slug))
    await test.step('under reduced motion', () => expectNoGrowth(page, slug, 4))
  })
