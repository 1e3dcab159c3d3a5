// May-see in cases that are worked out by hand: each formula stands beside its case, and no area comes from src.
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import type { Device, Level, Mask, Opening, Wall } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, ptz, rect, region, site, wall, zone } from '../support/site.js';
import { type Matrix, radians, rotation, times } from './pinhole-matrices.js';

/**
 * The definition: a point of the plan may be seen if some height of 0–2 m over it is in frame, in some pose, and free of
 * every gate, all at once. Promised is: never short; an area at most 1 % of the camera's whole too large; at an edge at
 * most 1 cm or 0.3 % of the distance, 3 % where a sweep's edge bends.
 */
const TOP = 2;
/** Share of an area, and m², by which rounding may make it smaller. */
const ROUNDING = 1e-6;
/** Share of a camera's area by which it may be too large. */
const TOO_LARGE = 0.01;

const tan = (degrees: number) => Math.tan(radians(degrees));
const stepsOf = ([from, to]: readonly [number, number], count: number) =>
  Array.from({ length: count + 1 }, (_, i) => from + (i / count) * (to - from));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The eye is at the origin and looks north; a wall stands across at y = `d`, with a window from x = −w to w. */
interface Front {
  readonly d: number;
  readonly openings: readonly Opening[];
}

const pane = (id: string, d: number, w: number, more: Partial<Opening>) =>
  opening(id, 'window', [-w, d], [w, d], { thickness: 0, glazing: 'clear', fixed: true, ...more });

const NORTH = { heading: 0, hfov: 90, resolution: [4000, 3000] as const };
/** px/m at which nothing is too far away. */
const ANY = 0.001;

/** A hall before the wall, a room behind it. */
function frontOf(device: Device, { d, openings }: Front) {
  const plan = level({
    ceiling: 4,
    zones: [zone('hall', rect(-20, -5, 40, 5 + d)), zone('room', rect(-20, d, 40, 20))],
    openings: [...openings],
    devices: [device],
  });
  return lookOf(device, plan, rect(-20, d, 40, 20));
}

/** A low wall across a hall at y = `d`. */
function screenOf(device: Device, d: number, height: number) {
  const screen: Wall = wall(
    'screen',
    [
      [-20, d],
      [20, d],
    ],
    { height },
  );
  const plan = level({ ceiling: 4, zones: [zone('hall', rect(-20, -5, 40, 30))], walls: [screen], devices: [device] });
  return lookOf(device, plan, rect(-20, d, 40, 25 - d));
}

function lookOf(device: Device, plan: Level, behind: Point[]) {
  const sight = createSight(site(plan));
  const view = sight.view(device, 'F1', ANY, 'may');
  const areaOf = (shape: Point[]) => sight.reach(device, 'F1', region(shape), ANY, 'may')?.area ?? 0;
  return {
    areaOf,
    behind: () => areaOf(behind),
    holds: (x: number, y: number) => view.some((part) => sight.holds(part, [x, y])),
  };
}

/** Expects an area that is never short, and too large by no more than its share of what the camera sees in all. */
function expectArea(found: number, exact: number, whole = exact): void {
  expect(found).toBeGreaterThanOrEqual(exact * (1 - ROUNDING) - ROUNDING);
  expect(found).toBeLessThanOrEqual(exact + TOO_LARGE * whole + ROUNDING);
}

/** m² of what lies between y = from and y = to and no farther from the axis than `slope`·y. */
const wedge = (slope: number, from: number, to: number) => slope * (to ** 2 - from ** 2);

