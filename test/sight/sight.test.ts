import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/geometry/types.js';
import type { Device, Opening, Wall } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, optics, ptz, rect, region, site, wall, zone } from '../support/site.js';

/** Two rooms side by side: west 0–4, east 4–8, both 0–3 in y, with a gap at x = 4 from y = 1 to y = 2. */
const west = zone('west', rect(0, 0, 4, 3));
const east = zone('east', rect(4, 0, 4, 3));
/** Level camera at target height, so that its frame is a plain wedge of ±45° and heights don't matter. */
const level45 = { tilt: 0, hfov: 90, resolution: [1000, 1000] as const };
const atTarget = { height: 1.5 };

function look(
  device: Device,
  parts: { openings?: Opening[]; walls?: Wall[]; zones?: (typeof west)[] } = {},
  density = 0.001,
) {
  const plan = site(level({ zones: parts.zones ?? [west, east], ...parts, devices: [device] }));
  const sight = createSight(plan);
  return {
    sight,
    device,
    may: (target = east.region, rho = density) => sight.reach(device, 'F1', target, rho, 'may'),
    standing: (target = east.region, rho = density) => sight.reach(device, 'F1', target, rho, 'standing'),
    covered: (target = east, rho = density) => sight.coverage(target, rho, { detectors: true, minus: [] }).covered,
  };
}

const gap = (kind: Opening['kind'], more: Partial<Opening> = {}) => [
  opening('o', kind, [4, 1], [4, 2], { thickness: 0, ...more }),
];

describe('an empty room', () => {
  it('is seen whole from its corner', () => {
    const c = camera('c', [0, 0], { ...level45, heading: 45 }, atTarget);
    const { covered } = look(c, { zones: [west] });
    expect(covered(west)).toBeCloseTo(12, 6);
  });

  it('is seen as a triangle by 90° from the middle of a wall', () => {
    // Room 4 × 3, eye (0, 1.5), ±45°: a triangle to x = 1.5 of area 1.5², then the full 3 m to x = 4.
    const c = camera('c', [0, 1.5], level45, atTarget);
    const { covered, may } = look(c, { zones: [west] });
    expect(covered(west)).toBeCloseTo(2.25 + 2.5 * 3, 6);
    expect(may(west.region)?.area).toBeCloseTo(2.25 + 2.5 * 3, 6);
  });

  it('is seen less of for certain where the heading may be off; what it would be as drawn is known', () => {
    // ±10° leave ±35° for certain: a triangle to x = 1.5/tan 35° of area 1.5²/tan 35°, then the full 3 m.
    const tolerance = { heading: 10, tilt: 0, position: 0 };
    const { sight } = look(camera('c', [0, 1.5], level45, { ...atTarget, tolerance }), { zones: [west] });
    const { fraction, asDrawn } = sight.coverage(west, 0.001, { detectors: true, minus: [] });
    const tan = Math.tan((35 * Math.PI) / 180);
    expect(fraction * 12).toBeCloseTo(1.5 ** 2 / tan + (4 - 1.5 / tan) * 3, 6);
    expect(asDrawn * 12).toBeCloseTo(2.25 + 2.5 * 3, 6);
  });

  it('is seen up to a bend: an L', () => {
    // L: 4 × 4 less its north-east 2 × 2. From (0, 1), all round by ±45° about +x: y = 1 ± x.
    const shape: Point[] = [
      [0, 0],
      [4, 0],
      [4, 2],
      [2, 2],
      [2, 4],
      [0, 4],
    ];
    const c = camera('c', [0, 1], level45, atTarget);
    const { covered } = look(c, { zones: [zone('l', shape)] });
    // Lower half-plane y ≤ 1: triangle 1/2, then 3 × 1. Upper: y ≤ 1 + x to x = 2 (triangle 2 × 2/2 = 2), of which all
    // is inside; then x 2–4 with 1 ≤ y ≤ min(2, …): the corner (2, 2) is on the ray itself, so 2 × 1.
    expect(covered(zone('l', shape))).toBeCloseTo(0.5 + 3 + 2 + 2, 6);
  });
});

