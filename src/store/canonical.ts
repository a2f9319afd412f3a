import type { Story } from '../story/story.ts'

/**
 * The address of this edition's full page, without query or fragment: the public address if the publisher configured
 * one, otherwise resolved from this page.
 */
export function canonicalAddress({ slug, language, languages }: Story): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  if (link) return link.href
  // A page has the path to the root of the site, an embed the path to its full page.
  const { root = '../', full } = document.getElementById('_explainer')?.dataset ?? {}
  const page = language === languages[0]?.code ? `${slug}/` : `${slug}/${language}/`
  return new URL(full ?? `${root}${page}`, new URL(location.pathname, location.href)).href
}
