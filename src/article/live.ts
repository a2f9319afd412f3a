/**
 * What in an article answers a reader: films that are elsewhere, pictures that are compared, drawings in the colours that
 * were chosen. A page has this script only where it has one of them; until it has come, and without it, all is to be read.
 */
import './Comparison.module.css'
import './Film.module.css'
import { colourDrawings } from './colourDrawings.ts'
import { comparePictures } from './comparePictures.ts'
import { playFilms, sayNoFullScreen } from './playFilms.ts'

sayNoFullScreen()
playFilms()
comparePictures()
colourDrawings()
