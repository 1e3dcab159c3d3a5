// Ids made of the place of things that have none of their own, or one that another thing has too.

import { groupBy } from '../../base/arrays.js';
import { boxOf } from '../../geometry/shapes/ring.js';
import { ruleFor, valueUnder } from '../mapping/match.js';
import type { Mapping, MappingRule } from '../mapping/types.js';
import type { RawFeature } from '../types.js';
import { positionsOf } from './positions.js';

/** Storeys of features, by key: which one a feature is on, and all of them, lowest first. */
export interface Storeys {
  readonly levelOf: (feature: RawFeature) => string;
  readonly order: readonly string[];
}

/** Steps of an id's coordinates in one unit of the source: decimetres in a metre, millionths (about 1 dm) of a degree. */
const STEPS = { metres: 10, wgs84: 1e6 } as const satisfies Readonly<Record<RawFeature['system'], number>>;

/**
 * Returns `features` with an id made from its place for each that has none: `<kind>-x<…>y<…>`, in decimetres or
 * millionths of a degree. Such an id stays when other features come before it. A feature with several shapes and no id
 * becomes one feature per shape.
 */
export function namedByPlace(
  features: readonly RawFeature[],
  { rules, keys }: Pick<Mapping, 'rules' | 'keys'>,
  storeys: Storeys,
): readonly RawFeature[] {
  const isNamed = (feature: RawFeature) => (feature.id ?? valueUnder(feature, keys?.id ?? []) ?? '').trim() !== '';
  if (features.every(isNamed)) return features;
  const apart = features.flatMap((feature) =>
    isNamed(feature) || feature.shapes.length < 2
      ? [feature]
      : feature.shapes.map((shape) => ({ ...feature, shapes: [shape] })),
  );
  const nameless = apart.filter((feature) => !isNamed(feature));
  const ids = idsByPlace(nameless, { rules, ...(keys && { keys }) }, storeys);
  return apart.map((feature) => {
    const id = ids.get(feature);
    return id === undefined ? feature : { ...feature, id, unnamed: true };
  });
}

/**
 * Returns an id made from its place for each of `features`: kind and middle in the coordinates of the source. Of
 * several with one id those of the lowest storey keep it, and the others get their storey; of those on one storey the
 * first by geometry keeps it, and the others get a letter: `wall-x20y35`, `wall-x20y35@2F`, `wall-x20y35b`.
 */
export function idsByPlace(
  features: readonly RawFeature[],
  mapping: Pick<Mapping, 'rules' | 'keys'>,
  { levelOf, order }: Storeys,
): ReadonlyMap<RawFeature, string> {
  // A rule that looks for an id can't help to make it.
  const rules = mapping.rules.filter(({ where }) => !Object.hasOwn(where, 'id'));
  const at = groupBy(features, (feature) => `${kindOf(ruleFor({ ...mapping, rules }, feature))}-${placeOf(feature)}`);
  const ids = new Map<RawFeature, string>();
  for (const [place, here] of at) {
    const storeys = [...groupBy(here, levelOf)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    for (const [floor, [level, same]] of storeys.entries()) {
      const id = floor === 0 ? place : `${place}@${level}`;
      for (const [index, feature] of inOrder(same).entries()) ids.set(feature, `${id}${letters(index)}`);
    }
  }
  return ids;
}

/** Returns the first word of an id. The kind of a room is often settled later, and its id must stay. */
function kindOf(rule: MappingRule | undefined): string {
  if (rule === undefined || rule.as === 'none') return 'feature';
  switch (rule.as) {
    case 'device':
      return rule.kind ?? 'other';
    case 'opening':
      return rule.kind ?? 'opening';
    case 'building':
      return 'wall';
    default:
      return rule.as;
  }
}

function placeOf({ shapes, system }: RawFeature): string {
  const box = boxOf(shapes.flatMap(positionsOf));
  if (box === undefined) return 'nowhere';
  const [x, y] = [box.minX + box.maxX, box.minY + box.maxY].map((sum) => Math.round((sum / 2) * STEPS[system]));
  return `x${x}y${y}`;
}

/** Returns features in an order that their geometry gives, then their properties, whatever their order in the source. */
function inOrder(features: readonly RawFeature[]): readonly RawFeature[] {
  if (features.length < 2) return features;
  const keyed = features.map((feature) => ({ feature, key: JSON.stringify([feature.shapes, feature.properties]) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ feature }) => feature);
}

/** Returns the ending of the id at `index` among those of one place: none, b, c … z, ba, bb … */
function letters(index: number): string {
  if (index === 0) return '';
  const rest = Math.floor(index / 26);
  return `${letters(rest)}${String.fromCharCode(97 + (index % 26))}`;
}
