import type { Device } from '../../plan/model.js';
import type { Place, SourceFile } from '../../source/types.js';
import type { Report } from '../types.js';

/** Where the keys of a device are written. */
export interface Keys {
  readonly file: SourceFile;
  readonly pointer: string;
}

/** The object that holds the device's own keys: its element, in GeoJSON its properties. */
export function keysOf(device: Device, report: Report): Keys | undefined {
  const { place } = device;
  const file = fileOf(place, report);
  if (file === undefined) return undefined;
  const feature = /^\/features\/\d+$/.test(place.pointer);
  return { file, pointer: feature ? `${place.pointer}/properties` : place.pointer };
}

export function fileOf({ path }: Place, { files }: Report): SourceFile | undefined {
  return files.find((file) => file.path === path);
}
