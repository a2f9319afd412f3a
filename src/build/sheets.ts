import type { Plugin } from 'vite'

/**
 * Keeps every CSS module that is imported, though no script uses its names: what is finished at build is styled in the
 * page without any script of its own. Vite leaves such modules out.
 */
export function everySheet(): Plugin {
  return {
    name: 'datelines:every-sheet',
    enforce: 'post',
    transform(code, id) {
      return /\.module\.css$/.test(id) ? { code, map: null, moduleSideEffects: 'no-treeshake' as const } : undefined
    },
  }
}
