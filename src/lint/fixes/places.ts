// Places in the plan's files where fixes edit.
import type { Place, SourceFile } from '../../source/types.js';
import type { Report } from '../types.js';

/** The object in a file that holds an element's keys, by JSON pointer. */
export interface KeysPlace {
  readonly file: SourceFile;
  readonly pointer: string;
}

/** Returns the object that holds an element's own keys: the element, or in GeoJSON its `properties`. */
export function keysPlace({ place }: { readonly place: Place }, report: Report): KeysPlace {
  const feature = /^\/features\/\d+$/.test(place.pointer);
  return { file: fileOf(place, report), pointer: feature ? `${place.pointer}/properties` : place.pointer };
}

/**
 * Returns the file that a place of the report is in.
 *
 * @throws Error if the report has no such file
 */
export function fileOf({ path }: Place, { files }: Report): SourceFile {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`${path} was not read`);
  return file;
}
