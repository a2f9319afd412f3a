/**
 * Interactive blocks of an article: films on other servers and picture comparisons. Only pages with such a block
 * include this script. Everything is readable without it.
 */
import { comparePictures } from './comparison/comparePictures.ts'
import { linkFilmsToFullPage, playFilms } from './film/playFilms.ts'

linkFilmsToFullPage()
playFilms()
comparePictures()
