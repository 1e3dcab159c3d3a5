import { type Frame, framesOf } from './frames.js';
import { DENSITY, GRAZE, VIEW } from './law.js';
import { apart, cross, distance, edgesOfArea, type Point, type Stretch } from './plane.js';
import type { Device, Level, Opening } from './read.js';
import { before, type Screen, type Slack, screensOf, wallsOf } from './screens.js';
import { holds, type Target } from './targets.js';

/**
 * Whether a device's largest view reaches into a private zone, by casting rays all round it and following each through
 * walls and openings. Three-valued: what is found among screens a little larger and by a picture a little narrower is
 * there; what isn't found among smaller ones by a wider picture isn't; the rest is too close to call.
 */
export type Sees = 'standing' | 'opened' | 'counts' | 'nothing' | 'unsure';

/** Rays all round, at least. */
const RAYS = 1800;
/** m: this near to a wall a device is on it, give or take. */
const ON_WALL = 0.05;
const ABOUT = 0.004;

/** What rays found of a zone. */
interface Found {
  /** m² seen by what stands open, and in all. */
  standing: number;
  all: number;
  standingDepth: number;
  depth: number;
}

export interface Scene {
  readonly level: Level;
  readonly sure: readonly Screen[];
  readonly perhaps: readonly Screen[];
  readonly walls: readonly Stretch[];
}

export function sceneOf(level: Level): Scene {
  const of = (slack: Slack) => screensOf(level, 'may', slack);
  return { level, sure: of('sure'), perhaps: of('perhaps'), walls: wallsOf(level) };
}

/** What a device on the level sees of the level's private zones. */
export function viewsOf(scene: Scene, device: Device, targets: readonly Target[]): ReadonlyMap<Target, Sees> {
  const frames = framesOf(device);
  const { eyes, doubtful } = eyesOf(scene, device);
  const cast = (slack: Slack, list: readonly Frame[], among: readonly Target[]) =>
    eyes.map((eye) =>
      look(slack === 'sure' ? scene.sure : before(scene.perhaps, eye), eye, device, list, among, slack),
    );
  const most = cast('perhaps', frames.perhaps, targets);
  const may = new Map(targets.map((target) => [target, strongest(most.map((found) => found.get(target)))]));
  const asked = targets.filter((target) => may.get(target) !== undefined);
  const certain = asked.length > 0 && frames.sure.length > 0 && !doubtful && !device.masked;
  const least = certain ? cast('sure', frames.sure, asked) : [];
  return new Map(
    targets.map((target) => {
      const seen = certain ? weakest(least.map((found) => found.get(target))) : undefined;
      return [target, judge(target, seen, may.get(target))];
    }),
  );
}

function judge({ regime, size }: Target, seen: Found | undefined, may: Found | undefined): Sees {
  const least = Math.min(VIEW.area, size / 2);
  const deep = regime === 'anchor' ? -1 : VIEW.depth;
  const rooms = regime === 'room' || regime === 'reading';
  if (seen !== undefined) {
    if (seen.standing > least * 1.3 && seen.standingDepth > deep + 0.03) return 'standing';
    const opened = seen.all > least * 1.3 && seen.depth > deep + 0.03;
    if (opened && !rooms) return 'counts';
    if (opened && (seen.depth > GRAZE.depth + 0.05 || seen.all > GRAZE.fraction * size * 1.1)) {
      // Where something standing might count too, only that it counts is certain.
      return may !== undefined && may.standing > least * 0.5 && may.standingDepth > deep * 0.5 ? 'counts' : 'opened';
    }
  }
  if (may === undefined) return 'nothing';
  if (may.all < least * 0.6 || may.depth < deep - 0.03) return 'nothing';
  const stands = may.standing > least * 0.6 && may.standingDepth > deep - 0.03;
  const slight = may.depth < GRAZE.depth - 0.06 && may.all < GRAZE.fraction * size * 0.88;
  return rooms && !stands && slight ? 'nothing' : 'unsure';
}

function weakest(found: readonly (Found | undefined)[]): Found | undefined {
  return found.reduce((a, b) => (a === undefined || b === undefined ? undefined : merged(a, b, Math.min)));
}

function strongest(found: readonly (Found | undefined)[]): Found | undefined {
  return found.reduce((a, b) => (a === undefined || b === undefined ? (a ?? b) : merged(a, b, Math.max)));
}

function merged(a: Found, b: Found, of: (p: number, q: number) => number): Found {
  return {
    standing: of(a.standing, b.standing),
    all: of(a.all, b.all),
    standingDepth: of(a.standingDepth, b.standingDepth),
    depth: of(a.depth, b.depth),
  };
}

