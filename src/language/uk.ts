import { formsIn } from './counting.ts'
import type { PrintedLanguage } from './language.ts'

const count = new Intl.NumberFormat('uk')
const form = formsIn('uk')

const osoba = { one: 'особа', few: 'особи', many: 'осіб', other: 'особи' }

/** The interface in Ukrainian. */
export const uk: PrintedLanguage = {
  locale: 'uk',
  shortMonth: 'short',
  page: {
    code: 'uk',
    numbers: ['uk'],
    timeline: 'Хронологія',
    previous: 'Назад',
    next: 'Далі',
    bead: '{date}: {heading}',
    throughTime: 'Переміщення в часі',
    announce: 'Крок {step} з {of}: {heading}, {date}',
    position: 'Крок {step} з {of}',
    keys: {
      title: 'Клавіші',
      list: [
        '← і → на хронології: крок назад і вперед',
        'Home і End: перший і останній крок',
        'Стрілки, + і − на карті: рухати її; Escape: назад до кроку',
        '?: ці клавіші',
      ],
    },
    mapHint: 'Карту рухають два пальці або кнопка «Рухати карту»',
    routeMap: 'Карта маршруту',
    mapPicture: 'Карта маршруту. Місця: {places}.',
    moveMap: 'Рухати карту',
    wholeRoute: 'Увесь маршрут',
    moves: {
      closer: 'Наблизити',
      farther: 'Віддалити',
      left: 'Ліворуч',
      up: 'Вгору',
      down: 'Вниз',
      right: 'Праворуч',
    },
    mapHelp: 'Карта: стрілки рухають її, плюс і мінус змінюють масштаб, Escape повертає на місце',
    savePicture: 'Зберегти зображення',
    mapFailed: 'Рухома карта не завантажилася.',
    tryAgain: 'Спробувати ще раз',
    coming: 'Завантажується …',
    couldNotLoad: 'Не вдалося завантажити. Натисніть ще раз, щоб повторити.',
    signs: {
      happened: 'відбулося',
      announced: 'оголошено',
      reported: 'одне джерело',
      ahead: 'ще попереду',
      symbolic: 'позначає країну',
      area: 'відомо приблизно',
    },
    about: {
      title: 'Про карту',
      width: 'Що ширша лінія, то більше за нею людей; число написано поруч.',
      signs: {
        happened: 'Суцільна лінія: це відбулося.',
        announced: 'Бліда лінія з рисками: це було оголошено.',
        reported: 'Бліда лінія з крапками: повідомило одне джерело.',
        ahead: 'Бліда лінія: у розповіді це ще попереду.',
        symbolic: 'Пунктирне кільце: точка позначає країну або регіон.',
        area: 'Розмитий круг: місце відоме лише приблизно.',
      },
    },
    credit: 'Natural Earth · GeoNames',
    close: 'Закрити',
    linkCopied: 'Посилання скопійовано',
    theme: { label: 'Кольори', auto: 'Як на пристрої', light: 'Світлі', dark: 'Темні' },
    madeWith: 'Зроблено в Datelines',
    offline: {
      keep: 'Зберегти для читання без мережі',
      working: 'Хвилинку …',
      kept: 'Збережено для читання без мережі.',
      drop: 'Більше не зберігати',
      failed: 'Не вдалося. Натисніть ще раз, щоб повторити.',
    },
    accessibility: 'Доступність',
    text: 'Текст кроку',
    more: 'Ще',
    readFull: 'Читати повністю',
    addressToCopy: 'Звідси ця сторінка не відкриває посилань. Адреса, яку можна скопіювати:',
    goOn: 'Пропустити матеріал',
    embed: {
      open: 'Вбудувати',
      title: 'Вбудувати цей матеріал',
      mode: 'Гортається',
      click: 'натисканням, у рамці сталої висоти',
      scroll: 'разом зі сторінкою',
      language: 'Мова',
      form: 'Код для',
      forms: {
        address: 'WordPress, Ghost: лише адреса',
        loader: 'сторінки, яка приймає HTML',
        iframe: 'сторінки, яка приймає HTML, без нашого скрипту',
        amp: 'сторінки AMP',
      },
      notes: {
        address:
          'Окремим рядком. Вставити її може кожен автор; якщо система не робить з адреси рамки, вона лишається посиланням.',
        loader:
          'Потрібне право вставляти HTML. В автора без такого права код зникає: лишаються зображення й посилання.',
        iframe: 'Потрібне право вставляти HTML. В автора без такого права рамка зникає: лишається посилання.',
        amp: 'Потрібна сторінка, що завантажила компонент amp-iframe.',
      },
      code: 'Код для вставлення',
      copy: 'Копіювати',
      copied: 'Скопійовано',
      copyByHand: 'Виділіть код і скопіюйте його',
      preview: 'Попередній перегляд',
      close: 'Закрити',
    },
  },
  approximate: (date) => `приблизно ${date}`,
  uncertain: (date) => `${date}, не підтверджено`,
  status: { happened: 'відбулося', announced: 'оголошено', reported: 'повідомило одне джерело' },
  routeInWords: 'Маршрут словами',
  legInWords: (people, from, to, date) => `${people} ${form(people, osoba)}: ${from} — ${to}, ${date}`,
  stays: (people, where, by) => {
    const noun = form(people, osoba)
    const stayed = form(people, { one: 'залишилася', other: 'залишилися' })
    return by ? `${people} ${noun} ${stayed} ${where} (на ${by})` : `${people} ${noun} ${where}`
  },
  stories: { more: 'Інші історії', all: 'Усі історії' },
  sources: 'Джерела',
  source: (number) => `Джерело ${count.format(number)}`,
  noDate: 'дату не вказано',
  published: 'Опубліковано',
  updated: 'оновлено',
  unreviewed: 'Цей переклад редактор ще не перевірив.',
  minutes: (minutes) =>
    `${count.format(minutes)} ${form(minutes, { one: 'хвилина', few: 'хвилини', many: 'хвилин', other: 'хвилини' })} читання`,
  people: 'Люди',
  asOf: (date) => `${date}:`,
  complete: (date) => `Події простежено по ${date}; пізніших тут немає.`,
  copyLink: 'Копіювати посилання',
  copyLinkTo: (heading) => `Копіювати посилання на розділ «${heading}»`,
  skip: 'Перейти до статті',
  moreThan: (number) => `понад ${number}`,
  oneMark: (unit, number) => (unit === 1 ? 'Один знак — одна людина' : `Один знак — ${number} осіб`),
  chart: (oneMark, released, remaining) =>
    `Діаграма. ${oneMark}. ${released}${remaining === undefined ? '' : `; поруч ${remaining}`}.`,
}
