// Floors and ceilings: what lies flat on a level and hides what is above it from what is below.
import { addTo } from '../../base/arrays.js';
import {
  boxesOverlap,
  boxOfRegion,
  boxOfRings,
  coveredPieces,
  grow,
  measure,
  prepareWalls,
  regionOfPiece,
  ringOfBox,
  uncoveredPieces,
} from '../../geometry/index.js';
import type { Region, Segment } from '../../geometry/types.js';
import type { Level, Zone } from '../../plan/model.js';
import { fromFrame } from '../../plan/walls/plane.js';
import type { Cut } from '../../plan/walls/walls.js';
import { type Boxes, boxesOf } from '../scene/box-index.js';
import type { Scene } from '../scene/scene.js';
import type { Joint } from './stack.js';
import { fullWalls } from './upright.js';

/** The floors and ceilings of a level, which hide what is above them from what is below. */
export interface Slabs {
  /** The level's floor, at its elevation. */
  readonly floor: Boxes<Region>;
  /** The ceilings of its rooms, at its elevation plus its ceiling height. */
  readonly roof: Boxes<Region>;
}

/** Access to all levels of a site and their scenes. */
export interface Storeys {
  readonly levels: readonly Level[];
  sceneOf(level: string): Scene | undefined;
}

/**
 * Returns where a level has a floor and where it has a ceiling, and only where it surely has one:
 * - a floor: under every zone but those that span a lower level and those of an open kind (outdoors, a shaft). A zone
 *   outdoors has one above the zones that a lower level draws beneath it, unless these are open: they are a basement,
 *   or their roof is stood on;
 * - a ceiling: over every enclosed zone but those that span a higher level and those of an open kind, less the shafts
 *   that are drawn above it on a higher level.
 *
 * A doorway between two places that have a floor (a ceiling) has one as well. Where nothing is drawn there is neither.
 */
export function slabsOf(storeys: Storeys, scene: Scene): Slabs {
  const elevations = new Map(storeys.levels.map(({ id, elevation }) => [id, elevation]));
  const here = scene.level.elevation;
  const spans = (zone: Zone, way: 1 | -1) => zone.levels.some((id) => way * ((elevations.get(id) ?? here) - here) > 0);
  const zonesAt = (way: 1 | -1): Zone[] => [
    ...new Set(
      storeys.levels
        .filter(({ elevation }) => way * (elevation - here) > 0)
        .flatMap(({ id }) => storeys.sceneOf(id)?.zones ?? []),
    ),
  ];
  const isVoid = (way: 1 | -1) => (zone: Zone) => isOpen(zone) || spans(zone, way);
  const ground = byBox(zonesAt(-1).filter((zone) => !isOpen(zone) && !zone.levels.includes(scene.level.id)));
  const yards = scene.zones.filter((zone) => zone.spec?.open === 'sky' && !spans(zone, -1));
  const shafts = zonesAt(1).filter((zone) => zone.spec?.open === 'shaft');
  const roofless = (zone: Zone) => !zone.enclosed || isVoid(1)(zone);
  return {
    floor: slab([
      ...solid(scene.zones, isVoid(-1), []),
      ...yards.flatMap((yard) => coveredPieces(yard.region, regionsNear(ground, yard)).map(regionOfPiece)),
      ...doorways(scene, isVoid(-1)),
    ]),
    roof: slab([
      ...solid(
        scene.zones.filter((zone) => zone.enclosed || isVoid(1)(zone)),
        roofless,
        shafts,
      ),
      ...doorways(scene, isVoid(1)),
    ]),
  };
}

/**
 * Returns the walls from floor to ceiling of zones that span higher levels: they go on from the ceiling to the floor of
 * the next of these levels.
 */
export function jointsOf({ levels }: Storeys, { level, zones, walls, bounds }: Scene): Joint[] {
  const { ceiling } = level;
  if (ceiling === undefined) return [];
  const elevations = new Map(levels.map(({ id, elevation }) => [id, elevation]));
  const next = new Map<string, number>();
  for (const zone of zones) {
    const above = zone.levels.flatMap((id) => elevations.get(id) ?? []).filter((height) => height > level.elevation);
    if (above.length > 0) next.set(zone.id, Math.min(...above));
  }
  const byHeight = new Map<number, Segment[]>();
  for (const { a, b, owners, height, material } of walls.faces) {
    if (height !== undefined || material !== 'opaque') continue;
    const to = Math.max(...owners.map((owner) => next.get(owner) ?? Number.NEGATIVE_INFINITY));
    if (to <= level.elevation + ceiling) continue;
    addTo(byHeight, to, { a, b });
  }
  const from = level.elevation + ceiling;
  // Walls of zones that overlap cross each other: unprepared, which of them is the nearer would depend on their order.
  return [...byHeight].map(([to, segments]) => {
    return { from, to, obstacles: fullWalls(prepareWalls(segments, { closeGaps: false }).segments, bounds) };
  });
}

