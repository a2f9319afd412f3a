import { formsIn } from './counting.ts'
import type { PrintedLanguage } from './language.ts'

const count = new Intl.NumberFormat('lt')
const form = formsIn('lt')

const zmogus = { one: 'žmogus', few: 'žmonės', many: 'žmogaus', other: 'žmonių' }

/** The interface in Lithuanian. */
export const lt: PrintedLanguage = {
  locale: 'lt',
  shortMonth: 'long',
  page: {
    code: 'lt',
    numbers: ['lt'],
    timeline: 'Laiko juosta',
    previous: 'Atgal',
    next: 'Toliau',
    bead: '{date}: {heading}',
    throughTime: 'Slinkti laiko juosta',
    announce: '{step} žingsnis iš {of}: {heading}, {date}',
    position: '{step} žingsnis iš {of}',
    keys: {
      title: 'Klavišai',
      list: [
        '← ir → laiko juostoje: žingsnis atgal ir pirmyn',
        'Home ir End: pirmas ir paskutinis žingsnis',
        'Rodyklės, + ir − žemėlapyje: jį stumdyti; Escape: atgal prie žingsnio',
        '?: šie klavišai',
      ],
    },
    mapHint: 'Žemėlapį stumdo du pirštai arba žemėlapio mygtukas',
    routeMap: 'Maršruto žemėlapis',
    mapPicture: 'Maršruto žemėlapis. Vietos: {places}.',
    moveMap: 'Stumti žemėlapį',
    wholeRoute: 'Visas maršrutas',
    moves: {
      closer: 'Priartinti',
      farther: 'Atitolinti',
      left: 'Į kairę',
      up: 'Aukštyn',
      down: 'Žemyn',
      right: 'Į dešinę',
    },
    mapHelp: 'Žemėlapis: rodyklės jį stumia, pliusas ir minusas keičia mastelį, „Escape“ grąžina į vietą',
    savePicture: 'Išsaugoti vaizdą',
    mapFailed: 'Nepavyko įkelti stumdomo žemėlapio.',
    tryAgain: 'Bandyti dar kartą',
    coming: 'Įkeliama …',
    couldNotLoad: 'Nepavyko įkelti. Paspauskite dar kartą, kad pabandytumėte iš naujo.',
    signs: {
      happened: 'įvyko',
      announced: 'paskelbta',
      reported: 'vienas šaltinis',
      ahead: 'dar priešaky',
      symbolic: 'žymi šalį',
      area: 'žinoma apytiksliai',
    },
    about: {
      title: 'Apie žemėlapį',
      width: 'Kuo platesnė linija, tuo daugiau žmonių ji reiškia; skaičius parašytas šalia.',
      signs: {
        happened: 'Ištisinė linija: tai įvyko.',
        announced: 'Blyški linija su brūkšneliais: tai buvo paskelbta.',
        reported: 'Blyški linija su taškais: pranešė vienas šaltinis.',
        ahead: 'Blyški linija: pasakojime tai dar priešaky.',
        symbolic: 'Punktyrinis žiedas: taškas žymi šalį ar regioną.',
        area: 'Išblukęs skritulys: vieta žinoma tik apytiksliai.',
      },
    },
    credit: 'Natural Earth · GeoNames',
    close: 'Uždaryti',
    linkCopied: 'Nuoroda nukopijuota',
    theme: { label: 'Spalvos', auto: 'Kaip įrenginyje', light: 'Šviesios', dark: 'Tamsios' },
    madeWith: 'Sukurta su „Datelines“',
    accessibility: 'Prieinamumas',
    text: 'Žingsnio tekstas',
    more: 'Daugiau',
    readFull: 'Skaityti visą',
    addressToCopy: 'Šis puslapis iš čia nuorodų neatidaro. Adresas, kurį galima nukopijuoti:',
    goOn: 'Praleisti pasakojimą',
    embed: {
      open: 'Įterpti',
      title: 'Įterpti šį pasakojimą',
      mode: 'Slenka',
      click: 'spustelėjus, pastovaus aukščio rėmelyje',
      scroll: 'kartu su puslapiu',
      language: 'Kalba',
      form: 'Kodas',
      forms: {
        address: '„WordPress“, „Ghost“: tik adresas',
        loader: 'puslapiui, kuris priima HTML',
        iframe: 'puslapiui, kuris priima HTML, be mūsų scenarijaus',
        amp: 'AMP puslapiui',
      },
      notes: {
        address:
          'Atskiroje eilutėje. Įklijuoti gali kiekvienas autorius; jei sistema iš adreso nepadaro rėmelio, lieka nuoroda.',
        loader: 'Reikia teisės įklijuoti HTML. Jei autorius jos neturi, kodas dingsta: lieka vaizdas ir nuoroda.',
        iframe: 'Reikia teisės įklijuoti HTML. Jei autorius jos neturi, rėmelis dingsta: lieka nuoroda.',
        amp: 'Reikia puslapio, kuris įkėlė komponentą „amp-iframe“.',
      },
      code: 'Įklijuotinas kodas',
      copy: 'Kopijuoti',
      copied: 'Nukopijuota',
      copyByHand: 'Pažymėkite kodą ir nukopijuokite',
      preview: 'Peržiūra',
      close: 'Uždaryti',
    },
  },
  approximate: (date) => `${date} (apytiksliai)`,
  uncertain: (date) => `${date} (nepatvirtinta)`,
  status: { happened: 'įvyko', announced: 'paskelbta', reported: 'pranešė vienas šaltinis' },
  routeInWords: 'Maršrutas žodžiais',
  legInWords: (people, from, to, date) => `${people} ${form(people, zmogus)}: ${from} – ${to}, ${date}`,
  stays: (people, where, by) => {
    const noun = form(people, zmogus)
    return by ? `${people} ${noun} liko ${where} (${by})` : `${people} ${noun} ${where}`
  },
  stories: { more: 'Kitos istorijos', all: 'Visos istorijos' },
  sources: 'Šaltiniai',
  source: (number) => `${count.format(number)} šaltinis`,
  noDate: 'data nenurodyta',
  published: 'Paskelbta',
  updated: 'atnaujinta',
  unreviewed: 'Šio vertimo redaktorius dar neperžiūrėjo.',
  minutes: (minutes) =>
    `skaityti ${count.format(minutes)} ${form(minutes, { one: 'minutę', few: 'minutes', many: 'minutės', other: 'minučių' })}`,
  people: 'Žmonės',
  asOf: (date) => `${date}:`,
  complete: (date) => `Peržiūrėta: ${date}; vėlesnių įvykių čia nėra.`,
  copyLink: 'Kopijuoti nuorodą',
  copyLinkTo: (heading) => `Kopijuoti nuorodą į skyrių „${heading}“`,
  skip: 'Pereiti prie straipsnio',
  moreThan: (number) => `daugiau kaip ${number}`,
  oneMark: (unit, number) => (unit === 1 ? 'Vienas ženklas – vienas žmogus' : `Vienas ženklas – ${number} žmonių`),
  chart: (oneMark, released, remaining) =>
    `Diagrama. ${oneMark}. ${released}${remaining === undefined ? '' : `; šalia ${remaining}`}.`,
}
