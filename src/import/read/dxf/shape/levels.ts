// Storeys of a drawing.

import { matchesWhere } from '../../../mapping/match.js';
import type { Mapping, MappingLevel } from '../../../mapping/types.js';
import type { RawFeature, SourceLevel } from '../../../types.js';
import { levelsMapped, numberIn } from '../../storeys.js';

/** Ways to write a basement. A hyphen after a letter, a digit or 楼 parts words: `hotel-3F` isn't below the ground. */
const BELOW = [
  /(?:地下|负)([一二三四五六七八九十\d]+)层?/,
  /(?:^|[^a-z])B(\d{1,2})(?!\d)/i,
  /(?:^|[\s_(（[【]|(?:^|[^a-z])[FL]|地下室|[地车]库|人防)-(\d)(?:F|层)?(?!\d)/i,
];
const ABOVE = [
  /([一二三四五六七八九十]+|\d{1,2})\s*[层楼]/,
  /(?:^|[^a-z])(\d{1,2})F(?![a-z])/i,
  /(?:^|[^a-z])F(\d{1,2})(?!\d)/i,
];

/** A storey in a name: its number (the ground floor is 1, basements are negative), and the part that says it. */
interface StoreyAt {
  readonly storey: number;
  readonly text: string;
}

/** Returns the storey in a name (一层平面图, 2F, B1, 地下一层, -1F, 十二层); undefined if there is none. */
export function storeyAt(name: string): StoreyAt | undefined {
  const below = firstIn(name, BELOW);
  if (below !== undefined) return { text: below.text, storey: -(numberIn(below.digits) ?? 1) };
  const above = firstIn(name, ABOVE);
  const storey = above && numberIn(above.digits);
  if (above !== undefined) return storey === undefined ? undefined : { text: above.text, storey };
  return /首层/.test(name) ? { text: '首层', storey: 1 } : undefined;
}

/** Returns the number of the storey in a name, as `storeyAt` does. */
export function storeyIn(name: string): number | undefined {
  return storeyAt(name)?.storey;
}

/** Returns what the first of the patterns that matches finds, and what it holds in its group. */
function firstIn(
  name: string,
  patterns: readonly RegExp[],
): { readonly text: string; readonly digits: string } | undefined {
  for (const pattern of patterns) {
    const [text, digits] = pattern.exec(name) ?? [];
    if (text !== undefined && digits !== undefined) return { text, digits };
  }
  return undefined;
}

/** Names of a roof, which lies above all else. */
const ROOF = /屋[面顶]|roof/i;

/**
 * Returns the storeys of the drawings of these names: those of the mapping, else one for each drawing in the same order,
 * its `ordinal` by the storey number in its name. Drawings without one lie above those with one, in their order, roofs
 * last.
 */
export function levelsOf(drawings: readonly string[], mapping: Mapping): SourceLevel[] {
  if (mapping.levels !== undefined && mapping.levels.length > 0) return levelsMapped(mapping.levels, storeyIn);
  const storeys = new Map(drawings.map((name) => [name, storeyIn(name)]));
  // There is no storey 0: B1 lies right below F1.
  const told = [...storeys.values()].flatMap((storey) => (storey === undefined ? [] : [ordinalOf(storey)]));
  const untold = drawings.filter((name) => storeys.get(name) === undefined);
  const order = [...untold.filter((name) => !ROOF.test(name)), ...untold.filter((name) => ROOF.test(name))];
  const lowest = told.reduce((most, ordinal) => Math.max(most, ordinal), -1) + 1;
  const ranks = new Map(order.map((name, rank) => [name, rank]));
  return drawings.map((name) => {
    const storey = storeys.get(name);
    const short = storey === undefined ? name : idOfStorey(storey);
    const ordinal = storey === undefined ? lowest + (ranks.get(name) ?? 0) : ordinalOf(storey);
    return { key: name, short, name, ordinal };
  });
}

/** Returns the id of the level of a storey: F1, B1. */
export function idOfStorey(storey: number): string {
  return storey < 0 ? `B${-storey}` : `F${storey}`;
}

function ordinalOf(storey: number): number {
  return storey < 0 ? storey : storey - 1;
}

/**
 * Returns the keys of `levels`, lowest storey first. Levels without a storey number in their names come last, ordered by
 * name, so that the order of files makes no difference.
 */
export function lowestFirst(levels: readonly SourceLevel[], { levels: told = [] }: Mapping): string[] {
  const storeyOf = ({ key, ordinal }: SourceLevel) =>
    told.length > 0 ? ordinal : (storeyIn(key) ?? Number.MAX_SAFE_INTEGER);
  return [...levels].sort((a, b) => storeyOf(a) - storeyOf(b) || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
}

/**
 * Returns the storey key of `feature`: the level of the mapping that matches a property of `keys.level` (a layer, a
 * block around it), else the one whose `files` match, else the mapping's only level if the feature has no such
 * property; without levels in the mapping, its drawing.
 *
 * @param drawing name of its drawing
 * @returns `unlisted` if the feature names a storey that the mapping doesn't list
 */
export function levelOf(
  feature: RawFeature,
  mapping: Mapping,
  drawing: string,
): { readonly key: string } | { readonly unlisted: string } {
  const levels = mapping.levels ?? [];
  if (levels.length === 0) return { key: drawing };
  const named = (mapping.keys?.level ?? []).find((key) => Object.hasOwn(feature.properties, key));
  const byName = named === undefined ? undefined : levels.find(({ key }) => matchesWhere({ [named]: key }, feature));
  const inFile = (level: MappingLevel): boolean =>
    level.files !== undefined && matchesWhere({ file: level.files }, feature);
  const found = byName ?? levels.find(inFile) ?? (named === undefined && levels.length === 1 ? levels[0] : undefined);
  if (found !== undefined) return { key: found.key };
  return { unlisted: named === undefined ? drawing : String(feature.properties[named]) };
}
