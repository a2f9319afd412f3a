/**
 * What in an article answers a reader: films that are elsewhere and pictures that are compared. A page has this script only
 * where it has one of them. All of it can be read before the script has come, and without it.
 */
import './Comparison.module.css'
import './Film.module.css'
import { comparePictures } from './comparePictures.ts'
import { playFilms, sayNoFullScreen } from './playFilms.ts'

sayNoFullScreen()
playFilms()
comparePictures()
