import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/geometry/types.js';
import type { Device, Level, Zone } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, level, opening, optics, rect, site, wall, zone } from '../support/site.js';

/** Every direction, any density: only walls and floors bound the view. */
const everywhere = { form: 'fisheye', hfov: 180, resolution: undefined } as const;
const any = 0.001;

function sightOf(levels: readonly Level[], device: Device) {
  return createSight(site(...levels.map((one) => (one.id === device.level ? { ...one, devices: [device] } : one))));
}

function look(levels: readonly Level[], device: Device, on: string, region: Region, world: 'may' | 'standing' = 'may') {
  return sightOf(levels, device).reach(device, on, region, any, world);
}

/** m²; 0 where nothing is seen. */
function seen(levels: readonly Level[], device: Device, on: string, target: Zone, world?: 'standing'): number {
  return look(levels, device, on, target.region, world)?.area ?? 0;
}

describe('up an atrium to a gallery', () => {
  // Atrium 10 × 10 over both storeys (floors at 0 and 4 m); on F2 a gallery 5 m deep to its east, open in all its width.
  const atrium = zone('atrium', rect(0, 0, 10, 10), { levels: ['F1', 'F2'] });
  const gallery = zone('gallery', rect(10, 0, 5, 10), { levels: ['F2'] });
  const open = opening('p', 'passage', [10, 0], [10, 10], { level: 'F2', thickness: 0 });
  const f1 = level({ zones: [atrium], ceiling: 4 });
  const f2 = (parts: Partial<Level> = {}) => level({ id: 'F2', zones: [gallery], ceiling: 3, elevation: 4, ...parts });
  const rail = (height: number) =>
    wall(
      'rail',
      [
        [10, 0],
        [10, 10],
      ],
      { level: 'F2', height },
    );
  // 3 m up, at the foot of the west wall: what is at 6 m, the head of a person, is seen 3 times as far as the floor's edge.
  const c = camera('c', [0, 5], everywhere, { height: 3 });

  it('as far as the head of a person is seen over the edge: all of it', () => {
    // Head at 4 + 2 = 6 m, edge at 4 m, 10 m away: (6 − 3)/(4 − 3) × 10 = 30 m.
    expect(seen([f1, f2({ openings: [open] })], c, 'F2', gallery)).toBeCloseTo(50, 6);
  });

  it('over a balustrade of 1.1 m only as deep as that lets it', () => {
    // (6 − 3)/(5.1 − 3) × 10 = 14.2857 m along every line, since gallery and balustrade are parallel: 4.2857 × 10.
    expect(seen([f1, f2({ walls: [rail(1.1)] })], c, 'F2', gallery)).toBeCloseTo(42.857143, 5);
  });

  it('not at all over a balustrade as high as a person, nor through a wall', () => {
    expect(seen([f1, f2({ walls: [rail(2)] })], c, 'F2', gallery)).toBe(0);
    expect(seen([f1, f2()], c, 'F2', gallery)).toBe(0);
  });

  it('only by one that looks up so far', () => {
    // 30° down with a field of 40° upright and 40° across: nothing above −10°; 3° of tolerance don't change that.
    const down = camera('c', [0, 5], optics({ tilt: 30, hfov: 40 }), { height: 3 });
    expect(seen([f1, f2({ openings: [open] })], down, 'F2', gallery)).toBe(0);
    const level0 = camera('c', [0, 5], optics({ tilt: 0, hfov: 90 }), { height: 3 });
    // 45° up: from 1 m ahead on, so the gallery's edge at 10 m is well in frame; ±45° across at 15 m holds all of it.
    expect(seen([f1, f2({ openings: [open] })], level0, 'F2', gallery)).toBeCloseTo(50, 6);
  });

  it('at the density of the true distance', () => {
    const sharp = camera('c', [0, 5], optics({ tilt: 0, hfov: 90 }), { height: 3 });
    // Of all points at 15 m ahead the one straight ahead is worst at no less than… every point is 15 m deep: the density at
    // the target's height, 4 + 1.5 − 3 = 2.5 m above the eye, is 500 px / hypot(15, y, 2.5) / cos², here 500·d/15² px/m.
    const reach = look([f1, f2({ openings: [open] })], sharp, 'F2', gallery.region);
    const [x, y] = reach?.worst.point ?? [0, 0];
    expect(x).toBeCloseTo(15, 6);
    const d = Math.hypot(15, y - 5, 2.5);
    expect(reach?.worst.density).toBeCloseTo((500 * d) / 15 ** 2, 6);
  });

  it('whatever was asked before: at a fine density first, then at a coarse one', () => {
    const sharp = camera('c', [0, 5], optics({ tilt: 0, hfov: 90 }), { height: 3 });
    const levels = [f1, f2({ openings: [open] })];
    const sight = sightOf(levels, sharp);
    const area = (from: number) => sight.reach(sharp, 'F2', gallery.region, from, 'may')?.area ?? 0;
    // 200 px/m ends at 500/200 × √3 = 4.33 m: before the gallery.
    expect(area(200)).toBe(0);
    expect(area(1)).toBeCloseTo(50, 6);
    expect(area(200)).toBe(0);
  });

  it('with the opening it passes there, and the depth past it', () => {
    const reach = look([f1, f2({ openings: [open] })], c, 'F2', gallery.region);
    expect(reach?.level).toBe('F2');
    expect(reach?.crossings.map(({ opening: one }) => one?.id)).toEqual(['p']);
    expect(reach?.depth).toBeCloseTo(5, 6);
  });

  it('and not by what stands on another floor of the same place', () => {
    // The same walls on F1 and a gallery below: sight to F2 passes nothing of it.
    const below = zone('below', rect(10, 0, 5, 10));
    expect(seen([{ ...f1, zones: [atrium, below] }, f2({ openings: [open] })], c, 'F2', gallery)).toBeCloseTo(50, 6);
  });
});

