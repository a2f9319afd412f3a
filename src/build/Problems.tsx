import { relative } from 'node:path'
import type { Problem } from '../content/problems.ts'
import type { DocumentProps } from './Document.tsx'

/** Style sheet of the list, served in development */
const SHEET = '/src/build/problems.css'

/**
 * `page` under a list of the problems in its story, each with a link that opens the file in the author's editor. `root`:
 * folder that the files are named from.
 */
export function withProblems(page: DocumentProps, problems: Problem[], root: string): DocumentProps {
  if (problems.length === 0) return page
  return {
    ...page,
    sheets: [...(page.sheets ?? []), SHEET],
    children: (
      <>
        <Problems problems={problems} root={root} />
        {page.children}
      </>
    ),
  }
}

function Problems({ problems, root }: { problems: Problem[]; root: string }) {
  return (
    <details className="problems" lang="en" open={problems.some(({ severity }) => severity === 'error')}>
      <summary>
        {problems.length === 1 ? '1 problem in this story' : `${problems.length} problems in this story`}
      </summary>
      <ul>
        {problems.map(({ file, line, severity, message, hint }) => (
          <li key={`${file}:${line} ${message}`} className={severity}>
            <a href={`/__open-in-editor?file=${encodeURIComponent(`${file}:${line}`)}`}>
              {relative(root, file)}:{line}
            </a>{' '}
            {message}
            {hint && ` — ${hint}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
