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
  let fits = false

  function fit() {
    fits = (leads?.offsetHeight ?? 0) > 0
    document.documentElement.classList.toggle('led', fits)
    update()
  }
  function update() {
    const active = article?.querySelector(':scope > [data-active]')
    const shown = fits ? leadOf(active) : null
    for (const lead of leads?.children ?? []) lead.toggleAttribute('hidden', lead !== shown)
    // The style sheet may leave it in the text.
    const covers = (shown?.offsetHeight ?? 0) > 0
    leads?.classList.toggle('shown', covers)
    // What is covered takes no focus.
    map?.toggleAttribute('inert', covers)
    // The next one is there when its step comes.
    for (const picture of leadOf(active?.nextElementSibling)?.querySelectorAll('img') ?? []) picture.loading = 'eager'
  }
  // At once, before anything is measured.
  fit()
  new ResizeObserver(fit).observe(leads)
  new MutationObserver(update).observe(article, { subtree: true, attributeFilter: ['data-active'] })
}
