import { posix } from 'node:path';
import type { InputFile } from '../../types.js';

/** Types of features that may become part of a plan; the mapping says which do. Source: Apple, IMDF 1.0.0. */
export const PLACED = ['level', 'unit', 'opening', 'fixture', 'kiosk', 'detail', 'amenity'] as const;

/** Types that tell of others: names, buildings, who uses a unit. */
export const TELLING = ['venue', 'building', 'occupant', 'anchor'] as const;

/** Types that no plan is made of: outlines of whole buildings, addresses, and areas that aren't rooms. */
export const APART = ['address', 'footprint', 'geofence', 'relationship', 'section'] as const;

export type Part = (typeof PLACED)[number] | (typeof TELLING)[number] | (typeof APART)[number];

/** The name of the part that a file is by its own name; undefined for what is no GeoJSON. */
export function partOf({ path }: InputFile): string | undefined {
  return /([^/]+)\.geojson$/i.exec(path)?.[1];
}

/** The files of each IMDF archive among `files`, and those that belong to none. */
export function archivesOf(files: readonly InputFile[]): {
  readonly archives: readonly (readonly InputFile[])[];
  readonly others: readonly InputFile[];
} {
  const folders = new Map<string, InputFile[]>();
  for (const file of files) {
    const folder = posix.dirname(file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const groups = [...folders.values()];
  const whole = (group: readonly InputFile[]) =>
    ['level', 'unit'].every((part) => group.some((file) => partOf(file) === part));
  return { archives: groups.filter(whole), others: groups.filter((group) => !whole(group)).flat() };
}
