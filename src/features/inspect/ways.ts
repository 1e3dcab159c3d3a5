import { isPassable } from '../../facts/adjacent-zones.js';
import { type Box, boxOfRegion, forEachEdge, measure, type Point, segmentsMeet } from '../../geometry/index.js';
import type { Level, Site, Zone } from '../../plan/model.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import { deriveWalls } from '../../plan/walls/walls.js';
import { zonesOn } from '../../sight/scene/scene.js';
import type { Sight } from '../../sight/types.js';
import type { Joined } from './joins.js';

/** Kinds by which people come in. */
const ENTRANCES: readonly string[] = ['main-entrance', 'entrance', 'gate'];

/** Kinds of zones in which people go from level to level, where a plan draws one on each. */
const UPRIGHT: readonly string[] = ['stairs', 'elevator-car'];

/** m across the boundary of a zone without walls, and between the places where that is tried. */
const STEP = 0.1;
const EVERY = 0.5;

/** Tries along one edge of a zone without walls: a yard may be a kilometre long. */
const MOST_TRIES = 200;

/** The box of what is drawn nowhere: met by no other. */
const NOWHERE: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };

/** m² by which stairs on two levels must lie over each other to be one flight. */
const OVER = 0.5;

/** Where people can go. */
export interface WalkingRoutes {
  /** Zones from which it is looked: entrances, and the open air where it is drawn. */
  readonly entrances: readonly Zone[];
  /** Openings that lead out of what is drawn. */
  readonly outward: readonly Joined[];
  /** Zones to which no way leads from any of them; undefined where there is none of them to start from. */
  readonly unreachable: readonly Zone[] | undefined;
  /** Zones by what hangs together, the largest group first: in one group one can go from each to each. */
  readonly groups: readonly (readonly Zone[])[];
}

/**
 * Where people can go in `site`: through doors, passages and curtains, over the boundaries of zones that have no walls, and by
 * stairs and lifts that lie over each other or span levels.
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

/** Between zones without walls, and from one into the room it lies in, people walk. */
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

/** Short steps over the edge from `a` to `b`, well within its ends. */
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

/** Stairs are often drawn anew on each level: those that lie over each other are one flight. */
function joinFlights(zones: readonly Zone[], groups: Groups): void {
  for (const kind of UPRIGHT) {
    const flights = zones.filter((zone) => zone.kind === kind);
    const near = meeting(flights.map(({ region }) => boxOfRegion(region) ?? NOWHERE));
    for (const [index, one] of flights.entries()) {
      for (const number of near(boxOfRegion(one.region) ?? NOWHERE)) {
        const other = flights[number];
        if (number <= index || other === undefined || groups.of(one) === groups.of(other)) continue;
        if (one.levels.some((level) => other.levels.includes(level))) continue;
        if (measure(one.region, [other.region]).covered > OVER) groups.join(one, other);
      }
    }
  }
}

/** Zones by what hangs together, told by the id of one of them. */
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
