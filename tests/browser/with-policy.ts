import { policyOf } from '../../src/build/headers.ts'

type Policy = Parameters<typeof policyOf>

/** What the sites of the tests have set */
const SITE = { url: undefined, framedBy: undefined, offline: true }

/** A page that a test has changed, with the policy that the build would give it. */
export function withPolicy(html: string, needs: Partial<Policy[1]>, tiles?: Policy[0]['tiles']): string {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  const policy = policyOf({ ...SITE, tiles }, { style, scripted: true, ...needs })
  return html.replace(/(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, () => policy)
}
