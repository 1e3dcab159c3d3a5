import { eyesOf } from './eyes.js';
import { type Frame, framesOf } from './frames.js';
import { DENSITY, GRAZE, VIEW } from './law.js';
import { distance, edgesOfArea, type Point, type Stretch } from './plane.js';
import { around, raysFrom, type Stage, sectorOf, stagesOf } from './rays.js';
import type { Device, Level, Opening } from './read.js';
import { before, type Screen, type Slack, screensOf, wallsOf } from './screens.js';
import { holds, type Target } from './targets.js';

/**
 * Whether a device's largest view reaches into a private zone, by casting rays all round it and following each through
 * walls and openings. Three-valued: what is found among screens a little larger and by a picture a little narrower is
 * there; what isn't found among smaller ones by a wider picture isn't; the rest is too close to call.
 */
export type Sees = 'standing' | 'opened' | 'counts' | 'nothing' | 'unsure';

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
