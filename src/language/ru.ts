import { formsIn } from './counting.ts'
import type { PrintedLanguage } from './language.ts'

const count = new Intl.NumberFormat('ru')
const form = formsIn('ru')

const chelovek = { one: 'человек', few: 'человека', many: 'человек', other: 'человека' }

/** The interface in Russian. */
export const ru: PrintedLanguage = {
  locale: 'ru',
  shortMonth: 'short',
  page: {
    code: 'ru',
    numbers: ['ru'],
    timeline: 'Хронология',
    previous: 'Назад',
    next: 'Далее',
    bead: '{date}: {heading}',
    throughTime: 'Перемещение во времени',
    announce: 'Шаг {step} из {of}: {heading}, {date}',
    position: 'Шаг {step} из {of}',
    keys: {
      title: 'Клавиши',
      list: [
        '← и → на хронологии: шаг назад и вперёд',
        'Home и End: первый и последний шаг',
        'Стрелки, + и − на карте: двигать её; Escape: назад к шагу',
        '?: эти клавиши',
      ],
    },
    mapHint: 'Карту двигают два пальца или кнопка «Двигать карту»',
    routeMap: 'Карта маршрута',
    mapPicture: 'Карта маршрута. Места: {places}.',
    moveMap: 'Двигать карту',
    wholeRoute: 'Весь маршрут',
    moves: {
      closer: 'Приблизить',
      farther: 'Отдалить',
      left: 'Влево',
      up: 'Вверх',
      down: 'Вниз',
      right: 'Вправо',
    },
    mapHelp: 'Карта: стрелки двигают её, плюс и минус меняют масштаб, Escape возвращает на место',
    savePicture: 'Сохранить картинку',
    mapFailed: 'Подвижная карта не загрузилась.',
    tryAgain: 'Повторить',
    coming: 'Загружается …',
    couldNotLoad: 'Не удалось загрузить. Нажмите ещё раз, чтобы повторить.',
    signs: {
      happened: 'произошло',
      announced: 'объявлено',
      reported: 'один источник',
      ahead: 'ещё впереди',
      symbolic: 'обозначает страну',
      area: 'известно примерно',
    },
    about: {
      title: 'О карте',
      width: 'Чем шире линия, тем больше за ней людей; число написано рядом.',
      signs: {
        happened: 'Сплошная линия: это произошло.',
        announced: 'Бледная линия с чёрточками: об этом объявили.',
        reported: 'Бледная линия с точками: сообщил один источник.',
        ahead: 'Бледная линия: в рассказе это ещё впереди.',
        symbolic: 'Пунктирное кольцо: точка обозначает страну или регион.',
        area: 'Размытый круг: место известно лишь примерно.',
      },
    },
    credit: 'Natural Earth · GeoNames',
    close: 'Закрыть',
    linkCopied: 'Ссылка скопирована',
    theme: { label: 'Цвета', auto: 'Как на устройстве', light: 'Светлые', dark: 'Тёмные' },
    madeWith: 'Сделано в Datelines',
    offline: {
      keep: 'Сохранить для чтения без сети',
      working: 'Минутку …',
      kept: 'Сохранено для чтения без сети.',
      drop: 'Больше не хранить',
      failed: 'Не получилось. Нажмите ещё раз, чтобы повторить.',
    },
    accessibility: 'Доступность',
    text: 'Текст шага',
    more: 'Ещё',
    readFull: 'Читать полностью',
    addressToCopy: 'Отсюда эта страница не открывает ссылок. Адрес, который можно скопировать:',
    goOn: 'Пропустить материал',
    embed: {
      open: 'Встроить',
      title: 'Встроить этот материал',
      mode: 'Листается',
      click: 'нажатиями, в рамке постоянной высоты',
      scroll: 'вместе со страницей',
      language: 'Язык',
      form: 'Код для',
      forms: {
        address: 'WordPress, Ghost: только адрес',
        loader: 'страницы, которая принимает HTML',
        iframe: 'страницы, которая принимает HTML, без нашего скрипта',
        amp: 'страницы AMP',
      },
      notes: {
        address:
          'Отдельной строкой. Вставить его может любой автор; если система не делает из адреса рамку, он остаётся ссылкой.',
        loader: 'Нужно право вставлять HTML. У автора без такого права код пропадает: остаются картинка и ссылка.',
        iframe: 'Нужно право вставлять HTML. У автора без такого права рамка пропадает: остаётся ссылка.',
        amp: 'Нужна страница, загрузившая компонент amp-iframe.',
      },
      code: 'Код для вставки',
      copy: 'Скопировать',
      copied: 'Скопировано',
      copyByHand: 'Выделите код и скопируйте его',
      preview: 'Предпросмотр',
      close: 'Закрыть',
    },
  },
  approximate: (date) => `примерно ${date}`,
  uncertain: (date) => `${date}, не подтверждено`,
  status: { happened: 'произошло', announced: 'объявлено', reported: 'сообщил один источник' },
  routeInWords: 'Маршрут словами',
  legInWords: (people, from, to, date) => `${people} ${form(people, chelovek)}: ${from} — ${to}, ${date}`,
  stays: (people, where, by) => {
    const noun = form(people, chelovek)
    const stayed = form(people, { one: 'остался', few: 'остались', many: 'остались', other: 'осталось' })
    return by ? `${people} ${noun} ${stayed} ${where} (на ${by})` : `${people} ${noun} ${where}`
  },
  stories: { more: 'Другие истории', all: 'Все истории' },
  sources: 'Источники',
  source: (number) => `Источник ${count.format(number)}`,
  noDate: 'дата не указана',
  published: 'Опубликовано',
  updated: 'обновлено',
  unreviewed: 'Этот перевод редактор ещё не проверил.',
  minutes: (minutes) =>
    `${count.format(minutes)} ${form(minutes, { one: 'минута', few: 'минуты', many: 'минут', other: 'минуты' })} чтения`,
  people: 'Люди',
  asOf: (date) => `${date}:`,
  complete: (date) => `События прослежены по ${date}; более поздних здесь нет.`,
  copyLink: 'Скопировать ссылку',
  copyLinkTo: (heading) => `Скопировать ссылку на раздел «${heading}»`,
  skip: 'Перейти к статье',
  moreThan: (number) => `более ${number}`,
  oneMark: (unit, number) => (unit === 1 ? 'Один знак — один человек' : `Один знак — ${number} человек`),
  chart: (oneMark, released, remaining) =>
    `Диаграмма. ${oneMark}. ${released}${remaining === undefined ? '' : `; рядом ${remaining}`}.`,
}