describe('from under a gallery', () => {
  // Under a ceiling of 3.8 m to the west (6 m), the atrium (10 m), the gallery to the east; floors at 0 and 4 m.
  const under = zone('under', rect(-6, 0, 6, 10));
  const atrium = zone('atrium', rect(0, 0, 10, 10), { levels: ['F1', 'F2'] });
  const gallery = zone('gallery', rect(10, 0, 5, 10), { levels: ['F2'] });
  const west = zone('west', rect(-6, 0, 6, 10), { levels: ['F2'] });
  const f1 = level({
    zones: [under, atrium],
    ceiling: 3.8,
    openings: [opening('o', 'passage', [0, 0], [0, 10], { thickness: 0 })],
  });
  const f2 = (height: number) =>
    level({
      id: 'F2',
      elevation: 4,
      ceiling: 3,
      zones: [gallery, west],
      walls: [
        wall(
          'rail',
          [
            [10, 0],
            [10, 10],
          ],
          { level: 'F2', height },
        ),
      ],
    });
  const c = camera('c', [-6, 5], everywhere, { height: 2.5 });

  it('sees over the far balustrade what its steepest line does', () => {
    // Out from under 3.8 m, 6 m ahead, no line is steeper than 1.3/6: at 16 m it is at 5.9667 m, above a balustrade of
    // 1.9 m (5.9 m). Over that a head at 6 m is seen up to 16 × 3.5/3.4 = 16.4706 m: 0.4706 m past it, 10 m wide.
    expect(seen([f1, f2(1.9)], c, 'F2', gallery)).toBeCloseTo(4.705882, 5);
  });

  it('sees nothing over one that is higher than that, though a head stands out above it', () => {
    // 1.98 m: 5.98 m, above 5.9667.
    expect(seen([f1, f2(1.98)], c, 'F2', gallery)).toBe(0);
  });

  it('sees nothing where it is under a lower ceiling', () => {
    // 3 m: no steeper than 0.5/6, which is at 4 m, the floor of F2, after 18 m: past the atrium.
    expect(seen([{ ...f1, ceiling: 3 }, f2(0.1)], c, 'F2', gallery)).toBe(0);
  });
});

