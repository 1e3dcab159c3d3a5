import { eyesOf } from './eyes.js';
import { NEAR } from './law.js';
import { apart, distance, edgesOfArea, fromEdge, inArea, type Point, pointsIn } from './plane.js';
import { isFree } from './rays.js';
import type { Device } from './read.js';
import { before } from './screens.js';
import type { Target } from './targets.js';
import type { Scene } from './views.js';

/** m beyond the 5 cm within which a device is on a wall, and a little. */
const CLEAR = 0.06;

/** Whether a device is in a private zone, or near an anchor with an open line to it; undefined where it is too close to call. */
export function isInside(scene: Scene, device: Device, target: Target): boolean | undefined {
  const { zone, regime } = target;
  const within = standsIn(scene, device, zone);
  if (regime !== 'anchor' || within !== false) return within;
  const { eyes, doubtful } = eyesOf(scene, device);
  const anchor = anchorPoints(zone);
  const near = (reach: number, slack: 'sure' | 'perhaps') => (eye: Point) => {
    const screens = slack === 'sure' ? scene.sure : before(scene.perhaps, eye);
    return anchor.some((at) => Math.hypot(at[0] - eye[0], at[1] - eye[1]) < reach && isFree(screens, eye, at));
  };
  // What stands low hides nothing here, and may: only lines past nothing at all are certain.
  const low = scene.perhaps.some(
    ({ below, above, gate }) => gate === undefined && (Number.isFinite(below) || Number.isFinite(above)),
  );
  if (!doubtful && !low && eyes.every(near(NEAR - 0.06, 'sure'))) return true;
  return eyes.some(near(NEAR + 0.6, 'perhaps')) ? undefined : false;
}

/** The points of an anchor that a line is open to. */
function anchorPoints(zone: Target['zone']): readonly Point[] {
  const edge = edgesOfArea(zone).flatMap(({ a, b }) => along(a, b));
  return [...edge.filter((at) => inArea(zone, at)), ...pointsIn(zone, 16).points];
}

/** What tells the points that certainly have an open line to an anchor: what is near it past a wall isn't at it. */
export function openTo(scene: Scene, { zone }: Target): (at: Point) => boolean {
  const anchor = anchorPoints(zone);
  return (at) => inArea(zone, at) || anchor.some((point) => isFree(scene.sure, at, point));
}

/** Points at most this far apart along the edges of an anchor are what a line is open to, m. */
const APART = 0.1;
/** m: they lie so far off the edge, for on it a rounding decides on which side of a wall they are that stands there. */
const OFF = 0.001;

/** Points along an edge, on either side of it. */
function along(a: Point, b: Point): Point[] {
  const length = distance(a, b);
  const count = Math.max(5, Math.ceil(length / APART));
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  // Past the corner of a pillar a line may be open to nothing but a corner.
  const ends = [2 * OFF, length - 2 * OFF];
  return [...Array.from({ length: count }, (_, i) => ((i + 0.5) / count) * length), ...ends].flatMap((t) =>
    [-OFF, OFF].map((off): Point => [a[0] + t * dx - off * dy, a[1] + t * dy + off * dx]),
  );
}

/** Whether a device stands in a zone: by where it is, or on a wall by where its heading leads. */
export function standsIn(scene: Scene, device: Device, zone: Target['zone']): boolean | undefined {
  const { at } = device;
  const onWall = scene.walls.some((wall) => apart(at, wall) < CLEAR);
  if (!onWall) return fromEdge(zone, at) < 0.001 ? undefined : inArea(zone, at);
  if (fromEdge(zone, at) > CLEAR + 0.1) return inArea(zone, at);
  const { eyes, doubtful } = eyesOf(scene, device);
  if (doubtful) return undefined;
  const [x, y] = eyes[0];
  const azimuth = ((90 - (device.lens.heading ?? 0)) * Math.PI) / 180;
  const ahead = [0.03, 0.06, 0.09].map((far): Point => [x + far * Math.cos(azimuth), y + far * Math.sin(azimuth)]);
  const found = ahead.map((point) => inArea(zone, point) && fromEdge(zone, point) > 1e-4);
  return found.every((one) => one === found[0]) ? found[0] : undefined;
}
