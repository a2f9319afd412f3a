/** Lays the pictures of each comparison on each other, with a slider over them. */
export function comparePictures() {
  for (const comparison of document.querySelectorAll<HTMLElement>('[data-comparison]')) {
    const slider = comparison.querySelector('input')
    if (!slider) continue
    const show = () => comparison.style.setProperty('--at', `${slider.value}%`)
    slider.addEventListener('input', show)
    slider.hidden = false
    comparison.dataset['comparison'] = 'live'
    show()
  }
}