describe('a gap in a wall', () => {
  // Eye (2, 1.5), gap 1 ≤ y ≤ 2 at x = 4: rays ±0.5/2, so at x = 8 half-width 1.5; east holds a trapezoid of
  // half-widths 0.5 to 1.5 over 4 m: area 4 × (1 + 3)/2 = 8.
  const c = camera('c', [2, 1.5], level45, atTarget);

  it('without thickness lets the wedge through it pass', () => {
    const { may, covered } = look(c, { openings: gap('passage') });
    expect(may()?.area).toBeCloseTo(8, 6);
    expect(covered()).toBeCloseTo(8, 6);
  });

  it('is a tunnel as thick as the wall, or 0.1 m in may-see and 0.3 m in must-see', () => {
    // The far end of the tunnel, at x = 4 + t/2, cuts the wedge: slope 0.5/(2 + t/2), so half-width 6·slope at x = 8.
    // The tunnel's own far half, t/2 × 1, is seen whole.
    const through = (t: number) => {
      const slope = 0.5 / (2 + t / 2);
      return t / 2 + ((4 - t / 2) * (1 + 12 * slope)) / 2;
    };
    const { may, covered } = look(c, { openings: gap('passage', { thickness: undefined }) });
    expect(may()?.area).toBeCloseTo(through(0.1), 6);
    expect(covered()).toBeCloseTo(through(0.3), 6);
    const thick = look(c, { openings: gap('passage', { thickness: 0.2 }) });
    expect(thick.may()?.area).toBeCloseTo(through(0.2), 6);
    expect(thick.covered()).toBeCloseTo(through(0.2), 6);
  });

  it('with a window that stands open lets the wedge pass perhaps, not for certain: somebody may shut it', () => {
    for (const glazing of [undefined, 'frosted', 'opaque'] as const) {
      const { may, covered } = look(c, { openings: gap('window', { normallyOpen: true, glazing }) });
      expect(may()?.area).toBeCloseTo(8, 6);
      expect(covered()).toBe(0);
    }
    expect(look(c, { openings: gap('door', { normallyOpen: true }) }).covered()).toBeCloseTo(8, 6);
  });

  it('lets the wedge pass, however like one that leads to what is not drawn', () => {
    const outward = opening('a', 'passage', [1, 3], [2, 3], { thickness: 0 });
    const { covered } = look(c, { openings: [outward, ...gap('passage')] });
    expect(covered()).toBeCloseTo(8, 6);
  });

  it('is evidence: opening crossed, greatest depth, its distance', () => {
    const reach = look(c, { openings: gap('door') }).may();
    expect(reach?.depth).toBeCloseTo(4, 6);
    // Both far corners are 4 m deep; of equal ones the larger y.
    expect(reach?.worst.point[0]).toBeCloseTo(8, 6);
    expect(reach?.worst.point[1]).toBeCloseTo(3, 6);
    expect(reach?.worst.distance).toBeCloseTo(Math.hypot(6, 1.5), 6);
    expect(reach?.crossings.map((one) => one.opening?.id)).toEqual(['o']);
    expect(reach?.crossings[0]?.at[0]).toBeCloseTo(4, 6);
    expect(reach?.standing).toBe(false);
  });

  it('names openings in the order they are crossed', () => {
    const far = zone('far', rect(8, 0, 4, 3));
    const openings = [opening('b', 'passage', [8, 1], [8, 2]), ...gap('passage')];
    const reach = look(c, { zones: [west, east, far], openings }).may(far.region);
    expect(reach?.crossings.map((one) => one.opening?.id)).toEqual(['o', 'b']);
    expect(reach?.depth).toBeCloseTo(4, 6);
    expect(reach?.standing).toBe(true);
  });
});

