/** Chromium and Firefox, both by WebDriver BiDi. */
import { ElementHandle, type Frame, launch } from 'puppeteer-core'
import { asScript, type Driver, findFrame, findVisible, PATIENCE, WINDOW } from './driver.ts'

/** Starts the browser at `executablePath`. */
export async function startPuppeteer(browserName: 'chrome' | 'firefox', executablePath: string): Promise<Driver> {
  const browser = await launch({
    browser: browserName,
    executablePath,
    headless: true,
    protocol: 'webDriverBiDi',
    defaultViewport: WINDOW,
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
    args: browserName === 'chrome' ? ['--no-sandbox', '--disable-gpu'] : [],
  })
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE)
  let frame: Frame = page.mainFrame()

  async function find(inPage: (css: string, name: string) => Element | null | undefined, css: string, name = '') {
    const element = await frame.evaluateHandle(inPage, css, name)
    if (!(element instanceof ElementHandle)) throw new Error(`not there: ${css} ${name}`)
    return element
  }

  return {
    async open(address) {
      frame = page.mainFrame()
      await page.goto(address, { waitUntil: 'domcontentloaded' })
    },
    async read(inPage, ...args) {
      return JSON.parse(String(await frame.evaluate(asScript(inPage, args))))
    },
    async click(css, name) {
      await (await find(findVisible, css, name)).click()
    },
    press: (key) => page.keyboard.press(key),
    async wheel(down) {
      await page.mouse.move(WINDOW.width / 2, WINDOW.height / 2)
      await page.mouse.wheel({ deltaY: down })
    },
    async enter(css) {
      const inside = await (await find(findFrame, css)).contentFrame()
      if (!inside) throw new Error(`no frame in ${css}`)
      frame = inside
    },
    async leave() {
      frame = page.mainFrame()
    },
    close: () => browser.close(),
  }
}
