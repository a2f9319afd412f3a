import type { DateLabel } from '../../story/copy.ts'

/** A date, as `<time>` if its precision has an HTML date format. */
export function When({ date, children = date.label }: { date: DateLabel; children?: string }) {
  return date.time === undefined ? <span>{children}</span> : <time dateTime={date.time}>{children}</time>
}
