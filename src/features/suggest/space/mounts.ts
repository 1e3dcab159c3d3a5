// Where cameras may be mounted on a level, and the cameras that may be mounted there.

import type { RuleContext } from '../../../facts/context.js';
import {
  azimuthOf,
  boxOfRing,
  containsPoint,
  distance,
  distanceBetweenSegments,
  distanceToSegment,
  lengthOf,
} from '../../../geometry/index.js';
import type { Point, Segment } from '../../../geometry/types.js';
import type { Level } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import type { Face } from '../../../sight/scene/faces.js';
import type { Catalogue, Mounting } from '../types.js';
import { type Mount, OFF_WALL, standingAt } from './camera.js';
import { ceilingMounts } from './ceilings.js';
import { cornerMounts, OFF_BOTH } from './corners.js';

/** m: longest stretch of wall that is one mount. */
const STRETCH = 1;

/** m: a stretch shorter than this is no mount. */
const SHORT = 0.02;

/** m from the ends of a stretch at which it is asked which zones it is in. */
const HAIR = 0.001;

/**
 * Returns the mounts of a level, places where a camera may be mounted, in a fixed order: on walls, in corners and on
 * ceilings, each kind only if some camera of the catalogue may be mounted so. Leaves out those where the catalogue's
 * rules of mounting allow none. `closed`: ids of the zones in which nothing may be mounted.
 */
export function mountsOn(
  context: RuleContext,
  level: Level,
  { mounting, cameras }: Catalogue,
  closed: ReadonlySet<string>,
): Mount[] {
  const kinds = new Set(cameras.flatMap(({ mounts }) => mounts));
  const { ceiling } = level;
  const found: Mount[] = [];
  for (const height of mounting.wall.heights) {
    if (ceiling !== undefined && height > ceiling) continue;
    if (kinds.has('wall')) found.push(...wallMounts(context, level, mounting, height));
    if (kinds.has('corner')) found.push(...cornerMounts(context, level, mounting, height));
  }
  if (kinds.has('ceiling')) found.push(...ceilingMounts(context, level, mounting, closed));
  return found
    .filter((mount) => !isNoGo(mount, level, mounting))
    .filter(({ zones }) => zones.length > 0 && !zones.some((zone) => closed.has(zone)));
}

function wallMounts(context: RuleContext, level: Level, mounting: Mounting, height: number): Mount[] {
  const lines = level.openings.map(({ line: [a, b] }): Segment => ({ a, b }));
  const zoneEnds = context.site.levels
    .flatMap(({ zones }) => zones)
    .filter(({ levels }) => levels.includes(level.id))
    .flatMap(({ region }) => [...region.rings, ...region.shadows].flat());
  return context.sight.faces(level.id, height).flatMap((face) => {
    const length = lengthOf(face);
    const cuts = [...lines.flatMap((line) => besideOpening(face, line, mounting.wall.fromOpenings))];
    const ends = zoneEnds.flatMap((point) => {
      if (distanceToSegment(point, face) > ZONE_END) return [];
      return [along(face, point)];
    });
    return free(length, cuts)
      .flatMap((part) => split(part, ends))
      .flatMap((part) => wallMountsOn(context, level, face, part, height));
  });
}

/** m from a wall at which the corner of a zone splits it. */
const ZONE_END = 0.06;

/** Returns how far along a segment the foot of a point is, m. */
function along({ a, b }: Segment, [x, y]: Point): number {
  return ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / distance(a, b);
}

/** Returns the stretch of a face that is nearer than `off` m to an opening in it; undefined if the opening isn't in it. */
function besideOpening(face: Face, line: Segment, off: number): readonly (readonly [number, number])[] {
  if (distanceBetweenSegments(face, line) > off) return [];
  const isIn = Math.max(...[line.a, line.b].map((end) => offLine(face, end))) <= off;
  if (!isIn) return [];
  const [one, other] = [along(face, line.a), along(face, line.b)];
  return [[Math.min(one, other) - off, Math.max(one, other) + off]];
}

