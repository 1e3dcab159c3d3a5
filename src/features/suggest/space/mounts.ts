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
import type { Device, Level } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { placedIn } from '../../../plan/redraw.js';
import type { Face } from '../../../sight/scene/faces.js';
import type { Eyes } from '../../../sight/types.js';
import type { CameraType, Catalogue, Mounting, MountKind } from '../types.js';

/** A place where a camera may be mounted: a stretch of a wall, a square of ceiling, or a corner. */
export interface Mount {
  readonly kind: MountKind;
  readonly level: string;
  /** m above the floor. */
  readonly height: number;
  /** Convex ring of the points where a camera is drawn there: one, the two ends of a stretch, or a square. */
  readonly at: readonly Point[];
  /** Direction away from the wall or corner, degrees clockwise from +y; 0 for a ceiling. */
  readonly facing: number;
  /** Ids of the zones that a camera there stands in. */
  readonly zones: readonly string[];
}

/** m: longest stretch of wall that is one mount. */
const STRETCH = 1;

/** m off its wall at which a suggested camera is drawn: within the 5 cm that count as on the wall, whatever rounds. */
export const OFF_WALL = 0.04;

/** m: a stretch shorter than this is no mount. */
const SHORT = 0.02;

/** Returns the mounts of a level, in a fixed order. `closed`: zones in which nothing may be mounted. */
export function mountsOn(
  context: RuleContext,
  level: Level,
  { mounting, cameras }: Catalogue,
  closed: ReadonlySet<string>,
): Mount[] {
  const kinds = new Set(cameras.flatMap(({ mounts }) => mounts));
  const { ceiling } = level;
  const found: Mount[] = [];
  if (kinds.has('wall')) {
    for (const height of mounting.wall.heights) {
      if (ceiling === undefined || height <= ceiling) found.push(...wallMounts(context, level, mounting, height));
    }
  }
  return found.filter(({ zones }) => zones.length > 0 && !zones.some((zone) => closed.has(zone)));
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
      .flatMap((part) => wallMount(context, level, face, part, height) ?? [])
      .filter((mount) => !isNoGo(mount, level, mounting));
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
  const ends = [from, ...at.filter((one) => one > from + SHORT && one < to - SHORT).sort((a, b) => a - b), to];
  return ends.slice(1).flatMap((end, n): Part[] => {
    const start = ends[n] ?? from;
    const count = Math.ceil((end - start) / STRETCH - 1e-9);
    return Array.from(
      { length: count },
      (_, i): Part => [start + ((end - start) * i) / count, start + ((end - start) * (i + 1)) / count],
    );
  });
}

function wallMount(
  context: RuleContext,
  level: Level,
  face: Face,
  [from, to]: Part,
  height: number,
): Mount | undefined {
  const direction = azimuthOf(face.a, face.b);
  const point = (at: number): Point => [
    face.a[0] + at * Math.cos(direction) + OFF_WALL * Math.cos(face.normal),
    face.a[1] + at * Math.sin(direction) + OFF_WALL * Math.sin(face.normal),
  ];
  const at = [point(from), point(to)];
  const facing = bearing(90 - (face.normal * 180) / Math.PI);
  const [start, middle, end] = [from, (from + to) / 2, to].map((one) =>
    zonesAt(context, level.id, point(one), height, facing),
  );
  if (start === undefined || start.join() !== middle?.join() || start.join() !== end?.join()) return undefined;
  return { kind: 'wall', level: level.id, height, at, facing, zones: start };
}

function zonesAt({ site }: RuleContext, level: string, at: Point, height: number, heading: number): readonly string[] {
  return placedIn(site, { ...BLIND, level, at, height, lenses: [{ ...LENS, heading }] }).zones;
}

const LENS = {
  form: 'fixed',
  heading: 0,
  tilt: 0,
  roll: 0,
  hfov: 60,
  vfov: undefined,
  resolution: undefined,
  varifocal: undefined,
  ptz: undefined,
} as const;

const BLIND: Device = {
  id: '',
  kind: 'camera',
  name: undefined,
  type: undefined,
  level: '',
  at: [0, 0],
  height: undefined,
  video: 'visible',
  audio: 'none',
  lenses: [],
  masks: [],
  range: undefined,
  pickup: undefined,
  opening: undefined,
  status: 'planned',
  tolerance: { heading: undefined, tilt: undefined, position: 0 },
  zones: [],
  standsIn: [],
  place: { path: '', pointer: '' },
};

function isNoGo({ at, zones }: Mount, level: Level, { noGo }: Mounting): boolean {
  return noGo.some((one) => {
    if ('zone' in one) return zones.includes(one.zone);
    if ('wall' in one) {
      const line = level.walls.find(({ id }) => id === one.wall)?.line ?? [];
      return line
        .slice(1)
        .some((b, n) => at.every((point) => distanceToSegment(point, { a: line[n] ?? b, b }) <= ON_WALL));
    }
    if (one.level !== level.id || boxOfRing(one.polygon) === undefined) return false;
    return at.some((point) => containsPoint(one.polygon, point)) || meetsRing(at, one.polygon);
  });
}

/** m: a mount this near to the line of a drawn wall is on it. */
const ON_WALL = OFF_WALL + 0.01;

function meetsRing([a, b]: readonly Point[], ring: readonly Point[]): boolean {
  if (a === undefined || b === undefined) return false;
  return ring.some(
    (start, n) => distanceBetweenSegments({ a, b }, { a: start, b: ring[(n + 1) % ring.length] ?? start }) === 0,
  );
}

/** Returns a camera of a type at a point of a mount, aimed in degrees as in the model, with the zones that it stands in. */
export function cameraAt(
  { site }: RuleContext,
  mount: Mount,
  type: CameraType,
  pose: { readonly at: Point; readonly heading: number; readonly tilt: number; readonly hfov?: number },
): Device {
  const { heading, tilt, hfov } = pose;
  const { varifocal } = type.lens;
  const lens = {
    ...type.lens,
    heading: bearing(heading),
    tilt,
    ...(hfov !== undefined && { hfov, varifocal: varifocal && { ...varifocal, locked: true } }),
  };
  return placedIn(site, {
    ...BLIND,
    // Like no id of a plan, and the same for the same pose.
    id: ` ${type.id} ${mount.level} ${mount.height} ${pose.at.join(' ')} ${lens.heading} ${tilt} ${lens.hfov}`,
    type: type.id,
    range: type.range,
    tolerance: type.tolerance ?? BLIND.tolerance,
    level: mount.level,
    height: mount.height,
    at: pose.at,
    lenses: [lens],
  });
}

/** Returns the eyes of a camera mounted anywhere on a stretch of wall; undefined if it isn't on one straight wall. */
export function eyesOf(context: RuleContext, mount: Mount, type: CameraType): Eyes | undefined {
  const device = cameraAt(context, mount, type, { at: middleOf(mount), heading: mount.facing, tilt: 0 });
  const [from, to = from] = mount.at;
  if (from === undefined || to === undefined) return undefined;
  return context.sight.poses(device)?.along(from, to, mount.facing);
}

/** Returns the middle of a mount. */
export function middleOf({ at }: Pick<Mount, 'at'>): Point {
  const sum = at.reduce(([sx, sy], [x, y]): Point => [sx + x, sy + y], [0, 0]);
  return [sum[0] / at.length, sum[1] / at.length];
}