describe('a picture that ends below a high window', () => {
  // Tilt 45° and a field of 43° up and down: the upper edge of the picture is 23.5° below the horizon. From 2.5 m that is
  // 2.5 − 2.5·tan 23.5° = 1.413 m at a wall 2.5 m away, and the floor at 2.5/tan 23.5° = 5.750 m.
  const eye = camera('c', [0, 0], { ...NORTH, tilt: 45, vfov: 43 }, { height: 2.5 });
  const window = (sill: number, head?: number) => ({ d: 2.5, openings: [pane('o', 2.5, 1, { sill, head })] });
  const end = 2.5 / tan(23.5);

  it('sees nothing behind a sill of 1.8 m', () => {
    expect(frontOf(eye, window(1.8)).behind()).toBe(0);
  });

  it('sees nothing behind a sill 1 cm above its edge', () => {
    expect(frontOf(eye, window(2.5 - 2.5 * tan(23.5) + 0.01)).behind()).toBe(0);
  });

  it('sees nothing over a sill at its own height, to within a millimetre', () => {
    // Tilted 30° with 40° up and down: the picture's edge is 10° below the horizon, and past the sill nothing lower is seen.
    const low = camera('c', [0, 0], { ...NORTH, tilt: 30, vfov: 40 }, { height: 1.2 });
    for (const sill of [1.199, 1.2, 1.201]) expect(frontOf(low, window(sill)).behind()).toBe(0);
    expect(frontOf(low, window(0.5)).behind()).toBeGreaterThan(1);
  });

  it('sees a sliver over a sill of 1.4 m, down to where its edge meets the floor', () => {
    // Slopes from (1.4 − 2.5)/2.5 = −0.44 (sill) to −tan 23.5° = −0.4348 (edge): a sliver in height, and in the plan all
    // between the jambs from the wall to 5.750 m.
    const { behind, holds } = frontOf(eye, window(1.4));
    expectArea(behind(), wedge(1 / 2.5, 2.5, end));
    expect(holds(0, end - 0.01)).toBe(true);
    expect(holds(0, end + 0.02)).toBe(false);
  });

  it('sees beyond a vent below a window what the vent lets through, not what lies between', () => {
    // The wall is solid from 0.5 to 1.8 m. The vent: slopes below −(2.5 − 0.5)/2.5 = −0.8, so the floor to 3.125 m. The
    // window is out of the picture.
    const { behind, holds } = frontOf(eye, {
      d: 2.5,
      openings: [pane('vent', 2.5, 1, { head: 0.5 }), pane('high', 2.5, 1, { sill: 1.8 })],
    });
    expectArea(behind(), wedge(1 / 2.5, 2.5, 3.125));
    expect(holds(0, 3.11)).toBe(true);
    expect(holds(0, 3.15)).toBe(false);
  });
});

describe('a level camera and a grille that ends at 0.6 m', () => {
  const grille = { d: 2.5, openings: [pane('o', 2.5, 1, { head: 0.6 })] };
  const level40 = { ...NORTH, tilt: 0, vfov: 40 };

  it('sees nothing through it from 2.5 m', () => {
    // In the picture: slopes above −tan 20° = −0.364. Through the grille: below −(2.5 − 0.6)/2.5 = −0.76.
    expect(frontOf(camera('c', [0, 0], level40, { height: 2.5 }), grille).behind()).toBe(0);
  });

  it('sees what lies behind it from 1 m, from where its picture is low enough', () => {
    // In the picture: above −0.364; through the grille: below −(1 − 0.6)/2.5 = −0.16. The floor ends it at 1/0.16 = 6.25 m.
    const { behind } = frontOf(camera('c', [0, 0], level40, { height: 1 }), grille);
    expectArea(behind(), wedge(1 / 2.5, 2.5, 6.25));
  });
});

describe('a screen of 1.4 m before a camera at 2.3 m, 45° down', () => {
  // Field of 30° up and down: the upper edge of the picture is 30° below the horizon, slope −tan 30° = −0.577.
  const eye = camera('c', [0, 0], { ...NORTH, hfov: 60, tilt: 45, vfov: 30 }, { height: 2.3 });

  it('hides all behind it at 2 m, where the picture ends at 1.145 m', () => {
    expect(screenOf(eye, 2, 1.4).behind()).toBe(0);
  });

  it('shows a strip behind it at 1.5 m, where the picture ends at 1.434 m', () => {
    // Slopes −0.6 to −0.577; at y the lowest point in sight is 2.3 − 0.6·y, or the floor from 3.833 m on to 2.3/0.577 =
    // 3.984 m. There |x| ≤ tan 30°·(y·cos 45° + drop·sin 45°).
    const [near, bend, far] = [1.5, 2.3 / 0.6, 2.3 / tan(30)];
    const across = 2 * tan(30) * Math.SQRT1_2;
    const area =
      (across * 1.6 * (bend ** 2 - near ** 2)) / 2 + across * ((far ** 2 - bend ** 2) / 2 + 2.3 * (far - bend));
    const whole = area + 3;
    const { behind, holds } = screenOf(eye, 1.5, 1.4);
    expectArea(behind(), area, whole);
    expect(holds(0, far - 0.01)).toBe(true);
    expect(holds(0, far + 0.02)).toBe(false);
  });
});

