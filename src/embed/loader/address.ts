import { themeNamed } from '../../store/theme.ts'

/** The address of the embedded page; undefined when `src` is not a valid http(s) address. */
export function addressOf(element: HTMLElement, step: string): URL | undefined {
  const get = (name: string) => element.getAttribute(name) ?? ''
  try {
    const story = new URL(get('src') || '.', document.baseURI)
    if (!get('src') || !/^https?:$/.test(story.protocol)) return
    const language = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(get('lang'))
      ? `${Intl.getCanonicalLocales(get('lang'))[0]}/`
      : ''
    const address = new URL(`${story.pathname.replace(/\/?(index\.html)?$/, '/')}${language}embed/`, story)
    if (get('mode') === 'scroll') address.searchParams.set('mode', 'scroll')
    if (get('headline') === '0') address.searchParams.set('headline', '0')
    if (themeNamed(get('theme')) !== 'auto') address.searchParams.set('theme', get('theme'))
    if (/^[a-z0-9-]+$/.test(step)) address.hash = step
    return address
  } catch {
    return
  }
}
