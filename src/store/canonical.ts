/**
 * The address of this edition's full page, without query or fragment: the public address if the publisher configured
 * one, otherwise that of the folder of the file that describes it, or where an embed's link leads.
 */
export function canonicalAddress(): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  if (link) return link.href
  const near = document.querySelector<HTMLLinkElement | HTMLAnchorElement>(
    'link[type="application/json+oembed"], #_full',
  )
  return new URL('.', near?.href ?? location.href).href
}
