// Storeys of a drawing.

import { localizedList, quoted } from '../../../../i18n/list.js';
import { matchesWhere } from '../../../mapping/match.js';
import type { Mapping, MappingLevel } from '../../../mapping/types.js';
import type { Note } from '../../../notes.js';
import type { RawFeature, SourceLevel } from '../../../types.js';
import { idOfStorey, isOutdoors, isRoof, levelsMapped, storeyIn } from '../../storeys.js';
import { dxfText } from '../messages.js';

/**
 * Returns the storeys of the drawings of these names: those of the mapping, else one for each drawing in the same
 * order, its `ordinal` by the storey number in its name. Drawings without a number in their names lie above the others,
 * in their order, roofs last.
 */
export function levelsOf(drawings: readonly string[], mapping: Mapping): SourceLevel[] {
  if (mapping.levels !== undefined && mapping.levels.length > 0) return levelsMapped(mapping.levels, storeyIn);
  const storeys = new Map(drawings.map((name) => [name, storeyIn(name)]));
  // There is no storey 0: B1 lies right below F1.
  const told = [...storeys.values()].flatMap((storey) => (storey === undefined ? [] : [ordinalOf(storey)]));
  const untold = drawings.filter((name) => storeys.get(name) === undefined);
  const order = [...untold.filter((name) => !isRoof(name)), ...untold.filter(isRoof)];
  const lowest = Math.floor(told.reduce((most, ordinal) => Math.max(most, ordinal), -1)) + 1;
  const ranks = new Map(order.map((name, rank) => [name, rank]));
  return drawings.map((name) => {
    const storey = storeys.get(name);
    const short = storey === undefined ? name : idOfStorey(storey);
    const ordinal = storey === undefined ? lowest + (ranks.get(name) ?? 0) : ordinalOf(storey);
    return { key: name, short, name, ordinal };
  });
}

/**
 * Returns a note on those of several drawings whose names say no storey; none on a roof, which is known to lie on top, nor
 * on devices outdoors.
 *
 * @param hasPlan true of a drawing that has more than devices
 */
export function noStoreyNotes(drawings: readonly string[], hasPlan: (drawing: string) => boolean): Note[] {
  const untold = drawings.filter(
    (name) => storeyIn(name) === undefined && !isRoof(name) && (hasPlan(name) || !isOutdoors(name)),
  );
  if (drawings.length < 2 || untold.length === 0) return [];
  const message = dxfText('dxf/no-storey', { drawings: localizedList(untold.map(quoted)) });
  return [{ sort: 'unknown', message, ids: untold }];
}

function ordinalOf(storey: number): number {
  return storey < 0 ? storey : storey - 1;
}

/**
 * Returns the keys of `levels`, lowest storey first: by their `ordinal` if the mapping lists levels, else by the storey
 * number in their names. Those without such a number come last, ordered by name, so that the order of files makes no
 * difference.
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
