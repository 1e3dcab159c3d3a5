// Feature types of IMDF, and the files of an archive.

import { groupBy } from '../../../base/arrays.js';
import * as posix from '../../../base/posix.js';
import type { InputFile } from '../../types.js';

/** Feature types that may become part of a plan; the mapping decides. Source: Apple, IMDF 1.0.0. */
export const PLACED = ['level', 'unit', 'opening', 'fixture', 'kiosk', 'detail', 'amenity'] as const;

/** Feature types that describe others: names, buildings, occupants of a unit. */
export const TELLING = ['venue', 'building', 'occupant', 'anchor'] as const;

/** Feature types that no plan uses: outlines of buildings, addresses, areas that aren't rooms. */
export const APART = ['address', 'footprint', 'geofence', 'relationship', 'section'] as const;

/** An IMDF feature type. */
export type ImdfPart = (typeof PLACED)[number] | (typeof TELLING)[number] | (typeof APART)[number];

/** Returns the feature type in a file's name; undefined if it is no GeoJSON file. */
export function partOf({ path }: InputFile): string | undefined {
  return /([^/]+)\.geojson$/i.exec(path)?.[1];
}

/** Returns the files of each complete archive, one per folder with levels and units, and the files outside any. */
export function archivesOf(files: readonly InputFile[]): {
  readonly archives: readonly (readonly InputFile[])[];
  readonly others: readonly InputFile[];
} {
  const groups = byFolder(files);
  const whole = (group: readonly InputFile[]) => lackedBy(group).length === 0;
  return { archives: groups.filter(whole), others: groups.filter((group) => !whole(group)).flat() };
}

/**
 * Returns the first incomplete archive: a folder with a manifest and just one of the two essential files, and the name
 * of the other; undefined if there is none.
 */
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
  return [...groupBy(files, ({ path }) => posix.dirname(path)).values()];
}