describe('two gates in a row', () => {
  // From 0.5 m over a sill of 0.9 at 2 m: slopes above 0.4/2 = 0.2. Under a lintel of 1.2 m at b: below 0.7/b. They meet at
  // b = 3.5 m.
  const eye = camera('c', [0, 0], { ...NORTH, tilt: 0, vfov: 120 }, { height: 0.5 });
  const rooms = (b: number) => {
    const plan = level({
      ceiling: 4,
      zones: [
        zone('hall', rect(-20, -5, 40, 7)),
        zone('between', rect(-20, 2, 40, b - 2)),
        zone('room', rect(-20, b, 40, 20)),
      ],
      openings: [pane('o', 2, 1, { sill: 0.9 }), pane('p', b, 5, { head: 1.2 })],
      devices: [eye],
    });
    return lookOf(eye, plan, rect(-20, b, 40, 20));
  };

  it('let nothing through where the slopes have parted by 1 cm of height, or just meet', () => {
    expect(rooms(3.55).behind()).toBe(0);
    expect(rooms(3.5).behind()).toBeLessThan(ROUNDING);
  });

  it('let through all up to 2 m of height where they still overlap by 2 cm', () => {
    // b = 3.4: slopes 0.2 to 0.2059. Over 0.5 m, 2 m are reached at 1.5/0.2 = 7.5 m.
    expectArea(rooms(3.4).behind(), wedge(1 / 2, 3.4, 7.5));
  });

  it('let nothing through under a lintel and over a sill behind it, where they cross', () => {
    // From 2.5 m under a lintel of 1.2 at 2 m: slopes below −0.65; over a sill of 0.9 at b: above −1.6/b. They meet at
    // b = 2.4615 m. At b = 2.4 they leave −0.6667 to −0.65, and the floor ends it at 2.5/0.65 = 3.846 m.
    const high = camera('c', [0, 0], { ...NORTH, tilt: 30, vfov: 120 }, { height: 2.5 });
    const behind = (b: number) => {
      const plan = level({
        ceiling: 4,
        zones: [
          zone('hall', rect(-20, -5, 40, 7)),
          zone('between', rect(-20, 2, 40, b - 2)),
          zone('room', rect(-20, b, 40, 20)),
        ],
        openings: [pane('o', 2, 1, { head: 1.2 }), pane('p', b, 5, { sill: 0.9 })],
        devices: [high],
      });
      return lookOf(high, plan, rect(-20, b, 40, 20)).behind();
    };
    expect(behind(2.5)).toBe(0);
    expectArea(behind(2.4), wedge(1 / 2, 2.4, 2.5 / 0.65));
  });
});

