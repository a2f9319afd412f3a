import { policyOf } from '../../src/build/headers.ts'

type Policy = Parameters<typeof policyOf>

/** A page that a test has changed, with the policy that the build would give it. */
export function withPolicy(html: string, site: Policy[0], needs: Partial<Policy[1]> = {}): string {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  const policy = policyOf(site, { style, ...needs })
  return html.replace(/(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, () => policy)
}
