import type { Level, Opening, Site, Wall, Zone } from '../../src/plan/model.js';
import {
  apart,
  type Eye,
  type Frame,
  heightsOver,
  inFrame,
  meets,
  type Plan,
  type Screen,
  within,
} from '../sight/rays-space.js';

/**
 * What straight lines reach on a level of a plan, by its rooms, walls and openings alone and the rules that the plan format
 * states. Shares nothing with what works out views: no grid, no welding, no triangles, no shadows; every line is held against
 * every wall. Where walls are welded, gaps closed and tunnels as deep as a wall make a difference, it doesn't say.
 */

export type World = 'may' | 'must';

export interface Rays {
  /** Whether the camera sees a point of the floor in that world, wholly or at some height; undefined where it is too near to an edge. */
  sees(world: World, camera: Camera, at: Plan): boolean | undefined;
  /** Whether a point lies in a zone, by more than a step from any of its edges. */
  isInside(at: Plan): boolean;
  /** m to the nearest wall, however open it is. */
  clearance(at: Plan): number;
}

export interface Camera {
  readonly eye: Eye;
  readonly frame: Frame;
  /** The stretch of wall it hangs on, whose other side it doesn't see. */
  readonly on?: readonly [Plan, Plan] | undefined;
}

/** From the floor, however deep, or to the ceiling, however high. */
const FAR = 1e4;
/** m: walls are welded within 5 mm and rounded to a grid, each end of a screen as much. */
const WELDED = 0.011;
/** m: must-see closes gaps up to this wide. */
const CLOSED = 0.052;
/** m: openings cut walls as near as this, or within the wall's thickness. */
const SAME_LINE = 0.05;
const PARALLEL = Math.sin((10 * Math.PI) / 180);
/** m: half the tunnel of an opening that doesn't say how thick its wall is. */
const HALF = { may: 0.05, must: 0.15 } as const;
/** m: half the deepest tunnel that two faces of one wall make. */
const DEEPEST = 0.4;
/** Share of half the picture that is too near to its edge. */
const FRAME_EDGE = 1e-3;
/** m: heights of a person. */
const TALL = 2;
const TARGET = 1.5;

/** A stretch of a wall, and what stands there in each world. */
interface Face {
  readonly a: Plan;
  readonly b: Plan;
  readonly top: number;
  readonly thickness: number | undefined;
  readonly hides: Readonly<Record<World, boolean>>;
}

interface Standing {
  /** Stand for certain. */
  readonly sure: readonly Screen[];
  /** Stand, or may. */
  readonly perhaps: readonly Screen[];
}

export function raysOf(site: Site, level: Level): Rays {
  const zones = site.levels.flatMap((one) => one.zones).filter((zone) => zone.levels.includes(level.id));
  const faces = facesOf(zones, level);
  const worlds = { may: standing(faces, level.openings, 'may'), must: standing(faces, level.openings, 'must') };
  const rings = zones.flatMap(({ region }) => [...region.rings, ...region.shadows]);
  const edges = rings.flatMap(edgesOf);
  const inZone = (at: Plan) =>
    zones.some(
      ({ region }) => region.rings.some((ring) => within(ring, at)) && !region.shadows.some((ring) => within(ring, at)),
    );
  return {
    // Where there are no zones, everything lies outdoors.
    isInside: (at) =>
      zones.length === 0
        ? faces.every(({ a, b }) => apart(at, a, b) > WELDED)
        : inZone(at) && edges.every(([a, b]) => apart(at, a, b) > WELDED),
    clearance: (at) =>
      [...faces, ...level.openings.map(({ line: [a, b] }) => ({ a, b }))].reduce(
        (least, { a, b }) => Math.min(least, apart(at, a, b)),
        FAR,
      ),
    sees(world, camera, at) {
      const front = inFront(camera, at);
      if (front !== true) return front;
      const { sure, perhaps } = worlds[world];
      const { eye, frame } = camera;
      const near = (screens: readonly Screen[]) => screens.filter(({ a, b }) => isAbout(eye.at, at, a, b));
      const [low, high] = world === 'must' ? [TARGET, TARGET] : framedHeights(frame, eye, at);
      // A sliver of a person: told by the last millimetre.
      if (low > high) return inFrame(frame, eye, at, (low + high) / 2) < -FRAME_EDGE ? false : undefined;
      const heights = heightsOver(eye, at, near(perhaps), low, high);
      const grow = world === 'must' ? CLOSED : WELDED;
      const own = camera.on === undefined ? () => false : isOnLineOf(camera.on, eye.at);
      const [solid, some] = [near(sure).filter((one) => !own(one)), near(perhaps).filter((one) => !own(one))];
      const found = heights.map((height) => {
        const framed = inFrame(frame, eye, at, height);
        if (framed < -FRAME_EDGE || solid.some((screen) => meets(eye, at, height, screen, -WELDED))) return false;
        if (framed < FRAME_EDGE || some.some((screen) => meets(eye, at, height, screen, grow))) return undefined;
        return true;
      });
      const seen = found.includes(true) ? true : found.includes(undefined) ? undefined : false;
      return world === 'must' && zones.length > 0 && seen === true && leavesZones(eye.at, at, edges, inZone)
        ? undefined
        : seen;
    },
  };
}

