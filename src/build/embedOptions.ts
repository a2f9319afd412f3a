/**
 * The one script inside a page: an embed follows the options in its address, `?theme=dark` and `?headline=0`, before it is
 * painted for the first time. A file would hold back the paint of every embed for the sake of those few, and the frame's
 * own script comes after the paint. The policies of pages and server name its hash, so no other script can take its place.
 */
import { createHash } from 'node:crypto'

export const WISHES =
  'var w=new URLSearchParams(location.search),d=document.documentElement.dataset,t=w.get("theme");' +
  'if(t==="light"||t==="dark")d.theme=t;if(w.get("headline")==="0")d.headline="off"'

/** Its hash, as a policy names it */
export const WISHES_HASH = `'sha256-${createHash('sha256').update(WISHES).digest('base64')}'`
