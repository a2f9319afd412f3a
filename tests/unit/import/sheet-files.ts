import { strToU8, zipSync } from 'fflate'

/** A cell: text, a number, or a value as an .ods file keeps dates, times and numbers: { type: 'date', value: '1905-06-07' }. */
type Cell = string | number | { type: 'date' | 'time'; value: string }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An OpenDocument spreadsheet with these rows, and thousands of empty ones after them. */
export function makeOds(rows: Cell[][]): Uint8Array {
  const cell = (value: Cell) => {
    if (value === '') return '<table:table-cell table:number-columns-repeated="1"/>'
    if (typeof value === 'number')
      return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value.toLocaleString('en')}</text:p></table:table-cell>`
    if (typeof value === 'object')
      return `<table:table-cell office:value-type="${value.type}" office:${value.type}-value="${value.value}"><text:p>shown</text:p></table:table-cell>`
    const lines = value.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`)
    return `<table:table-cell office:value-type="string">${lines.join('')}</table:table-cell>`
  }
  const body = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')
  const empty =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet><table:table>${body}${empty}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })
}

/** An .xlsx file with these rows; a number in a column of `dates` is a day, counted as Excel does. */
export function makeXlsx(rows: (string | number)[][], dates: number[] = []): Uint8Array {
  const letter = (i: number) => String.fromCharCode(65 + i)
  const body = rows
    .map((row, i) => {
      const cells = row.map((value, j) => {
        const at = `${letter(j)}${i + 1}`
        if (value === '') return ''
        if (typeof value === 'number') return `<c r="${at}"${dates.includes(j) ? ' s="1"' : ''}><v>${value}</v></c>`
        return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
      })
      return `<row r="${i + 1}">${cells.join('')}</row>`
    })
    .join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}
