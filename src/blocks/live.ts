/**
 * Interactive blocks of an article: films on other servers, picture comparisons, pictures that cover the map. Only pages
 * with such a block include this script. Everything is readable without it.
 */
import { comparePictures } from './comparison/comparePictures.ts'
import { linkFilmsToFullPage, playFilms } from './film/playFilms.ts'
import { showLeads } from './lead/showLeads.ts'

linkFilmsToFullPage()
playFilms()
comparePictures()
showLeads()
