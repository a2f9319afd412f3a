import { heardUntil } from './by-ear.ts'
import { expect, open, test } from './page.ts'

test.use({ bypassCSP: true })

test('what is heard of the first screen, of a step and of the end is what its list says', async ({ page }) => {
  await open(page)
  const heard = await heardUntil(page, /^end of contentinfo$|^end of document$/)
  const from = (line: string) => heard.indexOf(line)
  const first = from('article')
  const lists = {
    'first-screen': heard.slice(0, first),
    step: heard.slice(from('group, Nine go one way, three the other'), from('group, A telegram from Boston')),
    end: heard.slice(from('heading, The route in words, level 2')),
  }
  for (const [name, lines] of Object.entries(lists)) {
    expect(lines.length, name).toBeGreaterThan(10)
    expect(lines.join('\n')).toMatchSnapshot(`${name}.txt`)
  }
})
