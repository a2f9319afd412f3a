/** True where text, and so time, runs from right to left. The timeline's drawings are mirrored in CSS. */
export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
