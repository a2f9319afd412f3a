/**
 * The only inline script: applies the options in an embed's address, `?theme=dark` and `?headline=0`, before the first
 * paint. A file would delay every embed for the few that have options. The policies name its hash.
 */
import { createHash } from 'node:crypto'

export const WISHES =
  'var w=new URLSearchParams(location.search),d=document.documentElement.dataset,t=w.get("theme");' +
  'if(t==="light"||t==="dark")d.theme=t;if(w.get("headline")==="0")d.headline="off"'

/** Its hash, for a Content-Security-Policy */
export const WISHES_HASH = `'sha256-${createHash('sha256').update(WISHES).digest('base64')}'`
