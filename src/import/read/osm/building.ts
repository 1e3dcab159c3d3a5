// Facts about a building in OSM data.

import { inRing } from '../../../plan/inside.js';
import { nameOf } from '../../support/names.js';
import type { RawFeature } from '../../types.js';
import { levelsIn, parseLevels } from './levels.js';
import { tag } from './tags.js';

/** Facts of OSM about the building whose rooms are drawn. Source: OSM wiki, Simple Indoor Tagging. */
export interface OsmBuilding {
  readonly name: string | undefined;
  /** Number of its lowest level (`min_level`); undefined if not tagged. */
  readonly lowest: number | undefined;
  /** Number of its highest level (`max_level`); undefined if not tagged. */
  readonly highest: number | undefined;
  /** Level numbers that don't exist (`non_existent_levels`). */
  readonly missing: ReadonlySet<number>;
}

const UNKNOWN: OsmBuilding = { name: undefined, lowest: undefined, highest: undefined, missing: new Set() };

/**
 * Returns facts about that of the buildings among `features` that contains most of `indoors`, the first of several
 * equal ones. All fields are empty if there is no building.
 */
export function buildingOf(features: readonly RawFeature[], indoors: readonly RawFeature[]): OsmBuilding {
  const points = indoors.flatMap(({ shapes }) => {
    const shape = shapes[0];
    if (shape === undefined) return [];
    const at = shape.type === 'Point' ? shape.at : shape.type === 'LineString' ? shape.line[0] : shape.rings[0]?.[0];
    return at === undefined ? [] : [at];
  });
  let most = -1;
  let found: RawFeature | undefined;
  for (const feature of features) {
    if (tag(feature, 'building') === undefined || tag(feature, 'building') === 'no') continue;
    const outer = feature.shapes.flatMap((shape) => (shape.type === 'Polygon' ? shape.rings.slice(0, 1) : []));
    const held = points.filter((point) => outer.some((ring) => inRing(ring, point))).length;
    if (held > most) [most, found] = [held, feature];
  }
  return found === undefined ? UNKNOWN : factsOf(found);
}

function factsOf(feature: RawFeature): OsmBuilding {
  const listed = (key: string): number[] => {
    const parsed = parseLevels(tag(feature, key) ?? '');
    return parsed.ok ? levelsIn(parsed.spans) : [];
  };
  return {
    name: nameOf(feature.properties, ['name']),
    lowest: listed('min_level')[0],
    highest: listed('max_level').at(-1),
    missing: new Set(listed('non_existent_levels')),
  };
}
