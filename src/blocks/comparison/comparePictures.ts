/** Stacks the pictures of each comparison with a slider over them. */
export function comparePictures() {
  for (const slider of document.querySelectorAll<HTMLInputElement>('article input[type="range"]')) {
    const comparison = slider.parentElement
    const update = () => comparison?.style.setProperty('--at', `${slider.value}%`)
    slider.addEventListener('input', update)
    slider.hidden = false
    comparison?.classList.add('live')
    update()
  }
}