describe('the depth of what is seen', () => {
  it('is past what the line passes on that level, not past a wall under which it came', () => {
    // Under a gallery along the south side (y < 2), whose wall on F2 the line to the east passes below, at a slight angle.
    const under = zone('under', rect(0, 0, 10, 2));
    const over = zone('over', rect(0, 0, 10, 2), { levels: ['F2'] });
    const atrium = zone('atrium', rect(0, 2, 10, 8), { levels: ['F1', 'F2'] });
    const east = zone('east', rect(10, 2, 5, 1.5), { levels: ['F2'] });
    const out = opening('o', 'passage', [0, 2], [10, 2], { thickness: 0 });
    const in_ = opening('p', 'passage', [10, 2], [10, 3.5], { level: 'F2', thickness: 0 });
    const f1 = level({ zones: [under, atrium], ceiling: 4, openings: [out] });
    const f2 = level({ id: 'F2', elevation: 4, ceiling: 3, zones: [over, east], openings: [in_] });
    const reach = look([f1, f2], camera('c', [0.5, 1.9], everywhere, { height: 3.5 }), 'F2', east.region);
    expect(reach?.depth).toBeCloseTo(5, 5);
    expect(reach?.crossings.map(({ opening: one }) => one?.id)).toEqual(['o', 'p']);
    const above = opening('above', 'passage', [0, 2], [10, 2], { level: 'F2', thickness: 0 });
    const opened = look(
      [f1, { ...f2, openings: [in_, above] }],
      camera('c', [0.5, 1.9], everywhere, { height: 3.5 }),
      'F2',
      east.region,
    );
    expect(opened?.crossings.map(({ opening: one }) => one?.id)).toEqual(['o', 'p']);
  });
});

describe('from a yard up to a window', () => {
  // Room 5 m deep on F2 (floor 3.3 m) behind a façade at y = 0, a window 2 m wide, sill 0.9.
  const yard = zone('yard', rect(-20, -30, 40, 30), { enclosed: false });
  const room = zone('room', rect(-5, 0, 10, 5), { levels: ['F2'] });
  const window = opening('w', 'window', [-1, 0], [1, 0], { level: 'F2', thickness: 0, sill: 0.9 });
  const f1 = level({ zones: [yard], ceiling: 3 });
  const f2 = level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: [room], openings: [window] });

  it('from below its floor: as far as the head of a person shows over the sill', () => {
    // Eye at 3 m, sill at 4.2, head at 5.3: 2.3/1.2 = 1.91667 times as far. From 3 m: 2.75 m past the window, which is
    // 2 m wide there and 2 × 1.91667 at the end: 2.75 × (2 + 3.83333)/2.
    const c = camera('c', [0, -3], everywhere, { height: 3 });
    const reach = look([f1, f2], c, 'F2', room.region);
    expect(reach?.area).toBeCloseTo(8.020833, 5);
    expect(reach?.depth).toBeCloseTo(2.75, 5);
    expect(reach?.crossings.map(({ opening: one, standing }) => [one?.id, standing])).toEqual([['w', true]]);
    expect(reach?.standing).toBe(true);
  });

  it('past the window alone, not past the one below it on its own level', () => {
    const below = zone('below', rect(-5, 0, 10, 5));
    const lower = opening('lower', 'window', [-1, 0], [1, 0], { thickness: 0 });
    const both = level({ ...f1, zones: [yard, below], openings: [lower] });
    const reach = look([both, f2], camera('c', [0, -3], everywhere, { height: 2.9 }), 'F2', room.region);
    expect(reach?.crossings.map(({ opening: one }) => one?.id)).toEqual(['w']);
  });

  it('from a pole of 4 m, above its floor and below its sill: 6.5 times as far as the sill, so all of it', () => {
    // Eye 0.7 m above F2's floor, sill 0.9: to a head of 2 m (2 − 0.7)/(0.9 − 0.7) = 6.5. From 10 m the room's 5 m are all
    // that is left: a trapezoid of 2 and 3 m, 5 m high.
    const c = camera('c', [0, -10], everywhere, { height: 4 });
    expect(seen([f1, f2], c, 'F2', room)).toBeCloseTo(12.5, 5);
    // From 0.5 m in front: 6.5 × 0.5 = 3.25 m, so 2.75 m past the window; there it sees ±6.5 m, the room has ±5: less two
    // triangles. At depth y the half-width is 1 + 2y: 5 m at y = 2.
    const close = camera('c', [0, -0.5], everywhere, { height: 4 });
    expect(seen([f1, f2], close, 'F2', room)).toBeCloseTo(2 * (2 + 4) + 10 * 0.75, 5);
  });

  it('not past a film that never comes off', () => {
    const film = { ...window, fixed: true, film: true };
    expect(seen([f1, { ...f2, openings: [film] }], camera('c', [0, -3], everywhere), 'F2', room)).toBe(0);
  });

  it('not from a room under another roof, unless it has a window itself', () => {
    const hut = zone('hut', rect(-2, -6, 4, 4));
    const inside = camera('c', [0, -5.9], everywhere, { height: 2.5 });
    expect(seen([{ ...f1, zones: [yard, hut] }, f2], inside, 'F2', room)).toBe(0);
    const own = opening('own', 'window', [-2, -2], [2, -2], { thickness: 0 });
    const reach = look([{ ...f1, zones: [yard, hut], openings: [own] }, f2], inside, 'F2', room.region);
    // Under 3 m at 3.9 m ahead: no steeper than 0.5/3.9, at the façade (5.9 m) no higher than 3.26 m, below the sill.
    expect(reach).toBeUndefined();
    const tall = level({ ...f1, zones: [yard, hut], openings: [own], ceiling: 3.3 });
    // Under 3.3 m: no steeper than 0.8/3.9, at the façade no higher than 3.71 m; a sill of 0.3 m (3.6 m) is below that.
    const low = { ...f2, openings: [{ ...window, sill: 0.3 }] };
    const through = look([{ ...tall, zones: [yard, hut] }, low], { ...inside }, 'F2', room.region);
    expect(through?.crossings.map(({ opening: one }) => one?.id)).toEqual(['own', 'w']);
  });

  it('not over a roof from behind it, where every line over it is too steep', () => {
    // An annex 3.95 m high, 6 m ahead; F2 at 4 m. Eye 2.5 m: over it no flatter than 1.45/6, at the façade, 15 m ahead, no
    // lower than 6.125 m: above a head at 6 m. Of 3.9 m: 1.4/6, exactly 6 m.
    const annex = zone('annex', rect(-15, -9, 30, 4));
    const high = { ...f2, elevation: 4 };
    const c = camera('c', [0, -15], everywhere, { height: 2.5 });
    expect(seen([{ ...f1, zones: [yard, annex], ceiling: 3.95 }, high], c, 'F2', room)).toBe(0);
    // 3.6 m: no flatter than 1.1/6: at the façade 5.25 m, over the sill (4.9); a head at 6 m is seen up to 19.0909 m.
    const reach = look([{ ...f1, zones: [yard, annex], ceiling: 3.6 }, high], c, 'F2', room.region);
    expect(reach?.depth).toBeCloseTo((3.5 / 1.1) * 6 - 15, 4);
  });
});