describe('a privacy mask', () => {
  // Eye at 3 m; a window 4 m away, 1–2 m high and 2 m wide. Slopes of its edges: −0.5 and −0.25, so it is drawn on the floor
  // from y = 6, x = ±1.5 to y = 12, x = ±3.
  const drawn = (x: number, z: number): Point => [(x * 3) / (3 - z), 12 / (3 - z)];
  const masked = (low: number, high: number, left: number, right: number): Mask => ({
    polygon: [drawn(left, low), drawn(right, low), drawn(right, high), drawn(left, high)],
    permanent: true,
    dynamic: false,
    hiddenAboveZoom: false,
  });
  const front = { d: 4, openings: [pane('o', 4, 1, { sill: 1, head: 2 })] };
  const behind = (masks: Mask[], more: Partial<Device> = {}) =>
    frontOf(camera('c', [0, 0], { ...NORTH, tilt: 20, vfov: 80 }, { height: 3, masks, ...more }), front).behind();
  /** Without a mask, behind the window: from the wall to where the head lets down to the floor, 3/0.25 = 12 m. */
  const whole = wedge(1 / 4, 4, 12);

  it('that isn’t there hides nothing', () => {
    expectArea(behind([]), whole);
  });

  it('exactly over a window leaves nothing of what is behind', () => {
    expect(behind([masked(1, 2, -1, 1)])).toBeLessThan(ROUNDING);
  });

  it('5 cm larger all round leaves nothing of what is behind', () => {
    expect(behind([masked(0.95, 2.05, -1.05, 1.05)])).toBe(0);
  });

  it('2 cm short of the sill leaves a sliver over the sill', () => {
    // Slopes −0.5 to −1.98/4 = −0.495: the floor ends it at 3/0.495 = 6.061 m.
    expectArea(behind([masked(1.02, 2, -1, 1)]), wedge(1 / 4, 4, 3 / 0.495), whole);
  });

  it('2 cm short of the head leaves all that the sliver below the head passes over', () => {
    // Slopes −0.255 to −0.25: from the wall (where 2 m are 3 − 0.25·4) to 12 m.
    expectArea(behind([masked(1, 1.98, -1, 1)]), whole);
  });

  it('2 cm short of a jamb leaves a sliver beside it', () => {
    // Directions x/y from 0.98/4 to 1/4.
    expectArea(behind([masked(1, 2, -1, 0.98)]), (0.005 * (12 ** 2 - 4 ** 2)) / 2, whole);
  });

  it('that may vanish leaves the window in sight', () => {
    expectArea(behind([{ ...masked(1, 2, -1, 1), permanent: false }]), whole);
  });

  it('exactly over a window leaves nearly all in sight where the camera may be half a degree off', () => {
    // Half a degree up shows 4 cm below the head, and so all that is behind, less a strip at a jamb.
    const area = behind([masked(1, 2, -1, 1)], { tolerance: { heading: 0.5, tilt: 0.5, position: 0 } });
    expect(area).toBeGreaterThan(0.9 * whole);
    expect(area).toBeLessThanOrEqual(whole * (1 + TOO_LARGE));
  });

  it('larger than the window by more than the tolerance leaves nothing', () => {
    // Half a degree either way at 4–5 m is 4–5 cm at the window.
    const tolerance = { heading: 0.5, tilt: 0.5, position: 0 };
    expect(behind([masked(0.85, 2.15, -1.15, 1.15)], { tolerance })).toBe(0);
  });
});

/** One pose of a pinhole at the origin: its rotation and the tangents of its half fields. */
interface Pose {
  readonly matrix: Matrix;
  readonly th: number;
  readonly tv: number;
}

/** The heights over (x, y) in the picture of a pose, from 0 to 2 m; undefined where there are none. */
function heightsIn({ matrix, th, tv }: Pose, height: number, x: number, y: number): [number, number] | undefined {
  const [right, up, depth] = times(matrix, [x, y, -height]);
  const [rightBy, upBy, depthBy] = times(matrix, [0, 0, 1]);
  let [low, high] = [0, TOP];
  const sides: [still: number, more: number][] = [
    [th * depth - right, th * depthBy - rightBy],
    [th * depth + right, th * depthBy + rightBy],
    [tv * depth - up, tv * depthBy - upBy],
    [tv * depth + up, tv * depthBy + upBy],
    [depth, depthBy],
  ];
  for (const [still, more] of sides) {
    if (Math.abs(more) < 1e-12) {
      if (still < 0) return undefined;
    } else if (more > 0) low = Math.max(low, -still / more);
    else high = Math.min(high, still / -more);
    if (low > high) return undefined;
  }
  return [low, high];
}

/** Holds a view against the definition on a grid: every point seen is held, and the area is right. */
function expectDefinition(
  { areaOf, holds }: ReturnType<typeof lookOf>,
  shape: readonly [x: number, y: number, width: number, depth: number],
  step: number,
  seen: (x: number, y: number) => boolean,
  whole?: number,
): void {
  const [left, low, width, depth] = shape;
  const [columns, rows] = [Math.round(width / step), Math.round(depth / step)];
  const missed: Point[] = [];
  let edge = 0;
  const count = sum(
    Array.from({ length: columns }, (_, i) => {
      let inside = 0;
      let before = false;
      for (let j = 0; j < rows; j++) {
        const [x, y] = [left + (i + 0.5) * step, low + (j + 0.5) * step];
        const isSeen = seen(x, y);
        if (isSeen !== before) edge++;
        before = isSeen;
        if (!isSeen) continue;
        inside++;
        if (!holds(x, y)) missed.push([x, y]);
      }
      return inside;
    }),
  );
  expect(missed.slice(0, 3)).toEqual([]);
  const exact = count * step ** 2;
  // Each column ends somewhere in its cell: the error is that of as many throws of a die.
  const noise = 4 * Math.sqrt(edge + 1) * step ** 2;
  const found = areaOf(rect(...shape));
  expect(found).toBeGreaterThanOrEqual(exact - noise);
  expect(found).toBeLessThanOrEqual(exact + TOO_LARGE * (whole ?? exact) + noise);
}