describe('openings in each world', () => {
  const c = camera('c', [2, 1.5], level45, atTarget);
  const rows: [string, Opening['kind'], Partial<Opening>, may: boolean, standing: boolean, must: boolean][] = [
    ['passage', 'passage', {}, true, true, true],
    ['door', 'door', {}, true, false, false],
    ['door, normally open', 'door', { normallyOpen: true }, true, true, true],
    ['curtain', 'curtain', {}, true, false, false],
    ['glass door', 'glass-door', {}, true, true, false],
    ['glass door, clear', 'glass-door', { glazing: 'clear' }, true, true, true],
    ['glass door with film', 'glass-door', { glazing: 'clear', film: true }, true, false, false],
    ['glass door, frosted', 'glass-door', { glazing: 'frosted' }, true, true, false],
    ['glass door, normally open', 'glass-door', { normallyOpen: true }, true, true, true],
    ['window', 'window', {}, true, true, false],
    ['window, clear', 'window', { glazing: 'clear' }, true, true, true],
    ['window, frosted and fixed', 'window', { glazing: 'frosted', fixed: true }, true, true, false],
    ['window that opens, with film', 'window', { glazing: 'clear', film: true }, true, false, false],
    ['fixed window with film', 'window', { film: true, fixed: true }, false, false, false],
    ['fixed opaque window', 'window', { glazing: 'opaque', fixed: true }, false, false, false],
    ['opaque window that opens', 'window', { glazing: 'opaque' }, true, false, false],
    ['window from 0.9 m', 'window', { glazing: 'clear', sill: 0.9 }, true, true, true],
    ['window from 2.2 m, above eye and head', 'window', { glazing: 'clear', sill: 2.2 }, false, false, false],
    ['door to 2.1 m', 'door', { normallyOpen: true, head: 2.1 }, true, true, true],
    ['door to the ceiling', 'door', { normallyOpen: true, head: 3.2 }, true, true, true],
  ];
  it.each(rows)('%s', (_, kind, more, may, standing, must) => {
    const seen = look(c, { openings: gap(kind, more) });
    expect(seen.may() !== undefined).toBe(may);
    expect(seen.standing() !== undefined).toBe(standing);
    expect(seen.covered() > 1).toBe(must);
  });

  it('drawn over each other are open where any of them is, in may-see', () => {
    const shut = opening('shut', 'window', [4, 0.5], [4, 2.5], { thickness: 0, fixed: true, film: true });
    const { may, covered } = look(c, { openings: [shut, ...gap('passage')] });
    expect(may()?.area).toBeCloseTo(8, 6);
    expect(covered()).toBe(0);
  });

  it('a clear transom over a door is seen through though the door is shut', () => {
    const transom = opening('t', 'window', [4, 1], [4, 2], { thickness: 0, glazing: 'clear', fixed: true, sill: 2.1 });
    const door = gap('door', { head: 2.1 });
    // Eye (2, 1.5) at 2.5 m: over the sill of 2.1 m at 2 m a line falls to 2 m at 2.5/2 of that way, to the floor at 12.5 m:
    // heights of up to 2 m are hidden no nearer than x = 2 + 2 × 0.5/0.4 = 4.5 and beyond it are seen.
    const high = look(camera('c', [2, 1.5], level45, { height: 2.5 }), { openings: [...door, transom] });
    expect(high.standing()?.area).toBeCloseTo(8 - (0.5 * (1 + 1.25)) / 2, 6);
    // From 1.5 m no line over 2.1 m comes down again.
    expect(look(c, { openings: [...door, transom] }).standing()).toBeUndefined();
  });

  it('lead nowhere in must-see where no zone is drawn beyond', () => {
    // Sight ends 1 m round what is drawn: half-widths 0.5 to 0.75.
    const patio = region(rect(4, 0, 1, 3));
    const seen = look(c, { zones: [west], openings: gap('passage') });
    expect(seen.may(patio)?.area).toBeCloseTo(1.25, 6);
    expect(seen.covered(zone('patio', rect(4, 0, 1, 3)))).toBe(0);
  });
});

