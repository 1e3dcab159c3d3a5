import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import type { Device, Opening, Wall } from '../../src/plan/model.js';
import { createSight, sightOn } from '../../src/sight/sight.js';
import { camera, level, opening, rect, region, site, wall, zone } from '../support/site.js';

/** A room of 4 × 5 m, and a corridor of 12 × 4 m to its north; a door in the wall between, from x = 1 to 2. */
const room = zone('room', rect(0, 0, 4, 5));
const hall = zone('hall', rect(0, 5, 12, 4));
const door = (more: Partial<Opening> = {}, kind: Opening['kind'] = 'door') =>
  opening('d', kind, [1, 5], [2, 5], { ...more });

const ears = { video: 'none', audio: 'microphone', lenses: [] } as const;

function microphone(at: readonly [number, number], more: Partial<Device> = {}): Device {
  return camera('m', at, {}, { ...ears, ...more });
}

function hear(
  device: Device,
  { openings = [door()], walls = [] as Wall[], zones = [room, hall], target = room.region } = {},
) {
  const sight = createSight(site(level({ zones, openings, walls, devices: [device] })));
  return sight.hear(device, 'F1', target);
}

it('nothing of another level is heard, nor by what has no microphone or is removed', () => {
  const above = { ...level({ zones: [zone('above', rect(0, 5, 12, 4), { levels: ['F2'] })] }), id: 'F2' };
  const on = (device: Device, id: string) =>
    createSight(site(level({ zones: [room, hall], openings: [door()], devices: [device] }), above)).hear(
      device,
      id,
      hall.region,
    );
  expect(on(microphone([5, 5.5]), 'F1')?.area).toBeGreaterThan(10);
  expect(on(microphone([5, 5.5]), 'F2')).toBeUndefined();
  expect(on(microphone([5, 5.5], { audio: 'none' }), 'F1')).toBeUndefined();
  expect(on(microphone([5, 5.5], { status: 'removed' }), 'F1')).toBeUndefined();
});