function offLine({ a, b }: Segment, [x, y]: Point): number {
  return Math.abs((x - a[0]) * (b[1] - a[1]) - (y - a[1]) * (b[0] - a[0])) / distance(a, b);
}

type Part = readonly [number, number];

function free(length: number, cuts: readonly Part[]): Part[] {
  let parts: Part[] = [[0, length]];
  for (const [from, to] of cuts) {
    parts = parts.flatMap(([start, end]): Part[] => {
      if (to <= start || from >= end) return [[start, end]];
      return [[start, Math.max(start, from)] as const, [Math.min(end, to), end] as const];
    });
  }
  return parts.filter(([from, to]) => to - from > SHORT);
}

/** Returns a part cut at some points, and so that no piece is longer than a stretch. */
function split([from, to]: Part, at: readonly number[]): Part[] {
  const ends = [from, ...at.filter((one) => one > from && one < to).sort((a, b) => a - b), to];
  return ends.slice(1).flatMap((end, n): Part[] => {
    const start = ends[n] ?? from;
    const count = Math.ceil((end - start) / STRETCH - 1e-9);
    return Array.from(
      { length: count },
      (_, i): Part => [start + ((end - start) * i) / count, start + ((end - start) * (i + 1)) / count],
    );
  });
}

/** Returns the mounts of a stretch of wall, each in the same zones all along. */
function wallMountsOn(
  context: RuleContext,
  level: Level,
  face: Face,
  [from, to]: Part,
  height: number,
): readonly Mount[] {
  if (to - from < SHORT) return [];
  const direction = azimuthOf(face.a, face.b);
  const point = (at: number): Point => [
    face.a[0] + at * Math.cos(direction) + OFF_WALL * Math.cos(face.normal),
    face.a[1] + at * Math.sin(direction) + OFF_WALL * Math.sin(face.normal),
  ];
  const facing = bearing(90 - (face.normal * 180) / Math.PI);
  const middle = (from + to) / 2;
  // On the very border of two zones a point stands in both.
  const [start, half, end] = [from + HAIR, middle, to - HAIR].map(
    (one) => standingAt(context, level.id, point(one), height, facing).zones,
  );
  if (start === undefined || start.join() !== half?.join() || start.join() !== end?.join()) {
    // A border that meets the wall aslant lies elsewhere off the wall than on it.
    return [[from, middle] as const, [middle, to] as const].flatMap((part) =>
      wallMountsOn(context, level, face, part, height),
    );
  }
  return [{ kind: 'wall', level: level.id, height, at: [point(from), point(to)], facing, zones: start }];
}

function isNoGo({ kind, at, zones }: Mount, level: Level, { noGo }: Mounting): boolean {
  return noGo.some((one) => {
    if ('zone' in one) return zones.includes(one.zone);
    // A ceiling is on no wall, and its parts were made clear of polygons.
    if (kind === 'ceiling') return false;
    if ('wall' in one) {
      const { line = [], thickness = 0 } = level.walls.find(({ id }) => id === one.wall) ?? {};
      const near = ON_WALL[kind] + (kind === 'corner' ? thickness / 2 : 0);
      return line
        .slice(1)
        .some((b, n) => at.every((point) => distanceToSegment(point, { a: line[n] ?? b, b }) <= near));
    }
    if (one.level !== level.id || boxOfRing(one.polygon) === undefined) return false;
    return at.some((point) => containsPoint(one.polygon, point)) || meetsRing(at, one.polygon);
  });
}

/** m: a mount this near to the line of a drawn wall is on it. */
const ON_WALL = { wall: OFF_WALL + 0.01, corner: OFF_BOTH + 0.02 } as const;

function meetsRing([a, b = a]: readonly Point[], ring: readonly Point[]): boolean {
  if (a === undefined || b === undefined) return false;
  return ring.some(
    (start, n) => distanceBetweenSegments({ a, b }, { a: start, b: ring[(n + 1) % ring.length] ?? start }) === 0,
  );
}
