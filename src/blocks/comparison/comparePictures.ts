/** Stacks the pictures of each comparison with a slider over them. */
export function comparePictures() {
  for (const comparison of document.querySelectorAll<HTMLElement>('[data-comparison]')) {
    const slider = comparison.querySelector('input')
    if (!slider) continue
    const update = () => comparison.style.setProperty('--at', `${slider.value}%`)
    slider.addEventListener('input', update)
    slider.hidden = false
    comparison.dataset['comparison'] = 'live'
    update()
  }
}
