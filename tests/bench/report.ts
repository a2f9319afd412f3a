/** Numbers in tables, and tables in RESULTS.md. */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'

const RESULTS = new URL('RESULTS.md', import.meta.url)

/** The value below which `part` of all values lie, 0 to 1; undefined when there are none. */
export function percentile(values: number[], part: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]
}

export function median(values: number[]): number | undefined {
  return percentile(values, 0.5)
}

/** '1,234', '56.7', '0.012'; a dash for what was not measured. */
export function shown(value: number | undefined): string {
  if (value === undefined) return '–'
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 1 ? 1 : 3
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** `value` as a multiple of `base`: '0.62×'; a dash where there is no such number. */
export function ratio(value: number | undefined, base: number | undefined): string {
  return value === undefined || !base ? '–' : `${(value / base).toFixed(2)}×`
}

/** A Markdown table; every column but the first holds numbers. */
export function table(head: string[], rows: string[][]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** When, where and with what: '2026-01-31, 2 × AMD EPYC, 24 GB, Linux 6.1.0, Node 20.20.2, Chromium 156'. */
export function circumstances(browser?: string): string {
  const [first, ...others] = cpus()
  return [
    new Date().toISOString().slice(0, 10),
    `${others.length + 1} × ${first?.model.trim() ?? 'processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release().split('-')[0]}`,
    `Node ${process.versions.node}`,
    ...(browser ? [`Chromium ${browser}`] : []),
  ].join(', ')
}

/** Prints `text`; with `keep` it also takes the place of the last results of that name in RESULTS.md. */
export async function publish(name: string, text: string, keep: boolean) {
  console.log(text)
  if (!keep) return
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const results = await readFile(RESULTS, 'utf8')
  const [before, rest = ''] = results.split(begin)
  const after = rest.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`RESULTS.md has no place for “${name}”`)
  await writeFile(RESULTS, `${before}${begin}\n\n${text}\n\n${end}${after}`)
}
