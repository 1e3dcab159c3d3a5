import type { Device } from '../../plan/model.js';
import type { Place, SourceFile } from '../../source/types.js';
import type { Report } from '../types.js';

/** Where the keys of a device are written. */
export interface DeviceKeysPlace {
  readonly file: SourceFile;
  readonly pointer: string;
}

/** The object that holds the device's own keys: its element, in GeoJSON its properties. */
export function deviceKeysPlace({ place }: Device, report: Report): DeviceKeysPlace {
  const feature = /^\/features\/\d+$/.test(place.pointer);
  return { file: fileOf(place, report), pointer: feature ? `${place.pointer}/properties` : place.pointer };
}

/** The file that a place of the report is in. */
export function fileOf({ path }: Place, { files }: Report): SourceFile {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`${path} was not read`);
  return file;
}
