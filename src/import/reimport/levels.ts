// Recognition of levels that an earlier import named: by their keys, and by their rooms where a drawing replaces another.

import type { Region } from '../../geometry/types.js';
import { storeyNamed } from '../read/storeys.js';
import type { RenamedId } from '../support/ids.js';
import { recognised } from './recognise.js';

/** A present level, by its key, with the level of the last import whose place it takes. */
export interface ReplacedLevel {
  readonly key: string;
  /** Key that the last import had for the level. */
  readonly from: string;
  /** Id of the level in the plan. */
  readonly id: string;
}

/** Which levels take the place of others, and which may: that a person must say. */
export interface Replacements {
  readonly sure: readonly ReplacedLevel[];
  readonly unsure: readonly ReplacedLevel[];
}

/** A level with the outlines of its rooms. `id` is the one in the plan or, of a present level, the one it asks for. */
export interface LevelRooms {
  readonly key: string;
  readonly id: string;
  readonly rooms: readonly Region[];
}

/** Least share of the rooms of the level with fewer rooms that the other one must have too if they are one. */
const SAME_LEVEL = 0.5;

/**
 * Returns the present level key for each key of an earlier import. Keys of drawings were once paths as typed
 * (`../drawings/1F` for `1F`): two keys match if one ends with the other and no other key could match.
 */
export function levelsBefore(known: readonly RenamedId[], keys: readonly string[]): Map<string, string> {
  const before = new Map(known.flatMap(({ from }) => (keys.includes(from) ? [[from, from] as const] : [])));
  const free = keys.filter((key) => !before.has(key));
  const pairs = known
    .filter(({ from }) => !before.has(from))
    .flatMap(({ from }) => free.filter((key) => areOne(key, from)).map((key) => ({ from, key })));
  for (const { from, key } of pairs) {
    if (pairs.filter((pair) => pair.from === from || pair.key === key).length === 1) before.set(from, key);
  }
  return before;
}

function areOne(key: string, from: string): boolean {
  const [now, then] = [key, from].map((path) => `/${path.normalize('NFC').replace(/^(?:\.{0,2}\/)+/, '')}`);
  return now.endsWith(then) || then.endsWith(now);
}

/**
 * Returns which of the levels `came`, whose keys are new, take the place of levels that `went` with their keys, as when
 * a drawing comes back under another file name. Their ids must tell one storey or, if one level came and one went, not
 * two; and half of the rooms must overlap. Without that it is unsure if they ask for one id, or if the plan has no
 * other level (`isAlone`). A level that went without outlines, as those of another coordinate system, is never compared.
 */
export function replacements(went: readonly LevelRooms[], came: readonly LevelRooms[], isAlone: boolean): Replacements {
  const isPair = went.length === 1 && came.length === 1;
  const pairs = came.flatMap((now) =>
    went.flatMap((then) => {
      const [one, other] = [now, then].map(({ id }) => storeyNamed(id)?.number);
      const isSilent = one === undefined || other === undefined;
      const mayBe = now.id === then.id || (isSilent ? isPair : one === other);
      return mayBe ? [{ now, then, overlaps: haveSameRooms(now, then) }] : [];
    }),
  );
  const like = pairs.filter(({ overlaps }) => overlaps);
  const sure = like.filter(
    ({ now, then }) => like.filter((pair) => pair.now === now || pair.then === then).length === 1,
  );
  const unsure = pairs.filter(
    ({ now, then }) =>
      then.rooms.length > 0 &&
      (isAlone || now.id === then.id) &&
      !sure.some((pair) => pair.now === now || pair.then === then),
  );
  const named = ({ now, then }: (typeof pairs)[number]): ReplacedLevel => ({
    key: now.key,
    from: then.key,
    id: then.id,
  });
  return { sure: sure.map(named), unsure: unsure.map(named) };
}

/** True if at least half of the rooms of the level with fewer rooms overlap rooms of the other one. */
function haveSameRooms(now: LevelRooms, then: LevelRooms): boolean {
  // Without ids, rooms are recognised by their overlap alone.
  const [present, earlier] = [now, then].map(({ rooms }) =>
    rooms.map((region) => ({ region, from: undefined, level: '', at: undefined, block: '', isLoose: true })),
  );
  const fewer = Math.min(present.length, earlier.length);
  return fewer > 0 && recognised(present, earlier).size >= SAME_LEVEL * fewer;
}
