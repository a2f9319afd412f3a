/** Degrees */
type Box = [west: number, south: number, east: number, north: number]

interface Sea {
  /** By language code; English is the fallback */
  names: { en: string } & Record<string, string>
  /** On whose water the name may be placed */
  box: Box
  /** Water in the box that is not this sea */
  except?: Box[]
}

// biome-ignore format: one sea a line
const NAMES = {
  baltic: { en: 'Baltic Sea', be: 'Балтыйскае мора', pl: 'Morze Bałtyckie', uk: 'Балтійське море', lt: 'Baltijos jūra', ru: 'Балтийское море' },
  bothnia: { en: 'Gulf of Bothnia', be: 'Батнічны заліў', pl: 'Zatoka Botnicka', uk: 'Ботнічна затока', lt: 'Botnijos įlanka', ru: 'Ботнический залив' },
  north: { en: 'North Sea', be: 'Паўночнае мора', pl: 'Morze Północne', uk: 'Північне море', lt: 'Šiaurės jūra', ru: 'Северное море' },
  black: { en: 'Black Sea', be: 'Чорнае мора', pl: 'Morze Czarne', uk: 'Чорне море', lt: 'Juodoji jūra', ru: 'Чёрное море' },
  azov: { en: 'Sea of Azov', be: 'Азоўскае мора', pl: 'Morze Azowskie', uk: 'Азовське море', lt: 'Azovo jūra', ru: 'Азовское море' },
  caspian: { en: 'Caspian Sea', be: 'Каспійскае мора', pl: 'Morze Kaspijskie', uk: 'Каспійське море', lt: 'Kaspijos jūra', ru: 'Каспийское море' },
  mediterranean: { en: 'Mediterranean Sea', be: 'Міжземнае мора', pl: 'Morze Śródziemne', uk: 'Середземне море', lt: 'Viduržemio jūra', ru: 'Средиземное море' },
  adriatic: { en: 'Adriatic Sea', be: 'Адрыятычнае мора', pl: 'Morze Adriatyckie', uk: 'Адріатичне море', lt: 'Adrijos jūra', ru: 'Адриатическое море' },
  norwegian: { en: 'Norwegian Sea', be: 'Нарвежскае мора', pl: 'Morze Norweskie', uk: 'Норвезьке море', lt: 'Norvegijos jūra', ru: 'Норвежское море' },
  barents: { en: 'Barents Sea', be: 'Баранцава мора', pl: 'Morze Barentsa', uk: 'Баренцове море', lt: 'Barenco jūra', ru: 'Баренцево море' },
  atlantic: { en: 'Atlantic Ocean', be: 'Атлантычны акіян', pl: 'Ocean Atlantycki', uk: 'Атлантичний океан', lt: 'Atlanto vandenynas', ru: 'Атлантический океан' },
  pacific: { en: 'Pacific Ocean', be: 'Ціхі акіян', pl: 'Ocean Spokojny', uk: 'Тихий океан', lt: 'Ramusis vandenynas', ru: 'Тихий океан' },
  indian: { en: 'Indian Ocean', be: 'Індыйскі акіян', pl: 'Ocean Indyjski', uk: 'Індійський океан', lt: 'Indijos vandenynas', ru: 'Индийский океан' },
  arctic: { en: 'Arctic Ocean', be: 'Паўночны Ледавіты акіян', pl: 'Ocean Arktyczny', uk: 'Північний Льодовитий океан', lt: 'Arkties vandenynas', ru: 'Северный Ледовитый океан' },
  tasman: { en: 'Tasman Sea', be: 'Тасманава мора', pl: 'Morze Tasmana', uk: 'Тасманове море', lt: 'Tasmano jūra', ru: 'Тасманово море' },
  caribbean: { en: 'Caribbean Sea', be: 'Карыбскае мора', pl: 'Morze Karaibskie', uk: 'Карибське море', lt: 'Karibų jūra', ru: 'Карибское море' },
  mexico: { en: 'Gulf of Mexico', be: 'Мексіканскі заліў', pl: 'Zatoka Meksykańska', uk: 'Мексиканська затока', lt: 'Meksikos įlanka', ru: 'Мексиканский залив' },
  red: { en: 'Red Sea', be: 'Чырвонае мора', pl: 'Morze Czerwone', uk: 'Червоне море', lt: 'Raudonoji jūra', ru: 'Красное море' },
  arabian: { en: 'Arabian Sea', be: 'Аравійскае мора', pl: 'Morze Arabskie', uk: 'Аравійське море', lt: 'Arabijos jūra', ru: 'Аравийское море' },
  bengal: { en: 'Bay of Bengal', be: 'Бенгальскі заліў', pl: 'Zatoka Bengalska', uk: 'Бенгальська затока', lt: 'Bengalijos įlanka', ru: 'Бенгальский залив' },
  southChina: { en: 'South China Sea', be: 'Паўднёва-Кітайскае мора', pl: 'Morze Południowochińskie', uk: 'Південнокитайське море', lt: 'Pietų Kinijos jūra', ru: 'Южно-Китайское море' },
}

/** Seas with names, since no npm package has both names and positions. */
// biome-ignore format: one sea a line
export const SEAS: Sea[] = [
  { names: NAMES.baltic, box: [12, 54, 24, 60] },
  { names: NAMES.bothnia, box: [18, 60.5, 25, 66] },
  // Not the Irish Sea and the Bristol Channel
  { names: NAMES.north, box: [-4, 51, 9, 61], except: [[-4, 51, -2.6, 56]] },
  { names: NAMES.black, box: [28, 41, 41.5, 46.5] },
  { names: NAMES.azov, box: [34.8, 45.3, 39.3, 47.3] },
  { names: NAMES.caspian, box: [47, 36.5, 54, 47] },
  // Not the Bay of Biscay, the Sea of Marmara, the Black Sea
  { names: NAMES.mediterranean, box: [-5, 30.5, 36, 44], except: [[-5, 42.5, 2.5, 44], [26.3, 40.2, 30.2, 41.2], [27, 41, 36, 44]] },
  { names: NAMES.adriatic, box: [12.5, 40, 19.5, 45.7] },
  { names: NAMES.norwegian, box: [-15, 62, 14, 73] },
  { names: NAMES.barents, box: [20, 69.5, 55, 80] },
  // Not the Caribbean Sea, the Gulf of St Lawrence
  { names: NAMES.atlantic, box: [-75, 5, -20, 55], except: [[-75, 5, -61, 20], [-70, 45.5, -57, 52]] },
  // Not the Gulf of Mexico
  { names: NAMES.pacific, box: [-170, -50, -90, 50], except: [[-98, 17.5, -90, 31]] },
  { names: NAMES.pacific, box: [150, -25, 180, 45] },
  { names: NAMES.indian, box: [52, -40, 95, 12] },
  { names: NAMES.arctic, box: [-160, 76, 160, 89] },
  { names: NAMES.tasman, box: [150, -46, 174, -28] },
  { names: NAMES.caribbean, box: [-88, 10, -61, 21] },
  { names: NAMES.mexico, box: [-97, 18.5, -82, 30] },
  { names: NAMES.red, box: [33, 13, 43, 28] },
  { names: NAMES.arabian, box: [52, 8, 75, 24] },
  { names: NAMES.bengal, box: [81, 6, 94, 21] },
  // Not the Sulu Sea
  { names: NAMES.southChina, box: [107, 4, 120, 22], except: [[117, 4, 120, 11.5]] },
]
