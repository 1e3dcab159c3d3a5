// Ids for new devices, in the pattern of their level.
import type { Level, Site } from '../model.js';

/**
 * Returns `count` ids for new devices of a level, which continue those of its cameras: C2-05 → C2-06, K9 → K10. If the
 * level has no camera, or none whose id ends in a number, they are N, the level's number, and 01, 02 …, as N2-01 on F2.
 * None is the id of another element, or of one that is left out.
 *
 * @param more other ids that are taken
 */
export function nextIds(site: Site, level: string, count: number, more: readonly string[] = []): string[] {
  const taken = new Set([...more, ...idsIn(site)]);
  const index = site.levels.findIndex(({ id }) => id === level);
  const own = patternOf(site.levels[index]?.devices ?? []);
  const { prefix, width, last } = own ?? { prefix: `N${numberOf(level) ?? index + 1}-`, width: 2, last: 0 };
  const ids: string[] = [];
  for (let number = last + 1; ids.length < count; number += 1) {
    const id = `${prefix}${String(number).padStart(width, '0')}`;
    if (!taken.has(id)) ids.push(id);
  }
  return ids;
}

function* idsIn({ levels, overrides = [] }: Site): Iterable<string> {
  for (const { zones, walls, openings, devices, signs } of levels) {
    for (const { id } of [...zones, ...walls, ...openings, ...devices, ...signs]) yield id;
  }
  for (const { id } of overrides) yield id;
}

interface Pattern {
  readonly prefix: string;
  /** Digits that a number has at least. */
  readonly width: number;
  readonly last: number;
}

/** A number that may be counted on from: more digits are no number of an order. */
const NUMBERED = /^(.*?)(\d{1,6})$/u;

/** Returns the pattern that most cameras' ids have, the last of those that equally many have. */
function patternOf(devices: Level['devices']): Pattern | undefined {
  const numbers = new Map<string, string[]>();
  for (const { kind, id } of devices) {
    const [, prefix, digits] = NUMBERED.exec(id) ?? [];
    if (kind !== 'camera' || prefix === undefined || digits === undefined) continue;
    numbers.set(prefix, [...(numbers.get(prefix) ?? []), digits]);
  }
  let best: readonly [string, readonly string[]] | undefined;
  for (const one of numbers) if (best === undefined || one[1].length >= best[1].length) best = one;
  if (best === undefined) return undefined;
  const [prefix, digits] = best;
  const padded = digits.filter((one) => one.startsWith('0')).map((one) => one.length);
  return { prefix, width: Math.max(1, ...padded), last: Math.max(...digits.map(Number)) };
}

/** Returns the number in a level's id: 2 of F2; undefined if there is none. */
function numberOf(level: string): string | undefined {
  const digits = /\d{1,6}/.exec(level)?.[0];
  return digits === undefined ? undefined : String(Number(digits));
}
