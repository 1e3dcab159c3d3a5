// The readers of all formats.

import type { Mapping } from '../mapping/types.js';
import { namedByPlace } from '../support/place-ids.js';
import { IMPORT_FORMATS, type ImportFormat, type InputFile, type ReadSource } from '../types.js';
import { readDxf } from './dxf/read.js';
import { isIfc, readIfc } from './ifc/ifc.js';
import { isImdf, readImdf } from './imdf/imdf.js';
import { isOsm, readOsm } from './osm/osm.js';
import { readPlain } from './plain.js';

/** Recognition and reading of one format. */
interface Reader {
  /** File name endings for which a folder is searched. */
  readonly endings: RegExp;
  /**
   * True if `files` are of this format. Formats are asked in the order of IMPORT_FORMATS; the first that answers true
   * reads.
   */
  readonly is: (files: readonly InputFile[]) => boolean;
  /** Reads the files; `mapping` says what their storeys and numbers mean, `isRoom` whether a text names a room. */
  readonly read: (files: readonly InputFile[], mapping: Mapping, isRoom: (text: string) => boolean) => ReadSource;
}

const JSON_FILE = /\.(?:geo)?json$/i;

const isJson = ({ path }: InputFile): boolean => JSON_FILE.test(path);

const READERS: Readonly<Record<ImportFormat, Reader>> = {
  imdf: { endings: JSON_FILE, is: isImdf, read: readImdf },
  osm: { endings: JSON_FILE, is: (files) => files.every(isJson) && files.some(isOsm), read: readOsm },
  geojson: { endings: JSON_FILE, is: (files) => files.every(isJson), read: readPlain },
  dxf: {
    endings: /\.dxf$/i,
    // DWG can't be read. The DXF reader tells the user what to save it as.
    is: (files) => files.some(({ path }) => /\.(?:dxf|dwg)$/i.test(path)),
    read: readDxf,
  },
  ifc: { endings: /\.(?:ifc|ifczip)$/i, is: isIfc, read: readIfc },
};

/**
 * Returns the first of IMPORT_FORMATS that a source's files fit, by their names or, as OSM, by their contents;
 * undefined if none.
 */
export function formatOf(files: readonly InputFile[]): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => READERS[format].is(files));
}

/**
 * Returns the first of IMPORT_FORMATS whose files have the ending of `path` (`imdf` for all JSON); undefined if none
 * has it.
 */
export function formatByEnding(path: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => READERS[format].endings.test(path));
}

/**
 * Reads the files of one source. `mapping` says how to find their storeys and in which unit they are. Every feature
 * returned has an id: its own, or one made from its place.
 *
 * @param isRoom true if a text names a room, even one that looks like the number of a device
 */
export function readSource(
  files: readonly InputFile[],
  format: ImportFormat,
  mapping: Mapping,
  isRoom: (text: string) => boolean,
): ReadSource {
  const read = READERS[format].read(files, mapping, isRoom);
  if (!read.ok) return read;
  const { source } = read;
  const levels = [...source.levels].sort((a, b) => a.ordinal - b.ordinal || (a.key < b.key ? -1 : 1));
  const order = levels.map(({ key }) => key);
  const features = namedByPlace(source.features, mapping, { levelOf: ({ levels: [level = ''] }) => level, order });
  return { ok: true, source: { ...source, features } };
}