describe('down from F3 through an atrium', () => {
  // Atrium 8 × 10 over three storeys of 3.3 m with ceilings of 3 m, a room 6 m deep to its east on F1, open in all its width.
  const atrium = zone('atrium', rect(0, 0, 8, 10), { levels: ['F1', 'F2', 'F3'] });
  const room = zone('room', rect(8, 0, 6, 10));
  const open = opening('p', 'passage', [8, 0], [8, 10], { thickness: 0 });
  const f1 = level({ zones: [atrium, room], ceiling: 3, openings: [open] });
  const f2 = level({ id: 'F2', elevation: 3.3, ceiling: 3 });
  const f3 = level({ id: 'F3', elevation: 6.6, ceiling: 3 });
  const c = camera('c', [0, 5], everywhere, { height: 2.2, level: 'F3' });

  it('as far as the floor is seen under the ceiling', () => {
    // Eye at 8.8 m; under 3 m at 8 m ahead, at the floor after 8 × 8.8/5.8 = 12.1379 m: 4.1379 m past the opening.
    const reach = look([f1, f2, f3], c, 'F1', room.region);
    expect(reach?.area).toBeCloseTo(41.37931, 4);
    expect(reach?.depth).toBeCloseTo(4.137931, 5);
  });

  it('under a lintel of 2.1 m less', () => {
    // 8 × 8.8/6.7 = 10.50746 m.
    const low = { ...f1, openings: [{ ...open, head: 2.1 }] };
    expect(look([low, f2, f3], c, 'F1', room.region)?.depth).toBeCloseTo(2.507463, 5);
  });

  it('less what its masks hide of the floor it would look down past', () => {
    const at = camera('c', [0, 5], optics({ tilt: 45, hfov: 100 }), { height: 2.2, level: 'F3' });
    expect(seen([f1, f2, f3], at, 'F1', room)).toBeGreaterThan(10);
    const mask = { polygon: rect(0.01, -40, 60, 90), permanent: true, dynamic: false, hiddenAboveZoom: false };
    expect(seen([f1, f2, f3], { ...at, masks: [mask] }, 'F1', room)).toBe(0);
    // Lines to the room pass the camera's own floor 2 to 3.1 m ahead: there they are as low as it.
    const strip = { ...mask, polygon: rect(1.8, -40, 1.5, 90) };
    expect(seen([f1, f2, f3], { ...at, masks: [strip] }, 'F1', room)).toBe(0);
  });

  it('not past a gallery that juts out below, which hides all of it', () => {
    // F2's gallery 5 m out from the east: the line over its edge, 3 m ahead and 3.3 m high, is on the floor 4.8 m ahead.
    const jut = zone('jut', rect(3, 0, 5, 10), { levels: ['F2'] });
    const round = { ...atrium, nested: ['jut'] };
    expect(seen([{ ...f1, zones: [round, room] }, { ...f2, zones: [jut] }, f3], c, 'F1', room)).toBe(0);
  });

  it('what lies under the sky is seen from above, past no opening', () => {
    const patch = zone('patch', rect(2, 2, 2, 2), { enclosed: false });
    const yard = zone('yard', rect(0, 0, 8, 10), { enclosed: false });
    const window = zone('tower', rect(-3, 4, 3, 2), { levels: ['F3'] });
    const out = opening('w', 'window', [0, 4.5], [0, 5.5], { level: 'F3', thickness: 0 });
    const above = level({ ...f3, zones: [window], openings: [out] });
    const reach = look(
      [level({ zones: [yard, patch], ceiling: 3 }), above],
      camera('c', [-1, 5], everywhere, { height: 2.2, level: 'F3' }),
      'F1',
      patch.region,
    );
    // Through 1 m at 1 m: a wedge of ±0.5 about y = 5, nothing of y ≤ 4 until 2 m past it: x = 1 and on.
    // At x the half-width is (x + 1)/2: at x = 2 1.5, at x = 4 2.5. Patch: y from 2 to 4; seen from 5 − (x + 1)/2 to 4.
    // Area: ∫ (x + 1)/2 − 1 from 2 to 4 = ∫ (x − 1)/2 = 2. All of it steep enough: floor at x = −1 + 8.8/2.2 = 3 …
    // and heads (6.8/2.2) from x = 2.09 on where the sill is the floor itself: less 0.0909 × about 0.52.
    expect(reach?.area).toBeGreaterThan(1.9);
    expect(reach?.area).toBeLessThan(2.0001);
    expect(reach?.crossings.map(({ opening: one }) => one?.id)).toEqual(['w']);
  });
});

