import type { Story } from '../story/story.ts'

/**
 * The address of this edition's full page, without query or fragment: the public one where the publisher has set it for
 * the build, else the one beside this page.
 */
export function canonicalAddress({ slug, language, languages }: Story): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  if (link) return link.href
  // A page says where the root of the site is, an embed where its full page is.
  const { root = '../', full } = document.getElementById('_explainer')?.dataset ?? {}
  const page = language === languages[0]?.code ? `${slug}/` : `${slug}/${language}/`
  return new URL(full ?? `${root}${page}`, new URL(location.pathname, location.href)).href
}
