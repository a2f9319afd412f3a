import type { Forms } from './counting.ts'

/** The signs of the map. */
type Sign = 'happened' | 'announced' | 'reported' | 'ahead' | 'symbolic' | 'area'

/**
 * What the script of a page says, in one language. Plain data that goes along with the story, so that no reader loads a
 * language they do not read; `{names}` are filled in by `say`.
 */
export interface Language {
  /** BCP 47, of these words */
  code: string
  /** Locales for numbers, the best first: not every browser knows every language */
  numbers: string[]
  /** Numbers below a thousand are written as a script writes them; `languageOf` finds out */
  plain?: boolean
  /** The first link of a page, for those who come by key */
  skip: string
  timeline: string
  previous: string
  next: string
  /** Name of a bead: its `{date}` and its `{heading}` */
  bead: string
  /** Name of the axis as a slider through the moments of a long story */
  throughTime: string
  /** What the live region says when the step changes: `{step}`, counted from 1, `{of}`, `{heading}`, `{date}` */
  announce: string
  /** Where the reader is: `{step}`, counted from 1, `{of}` */
  position: string
  /** The keys, as the page shows them on “?” */
  keys: { title: string; list: string[] }
  /** Said once, when a wheel or a finger meets a map that stays where it is */
  mapHint: string
  routeMap: string
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
  /** What the signs on the map mean, in a word or two */
  signs: Record<Sign, string>
  about: {
    title: string
    /** What the signs mean, in a sentence */
    signs: Record<Sign, string>
  }
  /** On the map, in its corner; the same as the last line of the page and a saved picture say it */
  credit: string
  mapData: string
  close: string
  linkCopied: string
  /** Where the clipboard refuses; then the address stands in the address bar */
  linkNotCopied: string
  /** What “Copy link” is called where a device can share; the same with its `{heading}` */
  share: string
  shareStep: string
  theme: { label: string; auto: string; light: string; dark: string }
  /** Head the groups of the last line: what a reader can do with the page, and what the site says of itself */
  thisPage: string
  thisSite: string
  madeWith: string
  /** Keeping the page for reading without a network, and giving it up */
  offline: { keep: string; working: string; kept: string; drop: string; keepFailed: string; dropFailed: string }
  /** Name of the page that says how accessible the site is */
  accessibility: string
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
  /** Of “Copy link” in an embed whose host does not let it use the clipboard; the address follows, to be copied by hand */
  notCopiedHere: string
}

/**
 * A language as the build knows it; a language is one file that fills this in. What is printed only may be functions,
 * which inflect. Dates come as they stand alone, a month in the nominative, so no word before one may ask for another case.
 */
export interface PrintedLanguage {
  /** Locale of dates and numbers where the story's code has no region of its own */
  locale: string
  /** How a month stands under a bead; 'long' where a language has numbers or mere stumps for short names */
  shortMonth: 'short' | 'long'
  page: Language
  /** Of a date that is not certain: `~` and `?` */
  approximate: (date: string) => string
  uncertain: (date: string) => string
  status: { happened: string; announced: string; reported: string }
  routeInWords: string
  /** Name of the map as a picture; `what`: who went where, line by line, or the places of a story without lines */
  mapPicture: (what: string[]) => string
  /** The word for people who are counted */
  counted: Forms
  /** What the width of a line stands for; `counted`: what is counted, as it stands beside 1,000 */
  width: (counted: string) => string
  /** Whether lines are the way that was taken: none is, some are, all are */
  ways: Record<'none' | 'some' | 'all', string>
  /** `amount`: '40 people', undefined where it is not known */
  legInWords: (amount: string | undefined, from: string, to: string, date: string) => string
  /** Said of a leg whose line is the way that was taken */
  track: string
  /** Those who were fewer or more after a place */
  changes: Record<'lost' | 'joined', (amount: string | undefined, place: string, date: string | undefined) => string>
  /** `where`: as the story words it, 'in the south'; `by`: the day on which that was so */
  stays: (amount: string | undefined, where: string, by: string | undefined) => string
  /** Heads the other stories of the site; the list of all of them */
  stories: { more: string; all: string }
  sources: string
  source: (number: number) => string
  published: string
  updated: string
  /** Of a translation that no editor has read yet */
  unreviewed: string
  /** Said where no script runs: what the page does then */
  withoutScript: string
  minutes: (minutes: number) => string
  people: string
  /** Heads the date of what became of a person */
  asOf: (date: string) => string
  /** Ends “since then” */
  complete: (date: string) => string
  copyLink: string
  copyLinkTo: (heading: string) => string
  /**
   * A film on somebody else's server: what a press does, and whose server it asks; the way to it without a script; of an
   * embed whose host allows no full screen, a link to the same film in the full explainer
   */
  film: {
    play: (provider: string, host: string) => string
    watch: (provider: string) => string
    noFullScreen: string
  }
  /** Name of the slider over two pictures */
  compare: string
  moreThan: (number: string) => string
  /** What a mark of the unit chart stands for: '1,000 people' */
  oneMark: (amount: string) => string
  /** Name of the unit chart; `parts`: each number with what it counts */
  unitChart: (oneMark: string, parts: string[]) => string
  /** Heads the columns of the table behind a chart */
  figure: Record<'date' | 'step' | 'value', string>
}