/**
 * The lowest and the highest of the heights of a person at a point that are in the picture; none where the lowest is above the
 * highest. Each side of the picture bounds them by a plane, in which height is linear.
 */
function framedHeights({ heading, tilt, hfov, vfov }: Frame, eye: Eye, at: Plan): readonly [number, number] {
  const rad = Math.PI / 180;
  const [x, y] = [at[0] - eye.at[0], at[1] - eye.at[1]];
  const [sin, cos] = [Math.sin(heading * rad), Math.cos(heading * rad)];
  const [ahead, right] = [x * sin + y * cos, x * cos - y * sin];
  const [down, level] = [Math.sin(tilt * rad), Math.cos(tilt * rad)];
  const [across, up] = [Math.tan((hfov / 2) * rad), Math.tan((vfov / 2) * rad)];
  // Of each plane: what it is at the camera's height, and what a metre more adds.
  const planes = [
    [ahead * level * across - Math.abs(right), -down * across],
    [ahead * (level * up - down), -down * up - level],
    [ahead * (level * up + down), -down * up + level],
  ] as const;
  let [low, high] = [0, TALL];
  for (const [still, more] of planes) {
    const edge = eye.height - still / more;
    if (more > 0) low = Math.max(low, edge);
    else if (more < 0) high = Math.min(high, edge);
    else if (still < 0) return [TALL, 0];
  }
  return [low, high];
}

/** A camera on a wall sees what is in front of it. */
function inFront({ eye, on, frame }: Camera, at: Plan): boolean | undefined {
  if (on === undefined) return true;
  const [[ax, ay], [bx, by]] = on;
  const length = Math.hypot(bx - ax, by - ay);
  const side = ([x, y]: Plan) => ((bx - ax) * y - (by - ay) * x) / length;
  const heading = (frame.heading * Math.PI) / 180;
  const out = side([at[0] - eye.at[0], at[1] - eye.at[1]]) * Math.sign(side([Math.sin(heading), Math.cos(heading)]));
  // Grazing the wall is decided by the last millimetre.
  const apartFrom = Math.hypot(at[0] - eye.at[0], at[1] - eye.at[1]);
  if (Math.abs(out) < Math.max(0.06, 0.01 * apartFrom)) return undefined;
  return out > 0;
}

/** Stretches that run along the one a camera hangs on, where it hangs: faces of that wall, whatever was cut out of it. */
function isOnLineOf([a, b]: readonly [Plan, Plan], eye: Plan): (screen: Screen) => boolean {
  return (screen) => {
    const sine = sineOf([a, b], [screen.a, screen.b]);
    return sine < PARALLEL && apart(eye, screen.a, screen.b) < SAME_LINE + WELDED;
  };
}

function facesOf(zones: readonly Zone[], level: Level): Face[] {
  const ceiling = level.ceiling ?? FAR;
  const drawn = level.walls.flatMap((wall) =>
    wall.line.slice(1).map((b, i): Face => ({ a: wall.line[i] ?? b, b, ...standsAs(wall, ceiling) })),
  );
  const special = level.walls.flatMap((wall) => {
    if (wall.material === 'opaque' && wall.height === undefined) return [];
    return wall.line
      .slice(1)
      .map((b, i) => ({ line: [wall.line[i] ?? b, b] as const, thickness: wall.thickness ?? 0 }));
  });
  const rooms = zones
    .filter(({ enclosed }) => enclosed)
    .flatMap(({ region }) => [...region.rings, ...region.shadows].flatMap(edgesOf))
    .map(([a, b]): Face => ({ a, b, top: FAR, thickness: undefined, hides: { may: true, must: true } }));
  // Where a drawn wall says that a room's boundary is low, or glass, that is what stands there.
  const left = special.reduce<Face[]>(
    (faces, { line, thickness }) => faces.flatMap((face) => without(face, line, Math.max(SAME_LINE, thickness))),
    rooms,
  );
  return [...left, ...drawn];
}

