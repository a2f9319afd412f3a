/** Stands for `cartography/atlas/basemap.ts` in tests called *.no-ground.test.ts: a ground without land and towns. */
export function drawBasemap() {
  return {
    basemap: { land: '', focus: '', lakes: '', rivers: '', borders: '' },
    gazetteer: { countries: [], towns: [] },
  }
}
