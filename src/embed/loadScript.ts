/**
 * Runs the classic script that the page holds ready in its template `id`. In a sandboxed frame the page has an origin of
 * its own, and a module would need the server's leave; a script element needs none. Its address is in the page, since a
 * policy on trusted types lets no script name another. Rejects when it cannot be had; a next call asks for it again.
 */
export function loadScript(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const template = document.getElementById(id)
    const ready = template instanceof HTMLTemplateElement ? document.importNode(template.content, true) : undefined
    const script = ready?.querySelector('script')
    if (!ready || !script) return reject(new Error('the page holds no such script'))
    script.onload = () => resolve()
    script.onerror = () => reject(new Error('a script of the page could not be had'))
    document.head.append(ready)
  })
}