describe('what a microphone hears of a room', () => {
  it('is what lies within the pickup by the way round the jamb', () => {
    // In the corridor at (5, 5.5), r = 5 − √(3² + 0.5²) left at the jamb (2, 5), from which all of the room is in sight:
    // behind the line on to it, which falls by 1 in 6, a sector of r, π − atan(1/6) wide, round to the wall.
    // Before that line what is straight through the door, between falls of 1 in 8 and 1 in 6, from the wall to 5 m:
    // ½ ∫ (25 − 0.25/sin² θ) dθ = ½ (25 (atan 1/6 − atan 1/8) − 0.25 (8 − 6)).
    // Round the other jamb (1, 5), with s = 5 − √(4² + 0.5²) left, a sector of s, atan(1/8) wide.
    const reach = hear(microphone([5, 5.5]));
    const [r, s] = [5 - Math.hypot(3, 0.5), 5 - Math.hypot(4, 0.5)];
    const [steep, flat] = [Math.atan(1 / 6), Math.atan(1 / 8)];
    const area = ((Math.PI - steep) * r * r) / 2 + (25 * (steep - flat) - 0.5) / 2 + (flat * s * s) / 2;
    // Arcs, together (π − 0.165)·1.96 + 5·0.04 + 0.97·0.12 = 6.2 m, are drawn up to 5 mm outside.
    expect(reach?.area).toBeGreaterThan(area - 1e-6);
    expect(reach?.area).toBeLessThan(area + 0.031);
    // The deepest point is straight below the jamb.
    expect(reach?.worst.point[0]).toBeCloseTo(2, 1);
    expect(reach?.worst.point[1]).toBeCloseTo(5 - r, 1);
    expect(reach?.depth).toBeCloseTo(r, 1);
  });

  it('is told by its way: over the jamb, through the door, as long as a string would be', () => {
    const reach = hear(microphone([5, 5.5]));
    expect(reach?.crossings.map(({ opening: by }) => by?.id)).toEqual(['d']);
    expect(reach?.via).toHaveLength(1);
    expect(reach?.via[0]?.[0]).toBeCloseTo(2, 6);
    expect(reach?.via[0]?.[1]).toBeCloseTo(5, 6);
    // Its end is an arc, drawn up to 5 mm outside.
    expect(reach?.worst.distance).toBeGreaterThan(5 - 0.01);
    expect(reach?.worst.distance).toBeLessThan(5 + 0.006);
  });

  it('is not told to pass what it goes by: a shut window in the same wall, a gap in a screen across', () => {
    const shut = opening('w', 'window', [2.3, 5], [2.9, 5], { fixed: true, film: true });
    const across = opening('g', 'passage', [3, 3.5], [3, 4]);
    const screen = wall('s', [
      [3, 3.2],
      [3, 4.6],
    ]);
    const reach = hear(microphone([5, 5.5]), { openings: [shut, across, door()], walls: [screen] });
    expect(reach?.crossings.map(({ opening: by }) => by?.id)).toEqual(['d']);
  });

  it('is heard by one on the very wall of the door, that looks away from it', () => {
    const lens = { heading: 0 };
    const onWall = camera('m', [3, 5.03], lens, { audio: 'two-way', video: 'visible' });
    // 1 m along the wall to the jamb, and 4 m on: a corner of the room is √(2² + 5²) = 5.39 m from the jamb, so not
    // all of the room, but all within 4 m of the jamb: the near corners are 2 m away.
    const reach = hear(onWall);
    expect(reach?.worst.distance).toBeLessThan(5 + 0.006);
    expect(reach?.depth).toBeCloseTo(4, 1);
    expect(reach?.crossings.map(({ opening: by }) => by?.id)).toEqual(['d']);
    expect(hear({ ...onWall, pickup: 0.9 })).toBeUndefined();
    expect(hear({ ...onWall, pickup: 1.1 })).toBeDefined();
    expect(hear({ ...onWall, audio: 'none' })).toBeUndefined();
    expect(hear({ ...onWall, status: 'removed' })).toBeUndefined();
  });

  it('is nothing through a wall, however thin', () => {
    expect(hear(microphone([3, 5.2], { pickup: 1 }))).toBeUndefined();
    expect(hear(microphone([3, 5.2]), { openings: [] })).toBeUndefined();
  });

  it('stands also with the door shut only where it is normally open or a passage', () => {
    const at = microphone([1.5, 6]);
    expect(hear(at)?.standing).toBe(false);
    expect(hear(at, { openings: [door({ normallyOpen: true })] })?.standing).toBe(true);
    expect(hear(at, { openings: [door({}, 'passage')] })?.standing).toBe(true);
    const shut = door({ fixed: true, film: true, glazing: 'clear' }, 'window');
    expect(hear(at, { openings: [shut] })).toBeUndefined();
  });

  it('includes what a position tolerance adds to the pickup', () => {
    const at = microphone([1.5, 6.05], { pickup: 1 });
    expect(hear(at)).toBeUndefined();
    const tolerance = { heading: 0, tilt: 0, position: 0.2 };
    expect(hear({ ...at, tolerance })?.depth).toBeCloseTo(0.15, 2);
  });

  it('is measured from the wall as drawn: no door frame stands in the way along it', () => {
    // On the wall, 1 m from the jamb, to a point on the other side 0.3 m from it: 1.3 m, though the wall may be 0.3 m thick.
    const onWall = camera('m', [3, 5], { heading: 0 }, { audio: 'microphone', pickup: 1.35 });
    const strip = region(rect(2.28, 4.98, 0.02, 0.02));
    expect(hear(onWall, { target: strip, openings: [door({ thickness: 0.3 })] })?.area).toBeCloseTo(0.0004, 6);
  });
});