describe('walls in each world', () => {
  const hall = zone('hall', rect(0, 0, 8, 3));
  const c = (height: number) => camera('c', [2, 1.5], { ...level45, vfov: 120 }, { height });
  const beyond = region(rect(4, 0, 4, 3));
  const across = (more: Partial<Wall>) => [
    wall(
      'w',
      [
        [4, 0],
        [4, 3],
      ],
      more,
    ),
  ];
  const rows: [string, number, Partial<Wall>, may: boolean, must: boolean][] = [
    ['opaque', 2.5, {}, false, false],
    ['clear', 2.5, { material: 'clear' }, true, true],
    ['frosted', 2.5, { material: 'frosted' }, true, false],
    ['low', 2.5, { height: 1.2 }, true, true],
    ['higher than a person, lower than the camera', 2.5, { height: 2.3 }, true, false],
    ['higher than both', 2.5, { height: 2.6 }, false, false],
    // Past it one sees down to 2.5 − 0.0015·(distance from it / its distance) m, above anybody's head.
    ['as high as the camera', 2.5, { height: 2.5 }, false, false],
    ['higher than a low camera, not than a person', 1, { height: 1.9 }, true, false],
  ];
  it.each(rows)('%s', (_, height, more, may, must) => {
    const seen = look(c(height), { zones: [hall], walls: across(more) });
    expect(seen.may(beyond) !== undefined).toBe(may);
    expect(seen.covered(zone('east', rect(4, 0, 4, 3))) > 0.1).toBe(must);
  });

  it('half across leave the other half', () => {
    // Eye (2, 1.5), wall x = 4 from y = 0 to 1.5: the half-plane y ≥ 1.5 is seen, ±45° holds all of it.
    const half = [
      wall('w', [
        [4, 0],
        [4, 1.5],
      ]),
    ];
    const seen = look(c(1.5), { zones: [hall], walls: half });
    expect(seen.may(beyond)?.area).toBeCloseTo(6, 6);
    expect(seen.covered(zone('east', rect(4, 0, 4, 3)))).toBeCloseTo(6, 6);
  });
});

describe('a mask', () => {
  const hall = zone('hall', rect(0, 0, 8, 8));
  // Looking north from (4, 0) at 3 m; a mask 2 × 1 m from y = 2. At 1.5 m, half the camera's height, what projects into it
  // is the mask drawn to the foot by half: y from 1 to 1.5, ±0.5 wide, half a square metre, and nothing else.
  const mask = { polygon: rect(3, 2, 2, 1), permanent: true, dynamic: false, hiddenAboveZoom: false };
  const c = camera('c', [4, 0], { heading: 0, tilt: 20, hfov: 90, vfov: 100 }, { masks: [mask] });
  const free = camera('c', [4, 0], { heading: 0, tilt: 20, hfov: 90, vfov: 100 });

  it('loses in must-see what projects into it at the height of the target', () => {
    const lost = look(free, { zones: [hall] }).covered(hall) - look(c, { zones: [hall] }).covered(hall);
    expect(lost).toBeCloseTo(0.5, 6);
    const strip = (y: number) => zone('strip', rect(3.9, y, 0.2, 0.4));
    expect(look(free, { zones: [hall] }).covered(strip(1.05))).toBeCloseTo(0.08, 6);
    expect(look(c, { zones: [hall] }).covered(strip(1.05))).toBe(0);
    expect(look(c, { zones: [hall] }).covered(strip(1.5))).toBeCloseTo(0.08, 6);
  });

  it('may be anywhere within the tolerance in must-see', () => {
    // A heading off by up to 5° turns the near edge's corners: at least what was lost is lost, and at most the disc sector
    // between the radii 1 and √(1.5² + 0.5²) over the corners' bearings, ±(26.57 + 5)°.
    const tolerance = { heading: 5, tilt: 0, position: 0 };
    const lens = free.lenses[0];
    const [masked, plain] = [[mask], []].map((masks) =>
      look(camera('c', [4, 0], lens, { masks, tolerance }), { zones: [hall] }).covered(
        zone('north', rect(3, 0.9, 2, 2)),
      ),
    );
    const lost = (plain ?? 0) - (masked ?? 0);
    expect(lost).toBeGreaterThan(0.5);
    expect(lost).toBeLessThan(((2.5 - 1) * 31.57 * Math.PI) / 180);
  });

  it('loses in may-see only where a whole person is hidden', () => {
    // H 3, person 2 m: M and M drawn to the foot by 1/3, y from 2/3 to 1, don't meet: nothing is hidden for good.
    const seen = (device: Device) => look(device, { zones: [hall] }).may(hall.region)?.area ?? 0;
    expect(seen(c)).toBeCloseTo(seen(free), 6);
    // From y = 1 to 4, 3 m wide: at y it hides the heights from 3 − 3y to 3 − 0.75y. The picture, 70° down at most, ends
    // at 3 − y·tan 70°, higher than 3 − 3y: so under the mask there is no picture. Over it a person of 2 m ends before y =
    // 4/3, and the picture begins to show one at y = 1/tan 70°. At 2 m the mask is 1 m wide.
    const long = { ...mask, polygon: rect(2.5, 1, 3, 3) };
    const masked = (more: object) => seen(camera('c', [4, 0], free.lenses[0], { masks: [{ ...long, ...more }] }));
    expect(seen(free) - masked({})).toBeCloseTo(4 / 3 - 1 / Math.tan((70 * Math.PI) / 180), 6);
    expect(seen(free) - masked({ permanent: false })).toBeCloseTo(0, 9);
  });
});

