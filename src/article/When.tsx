import type { DateLabel } from '../story/story.ts'

/** A date, for readers and, where HTML has a form for it, for machines. */
export function When({ date, children = date.label }: { date: DateLabel; children?: string }) {
  return date.time === undefined ? <span>{children}</span> : <time dateTime={date.time}>{children}</time>
}
