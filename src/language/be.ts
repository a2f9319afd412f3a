import { formsIn } from './counting.ts'
import type { PrintedLanguage } from './language.ts'
import { numbersOf } from './say.ts'

const count = new Intl.NumberFormat('be')
const form = formsIn('be')

const chalavek = { one: 'чалавек', few: 'чалавекі', many: 'чалавек', other: 'чалавека' }

/** After a vowel «у» becomes «ў»: 89 засталіся ў Польшчы. */
const afterVowel = (text: string) => text.replace(/^у(?=\s)/, 'ў')

/** The interface in Belarusian. Some browsers have no numbers in Belarusian; Polish writes them in the same way. */
export const be: PrintedLanguage = {
  locale: 'be',
  shortMonth: 'long',
  page: {
    code: 'be',
    numbers: numbersOf(['be', 'pl']),
    skip: 'Перайсці да артыкула',
    timeline: 'Храналогія',
    previous: 'Назад',
    next: 'Далей',
    bead: '{date}: {heading}',
    throughTime: 'Перамяшчэнне ў часе',
    announce: 'Крок {step} з {of}: {heading}, {date}',
    position: 'Крок {step} з {of}',
    keys: {
      title: 'Клавішы',
      list: [
        '← і → на храналогіі: крок назад і наперад',
        'Home і End: першы і апошні крок',
        'Стрэлкі, + і − на карце: рухаць яе; Escape: назад да кроку',
        '?: гэтыя клавішы',
      ],
    },
    mapHint: 'Карту рухаюць два пальцы або кнопка «Рухаць карту»',
    routeMap: 'Карта маршруту',
    moveMap: 'Рухаць карту',
    wholeRoute: 'Увесь маршрут',
    moves: {
      closer: 'Наблізіць',
      farther: 'Аддаліць',
      left: 'Улева',
      up: 'Уверх',
      down: 'Уніз',
      right: 'Управа',
    },
    mapHelp: 'Карта: стрэлкі рухаюць яе, плюс і мінус мяняюць маштаб, Escape вяртае на месца',
    savePicture: 'Захаваць выяву',
    mapFailed: 'Рухомая карта не загрузілася.',
    tryAgain: 'Паўтарыць',
    coming: 'Загружаецца …',
    couldNotLoad: 'Не ўдалося загрузіць. Націсніце яшчэ раз, каб паўтарыць.',
    signs: {
      happened: 'адбылося',
      announced: 'абвешчана',
      reported: 'адна крыніца',
      ahead: 'яшчэ наперадзе',
      symbolic: 'абазначае краіну',
      area: 'вядома прыблізна',
    },
    about: {
      title: 'Пра карту',
      signs: {
        happened: 'Суцэльная лінія: гэта адбылося.',
        announced: 'Бледная лінія з рысачкамі: пра гэта абвясцілі.',
        reported: 'Бледная лінія з кропкамі: паведаміла адна крыніца.',
        ahead: 'Бледная лінія: у аповедзе гэта яшчэ наперадзе.',
        symbolic: 'Пункцірнае кальцо: пункт абазначае краіну або рэгіён.',
        area: 'Размыты круг: месца вядома толькі прыблізна.',
      },
    },
    credit: 'Natural Earth · GeoNames',
    close: 'Закрыць',
    linkCopied: 'Спасылка скапіяваная',
    linkNotCopied: 'Не скапіявана; спасылка ў адрасным радку',
    share: 'Падзяліцца',
    shareStep: 'Падзяліцца: «{heading}»',
    theme: { label: 'Колеры', auto: 'Як на прыладзе', light: 'Светлыя', dark: 'Цёмныя' },
    madeWith: 'Зроблена ў Datelines',
    offline: {
      keep: 'Захаваць для чытання без сеткі',
      working: 'Хвілінку …',
      kept: 'Захавана для чытання без сеткі.',
      drop: 'Больш не захоўваць',
      failed: 'Не атрымалася. Націсніце яшчэ раз, каб паўтарыць.',
    },
    accessibility: 'Даступнасць',
    text: 'Тэкст кроку',
    more: 'Яшчэ',
    readFull: 'Чытаць цалкам',
    addressToCopy: 'Адсюль гэтая старонка не адкрывае спасылак. Адрас, які можна скапіяваць:',
    goOn: 'Прапусціць матэрыял',
    embed: {
      open: 'Убудаваць',
      title: 'Убудаваць гэты матэрыял',
      mode: 'Гартаецца',
      click: 'націскамі, у рамцы пастаяннай вышыні',
      scroll: 'разам са старонкай',
      language: 'Мова',
      form: 'Код для',
      forms: {
        address: 'WordPress, Ghost: толькі адрас',
        loader: 'старонкі, якая прымае HTML',
        iframe: 'старонкі, якая прымае HTML, без нашага скрыпта',
        amp: 'старонкі AMP',
      },
      notes: {
        address:
          'Асобным радком. Уставіць яго можа любы аўтар; калі сістэма не робіць з адраса рамкі, ён застаецца спасылкай.',
        loader: 'Патрэбнае права ўстаўляць HTML. У аўтара без такога права код знікае: застаюцца выява і спасылка.',
        iframe: 'Патрэбнае права ўстаўляць HTML. У аўтара без такога права рамка знікае: застаецца спасылка.',
        amp: 'Патрэбная старонка, якая загрузіла кампанент amp-iframe.',
      },
      code: 'Код для ўстаўкі',
      copy: 'Скапіяваць',
      copied: 'Скапіявана',
      copyByHand: 'Вылучыце код і скапіюйце яго',
      preview: 'Папярэдні прагляд',
      close: 'Закрыць',
    },
  },
  approximate: (date) => `прыблізна ${date}`,
  uncertain: (date) => `${date}, не пацверджана`,
  status: { happened: 'адбылося', announced: 'абвешчана', reported: 'паведаміла адна крыніца' },
  routeInWords: 'Маршрут словамі',
  mapPicture: (what) => `Карта маршруту: ${what.join('; ')}`,
  counted: chalavek,
  width: (counted) => `Чым шырэйшая лінія, тым больш за ёй ${counted}; лік напісаны побач.`,
  ways: {
    none: 'Лініі злучаюць месцы; гэта не пройдзены шлях.',
    some: 'Некаторыя лініі паказваюць пройдзены шлях; астатнія толькі злучаюць месцы.',
    all: 'Лініі паказваюць пройдзены шлях.',
  },
  legInWords: (amount, from, to, date) => `${amount ? `${amount}: ` : ''}${from} — ${to}, ${date}`,
  track: 'лінія паказвае пройдзены шлях',
  changes: {
    lost: (amount, place, date) => `Страты — ${place}${date ? `, ${date}` : ''}: ${amount ?? 'колькасць невядомая'}`,
    joined: (amount, place, date) =>
      `Далучыліся — ${place}${date ? `, ${date}` : ''}: ${amount ?? 'колькасць невядомая'}`,
  },
  stays: (amount, where, by) =>
    `${amount ? `${amount} ${/[аеёіоуыэюя]$/.test(amount) ? afterVowel(where) : where}` : where}${by ? ` (на ${by})` : ''}`,
  stories: { more: 'Іншыя гісторыі', all: 'Усе гісторыі' },
  sources: 'Крыніцы',
  source: (number) => `Крыніца ${count.format(number)}`,
  noDate: 'дата не пазначана',
  published: 'Апублікавана',
  updated: 'абноўлена',
  unreviewed: 'Гэты пераклад рэдактар яшчэ не праверыў.',
  withoutScript: 'Без JavaScript карта нерухомая; даты вядуць да сваіх раздзелаў.',
  minutes: (minutes) =>
    `${count.format(minutes)} ${form(minutes, { one: 'хвіліна', few: 'хвіліны', many: 'хвілін', other: 'хвіліны' })} чытання`,
  people: 'Людзі',
  asOf: (date) => `${date}:`,
  complete: (date) => `Падзеі прасочаныя па ${date}; пазнейшых тут няма.`,
  copyLink: 'Скапіяваць спасылку',
  copyLinkTo: (heading) => `Скапіяваць спасылку на раздзел «${heading}»`,
  film: {
    play: (provider, host) => `Паглядзець на ${provider}: загрузіцца з ${host}`,
    watch: (provider) => `Адкрыць на ${provider}`,
  },
  compare: 'Перасунуць мяжу паміж дзвюма выявамі',
  moreThan: (number) => `больш за ${number}`,
  oneMark: (amount) => `Адзін знак — ${amount}`,
  unitChart: (oneMark, parts) => `Дыяграма. ${oneMark}. ${parts.join('; побач ')}.`,
  figure: { date: 'Дата', step: 'Крок', value: 'Колькасць' },
}
