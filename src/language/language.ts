import type { Forms } from './counting.ts'

/** Signs in the map's legend. */
type Sign = 'happened' | 'announced' | 'reported' | 'symbolic' | 'area'

/**
 * Words of a page's script in one language. Plain data that is sent with the story, so that readers load only their own
 * language; `say` fills in `{names}`.
 */
export interface Language {
  /** BCP 47 code of these words */
  code: string
  /** Locales for numbers, best first, since not every browser supports every language */
  numbers: string[]
  /** True if numbers below 1,000 look as `String` writes them; set by `languageOf` */
  plain?: boolean
  /** The first link of a page, for keyboard users */
  skip: string
  timeline: string
  previous: string
  next: string
  /** Name of a bead: `{date}`, `{heading}` */
  bead: string
  /** Name of the axis when it is a slider, in a long story */
  throughTime: string
  /** Live region's message when the step changes: `{step}`, counted from 1, `{of}`, `{heading}`, `{date}` */
  announce: string
  /** The current position: `{step}`, counted from 1, `{of}` */
  position: string
  /** Keyboard shortcuts, shown on “?” */
  keys: { title: string; list: string[] }
  /** Shown once, when a wheel or finger moves over a map that does not move */
  mapHint: string
  routeMap: string
  moveMap: string
  wholeRoute: string
  /** Buttons that move the map */
  moves: Record<'closer' | 'farther' | 'left' | 'up' | 'down' | 'right', string>
  /** Name of the map when it has keyboard focus */
  mapHelp: string
  savePicture: string
  mapFailed: string
  tryAgain: string
  /** Shown while a script is loading, and if it fails to load */
  coming: string
  couldNotLoad: string
  /** Meanings of the signs, in a word or two */
  signs: Record<Sign, string>
  about: {
    title: string
    /** Meanings of the signs, in a sentence */
    signs: Record<Sign, string>
  }
  /** Credit in the corner of the map; the longer form is for the last line of the page and for saved pictures */
  credit: string
  mapData: string
  close: string
  linkCopied: string
  /** Shown if the clipboard is not available; the link is then in the address bar */
  linkNotCopied: string
  /** Replaces “Copy link” on devices that can share; also with `{heading}` */
  share: string
  theme: { label: string; auto: string; light: string; dark: string }
  /** Label of the actions on this page, in its last line */
  thisPage: string
  madeWith: string
  /** Saving the page for offline reading, and removing the saved copy */
  offline: { keep: string; working: string; kept: string; drop: string; keepFailed: string; dropFailed: string }
  /** Label of the switch that dims what is uncertain */
  uncertain: string
  /** The embed: its text box, the hint at more text below, the link to the full page, and the message for a blocked link */
  text: string
  more: string
  readFull: string
  addressToCopy: string
  /** Button that skips past the embed, in scroll mode */
  goOn: string
  embed: {
    open: string
    title: string
    mode: string
    click: string
    scroll: string
    language: string
    form: string
    forms: { address: string; loader: string; iframe: string }
    /** What each form requires, and what remains of it without that */
    notes: { address: string; loader: string; iframe: string }
    code: string
    copy: string
    copied: string
    copyByHand: string
    preview: string
    close: string
  }
  /** Message of “Copy link” in an embed without clipboard access; the address follows, to be copied by hand */
  notCopiedHere: string
}

/**
 * All words of a language, for the build. Words rendered at build may be functions, which can inflect. Dates are passed
 * with months in the nominative, so no word before a date may require another case.
 */
export interface PrintedLanguage {
  /** Locale of dates and numbers, if the story's code has no region */
  locale: string
  /** Format of months under beads; 'long' if the language's short names are numbers or unclear abbreviations */
  shortMonth: 'short' | 'long'
  page: Language
  /** Dates marked `~` and `?` */
  approximate: (date: string) => string
  uncertain: (date: string) => string
  /** What the map shows of a person. `way`: their legs */
  onTheMap: (way: string) => string
  status: { happened: string; announced: string; reported: string }
  routeInWords: string
  /** Text alternative of the map; `what`: the legs in words, or the places of a story without legs */
  mapPicture: (what: string[]) => string
  /** The same of a vertical section, and how many are where */
  sectionPicture: (what: string[]) => string
  /** The word for people beside a number */
  counted: Forms
  /** Explains the width of lines; `counted`: the unit, in the form that goes with 1,000 */
  width: (counted: string) => string
  /** Says whether lines are actual routes: none, some or all */
  ways: Record<'none' | 'some' | 'all', string>
  /** `amount`: '40 people', undefined if unknown */
  legInWords: (amount: string | undefined, from: string, to: string, date: string | undefined) => string
  /** Note on a leg whose line is the actual route */
  track: string
  /** Losses and gains at a place */
  changes: Record<'lost' | 'joined', (amount: string | undefined, place: string, date: string | undefined) => string>
  /** `where`: the story's words, 'in the south'; `by`: date of the count */
  stays: (amount: string | undefined, where: string, by: string | undefined) => string
  /** Heading of the links to other stories; link to the list of all */
  stories: { more: string; all: string }
  /** Label of what a page says about the site, in its last line; link to the accessibility statement */
  thisSite: string
  accessibility: string
  sources: string
  /** How many sources a paragraph has: '6 sources' */
  sourceCount: (count: number) => string
  /** Said of “6 sources” that contradict one another */
  sourcesDiffer: (counted: string) => string
  /** Before something that is not known */
  notKnown: string
  published: string
  updated: string
  /** Note on a translation that no editor has read yet */
  /** Of a story that only development shows */
  draft: string
  /** Where sources are named for a whole story, not for its claims */
  sourcedAsWhole: string
  unreviewed: string
  /** Note for readers without JavaScript */
  withoutScript: string
  /** Number of steps of a story: '17 steps' */
  steps: (steps: number) => string
  /** Length of a span: '1,613 days' */
  days: (days: number) => string
  minutes: (minutes: number) => string
  people: string
  /** Introduces what became of a person */
  asOf: (date: string) => string
  /** Last line of “since then” */
  complete: (date: string) => string
  copyLink: string
  /**
   * A film on another server: the play button, which names the provider and the host; the link without JavaScript; and
   * the link to the full explainer in an embed without full screen
   */
  film: {
    play: (provider: string, host: string) => string
    watch: (provider: string) => string
    noFullScreen: string
  }
  /** Name of the slider over two pictures */
  compare: string
  moreThan: (number: string) => string
  /** Explains a mark of the unit chart; `amount`: '1,000 people' */
  oneMark: (amount: string) => string
  /** Name of the unit chart; `parts`: each number with its label */
  unitChart: (oneMark: string, parts: string[]) => string
  /** Column headers of the table behind a chart */
  figure: Record<'date' | 'step' | 'value', string>
}