describe('from inside a building on F2 down into another on F1', () => {
  // 30 m behind its window (x = 0), eye 6 m up; the floor of F2 at 3.3 m. The other begins 6 m past the window; its ceiling
  // is 3 m. Lines are at 3 m from 30 × 3/2.7 = 33.333 m on.
  const hall = zone('hall', rect(-31, 0, 31, 10), { levels: ['F2'] });
  const out = opening('w', 'window', [0, 0], [0, 10], { level: 'F2', thickness: 0 });
  const f2 = level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: [hall], openings: [out] });
  const c = camera('c', [-30, 5], everywhere, { height: 2.7, level: 'F2' });

  it('sees what is in line with its door, from where heads come into view', () => {
    const room = zone('room', rect(6, 0, 34, 10));
    const door = opening('p', 'passage', [6, 4.5], [6, 5.5], { thickness: 0 });
    // A head, 2 m, on a line that is at 3 m no nearer than 33.333 m: from 44.444 m on, to the end of the room at 70 m,
    // through 1 m at 36 m: (70² − 44.444²)/(2 × 36).
    const area = seen([level({ zones: [room], ceiling: 3, openings: [door] }), f2], c, 'F1', room);
    expect(area).toBeCloseTo((4900 - 44.444444 ** 2) / 72, 4);
  });

  it('sees less of what is outdoors behind a wall that is higher than a person', () => {
    const patch = zone('patch', rect(20, 0, 10, 10), { enclosed: false });
    // A wall of 2.5 m, 45 m ahead: behind it nothing of a person is seen up to 45 × (6 − 2)/(6 − 2.5) = 51.42857 m.
    const fence = wall(
      'fence',
      [
        [15, -50],
        [15, 60],
      ],
      { height: 2.5 },
    );
    const bare = level({ zones: [patch], ceiling: 3 });
    expect(seen([bare, f2], c, 'F1', patch)).toBeCloseTo(100, 4);
    expect(seen([{ ...bare, walls: [fence] }, f2], c, 'F1', patch)).toBeCloseTo(10 * (60 - 51.428571), 4);
  });
});