/** m² that two levels of one elevation may share before they can't both lie there: less is careless drawing. */
const IN_COMMON = 1;

/**
 * True if zones of one level overlap those of the other in plan by more than 1 m²; zones of an open kind (outdoors, a
 * shaft) and those that span both levels don't count. Two levels of one elevation can't both lie like that; the
 * elevations aren't compared here.
 */
export function lieInEachOther(one: Scene, other: Scene): boolean {
  const solid = (zones: readonly Zone[]) => zones.filter((zone) => !isOpen(zone));
  const others = byBox(solid(other.zones).filter((zone) => !zone.levels.includes(one.level.id)));
  let common = 0;
  for (const zone of solid(one.zones)) {
    if (zone.levels.includes(other.level.id)) continue;
    common += measure(zone.region, regionsNear(others, zone)).covered;
    if (common > IN_COMMON) return true;
  }
  return false;
}

function isOpen(zone: Zone): boolean {
  return zone.spec?.open !== undefined;
}

/** Returns the zones that aren't `open`, less the open ones that don't contain them. */
function solid(zones: readonly Zone[], open: (zone: Zone) => boolean, more: readonly Zone[]): Region[] {
  const holes = byBox([...zones.filter(open), ...more]);
  return zones
    .filter((zone) => !open(zone))
    .flatMap((zone) => {
      const within = holes
        .meeting(boxOfRegion(zone.region))
        .filter((hole) => !hole.nested.includes(zone.id))
        .map(({ region }) => region)
        .filter((region) => meets(zone.region, region));
      return within.length === 0 ? [zone.region] : uncoveredPieces(zone.region, within).map(regionOfPiece);
    });
}

/** m²: an overlap of two regions that is no more than rounding and careless drawing. */
const TOUCHING = 1e-4;

function meets(one: Region, other: Region): boolean {
  const [a, b] = [boxOfRegion(one), boxOfRegion(other)];
  return a !== undefined && b !== undefined && boxesOverlap(a, b) && measure(one, [other]).covered > TOUCHING;
}

/**
 * Returns the doorways between two places neither of which is `open`: as deep as the walls they go through are drawn
 * apart.
 */
function doorways({ walls }: Scene, open: (zone: Zone) => boolean): Region[] {
  return walls.cuts.flatMap((cut) => {
    const [one, other] = cut.joins;
    if (one === undefined || other === undefined || open(one) || open(other)) return [];
    return doorway(cut);
  });
}

/** m: faces nearer to each other are one. */
const ONE_FACE = 1e-4;

function doorway({ frame, spans: [start, end] }: Cut): Region[] {
  if (start[1] - start[0] < ONE_FACE && end[1] - end[0] < ONE_FACE) return [];
  const { length } = frame;
  const corners = [
    fromFrame(frame, 0, start[0]),
    fromFrame(frame, length, end[0]),
    fromFrame(frame, length, end[1]),
    fromFrame(frame, 0, start[1]),
  ];
  return [{ rings: [corners], shadows: [] }];
}

/** Returns an index of regions joined to as few as there are, so that a view over many rooms meets one outline. */
function slab(regions: readonly Region[]): Boxes<Region> {
  const box = boxOfRings(regions.flatMap(({ rings }) => rings));
  if (box === undefined) return boxesOf([], boxOfRegion);
  const everywhere = { rings: [ringOfBox(grow(box, 1))], shadows: [] };
  return boxesOf(coveredPieces(everywhere, regions).map(regionOfPiece), boxOfRegion);
}

function byBox(zones: readonly Zone[]): Boxes<Zone> {
  return boxesOf(zones, ({ region }) => boxOfRegion(region));
}

function regionsNear(zones: Boxes<Zone>, { region }: Zone): Region[] {
  return zones.meeting(boxOfRegion(region)).map((zone) => zone.region);
}
