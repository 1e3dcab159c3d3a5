import { eyesOf } from './eyes.js';
import { PICKUP } from './law.js';
import { type Area, apart, distance, edgesOfArea, inArea, type Point, pointsIn, rimOf } from './plane.js';
import { isFree } from './rays.js';
import type { Device } from './read.js';
import { before, type Screen } from './screens.js';
import type { Target } from './targets.js';
import type { Scene } from './views.js';

/**
 * Whether a microphone hears out of a zone: by the shortest way among points beside every end of a wall, whatever stands
 * open or could be opened. What stands low stops sound for certain, or lets it pass, whichever is asked.
 */
export function hears(scene: Scene, device: Device, target: Target): boolean | undefined {
  const pickup = device.pickup ?? PICKUP;
  const { zone, regime } = target;
  // What is judged bends at an opening's line, and leaves out the way round the edges of its depth.
  const depth = Math.max(0.1, ...scene.level.openings.map(({ thickness = 0 }) => thickness));
  const most = 1.02 * pickup + depth + device.position;
  const reach = regime === 'anchor' ? most + 3 : most;
  if (Math.min(...edgesOfArea(zone).map((edge) => apart(device.at, edge))) > reach && !inArea(zone, device.at))
    return false;
  const { eyes, doubtful } = eyesOf(scene, device);
  const solid = scene.sure.map(
    (screen): Screen => (screen.below > -Infinity && screen.below < Infinity ? { ...screen, below: Infinity } : screen),
  );
  if (!doubtful && eyes.every((eye) => wayTo(solid, eye, target, target.inner, pickup) < 0.97 * pickup - 0.05))
    return true;
  if (regime === 'anchor') return undefined;
  return eyes.some((eye) => wayTo(before(scene.perhaps, eye), eye, target, target.strict, reach) < most)
    ? undefined
    : false;
}

/** m beside an end of a wall. */
const BESIDE = 0.02;

/** m between points just inside a zone, and from its edge: the way across a wide passage ends at none of its jambs. */
const RIM = { apart: 0.25, within: BESIDE } as const;

/** m of the shortest way found from a point to one of the zone that is in none of those left out. */
function wayTo(all: readonly Screen[], eye: Point, { zone }: Target, leftOut: readonly Area[], reach: number): number {
  const screens = all.filter((screen) => apart(eye, screen) < reach + 1);
  const ends = screens.flatMap(({ a, b }) => [a, b]).filter((end) => distance(end, eye) < reach);
  const spots = [...new Map(ends.map((end) => [end.map((c) => c.toFixed(3)).join(), end])).values()].flatMap(([x, y]) =>
    [-BESIDE, BESIDE].flatMap((dx) => [-BESIDE, BESIDE].map((dy): Point => [x + dx, y + dy])),
  );
  const clear = spots.filter((at) =>
    screens.every((screen) => screen.gate !== undefined || apart(at, screen) > BESIDE / 4),
  );
  const goals = [...pointsIn(zone, 80).points, ...clear.filter((at) => inArea(zone, at)), ...rimOf(zone, RIM)].filter(
    (at) => !leftOut.some((other) => inArea(other, at)),
  );
  const far = clear.map(() => Infinity);
  const settled = clear.map(() => false);
  let best = Infinity;
  const leave = (from: Point, spent: number) => {
    for (const goal of goals) {
      const total = spent + distance(from, goal);
      if (total < best && isFree(screens, from, goal)) best = total;
    }
    clear.forEach((at, i) => {
      const total = spent + distance(from, at);
      if (settled[i] || total >= far[i] || total > reach || !isFree(screens, from, at)) return;
      far[i] = total;
    });
  };
  leave(eye, 0);
  for (;;) {
    const next = far.reduce((least, spent, i) => (!settled[i] && spent < (far[least] ?? Infinity) ? i : least), -1);
    if (next < 0 || far[next] >= best) return best;
    settled[next] = true;
    leave(clear[next], far[next]);
  }
}