function standsAs({ height, material, thickness }: Wall, ceiling: number): Pick<Face, 'top' | 'thickness' | 'hides'> {
  const top = height === undefined || height >= ceiling ? FAR : height;
  return { top, thickness, hides: { may: material === 'opaque', must: material !== 'clear' } };
}

/** What stands in a world once its openings are open. */
function standing(faces: readonly Face[], openings: readonly Opening[], world: World): Standing {
  let left = faces.filter(({ hides }) => hides[world]);
  const perhaps: Screen[] = [];
  const sure: Screen[] = [];
  for (const opening of openings) {
    const { line, sill, head, thickness = 0 } = opening;
    const reach = reachOf(opening, faces);
    if (!faces.some((face) => runs(face, line, Math.max(reach, face.thickness ?? 0)))) continue;
    // What may-see's tunnel hides, must-see's does too.
    const half = Math.max(HALF[world], thickness / 2, Math.min(DEEPEST, acrossOf(line, reach, faces)));
    if (isOpen(opening, 'may')) perhaps.push(...[0, 1].map((end) => jamb(line, end, half)));
    const [a, b] = line;
    if (!isOpen(opening, world)) {
      perhaps.push({ a, b, bottom: -FAR, top: FAR });
      continue;
    }
    left = left.flatMap((face) => without(face, line, Math.max(reach, face.thickness ?? 0)));
    for (const [bottom, top] of [
      [-FAR, sill],
      [head, FAR],
    ]) {
      if (bottom === undefined || top === undefined) continue;
      sure.push({ a, b, bottom, top });
      for (const d of [-half, half]) perhaps.push({ a: beside(line, 0, d), b: beside(line, 1, d), bottom, top });
    }
  }
  const solid = [...left.map(({ a, b, top }) => ({ a, b, bottom: -FAR, top })), ...sure];
  return { sure: solid, perhaps: [...solid, ...perhaps] };
}

/** A side of an opening's tunnel. */
function jamb(line: readonly [Plan, Plan], end: number, half: number): Screen {
  return { a: beside(line, end, -half), b: beside(line, end, half), bottom: -FAR, top: FAR };
}

function isOpen({ kind, normallyOpen, film, fixed, glazing }: Opening, world: World): boolean {
  if (kind === 'passage' || normallyOpen) return true;
  const opaque = film || glazing === 'opaque';
  if (world === 'may') return kind !== 'window' || !(fixed && opaque);
  return (kind === 'window' || kind === 'glass-door') && glazing === 'clear' && !film;
}

/** m within which an opening cuts walls: the thickness it says, or the thickest drawn wall's that it lies in. */
function reachOf({ thickness, line }: Opening, faces: readonly Face[]): number {
  if (thickness !== undefined) return Math.max(SAME_LINE, thickness);
  return faces.reduce(
    (most, face) =>
      face.thickness !== undefined && face.thickness > most && runs(face, line, face.thickness) ? face.thickness : most,
    SAME_LINE,
  );
}

/** m from an opening's line to the farthest face it cuts. */
function acrossOf(line: readonly [Plan, Plan], reach: number, faces: readonly Face[]): number {
  const cut = faces.filter((face) => runs(face, line, Math.max(reach, face.thickness ?? 0)));
  return cut.reduce((most, { a, b }) => Math.max(most, ...line.map((end) => apart(end, a, b))), 0) + SAME_LINE;
}

type Stretch = Pick<Face, 'a' | 'b'>;

/** Where along a line, and how far off it, a point lies. */
function frameOf([[ax, ay], [bx, by]]: readonly [Plan, Plan]) {
  const length = Math.hypot(bx - ax, by - ay);
  const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
  return { length, of: ([x, y]: Plan): Plan => [(x - ax) * ux + (y - ay) * uy, (y - ay) * ux - (x - ax) * uy] };
}

