import type { PrintedLanguage } from '../language/language.ts'
import type { Copy, Figure, Source } from '../story/copy.ts'
import type { Block } from '../story/prose.ts'

/** What the view of a block needs besides the block. */
export interface Surroundings {
  /** All figures of the story; chart blocks refer to them by id */
  figures: Figure[]
  /** All sources of the story; text cites them by number */
  sources: Source[]
  language: PrintedLanguage
  /** From this page to the folder of the story: './' */
  home: string
}

/** Props of a part of the page with blocks. */
export interface CopyProps extends Pick<Surroundings, 'language' | 'home'> {
  copy: Copy
}

/** Props of the view of a kind of block. */
export interface BlockProps<K extends Block['kind']> extends Surroundings {
  block: Block<K>
}
