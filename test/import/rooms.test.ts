import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { FeatureCollection, Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { interiorPoint } from '../../src/geometry/area/interior.js';
import { coveredArea } from '../../src/geometry/area/measure.js';
import { regionOf } from '../../src/geometry/shapes/ring.js';
import type { Point } from '../../src/geometry/types.js';
import type { DraftZone } from '../../src/import/draft.js';
import { loadMapping } from '../../src/import/mapping/load.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import type { Note } from '../../src/import/notes.js';
import { type Barrier, spacesBetween } from '../../src/import/rooms/spaces.js';
import { inRing } from '../../src/plan/inside.js';
import { project } from '../../src/plan/read/frame.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { loadGeos } from '../geometry/geos.js';
import { type Drawn, drawn, feature, mapping, TWO_ROOMS } from './drawn.js';
import { poolsBetween } from './flood.js';
import { dataFiles, file, hasData, type Made, make, outcomes, pack } from './support.js';

const rooms = (made: Made): readonly DraftZone[] => made.building.identified.draft.zones;
const areaOf = ({ rings: [outer, ...shadows] }: Pick<DraftZone, 'rings'>): number => {
  const region = { rings: [outer], shadows };
  return Number(coveredArea(region, [{ rings: [outer], shadows: [] }]).covered.toFixed(4));
};
const areas = (made: Made): number[] => rooms(made).map(areaOf);
const notesOf = (made: Made, id: string): readonly Note[] =>
  made.building.notes.filter(({ message }) => message.id === id);
const ids = (made: Made) => made.building.notes.map(({ sort, message }) => `${sort} ${message.id}`);

describe('rooms formed of walls, doors and windows', () => {
  it('are what they enclose with doors shut, drawn by the inner faces of walls', () => {
    const made = make([drawn(TWO_ROOMS)], { mapping });
    expect(areas(made)).toEqual([12, 12]);
    expect(rooms(made).map(({ id, kind, untold }) => [id, kind, untold])).toEqual([
      ['1F-x2y2', 'other', ''],
      ['1F-x6y2', 'other', ''],
    ]);
    const report = made.lint();
    expect(report.site.faults).toEqual([]);
    const [level] = report.site.levels;
    const { cuts, sealed } = deriveWalls(level);
    expect(cuts.map(({ joins }) => joins.map((zone) => zone?.id).sort())).toEqual([['1F-x2y2', '1F-x6y2']]);
    expect(sealed).toEqual([]);
  });

  it('let a camera see through the door and not through the wall', () => {
    const toilet: Drawn = ['room', 6, 1.5, 0, 0, '女卫生间'];
    const made = make([drawn([...TWO_ROOMS, toilet])], { mapping });
    const camera = (heading: number) => ({ id: 'C1', kind: 'camera', audio: 'none', at: [2, 1.65], height: 2.6, heading, tilt: 15, hfov: 40, resolution: [2560, 1440] }); // biome-ignore format: one device
    const seen = (heading: number) =>
      outcomes(made.lint('F1', [camera(heading)]), 'capture/view-into-private-zone')['C1>1F-x6y2'];
    expect(seen(90)).toBe('review');
    expect(seen(0)).toBeUndefined();
  });

  it('keep their walls whatever a name says they are, even a place that mostly has none', () => {
    const lobby: Drawn = ['room', 6, 1.5, 0, 0, '电梯厅'];
    const made = make([drawn([...TWO_ROOMS, lobby])], { mapping });
    expect(rooms(made).map(({ kind, keys }) => [kind, keys.enclosed])).toEqual([
      ['other', true],
      ['elevator-lobby', true],
    ]);
    expect(deriveWalls(made.lint().site.levels[0]).cuts).toHaveLength(1);
  });

  it.each([
    ['counter', TWO_ROOMS, '1F-x2y2', true],
    ['restroom', [...TWO_ROOMS, ['outline', 0, 0, 8.6, 6.4], ['room', 4, 5, 0, 0, '柜台']], '1F-x4y5', false],
  ] as const)('have the walls that are drawn whatever an override says they are: %s', (kind, shapes, id, enclosed) => {
    const made = make([drawn(shapes)], { mapping });
    const [level] = made.lintPlan(`${made.plan.replace('# overrides:', 'overrides:')}  ${id}: {kind: ${kind}}\n`).site
      .levels;
    expect(level.zones.find((zone) => zone.id === id)).toMatchObject({ kind, enclosed });
  });

  it('keep a wall between them that one sees through or over: glass, as a polygon or as lines, or a low one', () => {
    const names: Drawn[] = [
      ['room', 1, 1, 0, 0, '走道'],
      ['room', 6, 1, 0, 0, '女卫生间'],
    ];
    const shell: Drawn[] = [
      ['wall', 0, 0, 8.4, 0.2],
      ['wall', 0, 3.2, 8.4, 0.2],
      ['wall', 0, 0, 0.2, 3.4],
      ['wall', 8.2, 0, 0.2, 3.4],
      ['door', 0, 1, 0.2, 1],
    ];
    const camera = { id: 'C1', kind: 'camera', audio: 'none', at: [2, 1.65], height: 2.6, heading: 90, tilt: 15, hfov: 40, resolution: [2560, 1440] }; // biome-ignore format: one device
    const seen = (keys: Readonly<Record<string, unknown>>, ...lines: number[][][]) => {
      const walls = lines.map((coordinates, at) => {
        const type = coordinates.length > 2 ? 'Polygon' : 'LineString';
        return feature('special', `g${at}`, { type, coordinates: type === 'Polygon' ? [coordinates] : coordinates } as Geometry); // biome-ignore format: one wall
      });
      const rules = [...mapping.rules, { where: { type: 'special' }, as: 'wall' as const, keys }];
      const made = make([drawn([...shell, ...names], walls)], { mapping: { ...mapping, rules } });
      expect(areas(made)).toHaveLength(2);
      const [wc] = rooms(made).filter(({ kind }) => kind === 'restroom');
      return outcomes(made.lint('F1', [camera]), 'capture/view-into-private-zone')[`C1>${wc?.id}`];
    };
    const ring = [[4.2, 0.2], [4.3, 0.2], [4.3, 3.2], [4.2, 3.2], [4.2, 0.2]]; // biome-ignore format: a ring
    const faces = [4.2, 4.3].map((x) => [[x, 0.2], [x, 3.2]]); // biome-ignore format: lines
    for (const lines of [[ring], faces, faces.slice(0, 1)]) {
      expect(seen({ material: 'opaque' }, ...lines)).toBeUndefined();
      expect(seen({ material: 'clear' }, ...lines)).toBe('fail');
      expect(seen({ height: 1.2 }, ...lines)).toBe('fail');
    }
  });

  it('stay apart across a slip of the pen, on record, unless nothing may be mended', () => {
    const slip = TWO_ROOMS.map((one): Drawn => (one[0] === 'door' ? ['door', 4.2, 1.2, 0.2, 0.87] : one));
    const made = make([drawn(slip)], { mapping });
    expect(rooms(made)).toHaveLength(2);
    expect(notesOf(made, 'rooms/gap')).toMatchObject([{ sort: 'mended', size: 0.03, level: '1F' }]);
    const [{ at }] = notesOf(made, 'rooms/gap');
    expect(at?.[1]).toBeCloseTo(2.085, 2);
    const strict = make([drawn(slip)], { mapping, strict: true });
    expect(rooms(strict)).toHaveLength(1);
    expect(ids(strict)).toContain('refused rooms/open-gap');
  });

  it('stay closed across a slip in an outer wall, on record, unless nothing may be mended', () => {
    const slip = TWO_ROOMS.map((one): Drawn => (one[1] === 8.4 ? ['wall', 8.4, 0.24, 0.2, 2.96] : one));
    const made = make([drawn(slip)], { mapping });
    expect(areas(made)).toEqual([12, 12]);
    expect(notesOf(made, 'rooms/gap')).toMatchObject([{ sort: 'mended', size: 0.04, level: '1F' }]);
    const strict = make([drawn(slip)], { mapping, strict: true });
    expect(areas(strict)).toEqual([12]);
    expect(ids(strict)).toContain('refused rooms/open-gap');
  });

  it('are one where a gap is wider than that and no door is drawn in it', () => {
    const open = make([drawn(TWO_ROOMS.map((one): Drawn => (one[0] === 'door' ? ['door', 4.2, 1.2, 0.2, 0.8] : one)))], { mapping }); // biome-ignore format: one plan
    expect(rooms(open)).toHaveLength(1);
    expect(notesOf(open, 'rooms/gap')).toEqual([]);
  });

  it('take their name and kind from a zone that fills most of them, or from a point in them', () => {
    const made = make([drawn([...TWO_ROOMS, ['room', 0.1, 0.1, 4, 2, '男更衣室'], ['room', 5, 1, 0, 0, '办公室']])], {
      mapping,
    });
    expect(rooms(made).map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ['room1', 'changing-room', '男更衣室'],
      ['1F-x6y2', 'office', '办公室'],
    ]);
    expect(areas(made)).toEqual([12, 12]);
    expect(made.lint().site.faults).toEqual([]);
  });

  it('keep a zone that fills only a part of them, without walls: it stays what it is', () => {
    const made = make([drawn([...TWO_ROOMS, ['room', 0.2, 0.2, 1, 1, '哺乳室']])], { mapping });
    const [nested] = rooms(made);
    expect(nested).toMatchObject({ id: 'room1', kind: 'nursing-room', keys: { enclosed: false } });
    expect(rooms(made)).toHaveLength(3);
    expect(notesOf(made, 'rooms/nested')).toMatchObject([{ sort: 'assumed', ids: ['room1'] }]);
    expect(made.lint().site.faults).toEqual([]);
  });

  it('are left to a source that draws its rooms itself', () => {
    const both: readonly Drawn[] = [['room', 0.2, 0.2, 4, 3], ['room', 4.4, 0.2, 4, 3], ...TWO_ROOMS];
    const made = make([drawn(both)], { mapping });
    expect(rooms(made).map(({ id }) => id)).toEqual(['room1', 'room2']);
    expect(made.building.identified.draft.walls).toHaveLength(6);
    expect(ids(made).filter((id) => id.includes('rooms/'))).toEqual([]);
  });

  it('are added to those of such a source where it has left one out', () => {
    const made = make([drawn([['room', 0.2, 0.2, 4, 3], ...TWO_ROOMS])], { mapping });
    expect(rooms(made).map(({ id }) => id)).toEqual(['room1', '1F-x6y2']);
    expect(notesOf(made, 'rooms/missing')).toMatchObject([{ sort: 'assumed', ids: ['1F-x6y2'] }]);
    expect(made.lint().site.faults).toEqual([]);
  });

  it('are none where walls alone enclose something: the houses of a town have courtyards', () => {
    const made = make([drawn(TWO_ROOMS.filter(([type]) => type === 'wall'))], { mapping });
    expect(rooms(made)).toEqual([]);
  });

  it('go round a pillar, which is a hole in them and no wall besides', () => {
    const made = make([drawn([...TWO_ROOMS, ['wall', 1, 1, 0.4, 0.4]])], { mapping });
    expect(areas(made)).toEqual([12, 11.84]);
    expect(rooms(made)[1].rings).toHaveLength(2);
    // The wall between the rooms and the pillar are edges of rooms; the outer walls have another face.
    expect(made.building.identified.draft.walls.map(({ id }) => id)).toEqual(['wall1', 'wall2', 'wall3', 'wall4']);
    expect(notesOf(made, 'rooms/walls')).toMatchObject([{ sort: 'left-out', ids: ['wall5', 'wall6', 'wall7'] }]);
  });

  it('end at the outline where no wall stands, and are not enclosed there', () => {
    const terrace: readonly Drawn[] = [...TWO_ROOMS, ['outline', 0, 0, 8.6, 6.4]];
    const made = make([drawn(terrace)], { mapping });
    expect(areas(made)).toEqual([25.8, 12, 12]);
    expect(rooms(made).map(({ keys }) => keys)).toEqual([{ enclosed: false }, { enclosed: true }, { enclosed: true }]);
    expect(notesOf(made, 'rooms/unwalled')).toMatchObject([{ count: 1 }]);
    // The wall between terrace and rooms is no edge of an enclosed room on both sides: it stays.
    expect(made.building.identified.draft.walls.map(({ id }) => id)).toContain('wall2');
  });

  it('are none that nobody fits into: recesses outside windows and cracks', () => {
    const made = make([drawn([...TWO_ROOMS, ['outline', 0, 0, 8.6, 3.65]])], { mapping });
    expect(rooms(made)).toHaveLength(2);
    expect(notesOf(made, 'rooms/scraps')).toMatchObject([{ sort: 'left-out', count: 1 }]);
  });

  it('are formed of lines too, and of a wall that is one polygon with the rooms as its holes', () => {
    const line = (id: string, ...coordinates: number[][]) => feature('wall', id, { type: 'LineString', coordinates });
    const door = feature('door', 'd', { type: 'LineString', coordinates: [[4, 1], [4, 2]] }); // biome-ignore format: a line
    const box = line('w1', [0, 0], [8, 0], [8, 3], [0, 3], [0, 0]);
    const lines = make([drawn([], [box, line('w2', [4, 0], [4, 1]), line('w3', [4, 2], [4, 3]), door])], { mapping });
    expect(areas(lines)).toEqual([12, 12]);
    expect(lines.lint().site.faults).toEqual([]);
    const ring = (x: number, y: number, w: number, d: number) => [[x, y], [x + w, y], [x + w, y + d], [x, y + d], [x, y]]; // biome-ignore format: a ring
    const solid = feature('wall', 'w', { type: 'Polygon', coordinates: [ring(0, 0, 8.6, 3.4), ring(0.2, 0.2, 4, 3), ring(4.4, 0.2, 4, 3)] }); // biome-ignore format: one wall
    const holes = make([drawn([['door', 4.2, 1.2, 0.2, 0.9]], [solid])], { mapping });
    expect(areas(holes)).toEqual([12, 12]);
    expect(deriveWalls(holes.lint().site.levels[0]).cuts[0].joins.every((zone) => zone !== undefined)).toBe(true);
  });

  it('keep their ids when rooms elsewhere come and go', () => {
    const annex: readonly Drawn[] = [['wall', 0, 6.4, 8.6, 0.2], ['wall', 0, 3.4, 0.2, 3], ['wall', 8.4, 3.4, 0.2, 3]]; // biome-ignore format: three walls
    const before = rooms(make([drawn(TWO_ROOMS)], { mapping })).map(({ id }) => id);
    const after = rooms(make([drawn([...TWO_ROOMS, ...annex])], { mapping })).map(({ id }) => id);
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('of a house of any number of rooms, turned any way, are as many and as large as were built', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 8, max: 40 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 8, max: 40 }), { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 6.3, noNaN: true }),
        fc.double({ min: 0, max: 0.003, noNaN: true }),
        (widths, depths, angle, slip) => {
          const turned = ([x, y]: Point): Point => [
            x * Math.cos(angle) - y * Math.sin(angle) + 50,
            x * Math.sin(angle) + y * Math.cos(angle) + 50,
          ];
          const { barriers, built } = house(widths, depths, slip);
          const { rooms: found, gaps } = spacesBetween(
            barriers.map((one) => ({ ...one, lines: one.lines.map((line) => line.map(turned)) })),
            { close: true },
          );
          expect(found.length).toBe(built.length);
          const sorted = [...built].sort((a, b) => b - a);
          for (const [i, { area }] of found.entries()) expect(Math.abs(area - sorted[i])).toBeLessThan(0.08);
          expect(gaps).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Rooms in rows and columns (widths and depths in tenths of a metre), a door in every wall between them, drawn `slip` m short. */
function house(widths: readonly number[], depths: readonly number[], slip: number) {
  const barriers: Barrier[] = [];
  const built: number[] = [];
  const box = (x: number, y: number, w: number, d: number): void => {
    barriers.push({ as: 'solid', lines: [[[x, y], [x + w, y], [x + w, y + d], [x, y + d]]] }); // biome-ignore format: a box
  };
  const edges = (sizes: readonly number[]): number[] =>
    Array.from({ length: sizes.length + 1 }, (_, n) => sizes.slice(0, n).reduce((at, size) => at + size / 10 + 0.1, 0));
  const [xs, ys] = [edges(widths), edges(depths)];
  for (const [i, x] of xs.entries()) {
    for (const [j, y] of ys.entries()) {
      box(x, y, 0.1, 0.1);
      const [w, d] = [(widths[i] ?? 0) / 10, (depths[j] ?? 0) / 10];
      if (i < widths.length) {
        box(x + 0.1, y, 0.3, 0.1);
        box(x + 0.4, y, w - 0.3 - slip, 0.1);
      }
      if (j < depths.length) {
        box(x, y + 0.1, 0.1, 0.3);
        box(x, y + 0.4, 0.1, d - 0.3 - slip);
      }
      if (i < widths.length && j < depths.length) built.push(w * d);
    }
  }
  return { barriers, built };
}

describe('spaces between barriers of any sort', () => {
  const quarter = fc.integer({ min: 0, max: 40 }).map((n) => n / 4);
  const point = fc.tuple(quarter, quarter);
  const box = fc
    .tuple(point, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .map(([[x, y], w, d]): Point[] => [[x, y], [x + w / 4, y], [x + w / 4, y + d / 4], [x, y + d / 4]]); // biome-ignore format: a box
  const line = fc.array(point, { minLength: 2, maxLength: 4 });
  const barrier: fc.Arbitrary<Barrier> = fc.oneof(
    box.map((ring): Barrier => ({ as: 'solid', lines: [ring] })),
    line.map((points): Barrier => ({ as: 'solid', lines: [points] })),
    line.map((points): Barrier => ({ as: 'line', lines: [points] })),
  );
  const storey: Barrier = { as: 'outline', lines: [[[0, 0], [10, 0], [10, 10], [0, 10]]] }; // biome-ignore format: a box

  it('lie in no wall, within the outline, and never over each other', () => {
    fc.assert(
      fc.property(fc.array(barrier, { maxLength: 12 }), fc.boolean(), (drawnOn, close) => {
        const { rooms: found, scraps } = spacesBetween([...drawnOn, storey], { close });
        const spaces = [...found, ...scraps];
        expect(spaces.reduce((sum, { area }) => sum + area, 0)).toBeLessThan(100 + 1e-6);
        for (const { rings } of spaces) {
          const at = interiorPoint(regionOf(rings[0], rings.slice(1)));
          if (at === undefined) continue;
          const holds = (lines: readonly (readonly Point[])[]) =>
            lines.filter((ring) => inRing(ring, at)).length % 2 === 1;
          expect(holds(storey.lines)).toBe(true);
          expect(drawnOn.filter(({ as, lines }) => as === 'solid' && holds(lines))).toEqual([]);
          expect(spaces.filter((other) => holds(other.rings))).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the building in fixtures/import/geojson', () => {
  const FOLDER = 'fixtures/import/geojson';
  const loaded = loadMapping('mapping.yaml', readFileSync(`${FOLDER}/mapping.yaml`), pack);
  const given = () => file('一层.geojson', readFileSync(`${FOLDER}/一层.geojson`, 'utf8'));

  it('is not the only one with a mapping that can be read', () => {
    const path = 'fixtures/import/mappings/wrld-floors.yaml';
    expect(loadMapping(path, readFileSync(path), pack)).toMatchObject({ ok: true });
  });

  it('is imported without anything mended or refused, and lints without a fault', () => {
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const made = make([given()], { mapping: loaded.mapping, category: 'hotel' });
    expect(rooms(made).map(({ name, kind }) => [name, kind])).toEqual([
      ['大堂', 'lobby'],
      ['办公室', 'office'],
      ['女卫生间', 'restroom'],
    ]);
    expect(made.building.notes.filter(({ sort }) => sort !== 'assumed' && sort !== 'left-out')).toEqual([]);
    const { site } = made.lint();
    expect(site.faults).toEqual([]);
    const joined = deriveWalls(site.levels[0]).cuts.map(({ opening, joins }) => [
      opening.id,
      ...joins.map((zone) => zone?.name ?? '–').sort(),
    ]);
    expect(joined).toEqual([
      ['M1', '–', '大堂'],
      ['M2', '办公室', '大堂'],
      ['M3', '大堂', '女卫生间'],
      ['C1', '–', '办公室'],
      ['C2', '–', '女卫生间'],
    ]);
  });
});

const LEVELS = ['gf', '1', '2', '3', '4', '5', '6'];

describe.skipIf(!hasData('walls-westport'))('an office with walls, doors and windows as polygons', () => {
  const files = () => dataFiles('walls-westport', /floor-\w+\.geojson$/);
  const path = 'fixtures/import/mappings/wrld-floors.yaml';
  const wrld = (): Mapping => {
    const loaded = loadMapping(path, readFileSync(path), pack);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.mapping;
  };
  const made = hasData('walls-westport') ? make(files(), { mapping: wrld() }) : undefined;
  const get = (): Made => {
    if (made === undefined) throw new Error('skipped');
    return made;
  };

  it('has as many rooms as were counted by eye on a drawing of walls, doors and windows alone: 25 on floor 2, 12 on floor 5', () => {
    const formed = notesOf(get(), 'rooms/formed').map(({ level, count }) => [level, count]);
    expect(Object.fromEntries(formed)).toEqual({ gf: 33, 1: 15, 2: 25, 3: 129, 4: 113, 5: 12, 6: 12 });
  });

  it('loses none of its 225 walls, 333 doors and 164 windows', () => {
    const { walls, openings } = get().building.identified.draft;
    const within = notesOf(get(), 'rooms/walls').reduce((sum, { count = 1 }) => sum + count, 0);
    expect([walls.length, within, walls.length + within]).toEqual([139, 86, 225]);
    const of = (kind: string) =>
      new Set(openings.filter((one) => one.kind === kind).map(({ origin }) => `${origin.path}${origin.pointer}`)).size;
    expect([of('door'), of('window')]).toEqual([333, 164]);
    expect(get().building.notes.filter(({ sort }) => sort === 'refused')).toEqual([]);
  });

  it('lints without a fault: every opening cuts a wall, 325 doors join two rooms and 8 lead outdoors', () => {
    const { site } = get().lint();
    expect(site.faults).toEqual([]);
    const cuts = site.levels.flatMap((level) => deriveWalls(level).cuts);
    const doors = cuts.filter(({ opening }) => opening.kind === 'door');
    expect(doors).toHaveLength(333);
    const outside = doors.filter(({ joins }) => joins.includes(undefined));
    expect(outside).toHaveLength(8);
    expect(doors.filter(({ joins: [left, right] }) => left !== undefined && left === right)).toEqual([]);
  });

  it.each(LEVELS)('floor %s: rooms are what a flood fill on a grid of 4 cm finds', (key) => {
    const barriers = barriersIn(key);
    const { rooms: found, scraps } = spacesBetween(barriers, { close: true });
    const holding = (at: Point) =>
      [...found, ...scraps].flatMap(({ rings }, i) =>
        rings.filter((ring) => inRing(ring, at)).length % 2 === 1 ? [i] : [],
      );
    const pools = poolsBetween(barriers, 0.04).map(holding);
    expect(pools.filter((held) => held.length !== 1)).toEqual([]);
    const met = pools.flat().filter((i) => i < found.length);
    expect(met.sort((p, q) => p - q)).toEqual(found.map((_, i) => i));
  });

  it('encloses as much as GEOS says, to what welding by less than 5 mm moves', async () => {
    const geos = await loadGeos();
    for (const key of LEVELS) {
      const barriers = barriersIn(key);
      const solids = barriers.filter(({ as }) => as === 'solid').map(({ lines: [ring] }) => ({ rings: [ring], shadows: [] })); // biome-ignore format: short
      const [outline] = barriers.filter(({ as }) => as === 'outline').map(({ lines: [ring] }) => ring);
      const { area, covered } = geos.measure({ rings: [outline], shadows: [] }, solids);
      const { rooms: found, scraps } = spacesBetween(barriers, { close: false });
      const sum = [...found, ...scraps].reduce((all, space) => all + space.area, 0);
      expect(Math.abs(area - covered - sum), key).toBeLessThan(2e-3 * (area - covered));
    }
  });
});

/** What a floor draws, by a reading of our own. */
function barriersIn(key: string): Barrier[] {
  const [{ bytes }] = dataFiles('walls-westport', new RegExp(`floor-${key}\\.geojson$`));
  const { features } = JSON.parse(new TextDecoder().decode(bytes)) as FeatureCollection<Polygon, { type: string }>;
  return features.flatMap(({ geometry, properties: { type } }): Barrier[] => {
    const lines = geometry.coordinates.map((ring) =>
      ring.slice(1).map(([longitude, latitude]) => project([longitude, latitude], [-2.9787, 56.4598])),
    );
    if (type === 'building_outline') return [{ as: 'outline', lines }];
    return ['wall', 'door', 'window'].includes(type) ? [{ as: 'solid', lines }] : [];
  });
}
