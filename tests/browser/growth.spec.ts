import { between, drawnAt, expectGrowth, expectNoGrowth, expectPlay } from './growth.ts'
import { expect, expectStep, MOTION, open, test } from './page.ts'
import { BAND } from './sites.ts'

test.describe('in motion', () => {
  test.use(MOTION)

  test('the lines grow with the scroll, are undrawn on the way back, and are played once by a click', async ({
    page,
  }) => {
    await expectGrowth(page, BAND, 24)
    await expectPlay(page, BAND)
  })

  test('the same on a phone; under reduced motion a leg is there at once, clicked or scrolled', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await expectGrowth(page, BAND, 24)
    await expectNoGrowth(page, BAND, 10)
  })

  test('nothing is done while nothing moves', async ({ page }) => {
    await open(page, '#plan')
    const [, , , middle = 0] = await between(page, 'plan', 'parting', 6)
    await drawnAt(page, middle)
    const changes = () =>
      page.evaluate(async () => {
        let count = 0
        const observer = new MutationObserver((list) => {
          count += list.length
        })
        observer.observe(document.body, { attributes: true, childList: true, subtree: true, characterData: true })
        for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame)
        observer.disconnect()
        return count
      })
    // The flight there, the announcement and the map's own controls may still be on their way: the page comes to rest
    await expect.poll(changes).toBe(0)
  })
})

test('the map says who stays where, when it is so', async ({ page }) => {
  await open(page, '#concert')
  await test.step('all who left are somewhere at the end', async () => {
    const people = page.locator('[data-kind="people"] text')
    expect((await people.allTextContents()).map(Number).sort((a, b) => a - b)).toEqual([2, 3, 8, 9])
    const stays = page.locator('[data-kind="stay"] text')
    expect((await stays.allTextContents()).sort()).toEqual([
      '1 in the south',
      '2 overseas',
      '3 in the north',
      '6 in the west',
    ])
  })
  await test.step('who stays where is not said before it is so', async () => {
    await page.locator('nav a[href="#parting"]').click()
    await expectStep(page, 'parting')
    await page.getByRole('button', { name: 'Show whole route' }).click()
    await expect(page.locator('[data-kind="stay"] text')).toHaveCount(0)
  })
})
