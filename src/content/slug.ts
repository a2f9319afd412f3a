/** Suggests a slug: “Łódź, 2024” → 'lodz-2024'; empty if no character fits an address. */
export function slugOf(text: string): string {
  const latin = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l')
  return latin.match(/[a-z0-9]+/g)?.join('-') ?? ''
}