describe('a PTZ', () => {
  const c = camera(
    'c',
    [4, 1.5],
    {
      form: 'ptz',
      heading: undefined,
      tilt: undefined,
      hfov: undefined,
      ptz: ptz({ pan: [45, 135], tilt: [0, 90], hfov: [3, 60], home: { heading: 90, tilt: 10, hfov: 60 } }),
    },
    {},
  );
  const hall = zone('hall', rect(0, 0, 8, 3));

  it('reaches what it can turn to, and covers what its home preset sees', () => {
    const seen = look(c, { zones: [hall] });
    expect(seen.may(region(rect(6, 1, 1, 1)))?.area).toBeCloseTo(1, 6);
    expect(seen.may(region(rect(0, 0, 1, 3)))).toBeUndefined();
    expect(seen.covered(zone('ahead', rect(7, 1, 0.5, 0.5)))).toBeCloseTo(0.25, 6);
  });

  it('reaches all round when its limits are software', () => {
    const lens = c.lenses[0];
    const soft = { ...c, lenses: [optics({ ...lens, ptz: ptz({ ...lens?.ptz, limits: 'software' }) })] };
    expect(look(soft, { zones: [hall] }).may(region(rect(0, 0, 1, 3)))?.area).toBeCloseTo(3, 6);
  });

  it('sees a preset outside its limits', () => {
    const lens = c.lenses[0];
    const home = { heading: 270, tilt: 10, hfov: 60 };
    const stray = { ...c, lenses: [optics({ ...lens, ptz: ptz({ ...lens?.ptz, home }) })] };
    expect(look(stray, { zones: [hall] }).may(region(rect(0.5, 1, 1, 1)))?.area).toBeCloseTo(1, 6);
  });
});

describe('a camera on a wall', () => {
  const openings = gap('passage');

  it('sees nothing behind it, on whichever side of the line it is drawn', () => {
    for (const x of [3.97, 4, 4.03]) {
      const c = camera('c', [x, 0.5], { ...level45, hfov: 120, heading: 90 }, atTarget);
      const { may } = look(c, { openings: [] });
      expect(may(west.region)).toBeUndefined();
      expect(may(east.region)?.area).toBeGreaterThan(5);
    }
  });

  it('sees along its wall past the tunnels of its doors in may-see', () => {
    // On the wall y = 0 of a corridor 20 × 2, a door 1 m ahead: its 0.1 m tunnel would hide a strip along the wall.
    const corridor = zone('corridor', rect(0, 0, 20, 2));
    const room = zone('room', rect(0, -3, 20, 3));
    const c = camera('c', [1, 0], { ...level45, hfov: 120, heading: 45 }, atTarget);
    const doors = [opening('d', 'door', [2, 0], [2.9, 0])];
    const { may } = look(c, { zones: [corridor, room], openings: doors });
    expect(may(region(rect(19, 0, 1, 0.1)))?.area).toBeCloseTo(0.1, 6);
    expect(may(room.region)).toBeUndefined();
  });

  it.each([
    ['closed', {}, 0.04],
    ['open', { normallyOpen: true }, 0.04],
    ['closed', {}, 0.1],
  ])('sees along its wall past %s doors in must-see (%o, %d m off it)', (_, more, off) => {
    const corridor = zone('corridor', rect(0, 0, 20, 2));
    const room = zone('room', rect(0, -3, 20, 3));
    const c = camera('c', [0.5, off], { ...level45, hfov: 120, heading: 60 }, atTarget);
    const doors = [2, 5, 9].map((x) => opening(`d${x}`, 'door', [x, 0], [x + 0.9, 0], more));
    const { covered } = look(c, { zones: [corridor, room], openings: doors });
    // What may hide is within 5 cm of the wall.
    expect(covered(zone('strip', rect(10, 0.05, 10, 1)))).toBeCloseTo(10, 6);
    expect(covered(room)).toBe(0);
  });

  it('without a heading sees both sides in may-see and none in must-see', () => {
    const c = camera('c', [3.98, 0.5], { ...level45, heading: undefined }, atTarget);
    const { may, covered } = look(c, { openings });
    expect(may(west.region)?.area).toBeCloseTo(12, 6);
    expect(may(east.region)?.area).toBeCloseTo(12, 6);
    expect(covered(west) + covered(east)).toBe(0);
  });
});

