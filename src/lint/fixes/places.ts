// Places in the plan's files where fixes edit.
import type { Device } from '../../plan/model.js';
import type { Place, SourceFile } from '../../source/types.js';
import type { Report } from '../types.js';

/** The object in a file that holds a device's keys, by JSON pointer. */
export interface DeviceKeysPlace {
  readonly file: SourceFile;
  readonly pointer: string;
}

/** Returns the object that holds the device's own keys: its element, or in GeoJSON the element's `properties`. */
export function deviceKeysPlace({ place }: Device, report: Report): DeviceKeysPlace {
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
