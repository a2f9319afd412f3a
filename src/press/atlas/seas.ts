/**
 * Seas that may be named on a map. No package on the registry names them with their places, so this is a small table:
 * a box of degrees [west, south, east, north] in which the name may stand on water, and the name in each language.
 */
interface Sea {
  box: [west: number, south: number, east: number, north: number]
  /** By BCP 47 code; a language without an entry leaves the sea unnamed */
  names: Record<string, string>
}

export const SEAS: Sea[] = [
  { box: [12, 54, 24, 60], names: { en: 'Baltic Sea', be: 'Балтыйскае мора', pl: 'Morze Bałtyckie' } },
  { box: [18, 60.5, 25, 66], names: { en: 'Gulf of Bothnia', be: 'Батнічны заліў', pl: 'Zatoka Botnicka' } },
  { box: [-4, 51, 9, 61], names: { en: 'North Sea', be: 'Паўночнае мора', pl: 'Morze Północne' } },
  { box: [28, 41, 41.5, 46.5], names: { en: 'Black Sea', be: 'Чорнае мора', pl: 'Morze Czarne' } },
  { box: [34.8, 45.3, 39.3, 47.3], names: { en: 'Sea of Azov', be: 'Азоўскае мора', pl: 'Morze Azowskie' } },
  { box: [47, 36.5, 54, 47], names: { en: 'Caspian Sea', be: 'Каспійскае мора', pl: 'Morze Kaspijskie' } },
  { box: [-5, 30.5, 36, 44], names: { en: 'Mediterranean Sea', be: 'Міжземнае мора', pl: 'Morze Śródziemne' } },
  { box: [12.5, 40, 19.5, 45.7], names: { en: 'Adriatic Sea', be: 'Адрыятычнае мора', pl: 'Morze Adriatyckie' } },
  { box: [-15, 62, 14, 73], names: { en: 'Norwegian Sea', be: 'Нарвежскае мора', pl: 'Morze Norweskie' } },
  { box: [20, 69.5, 55, 80], names: { en: 'Barents Sea', be: 'Баранцава мора', pl: 'Morze Barentsa' } },
  { box: [-75, 5, -20, 55], names: { en: 'Atlantic Ocean', be: 'Атлантычны акіян', pl: 'Ocean Atlantycki' } },
  { box: [-170, -50, -90, 50], names: { en: 'Pacific Ocean', be: 'Ціхі акіян', pl: 'Ocean Spokojny' } },
  { box: [150, -25, 180, 45], names: { en: 'Pacific Ocean', be: 'Ціхі акіян', pl: 'Ocean Spokojny' } },
  { box: [52, -40, 95, 12], names: { en: 'Indian Ocean', be: 'Індыйскі акіян', pl: 'Ocean Indyjski' } },
  { box: [-160, 76, 160, 89], names: { en: 'Arctic Ocean', be: 'Паўночны Ледавіты акіян', pl: 'Ocean Arktyczny' } },
  { box: [150, -46, 174, -28], names: { en: 'Tasman Sea', be: 'Тасманава мора', pl: 'Morze Tasmana' } },
  { box: [-88, 10, -61, 21], names: { en: 'Caribbean Sea', be: 'Карыбскае мора', pl: 'Morze Karaibskie' } },
  { box: [-97, 18.5, -82, 30], names: { en: 'Gulf of Mexico', be: 'Мексіканскі заліў', pl: 'Zatoka Meksykańska' } },
  { box: [33, 13, 43, 28], names: { en: 'Red Sea', be: 'Чырвонае мора', pl: 'Morze Czerwone' } },
  { box: [52, 8, 75, 24], names: { en: 'Arabian Sea', be: 'Аравійскае мора', pl: 'Morze Arabskie' } },
  { box: [81, 6, 94, 21], names: { en: 'Bay of Bengal', be: 'Бенгальскі заліў', pl: 'Zatoka Bengalska' } },
  {
    box: [107, 4, 120, 22],
    names: { en: 'South China Sea', be: 'Паўднёва-Кітайскае мора', pl: 'Morze Południowochińskie' },
  },
]
