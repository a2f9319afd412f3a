import { formsIn } from './counting.ts'
import type { PrintedLanguage } from './language.ts'

const count = new Intl.NumberFormat('pl')
const form = formsIn('pl')

const osoba = { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' }

/** The interface in Polish. */
export const pl: PrintedLanguage = {
  locale: 'pl',
  shortMonth: 'short',
  page: {
    code: 'pl',
    numbers: ['pl'],
    timeline: 'Oś czasu',
    previous: 'Wstecz',
    next: 'Dalej',
    bead: '{date}: {heading}',
    throughTime: 'Przesuwanie w czasie',
    announce: 'Krok {step} z {of}: {heading}, {date}',
    position: 'Krok {step} z {of}',
    keys: {
      title: 'Klawisze',
      list: [
        '← i → na osi czasu: krok wstecz i naprzód',
        'Home i End: pierwszy i ostatni krok',
        'Strzałki, + i − na mapie: przesuwanie; Escape: powrót do kroku',
        '?: te klawisze',
      ],
    },
    mapHint: 'Mapę przesuwają dwa palce albo przycisk „Przesuń mapę”',
    routeMap: 'Mapa trasy',
    mapPicture: 'Mapa trasy. Miejsca: {places}.',
    moveMap: 'Przesuń mapę',
    wholeRoute: 'Cała trasa',
    moves: {
      closer: 'Przybliż',
      farther: 'Oddal',
      left: 'W lewo',
      up: 'W górę',
      down: 'W dół',
      right: 'W prawo',
    },
    mapHelp: 'Mapa: strzałki przesuwają, plus i minus zmieniają skalę, Escape przywraca widok',
    savePicture: 'Zapisz obraz',
    mapFailed: 'Nie udało się wczytać ruchomej mapy.',
    tryAgain: 'Spróbuj ponownie',
    coming: 'Wczytywanie …',
    couldNotLoad: 'Nie udało się wczytać. Naciśnij ponownie, aby spróbować jeszcze raz.',
    signs: {
      happened: 'nastąpiło',
      announced: 'zapowiedziane',
      reported: 'jedno źródło',
      ahead: 'jeszcze przed nami',
      symbolic: 'oznacza kraj',
      area: 'miejsce przybliżone',
    },
    about: {
      title: 'O mapie',
      width: 'Im szersza linia, tym więcej oznacza osób; ich liczba stoi obok.',
      signs: {
        happened: 'Pełna linia: to nastąpiło.',
        announced: 'Blada linia z kreskami: to zapowiedziano.',
        reported: 'Blada linia z kropkami: podało to jedno źródło.',
        ahead: 'Blada linia: w tej opowieści jest to jeszcze przed nami.',
        symbolic: 'Przerywany pierścień: punkt oznacza kraj lub region.',
        area: 'Rozmyte koło: miejsce znane jest tylko w przybliżeniu.',
      },
    },
    credit: 'Natural Earth · GeoNames',
    close: 'Zamknij',
    linkCopied: 'Link skopiowany',
    theme: { label: 'Kolory', auto: 'Jak w urządzeniu', light: 'Jasne', dark: 'Ciemne' },
    madeWith: 'Powstało w Datelines',
    offline: {
      keep: 'Zachowaj do czytania bez sieci',
      working: 'Chwileczkę …',
      kept: 'Zachowano do czytania bez sieci.',
      drop: 'Nie przechowuj dłużej',
      failed: 'Nie udało się. Naciśnij ponownie, aby spróbować jeszcze raz.',
    },
    accessibility: 'Dostępność',
    text: 'Tekst kroku',
    more: 'Więcej',
    readFull: 'Czytaj całość',
    addressToCopy: 'Ta strona nie otwiera stąd linków. Adres do skopiowania:',
    goOn: 'Pomiń ten materiał',
    embed: {
      open: 'Osadź',
      title: 'Osadź ten materiał',
      mode: 'Przewija się',
      click: 'kliknięciami, w ramce o stałej wysokości',
      scroll: 'razem ze stroną',
      language: 'Język',
      form: 'Kod dla',
      forms: {
        address: 'WordPressa, Ghosta: sam adres',
        loader: 'strony, która przyjmuje HTML',
        iframe: 'strony, która przyjmuje HTML, bez naszego skryptu',
        amp: 'strony AMP',
      },
      notes: {
        address:
          'W osobnym wierszu. Może go wkleić każdy autor; jeśli system nie zrobi z niego ramki, pozostanie linkiem.',
        loader: 'Wymaga prawa do wklejania HTML. U autora bez tego prawa kod znika: pozostają obraz i link.',
        iframe: 'Wymaga prawa do wklejania HTML. U autora bez tego prawa ramka znika: pozostaje link.',
        amp: 'Wymaga strony, która wczytała komponent amp-iframe.',
      },
      code: 'Kod do wklejenia',
      copy: 'Kopiuj',
      copied: 'Skopiowano',
      copyByHand: 'Zaznacz kod i skopiuj go',
      preview: 'Podgląd',
      close: 'Zamknij',
    },
  },
  approximate: (date) => `${date} (w przybliżeniu)`,
  uncertain: (date) => `${date}, niepotwierdzone`,
  status: { happened: 'nastąpiło', announced: 'zapowiedziane', reported: 'podało jedno źródło' },
  routeInWords: 'Trasa w słowach',
  legInWords: (people, from, to, date) => `${people} ${form(people, osoba)}: ${from} – ${to}, ${date}`,
  stays: (people, where, by) => {
    const noun = form(people, osoba)
    const stayed = form(people, { one: 'pozostała', few: 'pozostały', many: 'pozostało', other: 'pozostało' })
    return by ? `${people} ${noun} ${stayed} ${where} (stan na ${by})` : `${people} ${noun} ${where}`
  },
  stories: { more: 'Inne historie', all: 'Wszystkie historie' },
  sources: 'Źródła',
  source: (number) => `Źródło ${count.format(number)}`,
  noDate: 'bez daty',
  published: 'Opublikowano',
  updated: 'zaktualizowano',
  unreviewed: 'Tego tłumaczenia nie sprawdził jeszcze redaktor.',
  minutes: (minutes) =>
    `${count.format(minutes)} ${form(minutes, { one: 'minuta', few: 'minuty', many: 'minut', other: 'minuty' })} czytania`,
  people: 'Osoby',
  asOf: (date) => `${date}:`,
  complete: (date) => `Sprawdzono doniesienia (stan na ${date}); późniejszych nie uwzględniono.`,
  copyLink: 'Kopiuj link',
  copyLinkTo: (heading) => `Kopiuj link do części „${heading}”`,
  skip: 'Przejdź do artykułu',
  moreThan: (number) => `ponad ${number}`,
  oneMark: (unit, number) => (unit === 1 ? 'Jeden znak to jedna osoba' : `Jeden znak to ${number} osób`),
  chart: (oneMark, released, remaining) =>
    `Wykres. ${oneMark}. ${released}${remaining === undefined ? '' : `; obok ${remaining}`}.`,
}