function beside([[ax, ay], [bx, by]]: readonly [Plan, Plan], share: number, across: number): Plan {
  const length = Math.hypot(bx - ax, by - ay);
  return [
    ax + share * (bx - ax) - (across * (by - ay)) / length,
    ay + share * (by - ay) + (across * (bx - ax)) / length,
  ];
}

/** The stretch of a face that runs along a line within `reach` m of it, as shares of the face. */
function shares({ a, b }: Stretch, line: readonly [Plan, Plan], reach: number): readonly [number, number] | undefined {
  const { length, of } = frameOf(line);
  if (!(length > 0)) return undefined;
  const [[sa, da], [sb, db]] = [of(a), of(b)];
  const whole = Math.hypot(sb - sa, db - da);
  if (whole === 0 || Math.abs(db - da) > PARALLEL * whole) return undefined;
  const at = (s: number) => (s - sa) / (sb - sa);
  const [from, to] = [at(0), at(length)].map((t) => Math.max(0, Math.min(1, t))).sort((p, q) => p - q);
  if (from === undefined || to === undefined || (to - from) * whole < 0.005) return undefined;
  const off = [from, to].map((t) => da + t * (db - da));
  const [d = 0, e = 0] = off;
  const nearest = d * e <= 0 ? 0 : Math.min(Math.abs(d), Math.abs(e));
  return nearest <= reach + 1e-9 ? [from, to] : undefined;
}

function runs(face: Stretch, line: readonly [Plan, Plan], reach: number): boolean {
  return shares(face, line, reach) !== undefined;
}

function without(face: Face, line: readonly [Plan, Plan], reach: number): Face[] {
  const cut = shares(face, line, reach);
  if (cut === undefined) return [face];
  const { a, b } = face;
  const at = (t: number): Plan => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  const whole = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const left: Face[] = [];
  if (cut[0] * whole > 0.005) left.push({ ...face, b: at(cut[0]) });
  if ((1 - cut[1]) * whole > 0.005) left.push({ ...face, a: at(cut[1]) });
  return left;
}

function sineOf([a, b]: readonly [Plan, Plan], [c, d]: readonly [Plan, Plan]): number {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  return Math.abs(ux * vy - uy * vx) / Math.hypot(ux, uy) / Math.hypot(vx, vy);
}

/** Whether a stretch can matter to a line: their boxes meet, some centimetres allowed. */
function isAbout(p: Plan, q: Plan, a: Plan, b: Plan): boolean {
  const by = 0.1;
  return (
    Math.min(a[0], b[0]) - by <= Math.max(p[0], q[0]) &&
    Math.max(a[0], b[0]) + by >= Math.min(p[0], q[0]) &&
    Math.min(a[1], b[1]) - by <= Math.max(p[1], q[1]) &&
    Math.max(a[1], b[1]) + by >= Math.min(p[1], q[1])
  );
}

/** Whether a line leaves every zone somewhere: where must-see ends, unless an opening leads through what nobody drew. */
function leavesZones(
  p: Plan,
  q: Plan,
  edges: readonly (readonly [Plan, Plan])[],
  inZone: (at: Plan) => boolean,
): boolean {
  const stops = edges.flatMap(([a, b]) => {
    if (!isAbout(p, q, a, b)) return [];
    const [rx, ry, sx, sy] = [q[0] - p[0], q[1] - p[1], b[0] - a[0], b[1] - a[1]];
    const det = rx * sy - ry * sx;
    const t = ((a[0] - p[0]) * sy - (a[1] - p[1]) * sx) / det;
    return t > 0 && t < 1 ? [t] : [];
  });
  const sorted = [0, ...stops.sort((a, b) => a - b), 1];
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
  return sorted.slice(1).some((to, i) => {
    const from = sorted[i] ?? to;
    if ((to - from) * length < 0.004) return false;
    const t = (from + to) / 2;
    return !inZone([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
  });
}

function edgesOf(ring: readonly Plan[]): (readonly [Plan, Plan])[] {
  return ring.flatMap((b, i) => {
    const a = ring.at(i - 1) ?? b;
    return a[0] === b[0] && a[1] === b[1] ? [] : [[a, b] as const];
  });
}
