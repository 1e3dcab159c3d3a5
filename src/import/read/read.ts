import type { Mapping } from '../mapping/types.js';
import { IMPORT_FORMATS, type ImportFormat, type InputFile, type ReadSource } from '../types.js';
import { readDxf } from './dxf/read.js';
import { isImdf, readImdf } from './imdf/imdf.js';
import { isOsm, readOsm } from './osm/osm.js';
import { readPlain } from './plain.js';

/** How files of a format are known and read. */
interface Reader {
  /** Endings of its files, of which a folder is read for. */
  readonly endings: RegExp;
  /** Whether `files` are of this format; asked in the order of FORMATS, the first that says so reads them. */
  readonly is: (files: readonly InputFile[]) => boolean;
  /** `mapping` says how storeys and numbers are meant. */
  readonly read: (files: readonly InputFile[], mapping: Mapping) => ReadSource;
}

const JSON_FILE = /\.(?:geo)?json$/i;

const isJson = ({ path }: InputFile): boolean => JSON_FILE.test(path);

const READERS: Readonly<Record<ImportFormat, Reader>> = {
  imdf: { endings: JSON_FILE, is: isImdf, read: readImdf },
  osm: { endings: JSON_FILE, is: (files) => files.every(isJson) && files.some(isOsm), read: readOsm },
  geojson: { endings: JSON_FILE, is: (files) => files.every(isJson), read: readPlain },
  dxf: {
    endings: /\.dxf$/i,
    // DWG can't be read, which is said best by the reader of what it is to be saved as.
    is: (files) => files.some(({ path }) => /\.(?:dxf|dwg)$/i.test(path)),
    read: readDxf,
  },
};

/** What a source is, by its files; undefined where it can't be told. */
export function formatOf(files: readonly InputFile[]): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => READERS[format].is(files));
}

/** What a file may be by the ending of its name, the first of such formats; undefined for what no format has. */
export function formatByEnding(path: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => READERS[format].endings.test(path));
}

/** Reads the files of one source. `mapping` says how its storeys and numbers are meant. */
export function readSource(files: readonly InputFile[], format: ImportFormat, mapping: Mapping): ReadSource {
  return READERS[format].read(files, mapping);
}