describe('a camera with roll', () => {
  const poseOf = (roll: number, tilt: number): Pose => ({
    matrix: rotation(0, tilt, roll),
    th: tan(35),
    tv: (tan(35) * 3) / 4,
  });
  const eye = (roll: number, tilt: number) => camera('c', [0, 0], { ...NORTH, hfov: 70, tilt, roll }, { height: 2.6 });

  it.each([-15, -6, 15])('of %d° sees in a hall what the definition says', (roll) => {
    const device = eye(roll, 35);
    const plan = level({ ceiling: 4, zones: [zone('hall', rect(-12, -2, 24, 22))], devices: [device] });
    const pose = poseOf(roll, 35);
    expectDefinition(
      lookOf(device, plan, []),
      [-10, -2, 20, 18],
      0.05,
      (x, y) => heightsIn(pose, 2.6, x, y) !== undefined,
    );
  });

  it.each([-15, 15])('of %d° sees behind a high window what is in the picture at the heights that it shows', (roll) => {
    // Sill 1.5 m, 3 m away, from −1.5 to 1.5 m: the picture’s upper edge leans across it, from about 1 to 2 m.
    const [d, sill] = [3, 1.5];
    const device = eye(roll, 47);
    const look = frontOf(device, { d, openings: [pane('o', d, 1.5, { sill })] });
    const pose = poseOf(roll, 47);
    expectDefinition(
      look,
      [-10, d, 20, 16],
      0.05,
      (x, y) => {
        if (Math.abs((x * d) / y) > 1.5) return false;
        const heights = heightsIn(pose, 2.6, x, y);
        return heights !== undefined && heights[1] >= Math.max(heights[0], 2.6 - ((2.6 - sill) * y) / d);
      },
      look.areaOf(rect(-20, -5, 40, 5 + d)),
    );
  });
});

describe('a camera that looks straight down', () => {
  it('and turns all round sees a disc', () => {
    // The corner of the picture sweeps H·√(Th² + Tv²) on the floor: 3·√(1 + 0.75²) = 3.75 m.
    const device = camera(
      'c',
      [0, 0],
      {
        form: 'ptz',
        heading: undefined,
        tilt: undefined,
        resolution: [4000, 3000],
        ptz: ptz({ tilt: [90, 90], hfov: [90, 90] }),
      },
      { height: 3 },
    );
    const plan = level({ ceiling: 4, zones: [zone('hall', rect(-12, -12, 24, 24))], devices: [device] });
    const { areaOf, holds } = lookOf(device, plan, []);
    expectArea(areaOf(rect(-12, -12, 24, 24)), Math.PI * 3.75 ** 2);
    for (let i = 0; i < 360; i++) {
      const [sin, cos] = [Math.sin(radians(i)), Math.cos(radians(i))];
      expect(holds(3.749 * sin, 3.749 * cos), `${i}°`).toBe(true);
      expect(holds(3.79 * sin, 3.79 * cos), `${i}°`).toBe(false);
    }
  });

  it('on a fisheye sees the disc of its cone', () => {
    // 80° across and down, to 40°·√2 = 56.57° off the axis in the corners: 3·tan 56.57° = 4.544 m. A polygon of 24 sides
    // round it has 1.0057 times its area.
    const device = camera(
      'c',
      [0, 0],
      { form: 'fisheye', heading: 0, tilt: 90, hfov: 80, vfov: 80, resolution: [3000, 3000] },
      { height: 3 },
    );
    const plan = level({ ceiling: 4, zones: [zone('hall', rect(-12, -12, 24, 24))], devices: [device] });
    expectArea(lookOf(device, plan, []).areaOf(rect(-12, -12, 24, 24)), Math.PI * (3 * tan(40 * Math.SQRT2)) ** 2);
  });

  it('on a fisheye sees through a window what its cone and the sill leave', () => {
    // Slopes below −1/tan 56.57° = −k. Over a sill of 1.6 m at 1.5 m, in the direction φ off the wall’s normal: above
    // −(1.4/1.5)·cos φ. So |φ| ≤ φ0 = acos(k·1.5/1.4), from 1.5/cos φ to 3/k: ½·∫ = (3/k)²·φ0 − 1.5²·tan φ0.
    const device = camera(
      'c',
      [0, 0],
      { form: 'fisheye', heading: 0, tilt: 90, hfov: 80, vfov: 80, resolution: [3000, 3000] },
      { height: 3 },
    );
    const k = 1 / tan(40 * Math.SQRT2);
    const most = Math.acos((k * 1.5) / 1.4);
    const exact = (3 / k) ** 2 * most - 1.5 ** 2 * Math.tan(most);
    const look = frontOf(device, { d: 1.5, openings: [pane('o', 1.5, 8, { sill: 1.6 })] });
    expectArea(look.behind(), exact, Math.PI * (3 / k) ** 2);
    // And none at a sill of 2.1 m: its slope −0.6 is above −0.660.
    expect(frontOf(device, { d: 1.5, openings: [pane('o', 1.5, 8, { sill: 2.1 })] }).behind()).toBe(0);
  });
});

