import type { SourceProblem } from '../../source/problem.js';
import type { Mapping } from '../mapping/types.js';
import type { Format, InputFile, Source } from '../types.js';
import { readDxf } from './dxf/read.js';
import { isImdf, readImdf } from './imdf.js';
import { isOsm, readOsm } from './osm.js';
import { readPlain } from './plain.js';

export type ReadSource =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** What a source is, by its files; undefined where it can't be told. */
export function formatOf(files: readonly InputFile[]): Format | undefined {
  if (isImdf(files)) return 'imdf';
  if (files.some(({ path }) => /\.(?:dxf|dwg)$/i.test(path))) return 'dxf';
  if (files.every(({ path }) => /\.(?:geo)?json$/i.test(path))) return files.some(isOsm) ? 'osm' : 'geojson';
  return undefined;
}

/** Reads the files of one source. `mapping` says how its storeys and numbers are meant. */
export function readSource(files: readonly InputFile[], format: Format, mapping: Mapping): ReadSource {
  switch (format) {
    case 'imdf':
      return readImdf(files);
    case 'osm':
      return readOsm(files, mapping);
    case 'geojson':
      return readPlain(files, mapping);
    case 'dxf':
      return readDxf(files, mapping);
  }
}
