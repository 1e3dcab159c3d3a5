import { dataFiles, type Made, make } from './support.js';

/** The buildings that others published, as they are imported: where their source needs one, with a mapping. */
export const BUILDINGS: readonly { readonly folder: string; readonly made: () => Made }[] = [
  { folder: 'imdf-spbstu-campus', made: () => make(dataFiles('imdf-spbstu-campus')) },
  { folder: 'osm-apb-dresden', made: () => make(dataFiles('osm-apb-dresden')) },
];
