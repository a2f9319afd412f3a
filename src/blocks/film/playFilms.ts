import { PLAYER } from '../../story/films.ts'

/** Where the host of an embed forbids full screen, each film says so and links to its step in the full explainer. */
export function linkFilmsToFullPage() {
  // iPhone Safari has no `fullscreenEnabled` (undefined) and plays films in full screen anyway.
  if (parent === window || document.fullscreenEnabled !== false) return
  const [full = ''] = document.querySelector<HTMLAnchorElement>('#_full')?.href.split('#') ?? []
  for (const note of document.querySelectorAll<HTMLElement>('figcaption > [hidden]')) {
    const link = document.createElement('a')
    link.href = `${full}#${note.closest('section[id]')?.id ?? ''}`
    link.target = '_blank'
    link.rel = 'noopener'
    link.append(...note.childNodes)
    note.append(' · ', link)
    note.hidden = false
  }
}

/** Enables the play buttons of films on other servers. No request is made before the click. */
export function playFilms() {
  // In a sandbox without an origin the player has none either and does not play; the link to the film remains.
  if (window.origin === 'null') return
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-film]')) {
    button.hidden = false
    button.addEventListener('click', function play() {
      const player = document.createElement('iframe')
      player.allow = PLAYER.allow
      player.setAttribute('sandbox', PLAYER.sandbox)
      player.referrerPolicy = PLAYER.referrerPolicy
      player.title = button.dataset['label'] ?? ''
      player.src = button.dataset['film'] ?? ''
      button.replaceWith(player)
      player.focus()
    })
  }
}