describe('a partition', () => {
  const partition = (height: number) => [
    wall(
      'p',
      [
        [0, 2],
        [4, 2],
      ],
      { height },
    ),
  ];
  const beyond = region(rect(0, 0, 4, 2));

  it('stops sound only where it reaches the ceiling', () => {
    const inside = microphone([2, 3]);
    expect(hear(inside, { walls: partition(3.1), target: beyond })?.area).toBeGreaterThan(7);
    expect(hear(inside, { walls: partition(3.2), target: beyond })).toBeUndefined();
  });

  it('that doesn’t is heard over by what hangs on it', () => {
    const hung = camera('m', [2, 2.02], { heading: 0 }, { audio: 'microphone', height: 1 });
    expect(hear(hung, { walls: partition(2.5), target: beyond })?.area).toBeGreaterThan(7);
    expect(hear(hung, { walls: partition(3.2), target: beyond })).toBeUndefined();
  });
});

describe('a wall as thick as it is drawn', () => {
  // Two rooms drawn by their inner faces, 0.3 m apart; the door's line lies on the lower face.
  const upper = zone('upper', rect(0, 5.3, 12, 4));
  const zones = [room, upper];

  it('is gone through from face to face', () => {
    // (1.5, 6.3): 1 m before the upper face, straight down.
    const through = [door({ thickness: 0.3 })];
    const reach = hear(microphone([1.5, 6.3], { pickup: 2 }), { zones, openings: through });
    expect(reach?.crossings.map(({ opening: by }) => by?.id)).toEqual(['d']);
    expect(reach?.depth).toBeCloseTo(0.7, 2);
    // On the upper face 1 m beside the door: 1 m to its corner, 0.3 m through, and on round the lower corner.
    const beside = camera('m', [3, 5.32], { heading: 0 }, { audio: 'microphone', pickup: 2 });
    const round = hear(beside, { zones, openings: through });
    expect(round?.crossings.map(({ opening: by }) => by?.id)).toEqual(['d']);
    expect(round?.depth).toBeCloseTo(0.7, 2);
    expect(round?.via[0]?.[0]).toBeCloseTo(2, 6);
    expect(round?.via[0]?.[1]).toBeCloseTo(5.3, 6);
    expect(hear({ ...beside, pickup: 1.29 }, { zones, openings: through })).toBeUndefined();
  });
});

describe('rooms one behind another', () => {
  // Corridor, anteroom, room; the two doors lie at opposite ends of the anteroom.
  const inner = zone('inner', rect(0, 0, 6, 3));
  const ante = zone('ante', rect(0, 3, 6, 2));
  const openings = [opening('outer', 'passage', [5, 5], [5.9, 5]), opening('last', 'door', [0.2, 3], [1.1, 3])];
  const at = microphone([1, 6]);
  const zones = [inner, ante, hall];

  it('are heard as far as the way round both doors reaches', () => {
    // √(4² + 1²) + √(3.9² + 2²) = 8.506 m to the second jamb, and 0.494 m on.
    const way = Math.sqrt(17) + Math.hypot(3.9, 2);
    expect(hear({ ...at, pickup: way - 0.01 }, { zones, openings, target: inner.region })).toBeUndefined();
    const reach = hear({ ...at, pickup: 9 }, { zones, openings, target: inner.region });
    expect(reach?.crossings.map(({ opening: by }) => by?.id)).toEqual(['outer', 'last']);
    expect(reach?.depth).toBeCloseTo(9 - way, 2);
    expect(reach?.standing).toBe(false);
    expect(reach?.via).toHaveLength(2);
  });
});

it('under another law a device hears as far as that law takes it to', () => {
  const device = microphone([5, 5.5]);
  const plan = site(level({ zones: [room, hall], openings: [door()], devices: [device] }));
  const before = createSight(plan);
  const near = before.hear(device, 'F1', hall.region)?.area ?? 0;
  const { pickup } = loadPack('nm-2017').parameters;
  if (pickup === undefined) throw new Error('the law takes no device to hear');
  const parameters = { ...plan.pack.parameters, pickup: { ...pickup, value: 2 * pickup.value } };
  const far = sightOn({ ...plan, pack: { ...plan.pack, parameters } }, before).sight.hear(device, 'F1', hall.region);
  expect(far?.area).toBeGreaterThan(1.2 * near);
});
