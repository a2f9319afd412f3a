/**
 * Covers the map with the picture or film of the active passage, if it has one for that. Where no map stands beside the
 * text, as in a low window, the copy in the text is shown instead.
 */
export function showLeads() {
  const leads = document.getElementById('_leads')
  const map = document.getElementById('_map')
  const article = document.querySelector('article')
  if (!leads || !map || !article) return
  const leadOf = (passage: Element | null | undefined) => document.getElementById(`_lead-${passage?.id}`)
  const { classList } = document.documentElement

  const update = () => {
    const active = article.querySelector(':scope > [data-active]')
    const shown = classList.contains('led') ? leadOf(active) : null
    for (const lead of leads.children) lead.toggleAttribute('hidden', lead !== shown)
    // The style sheet may leave it in the text.
    const covers = shown !== null && shown.offsetHeight > 0
    leads.classList.toggle('shown', covers)
    // What is covered takes no focus.
    map.toggleAttribute('inert', covers)
    // The next one is there when its step comes.
    for (const picture of leadOf(active?.nextElementSibling)?.querySelectorAll('img') ?? []) picture.loading = 'eager'
  }
  const fit = () => {
    classList.toggle('led', leads.offsetHeight > 0)
    update()
  }
  // At once, before anything is measured.
  fit()
  new ResizeObserver(fit).observe(leads)
  new MutationObserver(update).observe(article, { subtree: true, attributeFilter: ['data-active'] })
}
