// What holds of every may-see before windows, screens and masks, whatever is worked out how: on plans drawn at random.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxOfRegions, measure } from '../../src/geometry/index.js';
import type { Point, Region } from '../../src/geometry/types.js';
import type { Device, Mask, Opening, Optics, Wall } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, ptz, rect, site, wall, zone } from '../support/site.js';

/** By hand `SITECAM_LONG=1` takes a hundred times as many, from another seed each time. */
const LONG = process.env.SITECAM_LONG === '1';
const RUNS = { numRuns: LONG ? 8000 : 80, ...(LONG ? {} : { seed: 20_170 }) };

/** px/m at which nothing is too far away in these rooms. */
const ANY = 0.001;
/** m²: rounding of what is cut at other places, on a grid of 0.1 µm. */
const ROUNDING = 1e-4;
/** A camera's area may be so much too large: two that say the same in two ways differ by as much. */
const ABOUT = 0.01;

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const degrees = (min: number, max: number) => fc.integer({ min: 10 * min, max: 10 * max }).map((n) => n / 10);

/** A hall of 12 × 6 m before a room of 12 × 6 m, with two windows between them and a screen in each. */
interface Scene {
  readonly panes: readonly { readonly sill: number; readonly head: number }[];
  readonly screens: readonly number[];
  readonly more: readonly Wall[];
}

const scenes: fc.Arbitrary<Scene> = fc.record({
  panes: fc.array(
    fc.tuple(number(0, 1.8), number(0.2, 1.2)).map(([sill, tall]) => ({ sill, head: sill + tall })),
    { minLength: 2, maxLength: 2 },
  ),
  screens: fc.tuple(number(1, 2.4), number(1, 2.4)),
  more: fc.constant([]),
});

const places: fc.Arbitrary<{ readonly at: Point; readonly height: number }> = fc.record({
  at: fc.tuple(number(1, 11), number(0.8, 3.2)),
  height: number(0.3, 4.8),
});

const fixed: fc.Arbitrary<Partial<Optics>> = fc.record({
  heading: degrees(-60, 60).map((n) => (n + 360) % 360),
  tilt: degrees(-10, 90),
  hfov: degrees(30, 110),
  roll: fc.constantFrom(0, 0, -12, 7),
  resolution: fc.constantFrom<[number, number]>([1600, 1200], [1920, 1080]),
});

const turning: fc.Arbitrary<{ readonly pan: readonly [number, number]; readonly tilt: readonly [number, number] }> = fc
  .tuple(degrees(0, 359), degrees(30, 330), degrees(-10, 60), degrees(1, 60))
  .map(([from, span, low, more]) => ({ pan: [from, from + span], tilt: [low, Math.min(90, low + more)] }));

const none = { heading: 0, tilt: 0, position: 0 };
const tolerances = fc.record({
  heading: fc.constantFrom(0, 1, 4),
  tilt: fc.constantFrom(0, 1, 4),
  position: fc.constantFrom(0, 0, 0.2),
});

const windowLine: readonly (readonly [Point, Point])[] = [
  [
    [2, 6],
    [4.5, 6],
  ],
  [
    [7, 6],
    [9.5, 6],
  ],
];

function viewIn({ panes, screens, more }: Scene, device: Device, world: 'may' | 'must', yard?: number) {
  const openings = panes.map((pane, i): Opening => {
    const [a, b] = windowLine[i] ?? expect.fail();
    return opening(`o${i}`, 'window', a, b, { ...pane, thickness: 0, glazing: 'clear', fixed: true });
  });
  const lines: readonly (readonly [Point, Point])[] = [
    [
      [1, 4.5],
      [6, 4.5],
    ],
    [
      [5, 8.5],
      [11, 8.5],
    ],
  ];
  const walls = screens.map((height, i) => wall(`s${i}`, lines[i] ?? expect.fail(), { height }));
  const zones = [zone('hall', rect(0, 0, 12, 6)), zone('room', rect(0, 6, 12, 6))];
  if (yard !== undefined) zones.push(zone('yard', rect(yard, 0, 9, 9), { enclosed: false }));
  const plan = level({ ceiling: 5, zones, openings, walls: [...walls, ...more], devices: [device] });
  return createSight(site(plan)).view(device, 'F1', ANY, world);
}

type View = readonly Region[];

const areaOf = (view: View) => {
  const box = boxOfRegions(view);
  if (box === undefined) return 0;
  return measure({ rings: [rect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY)], shadows: [] }, view)
    .covered;
};

/** m² of one view outside another. */
function outside(inner: View, outer: View): number {
  return inner.reduce((sum, part) => {
    const { area, covered, bound } = measure(part, outer);
    return sum + Math.max(0, area - covered - bound);
  }, 0);
}

const within = (inner: View, outer: View, most: number) => expect(outside(inner, outer)).toBeLessThanOrEqual(most);

/** Expects the first view to lie in the second, and counts how often it is smaller: a change that does nothing proves nothing. */
function changes() {
  let count = 0;
  return {
    within(inner: View, outer: View, most = ROUNDING) {
      within(inner, outer, most);
      if (areaOf(inner) < areaOf(outer) - 0.01) count++;
    },
    expectMany: () => expect(count).toBeGreaterThan(RUNS.numRuns / 20),
  };
}

const aimed = fc
  .record({ place: places, lens: fixed, tolerance: tolerances })
  .map(({ place, lens, tolerance }) => camera('c', place.at, lens, { height: place.height, tolerance }));
const panned = fc
  .record({ place: places, limits: turning, tolerance: tolerances })
  .map(({ place, limits, tolerance }) => turned(place, limits, { ...tolerance, position: 0 }));
const devices = fc.oneof(aimed, panned);

