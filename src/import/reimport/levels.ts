// Recognition of levels that an earlier import named: by their keys, and by their rooms where a drawing replaces another.

import type { Region } from '../../geometry/types.js';
import { storeyNamed } from '../read/storeys.js';
import type { RenamedId } from '../support/ids.js';
import { recognised } from './recognise.js';

/** A level of the present import (`key`), and the level of the last import whose place and id it takes. */
export interface ReplacedLevel {
  readonly key: string;
  /** Key that the last import had for the level. */
  readonly from: string;
  /** Id of the level in the plan. */
  readonly id: string;
}

/**
 * Levels of the present import that take the place of levels of the last one: surely, or perhaps (`unsure`), which a
 * person must decide.
 */
export interface Replacements {
  readonly sure: readonly ReplacedLevel[];
  readonly unsure: readonly ReplacedLevel[];
}

/**
 * A level with the outlines of its rooms. `id` is its id in the plan; of a level that is new in this import, the id
 * made of its name in the source.
 */
export interface LevelRooms {
  readonly key: string;
  readonly id: string;
  readonly rooms: readonly Region[];
}

/** Least share of the rooms of the level with fewer rooms that the other one must have too if they are one. */
const SAME_LEVEL = 0.5;

/**
 * Returns the level keys of an earlier import (`known`), each with the key that the same level has now, one of `keys`;
 * levels that are gone are absent. Earlier keys of drawings may be paths as typed (`../drawings/1F` for `1F`): two keys
 * match if one ends with the other and no other key could match.
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
 * Returns which of the levels `came`, whose keys are new, take the place of levels `went`, whose keys are gone, as when
 * a drawing comes back under another file name. Two may be one level if their ids are equal or name one storey or,
 * where one level came and one went, if an id names no storey. They surely are one if half of the rooms of the level
 * with fewer rooms overlap, and those of no other pair; else it is unsure, if their ids are equal or the plan has no
 * other level (`isAlone`). A level that went and has no outlines, such as one in another coordinate system, is never
 * compared.
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
