import { cross, distance, type Point, type Stretch } from './plane.js';
import type { Opening } from './read.js';
import type { Screen, Slack } from './screens.js';
import { common, EVERY, type Spans } from './spans.js';

/** Rays all round, at least. */
const RAYS = 1800;

/** Stretches by the degrees of the compass over which they stand about a point. */
export type Around<T> = readonly (readonly T[])[];

const SECTORS = 360;

export function sectorOf(dx: number, dy: number): number {
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
  /** m of way by which another eye may be nearer to the screen, or farther from it. */
  readonly off: number;
  readonly screen: Screen;
}

/** m: where a sill or a lintel is as high as the eye, give or take, nobody may count on what it hides. */
const LEVEL = 0.002;
/** m: from an eye as near as that to a screen anything may be seen past it. */
const BESIDE = 0.01;

export interface Stage {
  readonly from: number;
  readonly to: number;
  /** m of height by m of way that are left between what stands below and above: where nothing is opened, and in all. */
  readonly standing: Spans;
  readonly all: Spans;
  readonly gate: Opening | undefined;
}

/**
 * What a ray passes until it ends, in stages between one opening and the next. With `spread` m between eyes (perhaps
 * alone), each sill, lintel and low wall is passed as from the eye that far away from which it hides least.
 */
export function stagesOf(
  screens: readonly Screen[],
  eye: Point,
  dx: number,
  dy: number,
  height: number,
  slack: Slack,
  spread = 0,
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
    else met.push({ at, screen, off: (spread * Math.hypot(sx, sy)) / Math.abs(det) });
  }
  met.sort((p, q) => p.at - q.at);
  const stages: Stage[] = [];
  let from = 0;
  let standing: Spans = EVERY;
  let all: Spans = EVERY;
  let gate: Opening | undefined;
  const past = (to: number) => {
    if (to > from) stages.push({ from, to, standing, all, gate });
  };
  for (const { at, off, screen } of met) {
    if (at >= end) break;
    past(at);
    from = at;
    const raised = slack === 'sure' ? 0.01 : -0.01;
    const over = (rise: number) => rise / (rise < 0 ? Math.max(BESIDE, at - off) : at + off);
    const slope = (edge: number, sign: 1 | -1) => {
      const rise = sign * (edge - height);
      if (slack === 'perhaps' && (Math.abs(rise) < LEVEL || (rise < 0 && at - off < BESIDE))) return -sign * Infinity;
      return sign * over(rise + raised);
    };
    const bands = (screen.bands ?? [screen]).map(({ below, above, pass }) => ({
      span: [slope(below, 1), slope(above, -1)] as const,
      isShut: pass === 'closed' || (pass === 'either' && slack === 'sure'),
    }));
    const isOpen = standing === all && bands.every(({ isShut }) => !isShut);
    all = common(
      all,
      bands.map(({ span }) => span),
    );
    standing = isOpen
      ? all
      : common(
          standing,
          bands.flatMap(({ span, isShut }) => (isShut ? [] : [span])),
        );
    if (screen.gate !== undefined) gate = screen.gate;
    if (all.length === 0) return stages;
  }
  past(end);
  return stages;
}

/** Rays that fall into an opening at least, however far and slantwise it lies. */
const INTO = 20;

export interface Ray {
  readonly angle: number;
  /** Radians for which it stands. */
  readonly turn: number;
}

/** Radians: rays on either side of an end of what stands, so that no area is off by what lies between two rays. */
const BY_END = 1e-6;

/**
 * Rays all round, closer to each other where an opening is seen under an angle that few of them would fall into, and two
 * past every end of what stands.
 */
export function raysFrom(screens: readonly Screen[], eye: Point): Ray[] {
  const step = (2 * Math.PI) / RAYS;
  const angles = Array.from({ length: RAYS }, (_, i) => (i + 0.5) * step - Math.PI);
  const ends = new Set<number>();
  for (const { a, b, gate } of screens) {
    const from = Math.atan2(a[1] - eye[1], a[0] - eye[0]);
    const to = Math.atan2(b[1] - eye[1], b[0] - eye[0]);
    ends.add(from).add(to);
    if (gate === undefined) continue;
    const wide = ((to - from + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
    if (Math.abs(wide) > INTO * step) continue;
    for (let k = 0; k < INTO; k++) {
      const angle = from + ((k + 0.5) / INTO) * wide;
      angles.push(angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle);
    }
  }
  for (const end of ends) angles.push(end - BY_END, end + BY_END);
  angles.sort((p, q) => p - q);
  const around = (i: number) => angles[(i + angles.length) % angles.length];
  return angles.map((angle, i) => {
    const gap = (around(i + 1) - around(i - 1) + 4 * Math.PI) % (2 * Math.PI);
    return { angle, turn: gap / 2 };
  });
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
  return stage.all.some(([low, high]) => slope > low && slope < high);
}