function turned(
  { at, height }: { readonly at: Point; readonly height: number },
  limits: { readonly pan: readonly [number, number]; readonly tilt: readonly [number, number] },
  tolerance: Device['tolerance'] = none,
  field = 60,
): Device {
  const lens: Partial<Optics> = {
    form: 'ptz',
    heading: undefined,
    tilt: undefined,
    hfov: undefined,
    resolution: [1600, 1200],
    ptz: ptz({ ...limits, hfov: [20, field] }),
  };
  return camera('c', at, lens, { height, tolerance });
}

it('what is surely seen at 1.5 m may be seen', () => {
  fc.assert(
    fc.property(scenes, aimed, (scene, device) => {
      within(viewIn(scene, device, 'must'), viewIn(scene, device, 'may'), ROUNDING);
    }),
    RUNS,
  );
});

it('a wall or a screen added never grows a view', () => {
  const seen = changes();
  fc.assert(
    fc.property(
      scenes,
      devices,
      number(0.3, 11.7),
      number(3.6, 4.2),
      fc.option(number(0.5, 3), { nil: undefined }),
      (scene, device, x, y, height) => {
        const added = wall(
          'added',
          [
            [x, y],
            [12 - x, y + 0.2],
          ],
          { height },
        );
        seen.within(viewIn({ ...scene, more: [added] }, device, 'may'), viewIn(scene, device, 'may'));
      },
    ),
    RUNS,
  );
  seen.expectMany();
});

it('a sill raised, a lintel lowered and a screen raised never grow a view', () => {
  const seen = changes();
  fc.assert(
    fc.property(scenes, devices, number(0, 0.9), number(0, 0.9), (scene, device, up, down) => {
      const panes = scene.panes.map(({ sill, head }) => {
        const raised = sill + up * (head - sill);
        return { sill: raised, head: head - down * (head - raised) * 0.9 };
      });
      const less = { ...scene, panes, screens: scene.screens.map((height) => height + up) };
      seen.within(viewIn(less, device, 'may'), viewIn(scene, device, 'may'));
    }),
    RUNS,
  );
  seen.expectMany();
});

it('a mask added never grows a view', () => {
  const seen = changes();
  const masks: fc.Arbitrary<Mask> = fc
    .tuple(number(-4, 6), number(0, 6), number(3, 12), number(3, 12))
    .map(([x, y, width, depth]) => ({
      polygon: rect(x, y, width, depth),
      permanent: true,
      dynamic: true,
      hiddenAboveZoom: false,
    }));
  fc.assert(
    fc.property(scenes, devices, fc.array(masks, { minLength: 1, maxLength: 2 }), (scene, device, added) => {
      const masked = viewIn(scene, { ...device, masks: added }, 'may');
      const view = viewIn(scene, device, 'may');
      seen.within(masked, view);
      const [first] = added;
      // And two hide no less than one.
      within(masked, viewIn(scene, { ...device, masks: first === undefined ? [] : [first] }, 'may'), ROUNDING);
    }),
    RUNS,
  );
  seen.expectMany();
});

it('a tolerance widened never shrinks a view', () => {
  const seen = changes();
  fc.assert(
    fc.property(scenes, devices, tolerances, (scene, device, by) => {
      const { heading = 0, tilt = 0, position } = device.tolerance;
      const wider = {
        ...device,
        tolerance: { heading: heading + by.heading, tilt: tilt + by.tilt, position: position + by.position },
      };
      const view = viewIn(scene, device, 'may');
      seen.within(view, viewIn(scene, wider, 'may'), ABOUT * areaOf(view) + ROUNDING);
    }),
    RUNS,
  );
  seen.expectMany();
});

it('limits or a zoom widened never shrink a view', () => {
  const seen = changes();
  fc.assert(
    fc.property(
      scenes,
      places,
      turning,
      degrees(0, 30),
      degrees(0, 20),
      degrees(0, 20),
      (scene, place, { pan, tilt }, out, down, wide) => {
        const view = viewIn(scene, turned(place, { pan, tilt }), 'may');
        const wider = turned(
          place,
          {
            pan: [pan[0] - out, Math.min(pan[1] + out, pan[0] - out + 359)],
            tilt: [tilt[0] - down, Math.min(90, tilt[1] + down)],
          },
          none,
          60 + wide,
        );
        seen.within(view, viewIn(scene, wider, 'may'), ABOUT * areaOf(view) + ROUNDING);
      },
    ),
    RUNS,
  );
  seen.expectMany();
});

it('limits see what both halves of them see, and no more', () => {
  fc.assert(
    fc.property(scenes, places, turning, number(0.2, 0.8), fc.boolean(), (scene, place, limits, share, across) => {
      const { pan, tilt } = limits;
      const at = ([from, to]: readonly [number, number]) => from + share * (to - from);
      const halves = across
        ? [
            { pan: [pan[0], at(pan)] as const, tilt },
            { pan: [at(pan), pan[1]] as const, tilt },
          ]
        : [
            { pan, tilt: [tilt[0], at(tilt)] as const },
            { pan, tilt: [at(tilt), tilt[1]] as const },
          ];
      const whole = viewIn(scene, turned(place, limits), 'may');
      const parts = halves.flatMap((half) => viewIn(scene, turned(place, half), 'may'));
      const most = 2 * ABOUT * areaOf(whole) + ROUNDING;
      within(whole, parts, most);
      within(parts, whole, most);
    }),
    RUNS,
  );
});

it.each([100, 1000])('a place drawn %d m away widens no view', (yard) => {
  fc.assert(
    fc.property(scenes, devices, (scene, device) => {
      const [here, far] = [viewIn(scene, device, 'may'), viewIn(scene, device, 'may', yard)];
      within(far, here, ROUNDING);
      within(here, far, ROUNDING);
    }),
    RUNS,
  );
});