describe('rooms drawn by their inner faces', () => {
  // Walls 0.3 m thick, and a door in the one between two rooms.
  const rooms = (on: string) => [
    zone('south', rect(0, 0, 4, 4), { levels: [on] }),
    zone('north', rect(0, 4.3, 4, 4), { levels: [on] }),
  ];
  const door = (on: string) => opening('d', 'passage', [1, 4.15], [3, 4.15], { level: on, thickness: 0.3 });

  it('have a ceiling in their doorways', () => {
    const f1 = level({ ceiling: 3, zones: rooms('F1'), openings: [door('F1')] });
    const tower = zone('tower', rect(0, 20, 4, 4), { levels: ['F2'] });
    const window = opening('w', 'window', [1, 20], [3, 20], { level: 'F2', thickness: 0 });
    const f2 = level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: [tower], openings: [window] });
    // Up through the doorway 3.15 m ahead a line of 0.2/3.15 would be at 4 m at the tower, 0.7 m above its floor.
    expect(seen([f1, f2], camera('c', [2, 1], everywhere, { height: 2.8 }), 'F2', tower)).toBe(0);
  });

  it('have a floor in their doorways', () => {
    const patch = zone('patch', rect(-10, -10, 30, 30), { enclosed: false });
    const f1 = level({ ceiling: 3, zones: [patch] });
    const f2 = level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: rooms('F2'), openings: [door('F2')] });
    expect(seen([f1, f2], camera('c', [2, 1], everywhere, { height: 2.8, level: 'F2' }), 'F1', patch)).toBe(0);
  });
});

describe('up and down stairs', () => {
  const stairs = zone('stairs', rect(0, 0, 3, 6), { levels: ['F1', 'F2'] });
  const hall = zone('hall', rect(0, 6, 3, 6), { levels: ['F2'] });
  const door = opening('d', 'door', [1, 6], [2, 6], { level: 'F2', thickness: 0 });
  const f1 = level({ zones: [stairs], ceiling: 3 });
  const f2 = level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: [hall], openings: [door] });
  const c = camera('c', [1.5, 0], everywhere, { height: 2.8 });

  it('sees through the door on the next landing, when somebody opens it', () => {
    // Eye 2.8 m, 6 m before the door: (5.3 − 2.8)/0.5 = 5 times as far, so all of the hall's depth; the wedge is 1 m wide at
    // 6 m and 2 m at 12 m: 6 × 1.5.
    const reach = look([f1, f2], c, 'F2', hall.region);
    expect(reach?.area).toBeCloseTo(9, 6);
    expect(reach?.standing).toBe(false);
    expect(seen([f1, f2], c, 'F2', hall, 'standing')).toBe(0);
  });

  it('sees the same from the top down through the door below, as far as the ceiling there lets it', () => {
    const below = zone('below', rect(0, 6, 3, 6));
    const lower = level({ zones: [stairs, below], ceiling: 3, openings: [{ ...door, level: 'F1' }] });
    const down = camera('c', [1.5, 0], everywhere, { height: 2.8, level: 'F2' });
    // Eye 6.1 m; under 3 m at 6 m ahead: on the floor after 6 × 6.1/3.1 = 11.80645 m.
    expect(look([lower, level({ id: 'F2', elevation: 3.3, ceiling: 3 })], down, 'F1', below.region)?.depth).toBeCloseTo(
      5.806452,
      5,
    );
  });
});

