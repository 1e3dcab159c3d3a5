import { BUILT_IN } from './built-in.js';
import { compose, partsOf } from './compose.js';
import type { Pack, WrittenPack } from './types.js';
import { type PackData, whole } from './whole.js';

export type { PackData } from './whole.js';

const DATA: ReadonlyMap<string, PackData> = new Map(BUILT_IN.map((files) => [files.id, whole(files, BUILT_IN)]));

/** Ids of the packs that come with sitecam, sorted. */
export const packIds: readonly string[] = [...DATA.keys()].sort();

/** The pack that plans are judged by where nobody says otherwise. */
export const DEFAULT_PACK = 'nm-2017';

/** The data of a pack as a whole, unchecked; undefined where there is no such pack. */
export function packData(id: string): PackData | undefined {
  return DATA.get(id);
}

/** The pack `id`, one of `packIds`, or several as one, with + between. Throws where there is no such pack: the caller checks what a user wrote. */
export function loadPack(id: string): Pack {
  return packAmong(id, []);
}

/** Several of the packs that come with sitecam, as one: every plan of a run asks anew, and what is worked out of a pack is kept by it. */
const composed = new Map<string, Pack>();

/** The same, where `id` may also name packs that others wrote, read and checked. */
export function packAmong(id: string, written: readonly WrittenPack[]): Pack {
  const known = written.length === 0 ? composed.get(id) : undefined;
  if (known !== undefined) return known;
  const [first = id, ...others] = id.split('+');
  const pack = compose([packCalled(first, written), ...others.map((other) => packCalled(other, written))]);
  if (written.length === 0) composed.set(id, pack);
  return pack;
}

/** Every pack that comes with sitecam, the default one first. */
export function allPacks(): readonly [Pack, ...Pack[]] {
  return [loadPack(DEFAULT_PACK), ...packIds.filter((id) => id !== DEFAULT_PACK).map(loadPack)];
}

function packCalled(id: string, written: readonly WrittenPack[]): Pack {
  const theirs = written.find(({ files }) => files.id === id);
  const known = [...BUILT_IN, ...written.map(({ files }) => files)];
  const data = theirs === undefined ? packData(id) : { ...whole(theirs.files, known), written: theirs };
  if (data === undefined) throw new Error(`no pack '${id}'`);
  // JSON modules are typed wider than the unions of Pack; a test, and of written ones their reading, holds every pack to the schema.
  return data as Pack;
}

/** Whether `pack`, and each of several, governs the GB/T 2260 code `region`, e.g. 150102. */
export function governs(pack: Pack, region: string): boolean {
  return partsOf(pack).every(({ regions }) => regions.some((prefix) => region.startsWith(prefix)));
}
