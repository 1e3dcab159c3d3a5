/** Sight lines among upright rectangles in space, by nothing but vectors. Shares nothing with what it tests. */

export type Plan = readonly [x: number, y: number];

/** An upright rectangle over the stretch a–b of the plan, between two heights (m). */
export interface Screen {
  readonly a: Plan;
  readonly b: Plan;
  readonly bottom: number;
  readonly top: number;
}

export interface Eye {
  readonly at: Plan;
  readonly height: number;
}

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Whether the straight line from the eye to `at`, `height` m above the floor, meets the screen made larger by `grow` m on
 * every side (smaller where that is negative), the line itself as much longer.
 */
export function meets(eye: Eye, at: Plan, height: number, screen: Screen, grow: number): boolean {
  const { a, b } = screen;
  const [dx, dy, dz] = [at[0] - eye.at[0], at[1] - eye.at[1], height - eye.height];
  const width = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [ux, uy] = [(b[0] - a[0]) / width, (b[1] - a[1]) / width];
  // The screen's normal is level.
  const [nx, ny] = [-uy, ux];
  const towards = dx * nx + dy * ny;
  if (towards === 0) return false;
  const gone = ((a[0] - eye.at[0]) * nx + (a[1] - eye.at[1]) * ny) / towards;
  const slack = grow / Math.abs(towards);
  if (gone <= 0 || gone >= 1 + slack) return false;
  const along = (eye.at[0] + gone * dx - a[0]) * ux + (eye.at[1] + gone * dy - a[1]) * uy;
  const z = eye.height + gone * dz;
  return along > -grow && along < width + grow && z > screen.bottom - grow && z < screen.top + grow;
}

/** The heights over `at` at which the sight line passes an edge of a screen, among `low`–`high`. */
function turningHeights(eye: Eye, at: Plan, screens: readonly Screen[], low: number, high: number): number[] {
  return screens.flatMap(({ a, b, bottom, top }) => {
    const [dx, dy] = [at[0] - eye.at[0], at[1] - eye.at[1]];
    const [wx, wy] = [b[0] - a[0], b[1] - a[1]];
    const gone = ((a[0] - eye.at[0]) * wy - (a[1] - eye.at[1]) * wx) / (dx * wy - dy * wx);
    if (!(gone > 0 && gone < 1)) return [];
    return [bottom, top].map((z) => eye.height + (z - eye.height) / gone).filter((z) => z > low && z < high);
  });
}

/** Heights that stand for all in `low`–`high`: those between which what hides the line to `at` changes. */
export function heightsOver(eye: Eye, at: Plan, screens: readonly Screen[], low: number, high: number): number[] {
  const turns = [low, ...turningHeights(eye, at, screens, low, high).sort((p, q) => p - q), high];
  return [low, ...turns.slice(1).map((z, i) => (z + (turns[i] ?? z)) / 2), high];
}

/** A pinhole camera without roll: degrees, heading clockwise from north (+y), tilt below the horizon. */
export interface Frame {
  readonly heading: number;
  readonly tilt: number;
  readonly hfov: number;
  readonly vfov: number;
}

const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** How far a point is within the frame: positive inside, as a share of the picture's half. */
export function inFrame(frame: Frame, eye: Eye, at: Plan, height: number): number {
  const [x, y, z] = [at[0] - eye.at[0], at[1] - eye.at[1], height - eye.height];
  const [sin, cos] = [Math.sin(rad(frame.heading)), Math.cos(rad(frame.heading))];
  const [ahead, right] = [x * sin + y * cos, x * cos - y * sin];
  const depth = ahead * Math.cos(rad(frame.tilt)) - z * Math.sin(rad(frame.tilt));
  const up = ahead * Math.sin(rad(frame.tilt)) + z * Math.cos(rad(frame.tilt));
  if (depth <= 1e-9) return depth - 1e-9;
  return Math.min(
    1 - Math.abs(right / depth) / Math.tan(rad(frame.hfov) / 2),
    1 - Math.abs(up / depth) / Math.tan(rad(frame.vfov) / 2),
  );
}

/** Whether `at` lies in the ring (even-odd). */
export function within(ring: readonly Plan[], [x, y]: Plan): boolean {
  let inside = false;
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring.at(i - 1) ?? [bx, by];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
}

/** m from `at` to the stretch a–b. */
export function apart([x, y]: Plan, a: Plan, b: Plan): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
}

/** Where two stretches cross, ends included. */
export function crossing(p: readonly [Plan, Plan], q: readonly [Plan, Plan]): Plan | undefined {
  const [[ax, ay], [bx, by]] = p;
  const [[cx, cy], [dx, dy]] = q;
  const det = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (det === 0) return undefined;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / det;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / det;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [ax + t * (bx - ax), ay + t * (by - ay)] : undefined;
}