describe('levels of one elevation', () => {
  const hall = zone('hall', rect(0, 0, 6, 4));
  const other = zone('other', rect(10, 0, 5, 4));
  const [w1, w2] = [opening('w1', 'window', [6, 1.5], [6, 2]), opening('w2', 'window', [10, 1], [10, 3])];
  const c = camera('c', [1, 1.7], everywhere, { height: 2.5 });

  it('are seen as if they were drawn on one sheet', () => {
    const one = level({ zones: [hall, other], openings: [w1, w2] });
    const apart = [
      level({ zones: [hall], openings: [w1] }),
      level({ id: 'B1', zones: [{ ...other, levels: ['B1'] }], openings: [{ ...w2, level: 'B1' }] }),
    ];
    const alone = look([one], c, 'F1', other.region);
    const together = look(apart, c, 'B1', other.region);
    expect(alone?.area).toBeGreaterThan(0.5);
    expect(together?.area).toBeCloseTo(alone?.area ?? 0, 6);
    expect(together?.depth).toBeCloseTo(alone?.depth ?? 0, 6);
    expect(together?.crossings.map(({ opening: at }) => at?.id)).toEqual(['w1', 'w2']);
  });

  it('are hidden from each other by a third that stands between them', () => {
    const apart = (between: Zone[]) => [
      level({ zones: [hall], openings: [w1] }),
      level({ id: 'B1', zones: [{ ...other, levels: ['B1'] }], openings: [{ ...w2, level: 'B1' }] }),
      level({ id: 'C1', zones: between }),
    ];
    const shed = zone('shed', rect(7, -5, 2, 15), { levels: ['C1'] });
    expect(seen(apart([]), c, 'B1', other)).toBeGreaterThan(0.5);
    expect(seen(apart([shed]), c, 'B1', other)).toBe(0);
  });

  it('that lie in each other say nothing, and are said to', () => {
    const over = level({ id: 'F2', zones: [zone('over', rect(0, 0, 6, 4), { levels: ['F2'] })] });
    expect(sightOf([level({ zones: [hall] }), over], c).unsaid(c, 'F2')).toEqual({ what: 'elevation' });
    const beside = level({ id: 'F2', zones: [zone('beside', rect(6, 0, 6, 4), { levels: ['F2'] })] });
    expect(sightOf([level({ zones: [hall] }), beside], c).unsaid(c, 'F2')).toBeUndefined();
  });
});

describe('what the plan leaves open', () => {
  const yard = zone('yard', rect(-20, -30, 40, 30), { enclosed: false });
  const room = zone('room', rect(-5, 0, 10, 5), { levels: ['F2'] });
  const window = opening('w', 'window', [-1, 0], [1, 0], { level: 'F2', thickness: 0, sill: 0.9 });
  const f1 = level({ zones: [yard], ceiling: 3 });
  const f2 = level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: [room], openings: [window] });
  const c = camera('c', [0, -3], everywhere, { height: 3 });
  const unsaid = (levels: readonly Level[], device: Device, on = 'F2') => sightOf(levels, device).unsaid(device, on);

  it('is nothing where heights are given', () => {
    expect(unsaid([f1, f2], c)).toBeUndefined();
  });

  it('is the mount height: then all heights are possible', () => {
    const unknown = { ...c, height: undefined };
    expect(unsaid([f1, f2], unknown)).toEqual({ what: 'height' });
    // Every line through the window, to the back of the room: a wedge 2 m wide at 3 m, 10 m at 8 m… cut by the side walls.
    expect(seen([f1, f2], unknown, 'F2', room)).toBeGreaterThan(seen([f1, f2], c, 'F2', room));
  });

  it('is the ceiling of its own level, which may hide what is above', () => {
    expect(unsaid([{ ...f1, ceiling: undefined }, f2], c)).toEqual({ what: 'ceiling', level: 'F1' });
    expect(seen([{ ...f1, ceiling: undefined }, f2], c, 'F2', room)).toBeCloseTo(seen([f1, f2], c, 'F2', room), 6);
  });

  it('is the ceiling of a level below, which bounds how far in it sees', () => {
    const above = camera('c', [0, -3], everywhere, { height: 2, level: 'F2' });
    expect(unsaid([{ ...f1, ceiling: undefined }, f2], above, 'F1')).toEqual({ what: 'ceiling', level: 'F1' });
  });

  it('is where a device is that has a tolerance', () => {
    const loose = { ...c, tolerance: { ...c.tolerance, position: 0.5 } };
    expect(unsaid([f1, f2], loose)).toEqual({ what: 'position' });
  });

  it('is what to make of a device above a floor under which it stands', () => {
    const hall = zone('hall', rect(-5, 0, 10, 5));
    const high = camera('c', [0, 2], everywhere, { height: 4 });
    expect(unsaid([level({ zones: [hall], ceiling: 6 }), f2], high)).toEqual({ what: 'floor' });
  });
});