describe('a camera whose heading runs along its wall', () => {
  // West's south wall is the outer edge of what is drawn; that between west and east is not.
  const rows: [string, Point, number, western: boolean, eastern: boolean][] = [
    ['drawn outdoors', [1, -0.03], 90, true, false],
    ['drawn on it', [1, 0], 90.4, true, false],
    ['drawn indoors', [1, 0.03], 89.6, true, false],
    ['between two rooms', [4, 0.5], 0, true, true],
    ['between two rooms, drawn in one', [3.97, 0.5], 0, true, true],
  ];

  it.each(rows)('sees every room beside it in may-see and none in must-see, %s', (_, at, heading, western, eastern) => {
    const c = camera('c', at, { ...level45, heading }, atTarget);
    const { sight, may, covered } = look(c);
    expect(sight.mounting(c)).toBe('along-wall');
    expect([west, east].map((room) => (may(room.region)?.area ?? 0) > 1)).toEqual([western, eastern]);
    expect(covered(west) + covered(east)).toBe(0);
  });

  it('is told from others', () => {
    const mounting = (at: Point, lens: Parameters<typeof camera>[2]) => {
      const c = camera('c', at, lens);
      return look(c).sight.mounting(c);
    };
    expect(mounting([1, 0.03], { heading: 88 })).toBe('on-wall');
    expect(mounting([1, 0.03], { heading: undefined })).toBe('on-wall');
    expect(mounting([1, 0.06], { heading: 90 })).toBe('free');
    // In a corner the other wall says on which side it is.
    expect(mounting([0.03, 0.03], { heading: 90 })).toBe('on-wall');
  });
});

describe('a position tolerance', () => {
  it('sees more in may-see and less for certain', () => {
    const at = (position: number) =>
      camera('c', [2, 1.5], level45, { ...atTarget, tolerance: { heading: 0, tilt: 0, position } });
    const drawn = look(at(0), { openings: gap('passage') });
    const loose = look(at(0.5), { openings: gap('passage') });
    // Half a metre nearer to the gap the wedge through it opens: slope 0.5/1.5 instead of 0.5/2.
    expect(loose.may()?.area).toBeGreaterThan((4 * (1 + (2 * 0.5 * 5.5) / 1.5)) / 2 - 1e-6);
    expect(drawn.may()?.area).toBeCloseTo(8, 6);
    // From every point of the disc: no line through the gap's ends but the level ones bounds it, y from 1 to 2. Of the
    // square about the octagon that stands for the disc, half-side 0.5/cos 22.5°, the nearest corners' lines do.
    const half = 0.5 / Math.cos(Math.PI / 8);
    const slope = (half - 0.5) / (2 - half);
    expect(loose.covered()).toBeLessThan(4 + 1e-6);
    expect(loose.covered()).toBeGreaterThan((4 * (1 + (1 - 8 * slope))) / 2 - 1e-6);
    expect(drawn.covered()).toBeCloseTo(8, 6);
  });

  it('does not take a camera through its wall', () => {
    const c = camera('c', [4, 1.5], level45, { ...atTarget, tolerance: { heading: 0, tilt: 0, position: 0.3 } });
    expect(look(c).may(west.region)).toBeUndefined();
  });
});