/**
 * Where a device looks from. On a wall it looks out on the side of its heading, from its foot on the wall or from where it
 * is drawn; where no side is meant, or it may be on a wall or not, from every place in question.
 */
export function eyesOf(
  { walls, sure }: Pick<Scene, 'walls' | 'sure'>,
  { at, lens }: Device,
): { eyes: readonly Point[]; doubtful: boolean } {
  const near = walls.filter((wall) => apart(at, wall) < ON_WALL + ABOUT);
  if (near.length === 0) return { eyes: [at], doubtful: false };
  const perhaps = near.some((wall) => apart(at, wall) > ON_WALL - ABOUT || !standsBy(sure, at, wall));
  const azimuth = ((90 - (lens.heading ?? 0)) * Math.PI) / 180;
  const aim: Point = [Math.cos(azimuth), Math.sin(azimuth)];
  const tilt = lens.tilt ?? (lens.form === 'fisheye' ? 90 : 0);
  const sided = lens.heading !== undefined && tilt < 78;
  const ahead = (
    side: 1 | -1,
    among: readonly Stretch[] = near,
  ): { point: Point; isThere: boolean; along: boolean } => {
    let [x, y] = at;
    let isThere = true;
    let along = false;
    for (const { a, b } of [...among, ...among]) {
      const long = distance(a, b);
      const normal: Point = [(a[1] - b[1]) / long, (b[0] - a[0]) / long];
      const towards = aim[0] * normal[0] + aim[1] * normal[1];
      if (Math.abs(towards) < 0.03) along = true;
      const out = (sided ? Math.sign(towards) : 1) * side;
      const off = out * ((x - a[0]) * normal[0] + (y - a[1]) * normal[1]);
      if (out * ((at[0] - a[0]) * normal[0] + (at[1] - a[1]) * normal[1]) < 1e-9) isThere = false;
      x += out * normal[0] * (0.002 - off);
      y += out * normal[1] * (0.002 - off);
    }
    return { point: [x, y], isThere, along };
  };
  const front = ahead(1);
  const clear = sided && !front.along && !perhaps;
  if (clear) return { eyes: front.isThere ? [front.point, at] : [front.point], doubtful: false };
  const feet = [near, ...near.map((wall) => [wall])].flatMap((among) => [
    ahead(1, among).point,
    ahead(-1, among).point,
  ]);
  return { eyes: [...feet, at], doubtful: true };
}

/** Whether something of a wall stands where a device may hang on it, and no opening. */
function standsBy(screens: readonly Screen[], at: Point, wall: Stretch): boolean {
  const long = distance(wall.a, wall.b);
  return screens.some(({ a, b, below, side }) => {
    if (below < Infinity || side !== undefined || apart(at, { a, b }) > ON_WALL - ABOUT) return false;
    const sine = (wall.b[0] - wall.a[0]) * (b[1] - a[1]) - (wall.b[1] - wall.a[1]) * (b[0] - a[0]);
    return Math.abs(sine) < 0.05 * long * distance(a, b);
  });
}

/** Stretches by the degrees of the compass over which they stand about a point. */
export type Around<T> = readonly (readonly T[])[];

const SECTORS = 360;

function sectorOf(dx: number, dy: number): number {
  return Math.floor(((Math.atan2(dy, dx) / Math.PI + 1) * SECTORS) / 2) % SECTORS;
}

export function around<T extends Stretch>(stretches: readonly T[], eye: Point): Around<T> {
  const sectors: T[][] = Array.from({ length: SECTORS }, () => []);
  for (const one of stretches) {
    const from = sectorOf(one.a[0] - eye[0], one.a[1] - eye[1]);
    const to = sectorOf(one.b[0] - eye[0], one.b[1] - eye[1]);
    const span = (to - from + SECTORS) % SECTORS;
    // Half a turn may be either half: near the line of the stretch all round is on the safe side.
    const [first, last] =
      Math.abs(span - SECTORS / 2) <= 2
        ? [0, SECTORS - 1]
        : span < SECTORS / 2
          ? [from, from + span]
          : [to, to + SECTORS - span];
    for (let i = first; i <= last; i++) sectors[i % SECTORS].push(one);
  }
  return sectors;
}

interface Crossing {
  readonly at: number;
  readonly screen: Screen;
}

interface Stage {
  readonly from: number;
  readonly to: number;
  readonly standing: boolean;
  /** m of height by m of way that are left between what stands below and above. */
  readonly low: number;
  readonly high: number;
  readonly gate: Opening | undefined;
}

