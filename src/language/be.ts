import { formsIn } from './counting.ts'
import type { PrintedLanguage } from './language.ts'

const count = new Intl.NumberFormat('be')
const form = formsIn('be')

const chalavek = { one: 'чалавек', few: 'чалавекі', many: 'чалавек', other: 'чалавека' }

/** Changes «у» to «ў» after a vowel: 89 засталіся ў Польшчы. */
const afterVowel = (text: string) => text.replace(/^у(?=\s)/, 'ў')

/** The interface in Belarusian. Some browsers lack Belarusian number formats; Polish ones are the same. */
export const be: PrintedLanguage = {
  locale: 'be',
  shortMonth: 'long',
  page: {
    code: 'be',
    numbers: ['be', 'pl'],
    skip: 'Перайсці да артыкула',
    timeline: 'Храналогія',
    previous: 'Назад',
    next: 'Далей',
    bead: '{date}: {heading}',
    throughTime: 'Перамяшчэнне ў часе',
    announce: 'Крок {step} з {of}: {heading}, {date}',
    position: 'Крок {step} з {of}',
    keys: {
      title: 'Спалучэнні клавіш',
      list: [
        'На храналогіі: ← і → — на крок назад або наперад, Home і End — да першага або апошняга кроку',
        'На карце: стрэлкі рухаюць, + і − мяняюць маштаб, Esc вяртае да кроку',
        '?: паказаць гэты спіс',
      ],
    },
    mapHint: 'Карту можна рухаць двума пальцамі або кнопкай «Рухаць карту»',
    routeMap: 'Карта маршруту',
    moveMap: 'Рухаць карту',
    wholeRoute: 'Увесь маршрут',
    moves: {
      closer: 'Павялічыць',
      farther: 'Паменшыць',
      left: 'Улева',
      up: 'Уверх',
      down: 'Уніз',
      right: 'Управа',
    },
    mapHelp: 'Карта: стрэлкі рухаюць яе, плюс і мінус мяняюць маштаб, Escape вяртае да кроку',
    savePicture: 'Захаваць выяву',
    mapFailed: 'Інтэрактыўная карта не загрузілася.',
    tryAgain: 'Паўтарыць',
    coming: 'Загружаецца…',
    couldNotLoad: 'Не ўдалося загрузіць. Націсніце яшчэ раз, каб паўтарыць.',
    signs: {
      happened: 'Адбылося',
      announced: 'Абвешчана',
      reported: 'Адна крыніца',
      symbolic: 'Краіна, а не пункт',
      area: 'Прыблізнае месца',
    },
    about: {
      title: 'Пра карту',
      signs: {
        happened: 'Суцэльная лінія: адбылося.',
        announced: 'Бледная штрыхавая лінія: абвешчана.',
        reported: 'Бледная кропкавая лінія: толькі адна крыніца.',
        symbolic: 'Пункцірнае кальцо: абазначае краіну або рэгіён.',
        area: 'Размыты круг: прыблізнае месца.',
      },
    },
    credit: 'Natural Earth · GeoNames',
    mapData: 'Даныя карты: Natural Earth, GeoNames',
    close: 'Закрыць',
    linkCopied: 'Спасылка скапіяваная',
    linkNotCopied: 'Не ўдалося скапіяваць. Спасылка — у адрасным радку.',
    share: 'Падзяліцца',
    shareStep: 'Падзяліцца: «{heading}»',
    theme: { label: 'Афармленне', auto: 'Як на прыладзе', light: 'Светлае', dark: 'Цёмнае' },
    thisPage: 'Гэтая старонка:',
    thisSite: 'Пра сайт:',
    madeWith: 'Зроблена з дапамогай Datelines',
    offline: {
      keep: 'Захаваць для чытання без сеткі',
      working: 'Захоўваецца…',
      kept: 'Захавана для чытання без сеткі.',
      drop: 'Выдаліць захаванае',
      keepFailed: 'Не ўдалося захаваць. Паспрабуйце яшчэ раз.',
      dropFailed: 'Не ўдалося выдаліць. Паспрабуйце яшчэ раз.',
    },
    accessibility: 'Даступнасць',
    text: 'Тэкст кроку',
    more: 'Яшчэ',
    readFull: 'Чытаць цалкам',
    addressToCopy: 'Адсюль спасылкі не адкрываюцца. Скапіюйце адрас:',
    goOn: 'Прапусціць матэрыял',
    embed: {
      open: 'Убудаваць',
      title: 'Убудаваць гэты матэрыял',
      mode: 'Як чытач ідзе далей',
      click: 'Націскамі (пастаянная вышыня)',
      scroll: 'Пракруткай старонкі',
      language: 'Мова',
      form: 'Куды ўстаўляеце?',
      forms: {
        address: 'WordPress або Ghost (толькі спасылка)',
        loader: 'Старонка, якая прымае HTML',
        iframe: 'HTML без нашага скрыпта (iframe)',
      },
      notes: {
        address:
          'Устаўце асобным радком. Гэта можа любы аўтар. Калі CMS не зробіць з адраса рамку, застанецца спасылка.',
        loader: 'Патрэбны дазвол устаўляць HTML. Без яго код выдаляецца: застаюцца выява і спасылка.',
        iframe: 'Патрэбны дазвол устаўляць HTML. Без яго рамка выдаляецца: застаецца толькі спасылка.',
      },
      code: 'Код для ўстаўкі',
      copy: 'Скапіяваць',
      copied: 'Скапіявана',
      copyByHand: 'Вылучыце код і скапіюйце яго',
      preview: 'Папярэдні прагляд',
      close: 'Закрыць',
    },
    notCopiedHere: 'Адсюль гэтая старонка не дае капіяваць спасылкі. Адрас, які можна скапіяваць:',
  },
  approximate: (date) => `прыблізна ${date}`,
  uncertain: (date) => `${date}, не пацверджана`,
  status: { happened: 'адбылося', announced: 'абвешчана', reported: 'адна крыніца' },
  routeInWords: 'Маршрут словамі',
  mapPicture: (what) => `Карта маршруту: ${what.join('; ')}`,
  sectionPicture: (what) => `Вертыкальны разрэз: ${what.join('; ')}`,
  counted: chalavek,
  width: (counted) => `Чым шырэйшая лінія, тым больш ${counted} яна абазначае; колькасць — побач.`,
  ways: {
    none: 'Лініі злучаюць месцы; гэта не сапраўдны шлях.',
    some: 'Некаторыя лініі паказваюць сапраўдны шлях; астатнія толькі злучаюць месцы.',
    all: 'Лініі паказваюць сапраўдны шлях.',
  },
  legInWords: (amount, from, to, date) => `${amount ? `${amount}: ` : ''}${from} — ${to}, ${date}`,
  track: 'сапраўдны шлях',
  changes: {
    lost: (amount, place, date) => `Страты — ${place}${date ? `, ${date}` : ''}: ${amount ?? 'колькасць невядомая'}`,
    joined: (amount, place, date) =>
      `Далучыліся — ${place}${date ? `, ${date}` : ''}: ${amount ?? 'колькасць невядомая'}`,
  },
  stays: (amount, where, by) =>
    `${amount ? `${amount} ${/[аеёіоуыэюя]$/.test(amount) ? afterVowel(where) : where}` : where}${by ? ` (на ${by})` : ''}`,
  stories: { more: 'Іншыя гісторыі', all: 'Усе гісторыі' },
  sources: 'Крыніцы',
  sourceCount: (sources) =>
    `${count.format(sources)} ${form(sources, { one: 'крыніца', few: 'крыніцы', many: 'крыніц', other: 'крыніцы' })}`,
  published: 'Апублікавана',
  updated: 'абноўлена',
  unreviewed: 'Гэты пераклад рэдактар яшчэ не праверыў.',
  withoutScript: 'JavaScript выключаны: карта — нерухомая выява, а кожная дата вядзе да свайго раздзела.',
  steps: (steps) =>
    `${count.format(steps)} ${form(steps, { one: 'крок', few: 'крокі', many: 'крокаў', other: 'кроку' })}`,
  minutes: (minutes) =>
    `${count.format(minutes)} ${form(minutes, { one: 'хвіліна', few: 'хвіліны', many: 'хвілін', other: 'хвіліны' })} чытання`,
  people: 'Людзі',
  asOf: (date) => `${date}:`,
  complete: (date) => `Паведамленні правераныя па ${date}.`,
  copyLink: 'Скапіяваць спасылку',
  copyLinkTo: (heading) => `Скапіяваць спасылку на раздзел «${heading}»`,
  film: {
    play: (provider, host) => `Паглядзець на ${provider} (загрузіцца з ${host})`,
    watch: (provider) => `Адкрыць на ${provider}`,
    noFullScreen: 'Гэтая старонка не дазваляе глядзець на ўвесь экран. Глядзець у поўным матэрыяле',
  },
  compare: 'Параўнаць дзве выявы: перасуньце мяжу',
  moreThan: (number) => `больш за ${number}`,
  oneMark: (amount) => `Адна кропка — ${amount}`,
  unitChart: (oneMark, parts) => `Дыяграма. ${oneMark}. ${parts.join('; побач ')}.`,
  figure: { date: 'Дата', step: 'Крок', value: 'Колькасць' },
}
