/** A part of the page that `hydrateIsland` hydrates. The container has no box of its own. `markup`: from `renderToString`. */
export function Island({ id, markup }: { id: string; markup: string }) {
  return <div id={id} className="island" dangerouslySetInnerHTML={{ __html: markup }} />
}
