// Loads law packs, built in or written by others, alone or composed.
import { BUILT_IN_PACKS } from './built-in.gen.js';
import { completePack, type PackData } from './complete-pack.js';
import { compose } from './compose.js';
import type { Pack, WrittenPack } from './types.js';

export type { PackData } from './complete-pack.js';

const DATA: ReadonlyMap<string, PackData> = new Map(
  BUILT_IN_PACKS.map((files) => [files.id, completePack(files, BUILT_IN_PACKS)]),
);

/** Ids of the packs that come with sitecam, sorted. */
export const packIds: readonly string[] = [...DATA.keys()].sort();

/** Id of the pack that plans are judged by unless the user chooses another. */
export const DEFAULT_PACK = 'nm-2017';

/** Returns the complete data of a built-in pack, unchecked; undefined if there is no such pack. */
export function packData(id: string): PackData | undefined {
  return DATA.get(id);
}

/**
 * Returns the pack `id` (one of `packIds`), or several composed into one, their ids joined by +. Throws an Error if
 * there is no such pack: the caller checks what a user wrote.
 */
export function loadPack(id: string): Pack {
  return packAmong(id, []);
}

/**
 * Composed built-in packs by id. Every plan of a run asks again, and results derived from a pack are cached by the pack
 * object.
 */
const composed = new Map<string, Pack>();

/** Returns the pack as `loadPack` does; `id` may also name packs that others wrote, already read and checked. */
export function packAmong(id: string, written: readonly WrittenPack[]): Pack {
  const known = written.length === 0 ? composed.get(id) : undefined;
  if (known !== undefined) return known;
  const [first = id, ...others] = id.split('+');
  const pack = compose([packCalled(first, written), ...others.map((other) => packCalled(other, written))]);
  if (written.length === 0) composed.set(id, pack);
  return pack;
}

/** Returns every pack that comes with sitecam, the default one first. */
export function allPacks(): readonly [Pack, ...Pack[]] {
  return [loadPack(DEFAULT_PACK), ...packIds.filter((id) => id !== DEFAULT_PACK).map(loadPack)];
}

function packCalled(id: string, written: readonly WrittenPack[]): Pack {
  const theirs = written.find(({ files }) => files.id === id);
  const known = [...BUILT_IN_PACKS, ...written.map(({ files }) => files)];
  const data = theirs === undefined ? packData(id) : { ...completePack(theirs.files, known), written: theirs };
  if (data === undefined) throw new Error(`no pack '${id}'`);
  // JSON modules are typed wider than the unions of Pack. A test checks built-in packs against the schema; written
  // packs are checked when read.
  return data as Pack;
}
