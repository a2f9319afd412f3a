/**
 * Runs the classic script in the template `id` of the page. In a sandboxed iframe the page has an opaque origin, so a
 * module would need CORS headers; a classic script does not. Its address is in the HTML, since Trusted Types forbid
 * scripts to set script addresses. Rejects on failure; calling it again retries.
 */
export function loadScript(id: string): Promise<void> {
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
