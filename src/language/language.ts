/** The signs of the map. */
type Sign = 'happened' | 'announced' | 'reported' | 'ahead' | 'symbolic' | 'area'

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
  /** Name of the axis as a slider through the moments of a long story */
  throughTime: string
  /** What the live region says when the step changes; `step` counts from 1 */
  announce: (step: number, of: number, heading: string, date: string) => string
  routeMap: string
  mapPicture: (places: string) => string
  moveMap: string
  wholeRoute: string
  /** The ways of moving the map by buttons */
  moves: Record<'closer' | 'farther' | 'left' | 'up' | 'down' | 'right', string>
  /** Name of the map itself, for those who come to it by keyboard */
  mapHelp: string
  savePicture: string
  mapFailed: string
  tryAgain: string
  /** Of a part whose script is on its way, or could not be had */
  coming: string
  couldNotLoad: string
  status: { happened: string; announced: string; reported: string }
  /** What the signs on the map mean, in a word or two */
  signs: Record<Sign, string>
  about: {
    title: string
    /** What the width of a line stands for */
    width: string
    /** What the signs mean, in a sentence */
    signs: Record<Sign, string>
  }
  credit: string
  routeInWords: string
  legInWords: (people: string, from: string, to: string, date: string) => string
  /** `where`: as the story words it, 'in Poland'; `by`: the day on which that was so */
  stays: (people: string, where: string, by: string | undefined) => string
  sources: string
  source: (number: number) => string
  noDate: string
  published: string
  updated: string
  minutes: (minutes: number) => string
  people: string
  /** Heads the date of what became of a person */
  asOf: (date: string) => string
  close: string
  /** Ends “since then” */
  complete: (date: string) => string
  copyLink: string
  copyLinkTo: (heading: string) => string
  linkCopied: string
  skip: string
  theme: { label: string; auto: string; light: string; dark: string }
  moreThan: (number: string) => string
  /** What a mark of the unit chart stands for; `unit` is 1, 10, 100 and so on, `number` the same in words */
  oneMark: (unit: number, number: string) => string
  /** Name of the unit chart; `oneMark` is what a mark stands for, `remaining` may be missing */
  chart: (oneMark: string, released: string, remaining: string | undefined) => string
  madeWith: string
  /** The embedded explainer: its box of text, what is said below it, the way to the full page, a link that is blocked */
  text: string
  more: string
  readFull: string
  addressToCopy: string
  /** Past the explainer, where the host's page scrolls by */
  goOn: string
  embed: {
    open: string
    title: string
    mode: string
    click: string
    scroll: string
    language: string
    form: string
    forms: { address: string; loader: string; iframe: string; amp: string }
    /** What each form needs, and what remains of it where that is refused */
    notes: { address: string; loader: string; iframe: string; amp: string }
    code: string
    copy: string
    copied: string
    copyByHand: string
    preview: string
    close: string
  }
}