describe('what the plan does not say', () => {
  it('counts against privacy and for nothing in coverage', () => {
    for (const missing of [{ heading: undefined }, { hfov: undefined }]) {
      const { may, covered } = look(camera('c', [2, 1.5], { ...level45, ...missing }, atTarget), { zones: [west] });
      expect(may(west.region)?.area).toBeCloseTo(12, 6);
      expect(covered(west)).toBe(0);
    }
    const blind = look(camera('c', [2, 1.5], { ...level45, resolution: undefined }, atTarget), { zones: [west] });
    expect(blind.may(west.region, 1e6)?.area).toBeGreaterThan(3);
    expect(blind.may(west.region)?.density).toBeUndefined();
  });
});

describe('density', () => {
  it('bounds what is reached, and is found for a region', () => {
    // 1000 px over 90°: f = 500. Bound f·√3/ρ on the depth: at x = 4 (2 m ahead) 433 px/m.
    const { may } = look(camera('c', [2, 1.5], level45, atTarget), { openings: gap('passage') });
    expect(may(east.region, 430)).toBeDefined();
    expect(may(east.region, 440)).toBeUndefined();
    expect(may()?.density).toBeGreaterThan(425);
    expect(may()?.density).toBeLessThan(440);
  });
});

describe('near an anchor', () => {
  const hall = zone('hall', rect(0, 0, 10, 10), { nested: ['box'] });
  const box = zone('box', rect(5, 5, 1, 1), { enclosed: false });
  const screen = wall('w', [
    [4, 0],
    [4, 10],
  ]);

  it('is within the radius with an open line, whatever the heading', () => {
    const sight = createSight(site(level({ zones: [hall, box] })));
    expect(sight.nearTo('F1', [3, 5.5], box, 3)?.distance).toBeCloseTo(2, 9);
    expect(sight.nearTo('F1', [1.9, 5.5], box, 3)).toBeUndefined();
    expect(sight.nearTo('F1', [5.5, 5.5], box, 3)?.distance).toBe(0);
    const area = sight.near(box, 3);
    expect(sight.holds(area, [3, 5.5])).toBe(true);
    expect(sight.holds(area, [1.9, 5.5])).toBe(false);
  });

  it('is not behind a wall', () => {
    const sight = createSight(site(level({ zones: [hall, box], walls: [screen] })));
    expect(sight.nearTo('F1', [3.5, 5.5], box, 3)).toBeUndefined();
    expect(sight.holds(sight.near(box, 3), [3.5, 5.5])).toBe(false);
  });

  it.each([
    ['at a wall', 4],
    ['drawn 3 cm into it', 3.97],
    ['3 cm before it', 4.03],
  ])('is on its own side of a wall, %s', (_, x) => {
    const flush = zone('box', rect(x, 5, 1, 1), { enclosed: false });
    const sight = createSight(site(level({ zones: [hall, flush], walls: [screen] })));
    const area = sight.near(flush, 3);
    expect(sight.holds(area, [3.5, 5.5])).toBe(false);
    expect(sight.holds(area, [6, 5.5])).toBe(true);
    expect(sight.holds(area, [4.05, 7.5])).toBe(true);
    expect(sight.nearTo('F1', [3.5, 5.5], flush, 3)).toBeUndefined();
  });

  it('reaches where only the middle of a long side has an open line', () => {
    const table = zone('table', rect(5, 4, 1, 2), { enclosed: false });
    const slit: Wall[] = [
      wall('south', [
        [4.9, 0],
        [4.9, 4.9],
      ]),
      wall('north', [
        [4.9, 5.1],
        [4.9, 10],
      ]),
    ];
    const sight = createSight(site(level({ zones: [hall, table], walls: slit })));
    expect(sight.nearTo('F1', [3, 5], table, 3)?.distance).toBeCloseTo(2, 9);
    expect(sight.holds(sight.near(table, 3), [3, 5])).toBe(true);
  });
});

