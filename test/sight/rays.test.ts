import { expect, it } from 'vitest';
import type { Device } from '../../src/plan/model.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { type View, viewOf } from '../../src/sight/view/views.js';
import { camera, site } from '../support/site.js';
import { draw, FAR } from './rays-plan.js';
import {
  type Eye,
  type Frame,
  heightsOver,
  inFrame,
  meets,
  numbers,
  type Plan,
  type Screen,
  within,
} from './rays-space.js';

/**
 * Views against rays in space, on random rooms with walls, doors and windows of every height, from cameras at 0.3–6 m.
 *
 * Left out: points a sight line to which passes an edge of a screen within EDGE. The walls lie on a grid of 0.1 µm, which
 * moves the edge of a shadow by as much for each time the distance behind the wall is that before it.
 */
const EDGE = 1e-5;
/** Of the picture's half: points this near to its edge are left out too. */
const FRAME_EDGE = 1e-4;

const LONG = process.env.SITECAM_LONG === '1';
const CASES = LONG ? 100_000 : 800;
const POINTS = 40;

interface Tally {
  cases: number;
  must: number;
  mustSeen: number;
  may: number;
  maySeen: number;
  hiddenByOne: number;
  hiddenByTwo: number;
  hiddenByMore: number;
  seenThough: number;
  undecided: number;
}

const holds = (view: View, at: Plan) =>
  view.some(
    ({ rings, shadows }) => rings.some((ring) => within(ring, at)) && !shadows.some((ring) => within(ring, at)),
  );

/** True: the line is free; false: it meets a screen; undefined: it passes the edge of one. */
function isFree(eye: Eye, at: Plan, height: number, screens: readonly Screen[]): boolean | undefined {
  if (screens.some((screen) => meets(eye, at, height, screen, -EDGE))) return false;
  return screens.some((screen) => meets(eye, at, height, screen, EDGE)) ? undefined : true;
}

it('sees what straight lines in space reach, in both worlds', () => {
  const tally: Tally = {
    cases: 0,
    must: 0,
    mustSeen: 0,
    may: 0,
    maySeen: 0,
    hiddenByOne: 0,
    hiddenByTwo: 0,
    hiddenByMore: 0,
    seenThough: 0,
    undecided: 0,
  };
  const faults: unknown[] = [];
  for (let seed = 1; tally.cases < CASES; seed++) {
    const random = numbers(seed);
    const between = (low: number, high: number) => low + random() * (high - low);
    const drawn = draw(random);
    if (drawn === undefined) continue;
    const at = drawn.pointIn(between(0.02, 0.98), between(0.02, 0.98));
    if (!drawn.isClear(at, 0.2)) continue;
    tally.cases++;
    const eye: Eye = { at, height: Math.min(between(0.3, 6), (drawn.level.ceiling ?? 9) - 0.05) };
    const target = random() < 0.5 ? 1.5 : between(0.2, 2.8);
    const frame: Frame | undefined =
      random() < 0.5
        ? undefined
        : { heading: between(0, 360), tilt: between(-30, 90), hfov: between(15, 160), vfov: between(15, 150) };
    const device: Device = camera(
      'c',
      at,
      frame === undefined ? { form: 'fisheye', heading: undefined, tilt: 90, hfov: 180 } : frame,
      { height: eye.height },
    );
    const level = { ...drawn.level, devices: [device] };
    const scene = createScene(site(level), level);
    const [must, may] = (['must', 'may'] as const).map((world) =>
      viewOf(scene, device, world, { density: undefined, target }),
    );
    const top = Math.max(2, target);
    const report = (what: string, point: Plan) => faults.push({ what, seed, point, eye, target, frame });
    for (let i = 0; i < POINTS; i++) {
      const point = i % 2 === 0 ? drawn.pointIn(random(), random()) : drawn.behind(random, at);
      checkMust(point, { ...{ drawn: drawn.must, eye, frame, target, view: must ?? [] }, tally, report });
      checkMay(point, { ...{ drawn: drawn.may, eye, frame, target: top, view: may ?? [] }, tally, report });
    }
  }
  if (LONG) console.info(tally);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(tally.mustSeen).toBeGreaterThan(2 * CASES);
  expect(tally.hiddenByOne).toBeGreaterThan(2 * CASES);
}, 3_600_000);

interface Check {
  readonly drawn: readonly Screen[];
  readonly eye: Eye;
  readonly frame: Frame | undefined;
  readonly target: number;
  readonly view: View;
  readonly tally: Tally;
  readonly report: (what: string, point: Plan) => void;
}

/** must-see holds exactly what the line to the target's height reaches. */
function checkMust(point: Plan, { drawn, eye, frame, target, view, tally, report }: Check): void {
  // A fisheye on the ceiling sees nothing above its own height.
  const framed = frame === undefined ? eye.height - target : inFrame(frame, eye, point, target);
  const free = isFree(eye, point, target, drawn);
  if (free === undefined || Math.abs(framed) < FRAME_EDGE) {
    tally.undecided++;
    return;
  }
  const seen = free && framed > 0;
  tally.must++;
  if (seen) tally.mustSeen++;
  if (holds(view, point) !== seen) report(seen ? 'must-see misses' : 'must-see should not hold', point);
}

/**
 * True if a height is surely in the picture of the fisheye on the ceiling, which is square: its corners may lie half of
 * √2 · 180° off the axis.
 */
function inPicture(eye: Eye, point: Plan, z: number): boolean {
  const above = Math.SQRT1_2 * Math.PI - Math.PI / 2;
  return Math.atan2(z - eye.height, Math.hypot(point[0] - eye.at[0], point[1] - eye.at[1])) < above - 1e-6;
}

/**
 * may-see holds what the line to any height reaches, and nothing that one screen hides at every height, or one that stands
 * and one that hangs between them. What takes three to hide, or a board between, it may hold.
 */
function checkMay(point: Plan, { drawn, eye, frame, target, view, tally, report }: Check): void {
  const heights = heightsOver(eye, point, drawn, 0, target);
  const held = holds(view, point);
  const free = heights.map((z) => isFree(eye, point, z, drawn));
  const seen = heights.some(
    (z, i) =>
      free[i] === true && (frame === undefined ? inPicture(eye, point, z) : inFrame(frame, eye, point, z) > FRAME_EDGE),
  );
  tally.may++;
  if (seen) tally.maySeen++;
  if (seen && !held) report('may-see misses', point);
  if (free.some((one) => one !== false)) return;
  const byOne = drawn.some((screen) => [0, target].every((z) => meets(eye, point, z, screen, -EDGE)));
  if (byOne) {
    tally.hiddenByOne++;
    if (held) report('may-see holds what one screen hides', point);
    return;
  }
  const hiding = drawn.filter((screen) => heights.some((z) => meets(eye, point, z, screen, -EDGE)));
  const byTwo = hiding.some(
    (low) =>
      low.bottom === -FAR &&
      hiding.some(
        (hanging) =>
          hanging.top === FAR &&
          heights.every((z) => [low, hanging].some((screen) => meets(eye, point, z, screen, -EDGE))),
      ),
  );
  if (byTwo) {
    tally.hiddenByTwo++;
    if (held) report('may-see holds what two screens hide', point);
  } else if (frame === undefined) {
    tally.hiddenByMore++;
    if (held) tally.seenThough++;
  }
}
