/** The inline scripts, whose text is the same in every page, so that the policies can name their hashes. */
import { INTERACTIONS, TIMEOUT } from '../store/firstInteraction.ts'

/**
 * Applies the options in an embed's address, `?theme=dark` and `?headline=0`, before the first paint. A file would delay
 * every embed for the few that have options.
 */
export const OPTIONS =
  'var w=new URLSearchParams(location.search),d=document.documentElement,t=w.get("theme");' +
  'if(t==="light"||t==="dark")d.dataset.theme=t;if(w.get("headline")==="0")d.classList.add("no-headline")'

/**
 * Applies the stored theme (`store/theme.ts`) before the first paint, and loads the script of a page, `#_page`, when a
 * reader first acts (`store/firstInteraction.ts`), or at once for a link to a step or to what is uncertain: until then a slow
 * phone has nothing to do. The map's script is fetched then, while that of the page is evaluated. `pressed`: what was
 * clicked last, for the script.
 */
export const START =
  'try{var theme=localStorage.getItem("datelines-theme");' +
  'if(theme==="light"||theme==="dark")document.documentElement.dataset.theme=theme}catch(e){}' +
  `var pressed,acts=${JSON.stringify(INTERACTIONS)},wait=setTimeout(start,${TIMEOUT});` +
  'addEventListener("click",function(e){pressed=e.target;start()});' +
  'function load(){var l=document.getElementById("_page"),m=l.dataset.map;' +
  'import(l.href).catch(function(e){console.warn("Datelines: the page stays as it was served.",e)});' +
  'if(m)import(m).catch(function(){})}' +
  'function start(){if(!wait)return;clearTimeout(wait);wait=0;acts.forEach(function(a){removeEventListener(a,start)});' +
  'if(document.readyState==="loading")addEventListener("DOMContentLoaded",load);else load()}' +
  'acts.forEach(function(a){addEventListener(a,start,{passive:true})});' +
  'if(location.hash||location.search.indexOf("uncertain")>0)start()'
