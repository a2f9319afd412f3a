/** Exports of the scripts of an embed, by the name of their template. A file that imports one declares it here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Scripts {}

declare global {
  interface Window {
    /** Exports of the scripts that an embed has loaded, and the React that they share */
    datelines?: Partial<Scripts>
  }
}

/** Runs the script in the template `_<name>`, and gives what it exports. Rejects on failure; calling it again retries. */
export async function importScript<Name extends keyof Scripts>(name: Name): Promise<Scripts[Name]> {
  await loadScript(`_${name}`)
  const exports = window.datelines?.[name]
  if (!exports) throw new Error(`the script “${name}” exported nothing`)
  return exports
}

/**
 * Runs the classic script in the template `id` of the page. In a sandboxed iframe the page has an opaque origin, so a
 * module would need CORS headers; a classic script does not. Its address is in the HTML, since Trusted Types forbid
 * scripts to set script addresses.
 */
function loadScript(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const template = document.getElementById(id)
    const content = template instanceof HTMLTemplateElement ? document.importNode(template.content, true) : undefined
    const script = content?.querySelector('script')
    if (!content || !script) return reject(new Error('the page has no such script'))
    script.onload = () => resolve()
    script.onerror = () => reject(new Error('the script could not be loaded'))
    document.head.append(content)
  })
}