/** What a ray passes until it ends, in stages between one opening and the next. */
function stagesOf(
  screens: readonly Screen[],
  eye: Point,
  dx: number,
  dy: number,
  height: number,
  slack: Slack,
): Stage[] {
  const met: Crossing[] = [];
  let end = Infinity;
  for (const screen of screens) {
    const { a, b } = screen;
    const [sx, sy] = [b[0] - a[0], b[1] - a[1]];
    const det = dx * sy - dy * sx;
    if (det === 0) continue;
    const [ox, oy] = [a[0] - eye[0], a[1] - eye[1]];
    const at = (ox * sy - oy * sx) / det;
    if (at < 1e-9 || at >= end) continue;
    const share = (ox * dy - oy * dx) / det;
    if (share < 0 || share > 1) continue;
    if (screen.below === Infinity) end = at;
    else met.push({ at, screen });
  }
  met.sort((p, q) => p.at - q.at);
  const stages: Stage[] = [];
  let from = 0;
  let standing = true;
  let gate: Opening | undefined;
  let [low, high] = [-Infinity, Infinity];
  const past = (to: number) => {
    if (to > from) stages.push({ from, to, standing, low, high, gate });
  };
  for (const { at, screen } of met) {
    if (at >= end) break;
    past(at);
    from = at;
    const raised = slack === 'sure' ? 0.01 : -0.01;
    low = Math.max(low, (screen.below + raised - height) / at);
    high = Math.min(high, (screen.above - raised - height) / at);
    if (screen.gate !== undefined) gate = screen.gate;
    if (screen.pass === 'closed' || (screen.pass === 'either' && slack === 'sure')) standing = false;
    if (low >= high) return stages;
  }
  past(end);
  return stages;
}

function look(
  screens: readonly Screen[],
  eye: Point,
  device: Device,
  frames: readonly Frame[],
  targets: readonly Target[],
  slack: Slack,
): Map<Target, Found> {
  const height = device.height ?? 0;
  const unknown = device.height === undefined;
  const found = new Map<Target, Found>();
  const index = around(screens, eye);
  const edges = around(
    targets.flatMap((target) => edgesOfArea(target.zone).map(({ a, b }): Edge => ({ a, b, target }))),
    eye,
  );
  for (const { angle, turn } of raysFrom(screens, eye)) {
    const dx = Math.cos(angle);
    const dy = Math.sin(angle);
    const sector = sectorOf(dx, dy);
    const ahead = edges[sector];
    if (ahead.length === 0) continue;
    const stages = stagesOf(index[sector], eye, dx, dy, height, slack);
    const end = stages.at(-1)?.to ?? 0;
    // Edges of one target follow each other.
    for (let first = 0; first < ahead.length; ) {
      const { target } = ahead[first];
      let next = first + 1;
      while (next < ahead.length && ahead[next].target === target) next++;
      const within = stretchesIn(ahead, first, next, eye, dx, dy, end);
      first = next;
      for (const { from, to, edge } of within) {
        const steps = Math.max(1, Math.ceil((to - from) / target.step));
        const step = (to - from) / steps;
        for (let k = 0; k < steps; k++) {
          const r = from + (k + 0.5) * step;
          const x = r * dx;
          const y = r * dy;
          const stage = stages.find((one) => r <= one.to);
          if (stage === undefined || r < stage.from) continue;
          if (target.nested.length > 0 && !holds(target, [eye[0] + x, eye[1] + y])) continue;
          const isSeen = frames.some((frame) =>
            shows(frame, x, y, r, stage, unknown, height, slack, DENSITY[target.regime]),
          );
          if (!isSeen) continue;
          const known = found.get(target) ?? { standing: 0, all: 0, standingDepth: 0, depth: 0 };
          found.set(target, known);
          const size = r * step * turn;
          const deep = depthOf([eye[0] + x, eye[1] + y], stage.gate, edge, slack);
          known.all += size;
          known.depth = Math.max(known.depth, deep);
          if (stage.standing) {
            known.standing += size;
            known.standingDepth = Math.max(known.standingDepth, deep);
          }
        }
      }
    }
  }
  return found;
}

/** Rays that fall into an opening at least, however far and slantwise it lies. */
const INTO = 20;

interface Ray {
  readonly angle: number;
  /** Radians for which it stands. */
  readonly turn: number;
}

