import { posix } from 'node:path';
import type { InputFile } from '../../types.js';

/** Types of features that may become part of a plan; the mapping says which do. Source: Apple, IMDF 1.0.0. */
export const PLACED = ['level', 'unit', 'opening', 'fixture', 'kiosk', 'detail', 'amenity'] as const;

/** Types that tell of others: names, buildings, who uses a unit. */
export const TELLING = ['venue', 'building', 'occupant', 'anchor'] as const;

/** Types that no plan is made of: outlines of whole buildings, addresses, and areas that aren't rooms. */
export const APART = ['address', 'footprint', 'geofence', 'relationship', 'section'] as const;

export type ImdfPart = (typeof PLACED)[number] | (typeof TELLING)[number] | (typeof APART)[number];

/** The name of the part that a file is by its own name; undefined for what is no GeoJSON. */
export function partOf({ path }: InputFile): string | undefined {
  return /([^/]+)\.geojson$/i.exec(path)?.[1];
}

/** The files of each IMDF archive among `files`, and those that belong to none. */
export function archivesOf(files: readonly InputFile[]): {
  readonly archives: readonly (readonly InputFile[])[];
  readonly others: readonly InputFile[];
} {
  const groups = byFolder(files);
  const whole = (group: readonly InputFile[]) => lackedBy(group).length === 0;
  return { archives: groups.filter(whole), others: groups.filter((group) => !whole(group)).flat() };
}

/** A folder with a manifest that has one of the two parts no archive is without: what it lacks, and the manifest. */
export function brokenArchive(
  files: readonly InputFile[],
): { readonly manifest: InputFile; readonly lacks: string } | undefined {
  for (const group of byFolder(files)) {
    const manifest = group.find(({ path }) => posix.basename(path) === 'manifest.json');
    const [lacked, ...more] = lackedBy(group);
    if (manifest !== undefined && lacked !== undefined && more.length === 0) {
      return { manifest, lacks: `${lacked}.geojson` };
    }
  }
  return undefined;
}

function lackedBy(group: readonly InputFile[]): string[] {
  return ['level', 'unit'].filter((part) => !group.some((file) => partOf(file) === part));
}

function byFolder(files: readonly InputFile[]): InputFile[][] {
  const folders = new Map<string, InputFile[]>();
  for (const file of files) {
    const folder = posix.dirname(file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders.values()];
}