describe('sound', () => {
  const mic = (at: Point, more: Partial<Device> = {}) =>
    camera('m', at, {}, { kind: 'microphone', video: 'none', audio: 'microphone', lenses: [], ...more });
  const hear = (device: Device, openings: Opening[]) =>
    createSight(site(level({ zones: [west, east], openings, devices: [device] }))).hear(device, 'F1', east.region);

  it('goes straight through openings and no further than the pickup', () => {
    const reach = hear(mic([2, 1.5]), gap('door'));
    expect(reach?.crossings.map((one) => one.opening?.id)).toEqual(['o']);
    expect(reach?.standing).toBe(false);
    expect(hear(mic([2, 1.5], { pickup: 1.9 }), gap('door'))).toBeUndefined();
    expect(hear(mic([2, 1.5]), [])).toBeUndefined();
  });

  it('is not heard by what has no microphone', () => {
    expect(hear(mic([2, 1.5], { audio: 'none' }), gap('door'))).toBeUndefined();
  });
});

describe('coverage', () => {
  it('counts detectors by sector and range, and not behind walls', () => {
    const detector = camera(
      'p',
      [0, 1.5],
      { hfov: 90, tilt: undefined, resolution: undefined },
      { kind: 'intrusion-detector', video: 'none', height: 2.2, range: 1.5 },
    );
    const sight = createSight(site(level({ zones: [west, east], devices: [detector] })));
    const coverage = sight.coverage(west, 25, { detectors: true, minus: [] });
    // A quarter of a disc of 1.5 m, inscribed to 5 mm.
    expect(coverage.covered).toBeLessThanOrEqual((Math.PI * 2.25) / 4);
    expect(coverage.covered).toBeGreaterThan((Math.PI * 1.495 ** 2) / 4);
    expect(coverage.devices.map((one) => one.id)).toEqual(['p']);
    expect(sight.coverage(west, 25, { detectors: false, minus: [] }).covered).toBe(0);
  });

  it('measures the zone less what is taken out, and lists what is left uncovered', () => {
    const c = camera('c', [0, 1.5], level45, atTarget);
    const sight = createSight(site(level({ zones: [west], devices: [c] })));
    const minus = [{ ...region(rect(2, 0, 2, 3)), levels: ['F1'] }];
    const coverage = sight.coverage(west, 25, { detectors: true, minus });
    expect(coverage.area).toBeCloseTo(6, 9);
    expect(coverage.covered).toBeCloseTo(2.25 + 0.5 * 3, 6);
    expect(coverage.uncovered.map((piece) => piece.area)).toEqual([expect.closeTo(1.125, 6), expect.closeTo(1.125, 6)]);
  });

  it('of nothing is nothing', () => {
    const sight = createSight(site(level({ zones: [west] })));
    expect(sight.coverage(west, 25, { detectors: true, minus: [{ ...west.region, levels: ['F1'] }] }).area).toBe(0);
  });
});

describe('undrawn space', () => {
  it('is what a camera may see inside the level but in no zone', () => {
    // Two rooms with 2 m of nothing between them; the camera looks through a door at it.
    const far = zone('far', rect(6, 0, 4, 3));
    const c = camera('c', [2, 1.5], level45, atTarget);
    const sight = createSight(site(level({ zones: [west, far], openings: gap('passage'), devices: [c] })));
    // Half-widths 0.5 to 1 over 2 m.
    expect(sight.undrawn(c).area).toBeCloseTo(3, 6);
  });
});

describe('zones', () => {
  it('at a point come innermost first, with their regions less what is nested', () => {
    const room = zone('room', rect(0, 0, 6, 6), { nested: ['bath'] });
    const bath = zone('bath', rect(0, 0, 2, 2));
    const sight = createSight(site(level({ zones: [room, bath] })));
    expect(sight.zonesAt('F1', [1, 1]).map((one) => one.id)).toEqual(['bath', 'room']);
    expect(sight.holds(sight.regionOf(room, [bath]), [1, 1])).toBe(false);
    expect(sight.holds(sight.regionOf(room, [bath]), [3, 3])).toBe(true);
  });
});

describe('light leaks', () => {
  it('are gaps of 5–50 mm, named by what they lie between', () => {
    const walls = [
      wall('a', [
        [0, 0],
        [3, 0],
      ]),
      wall('b', [
        [3.02, 0],
        [6, 0],
      ]),
    ];
    const leaks = createSight(site(level({ walls }))).leaks('F1');
    expect(leaks).toHaveLength(1);
    expect(leaks[0]?.gap).toBeCloseTo(0.02, 6);
    expect(leaks[0]?.between).toEqual(['a', 'b']);
  });
});