/** Rays all round, closer to each other where an opening is seen under an angle that few of them would fall into. */
function raysFrom(screens: readonly Screen[], eye: Point): Ray[] {
  const step = (2 * Math.PI) / RAYS;
  const angles = Array.from({ length: RAYS }, (_, i) => (i + 0.5) * step - Math.PI);
  for (const { a, b, gate } of screens) {
    if (gate === undefined) continue;
    const from = Math.atan2(a[1] - eye[1], a[0] - eye[0]);
    const to = Math.atan2(b[1] - eye[1], b[0] - eye[0]);
    const wide = ((to - from + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
    if (Math.abs(wide) > INTO * step) continue;
    for (let k = 0; k < INTO; k++) {
      const angle = from + ((k + 0.5) / INTO) * wide;
      angles.push(angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle);
    }
  }
  angles.sort((p, q) => p - q);
  const around = (i: number) => angles[(i + angles.length) % angles.length];
  return angles.map((angle, i) => {
    const gap = (around(i + 1) - around(i - 1) + 4 * Math.PI) % (2 * Math.PI);
    return { angle, turn: gap / 2 };
  });
}

interface Edge extends Stretch {
  readonly target: Target;
}

function shows(
  frame: Frame,
  x: number,
  y: number,
  r: number,
  { low, high }: Stage,
  unknown: boolean,
  height: number,
  slack: Slack,
  density: number,
): boolean {
  const framed = frame.heights(x, y);
  if (framed === undefined) return false;
  const from = unknown ? framed[0] : Math.max(framed[0], height + low * r);
  const to = unknown ? framed[1] : Math.min(framed[1], height + high * r);
  if (to - from < (slack === 'sure' ? 0.02 : 0)) return false;
  // Density changes with height one way only.
  return Math.max(frame.density(x, y, from), frame.density(x, y, to)) >= density;
}

/** m past the line of the opening last crossed, or of the edge by which the ray came in. */
function depthOf(at: Point, gate: Opening | undefined, edge: Stretch | undefined, slack: Slack): number {
  const past = [gate, edge].flatMap((line) => (line === undefined ? [] : [offLine(at, line)]));
  if (past.length === 0) return slack === 'sure' ? 0 : Infinity;
  return slack === 'sure' ? Math.min(...past) : Math.max(...past);
}

function offLine([x, y]: Point, { a, b }: Stretch): number {
  return Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / distance(a, b);
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly edge: Stretch | undefined;
}

/** Where a ray runs in an area of which `edges` from `first` up to `next` may be met, with the edge by which it comes in. */
function stretchesIn(
  edges: readonly Edge[],
  first: number,
  next: number,
  eye: Point,
  dx: number,
  dy: number,
  end: number,
): Run[] {
  const met: { readonly at: number; readonly edge: Stretch }[] = [];
  for (let i = first; i < next; i++) {
    const { a, b } = edges[i];
    // On which side of the ray its ends lie; an end on it belongs to one side.
    const p = dx * (a[1] - eye[1]) - dy * (a[0] - eye[0]);
    const q = dx * (b[1] - eye[1]) - dy * (b[0] - eye[0]);
    if (p > 0 === q > 0) continue;
    const t = p / (p - q);
    const at = (a[0] + t * (b[0] - a[0]) - eye[0]) * dx + (a[1] + t * (b[1] - a[1]) - eye[1]) * dy;
    if (at > 0) met.push({ at, edge: edges[i] });
  }
  if (met.length > 1) met.sort((one, other) => one.at - other.at);
  const runs: Run[] = [];
  // With an odd number of edges ahead the ray begins inside.
  let inside = met.length % 2 === 1;
  let from = 0;
  let edge: Stretch | undefined;
  for (const one of met) {
    if (from >= end) break;
    if (inside) runs.push({ from, to: Math.min(one.at, end), edge });
    inside = !inside;
    from = one.at;
    edge = one.edge;
  }
  return runs;
}

/** Whether the line between two points meets nothing that hides it whole. */
export function isFree(screens: readonly Screen[], p: Point, q: Point): boolean {
  return !screens.some((screen) => screen.below === Infinity && cross(screen, { a: p, b: q }));
}

/** Whether a line from a height to another, m above the floor, passes over and under all that stands; at any height where it isn't known. */
export function lineOf(
  index: Around<Screen>,
  p: Point,
  q: Point,
  height: number | undefined,
  target: number,
  sign: 1 | -1,
): boolean {
  const long = distance(p, q);
  if (long < 1e-9) return true;
  const [dx, dy] = [(q[0] - p[0]) / long, (q[1] - p[1]) / long];
  const stages = stagesOf(index[sectorOf(dx, dy)], p, dx, dy, height ?? 0, sign === 1 ? 'sure' : 'perhaps');
  const last = stages.at(-1);
  if (last === undefined || last.to < long - 1e-9) return false;
  if (height === undefined) return sign === -1;
  const stage = stages.find((one) => long <= one.to + 1e-9) ?? last;
  const slope = (target - height) / long;
  return slope > stage.low && slope < stage.high;
}