describe('a PTZ that turns from 90° to 150°, field 60°, ±3°', () => {
  const device = (tilt: readonly [number, number], height: number) =>
    camera(
      'c',
      [0, 0],
      {
        form: 'ptz',
        heading: undefined,
        tilt: undefined,
        hfov: undefined,
        resolution: [4000, 3000],
        ptz: ptz({ pan: [90, 150], tilt, hfov: [60, 60] }),
      },
      { height, tolerance: { heading: 3, tilt: 0, position: 0 } },
    );
  const HALL = [-12, -12, 24, 24] as const;
  const lookIn = (one: Device, yard?: number) =>
    lookOf(
      one,
      level({
        ceiling: 6,
        zones: [
          zone('hall', rect(...HALL)),
          ...(yard === undefined ? [] : [zone('yard', rect(yard, 0, 20, 20), { enclosed: false })]),
        ],
        devices: [one],
      }),
      [],
    );
  /** Expects the view at 8 m to begin and end at these azimuths, and to be no wider by more than `slack` degrees. */
  const expectEnds = ({ holds }: ReturnType<typeof lookOf>, from: number, to: number, slack: number) => {
    const at = (azimuth: number) => holds(8 * Math.sin(radians(azimuth)), 8 * Math.cos(radians(azimuth)));
    const found = [from + 0.02, to - 0.02, from - slack, to + slack].map(at);
    expect(found).toEqual([true, true, false, false]);
  };
  /** 0.3 % of the distance, and 3 % where the edge bends, as degrees. */
  const [STRAIGHT, BENT] = [0.003, 0.03].map((share) => (share * 180) / Math.PI);

  it('ends at tilt 0 where its field ends: 90 − 3 − 30 and 150 + 3 + 30', () => {
    expectEnds(lookIn(device([0, 0], 3)), 57, 183, STRAIGHT);
  });

  it.each([2.4, 3, 5])('ends at other tilts where its side passes the floor, from %d m', (height) => {
    // Where it may tilt as it likes a point φ beyond the pan is in frame down to √(sin²φ/Th² − cos²φ) = (H − z)/r, at most
    // H/8: sin²φ·(1 + 1/Th²) = 1 + (H/8)², so sin φ = ½·√(1 + (H/8)²) at Th = tan 30°.
    const beyond = (Math.asin(Math.sqrt(1 + (height / 8) ** 2) / 2) * 180) / Math.PI;
    expectEnds(lookIn(device([0, 60], height)), 87 - beyond, 153 + beyond, BENT);
  });

  it.each([100, 1000])('is no wider where a yard is drawn %d m away', (yard) => {
    const beyond = (Math.asin(Math.sqrt(1 + (3 / 8) ** 2) / 2) * 180) / Math.PI;
    const far = lookIn(device([0, 60], 3), yard);
    expectEnds(far, 87 - beyond, 153 + beyond, BENT);
    const area = lookIn(device([0, 60], 3)).areaOf(rect(...HALL));
    expect(far.areaOf(rect(...HALL))).toBeCloseTo(area, 6);
  });

  it.each<[readonly [number, number]]>([[[0, 0]], [[0, 60]], [[40, 85]], [[60, 95]]])(
    'sees in a hall, tilting over %j, what any of its poses sees',
    (tilts) => {
      const poses: Pose[] = [];
      // Between two headings 2° apart the edge of what is seen is at most 0.02 % farther away.
      for (let heading = 87; heading <= 153; heading += 2)
        for (const tilt of tilts[0] === tilts[1] ? [tilts[0]] : stepsOf(tilts, 30))
          poses.push({ matrix: rotation(heading, tilt, 0), th: tan(30), tv: tan(30) * 0.75 });
      let last = 0;
      // Neighbours are mostly seen in the same pose.
      const seen = (x: number, y: number) => {
        if (heightsIn(poses[last] ?? expect.fail(), 3, x, y) !== undefined) return true;
        const found = poses.findIndex((pose) => heightsIn(pose, 3, x, y) !== undefined);
        if (found >= 0) last = found;
        return found >= 0;
      };
      expectDefinition(lookIn(device(tilts, 3)), HALL, 0.25, seen);
    },
  );
});

