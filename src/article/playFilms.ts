import { PLAYER } from '../story/films.ts'

/** Offers to play films that are on somebody else's server, who is asked for nothing before the press. */
export function playFilms() {
  // In a sandbox without an origin a player has none either, and does not play; the link to the film remains.
  if (window.origin === 'null') return
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-film]')) {
    button.hidden = false
    button.addEventListener('click', function play() {
      const player = document.createElement('iframe')
      player.allow = PLAYER.allow
      player.setAttribute('sandbox', PLAYER.sandbox)
      player.referrerPolicy = PLAYER.referrerPolicy
      player.title = button.dataset['shows'] ?? ''
      player.src = button.dataset['film'] ?? ''
      button.replaceWith(player)
      player.focus()
    })
  }
}
