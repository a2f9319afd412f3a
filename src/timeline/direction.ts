/** True where time runs from right to left, as the page is written. The drawings of the timeline are mirrored by style alone. */
export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