describe('a place known to ±ρ', () => {
  it('doesn’t lift a sill: what it hides from the nearest place stays hidden', () => {
    // Eye at 2.5 m, sill 2.2 m at 2.5 m, ρ 0.2 m: from a place c before the wall 2 m and less are hidden up to 0.2·c/0.3
    // behind it. The least c is 2.3 m: 1.533 m.
    const eye = camera(
      'c',
      [0, 0],
      { ...NORTH, hfov: 100, tilt: 10, vfov: 100 },
      { height: 2.5, tolerance: { heading: 0, tilt: 0, position: 0.2 } },
    );
    const { areaOf, holds } = frontOf(eye, { d: 2.5, openings: [pane('o', 2.5, 1, { sill: 2.2 })] });
    const hidden = (0.2 * 2.3) / 0.3;
    expect(holds(0, 2.5 + hidden + 0.01)).toBe(true);
    // The bound takes the picture and the sill from different places at most ρ apart.
    expect(holds(0, 2.5 + hidden - 0.2)).toBe(false);
    expect(areaOf(rect(-20, 2.5, 40, hidden - 0.2))).toBe(0);
  });

  it('sees nothing over a sill that its picture stays below from every place', () => {
    // The edge 23.5° below the horizon is 2.5 − 2.4·tan 23.5° = 1.456 m at the wall from 0.1 m nearer; the sill is 1.8 m.
    const eye = camera(
      'c',
      [0, 0],
      { ...NORTH, tilt: 45, vfov: 43 },
      { height: 2.5, tolerance: { heading: 0, tilt: 0, position: 0.1 } },
    );
    expect(frontOf(eye, { d: 2.5, openings: [pane('o', 2.5, 1, { sill: 1.8 })] }).behind()).toBe(0);
  });

  it('sees past a screen’s top no more than from the nearest place', () => {
    // As above with a screen of 1.4 m: at 2.2 m, from ρ 0.15 m nearer, the edge of 30° is 2.3 − 2.05·0.577 = 1.116 m.
    const eye = camera(
      'c',
      [0, 0],
      { ...NORTH, hfov: 60, tilt: 45, vfov: 30 },
      { height: 2.3, tolerance: { heading: 0, tilt: 0, position: 0.15 } },
    );
    expect(screenOf(eye, 2.2, 1.4).behind()).toBe(0);
  });

  it('and a picture known to ±2° see over a sill what both together may', () => {
    // The edge may be 21.5° below the horizon: 1.515 m at the wall, and 1.555 m from 0.1 m nearer. A sill of 1.5 m is
    // passed; the floor ends it at 2.5/tan 21.5° + 0.1 at most, and at 2.5/tan 21.5° from where it is drawn.
    const eye = camera(
      'c',
      [0, 0],
      { ...NORTH, tilt: 45, vfov: 43 },
      { height: 2.5, tolerance: { heading: 2, tilt: 2, position: 0.1 } },
    );
    const { holds } = frontOf(eye, { d: 2.5, openings: [pane('o', 2.5, 1, { sill: 1.5 })] });
    const end = 2.5 / tan(21.5);
    expect(holds(0, end + 0.09)).toBe(true);
    expect(holds(0, end + 0.25)).toBe(false);
  });
});
