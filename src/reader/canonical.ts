/**
 * The public address of this edition's full page, without query or fragment: what the publisher has set for the build,
 * else `path`, from the address of this page.
 */
export function canonicalAddress(path: string): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  return link?.href ?? new URL(path, location.href).href
}