describe('an elevator car', () => {
  const kind = {
    id: 'elevator-car',
    name: { zh: '', en: '' },
    synonyms: { zh: [], en: [] },
    imdf: [],
    osm: [],
    enclosed: true,
    public: true,
    moves: true,
  };
  const car = zone('car', rect(0, 0, 2, 2), { levels: ['F1', 'F2'], spec: kind });
  const lobby = zone('lobby', rect(0, 2, 2, 4), { levels: ['F2'] });
  const door = opening('d', 'door', [0.5, 2], [1.5, 2], { level: 'F2', thickness: 0 });
  const levels = [
    level({ zones: [car], ceiling: 3 }),
    level({ id: 'F2', elevation: 3.3, ceiling: 3, zones: [lobby], openings: [door] }),
  ];

  it('takes its camera along: on each level it sees what it sees from there', () => {
    // 1 m wide at 2 m, 2 m at 4 m, the lobby no wider: 2 × 1.5 + 2 × 2. From F1, through the shaft, it would be less: to
    // (5.3 − 0.5)/(3.3 − 0.5) × 2 = 3.42857 m.
    const c = camera('c', [1, 0], everywhere, { height: 0.5, zones: ['car'] });
    expect(seen(levels, c, 'F2', lobby)).toBeCloseTo(7, 6);
    const fixed = { ...c, zones: [] };
    expect(seen(levels, fixed, 'F2', lobby)).toBeCloseTo((1.428571 * (1 + 1.714286)) / 2, 5);
  });
});

describe('shafts and the sky', () => {
  const spec = (open: 'sky' | 'shaft') => ({
    id: open,
    name: { zh: '', en: '' },
    synonyms: { zh: [], en: [] },
    imdf: [],
    osm: [],
    enclosed: open === 'shaft',
    public: false,
    open,
  });
  // A lobby, above it a void named as such on F2 alone, and a gallery beside that.
  const lobby = zone('lobby', rect(0, 0, 10, 10));
  const gallery = zone('gallery', rect(10, 0, 5, 10), { levels: ['F2'] });
  const void_ = zone('void', rect(0, 0, 10, 10), { levels: ['F2'], spec: spec('shaft') });
  const open = opening('p', 'passage', [10, 0], [10, 10], { level: 'F2', thickness: 0 });
  const c = camera('c', [0, 5], everywhere, { height: 3 });
  const f2 = (zones: Zone[]) => level({ id: 'F2', elevation: 4, ceiling: 3, zones, openings: [open] });

  it('a void over a room is open below, though the room does not say that it spans two levels', () => {
    expect(seen([level({ zones: [lobby], ceiling: 4 }), f2([gallery, void_])], c, 'F2', gallery)).toBeCloseTo(50, 6);
  });

  it('a yard has no ceiling, and a yard over a cellar has a floor', () => {
    const yard = zone('yard', rect(0, 0, 10, 10), { enclosed: false, spec: spec('sky') });
    expect(seen([level({ zones: [yard], ceiling: 4 }), f2([gallery])], c, 'F2', gallery)).toBeCloseTo(50, 6);
    const cellar = zone('cellar', rect(0, 0, 10, 10), { enclosed: false });
    const above = { ...yard, levels: ['F2'] };
    expect(seen([level({ zones: [cellar], ceiling: 4 }), f2([gallery, above])], c, 'F2', gallery)).toBe(0);
  });
});
