// Walking routes: which zones people can reach.

import { isPassable } from '../../facts/adjacent-zones.js';
import { type Box, boxOfRegion, forEachEdge, measure, type Point, segmentsMeet } from '../../geometry/index.js';
import type { Level, Site, Zone } from '../../plan/model.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import { deriveWalls } from '../../plan/walls/walls.js';
import { zonesOn } from '../../sight/scene/scene.js';
import type { Sight } from '../../sight/types.js';
import type { Joined } from './joins.js';

/** Zone kinds and roles by which people come in. */
const ENTRANCES: readonly string[] = ['main-entrance', 'entrance', 'gate'];

/** Zone kinds in which people change levels, if a plan draws one on each level. */
const UPRIGHT: readonly string[] = ['stairs', 'elevator-car'];

/** Metres: length of a step across the boundary of a zone without walls, and distance between two such steps. */
const STEP = 0.1;
const EVERY = 0.5;

/** Most steps tried along one edge of a zone without walls. A yard may be a kilometre long. */
const MOST_TRIES = 200;

/** The box of a zone without outline, which meets no other. */
const NOWHERE: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };

/** m² by which stairs on two levels must overlap in plan to be one flight. */
const OVER = 0.5;

/** Which zones people can reach. */
export interface WalkingRoutes {
  /** Zones that routes start from: entrances, and outdoor zones if any are drawn. */
  readonly entrances: readonly Zone[];
  /** Openings to walk through that have a zone on one side only. */
  readonly outward: readonly Joined[];
  /** Zones that no route from an entrance or outward opening reaches; undefined if there is no start. */
  readonly unreachable: readonly Zone[] | undefined;
  /** Connected zones, largest group first. Within a group people can go from each zone to each other. */
  readonly groups: readonly (readonly Zone[])[];
}

/**
 * Returns which zones of `site` people can reach from its entrances and from outside: through doors, passages and
 * curtains, over boundaries without walls, and by stairs and lifts that overlap in plan or span levels.
 *
 * @param joined all openings with the zones on both sides
 */
export function walkingRoutes(site: Site, sight: Sight, joined: readonly Joined[]): WalkingRoutes {
  const zones = site.levels.flatMap((level) => level.zones);
  const groups = new Groups();
  for (const { opening, zones: sides } of joined) {
    if (isPassable(opening) && sides[0] !== undefined && sides[1] !== undefined) groups.join(sides[0], sides[1]);
  }
  for (const level of site.levels) joinOpenZones(site, level, sight, groups);
  joinFlights(zones, groups);
  const entrances = zones.filter(
    ({ kind, spec, roles }) =>
      ENTRANCES.includes(kind) || spec?.open === 'sky' || roles.some((role) => ENTRANCES.includes(role)),
  );
  const outward = joined.filter(
    ({ opening, zones: [one, other] }) => isPassable(opening) && (one === undefined) !== (other === undefined),
  );
  const starts = [...entrances, ...outward.flatMap(({ zones: sides }) => sides.filter((zone) => zone !== undefined))];
  const reached = new Set(starts.map((zone) => groups.of(zone)));
  return {
    entrances,
    outward,
    unreachable: starts.length === 0 ? undefined : zones.filter((zone) => !reached.has(groups.of(zone))),
    groups: groups.all(zones),
  };
}

/** Joins zones without walls with their neighbours, and with the room they lie in, where no wall stands between. */
function joinOpenZones(site: Site, level: Level, sight: Sight, groups: Groups): void {
  const zones = zonesOn(site, level.id);
  const { faces } = deriveWalls(level, zones);
  const near = meeting(faces.map((face) => boxOfSegment(face)));
  const isFree = (a: Point, b: Point) =>
    near(boxOfSegment({ a, b })).every((index) => {
      const face = faces[index];
      return face === undefined || !segmentsMeet({ a, b }, face);
    });
  for (const zone of zones) {
    if (zone.enclosed) continue;
    for (const ring of [...zone.region.rings, ...zone.region.shadows]) {
      forEachEdge(ring, (a, b) => {
        for (const [from, to] of acrossEdge(a, b)) {
          for (const [inside, outside] of [
            [from, to],
            [to, from],
          ] as const) {
            const [here] = sight.zonesAt(level.id, inside);
            const [there] = sight.zonesAt(level.id, outside);
            if (here !== zone || there === undefined || there === zone) continue;
            if (groups.of(there) !== groups.of(zone) && isFree(inside, outside)) groups.join(zone, there);
          }
        }
      });
    }
  }
}

/** Returns short steps over the edge from `a` to `b`, well within its ends. */
function acrossEdge(a: Point, b: Point): [Point, Point][] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length === 0) return [];
  const tries = Math.min(MOST_TRIES, Math.max(1, Math.ceil(length / EVERY)));
  const [nx, ny] = [((a[1] - b[1]) / length) * (STEP / 2), ((b[0] - a[0]) / length) * (STEP / 2)];
  return Array.from({ length: tries }, (_, index): [Point, Point] => {
    const at = (index + 0.5) / tries;
    const [x, y] = [a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at];
    return [
      [x + nx, y + ny],
      [x - nx, y - ny],
    ];
  });
}

/**
 * Joins stairs that overlap in plan into one flight. Often they are drawn anew on each level, the upper part as a shaft:
 * over one of them it is the well of the flight below.
 */
function joinFlights(zones: readonly Zone[], groups: Groups): void {
  for (const kind of UPRIGHT) {
    const flights = zones.filter((zone) => zone.kind === kind || zone.spec?.open === 'shaft');
    const near = meeting(flights.map(({ region }) => boxOfRegion(region) ?? NOWHERE));
    for (const [index, one] of flights.entries()) {
      for (const number of near(boxOfRegion(one.region) ?? NOWHERE)) {
        const other = flights[number];
        if (number <= index || other === undefined || groups.of(one) === groups.of(other)) continue;
        if (one.kind !== kind && other.kind !== kind) continue;
        if (one.levels.some((level) => other.levels.includes(level))) continue;
        if (measure(one.region, [other.region]).covered > OVER) groups.join(one, other);
      }
    }
  }
}

/** Connected zones as a union-find structure; a group is known by the id of one of its zones. */
class Groups {
  private readonly parents = new Map<string, string>();

  of({ id }: Zone): string {
    let root = id;
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) root = parent;
    if (root !== id) this.parents.set(id, root);
    return root;
  }

  all(zones: readonly Zone[]): Zone[][] {
    const found = new Map<string, Zone[]>();
    for (const zone of zones) {
      const known = found.get(this.of(zone));
      if (known === undefined) found.set(this.of(zone), [zone]);
      else known.push(zone);
    }
    return [...found.values()].sort((a, b) => b.length - a.length);
  }

  join(one: Zone, other: Zone): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.parents.set(b, a);
  }
}
