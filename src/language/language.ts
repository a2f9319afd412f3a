/** Every word of the interface; a language is one file that fills this in. */
export interface Language {
  /** BCP 47 */
  code: string
  /** In the language itself */
  name: string
  timeline: string
  previous: string
  next: string
  /** Name of a bead: its date and its heading */
  bead: (date: string, heading: string) => string
  /** What the live region says when the step changes; `step` counts from 1 */
  announce: (step: number, of: number, heading: string, date: string) => string
  routeMap: string
  mapPicture: (places: string) => string
  moveMap: string
  wholeRoute: string
  /** Name of the map itself, for those who come to it by keyboard */
  mapHelp: string
  savePicture: string
  mapFailed: string
  tryAgain: string
  status: { happened: string; announced: string; reported: string }
  width: string
  schematic: string
  credit: string
  routeInWords: string
  legInWords: (people: string, from: string, to: string, date: string) => string
  /** `where`: as the story words it, 'in Poland' */
  stays: (people: string, where: string) => string
  sources: string
  source: (number: number) => string
  noDate: string
  minutes: (minutes: number) => string
  skip: string
  theme: { label: string; auto: string; light: string; dark: string }
  moreThan: (number: string) => string
  chart: (released: string, remaining: string) => string
  madeWith: string
  /** The embedded explainer: its box of text, what is said below it, the way to the full page */
  text: string
  more: string
  readFull: string
  embed: {
    open: string
    title: string
    mode: string
    click: string
    scroll: string
    language: string
    form: string
    forms: { loader: string; iframe: string; amp: string; wordpress: string }
    code: string
    copy: string
    copied: string
    copyByHand: string
    preview: string
    close: string
  }
}
