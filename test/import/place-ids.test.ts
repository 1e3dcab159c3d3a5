// Ids of things that the source gives none: made of their place, so that another thing renames nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importBuilding } from '../../src/import/import.js';
import type { Mapping, MappingRule } from '../../src/import/mapping/types.js';
import { type Previous, previousOf } from '../../src/import/reimport/previous.js';
import { reimport } from '../../src/import/reimport/reimport.js';
import type { InputFile } from '../../src/import/types.js';
import { write } from '../../src/import/write/write.js';
import { readPlan } from '../../src/plan/read/read.js';
import { parseSource } from '../../src/source/parse/parse.js';
import { rectangle } from './drawn.js';
import { file, pack } from './support.js';

const RULES: readonly MappingRule[] = [
  { where: { t: 'wall' }, as: 'wall' },
  { where: { t: 'door' }, as: 'opening', kind: 'door' },
  { where: { t: 'camera' }, as: 'device', kind: 'camera' },
  { where: { t: 'room' }, as: 'zone', kind: 'office' },
];
const PLANE: Mapping = { coordinates: 'metres', rules: RULES };

type Shape = ReturnType<typeof rectangle> | { readonly type: string; readonly coordinates: unknown };

const thing = (t: string, geometry: Shape, more: object = {}) => ({ type: 'Feature', properties: { t, ...more }, geometry }); // biome-ignore format: one line
const line = (...coordinates: readonly (readonly number[])[]) => ({ type: 'LineString', coordinates });
const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
const collection = (features: readonly object[], path = '1F.geojson') =>
  file(path, { type: 'FeatureCollection', features });

/** The plan's id of each element, by what is drawn and where, and the geometry file. */
function imported(files: readonly InputFile[], mapping: Mapping = PLANE, previous?: Previous) {
  const options = { mapping, pack, strict: false };
  const result = importBuilding(
    [{ format: 'geojson', files }],
    previous === undefined ? options : { ...options, previous },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { building } = result;
  const { zones, walls, openings, devices } = building.identified.draft;
  const all = { zones, walls, openings, devices };
  const ids = Object.values(all).flatMap((some) => some.map(({ id }) => id));
  const { geometry, plan } = write(building, { name: 's', category: 'school', geometry: 'g.geojson', from: ['a'] });
  const written = previousOf('g.geojson', new TextEncoder().encode(geometry));
  if (written === undefined) throw new Error('it carries no mark');
  return { building, ids, all, plan, geometry, written };
}

const ROOM = thing('room', rectangle(0, 0, 6, 4));
const PLAN = [
  ROOM,
  thing('wall', line([0, 4], [6, 4])),
  thing('door', line([2, 0], [2.9, 0])),
  thing('camera', point(5.94, 3.9)),
];
const IDS = ['zone-x30y20', 'wall-x30y40', 'door-x25y0', 'camera-x59y39'];
const OTHERS = [
  thing('camera', point(1, 1)),
  thing('wall', line([9, 0], [9, 4])),
  thing('door', line([4, 0], [4.9, 0])),
  thing('room', rectangle(10, 0, 3, 3)),
];

describe('a GeoJSON without ids', () => {
  test('has ids of kind and place, in decimetres of its own coordinates', () => {
    expect(imported([collection(PLAN)]).ids).toEqual(IDS);
    // On a national grid too, although the plan counts from nearby.
    const far = imported([collection([thing('camera', point(512_003, 4_308_004)), ROOM])]);
    expect(far.ids).toEqual(['zone-x30y20', 'camera-x5120030y43080040']);
    // A millionth of a degree is about a decimetre.
    const degrees = { ...PLANE, coordinates: 'wgs84' } as const;
    const room = thing('room', rectangle(111.7, 40.8, 0.0001, 0.0002));
    expect(imported([collection([room])], degrees).ids).toEqual(['zone-x111700050y40800100']);
  });

  test.each(OTHERS.map((other) => [String(other.properties.t), other] as const))(
    'keeps its ids where a %s is inserted in front, by a new import and by a second one',
    (_, other) => {
      const first = imported([collection(PLAN)]);
      for (const previous of [undefined, first.written]) {
        const after = imported([collection([other, ...PLAN])], PLANE, previous);
        expect(after.ids).toHaveLength(IDS.length + 1);
        expect(after.ids).toEqual(expect.arrayContaining(IDS));
        expect(after.all.walls.map(({ id }) => id)).toContain('wall-x30y40');
      }
    },
  );

  test('has the same ids in whatever order it is written', () => {
    const all = [...PLAN, ...OTHERS, thing('wall', line([0, 0], [6, 8])), thing('wall', line([0, 8], [6, 0]))];
    const placed = ({ all: found }: ReturnType<typeof imported>) =>
      found.walls.map(({ id, line: at }) => `${id} ${JSON.stringify(at)}`).sort();
    const first = imported([collection(all)]);
    expect(first.ids.filter((id) => id.startsWith('wall-x30y40')).sort()).toEqual([
      'wall-x30y40',
      'wall-x30y40b',
      'wall-x30y40c',
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (turned) => {
        const again = imported([collection(turned)]);
        expect([...again.ids].sort()).toEqual([...first.ids].sort());
        expect(placed(again)).toEqual(placed(first));
      }),
      { numRuns: 20 },
    );
  });

  test('has ids of all storeys, whatever the order of files: a higher one says its storey where a lower one has the id', () => {
    const files = [collection(PLAN, '1F.geojson'), collection([...OTHERS, ...PLAN], '2F.geojson')];
    const { ids } = imported(files);
    expect(ids).toEqual(expect.arrayContaining([...IDS, ...IDS.map((id) => `${id}@2F`), 'camera-x10y10']));
    expect([...imported(files.toReversed()).ids].sort()).toEqual([...ids].sort());
  });

  test('has an id for each piece of one feature, that another piece before it doesn’t change', () => {
    const pieces = (...at: readonly number[]) =>
      thing('room', {
        type: 'MultiPolygon',
        coordinates: at.map((x) => [
          [
            [x, 0],
            [x + 4, 0],
            [x + 4, 4],
            [x, 4],
            [x, 0],
          ],
        ]),
      });
    expect(imported([collection([pieces(0, 5)])]).ids).toEqual(['zone-x20y20', 'zone-x70y20']);
    expect(imported([collection([pieces(10, 0, 5)])]).ids).toEqual(['zone-x120y20', 'zone-x20y20', 'zone-x70y20']);
  });

  test('is the same after a second import, and names no id in the geometry file', () => {
    const first = imported([collection(PLAN)]);
    expect(first.written.elements.map(({ from }) => from)).toEqual(PLAN.map(() => undefined));
    expect(imported([collection(PLAN)], PLANE, first.written).geometry).toBe(first.geometry);
    // A thing that is redrawn 0.2 m away keeps the id that it was given.
    const moved = [thing('camera', point(5.74, 3.9)), ...PLAN.slice(0, 3)];
    expect(imported([collection(moved)], PLANE, first.written).ids).toEqual(IDS);
  });

  test('has ids that a rule finds, which don’t change by that rule', () => {
    const rules: readonly MappingRule[] = [
      { where: { id: 'camera-x59y39' }, as: 'device', kind: 'microphone' },
      { where: { id: 'wall-x30y40' }, as: 'none' },
      ...RULES,
    ];
    const { all, ids } = imported([collection([...OTHERS, ...PLAN])], { ...PLANE, rules });
    expect(all.devices.map(({ id, kind }) => [id, kind])).toEqual([
      ['camera-x10y10', 'camera'],
      ['camera-x59y39', 'microphone'],
    ]);
    expect(ids).not.toContain('wall-x30y40');
  });
});

test('what overrides say by such an id holds after a second import of more', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const first = imported([collection(PLAN)]);
  const plan = `${first.plan}overrides:\n  door-x25y0: {kind: glass-door}\n  wall-x30y40: {remove: true, reason: 重复}\n`;
  const again = imported([collection([...OTHERS, ...PLAN])], PLANE, first.written);
  const read = (path: string) => (path === 'p.yaml' ? bytes(plan) : bytes(again.geometry));
  const site = readPlan('p.yaml', read, { pack });
  if (!site.ok) throw new Error(JSON.stringify(site.unreadable));
  const [level] = site.site.levels;
  expect(level?.openings.find(({ id }) => id === 'door-x25y0')?.kind).toBe('glass-door');
  expect(level?.openings.find(({ id }) => id === 'door-x45y0')?.kind).toBe('door');
  expect(level?.walls.map(({ id }) => id)).not.toContain('wall-x30y40');
  const parsed = parseSource('p.yaml', bytes(plan));
  const value = parsed.ok ? parsed.value : undefined;
  const effect = reimport(again.building, { plan: 'p.yaml', value, previous: first.written, read, pack });
  expect([effect.orphans, effect.displaced, effect.unreadable]).toEqual([[], [], []]);
});

test('a blank id is none', () => {
  const all = [thing('room', rectangle(0, 0, 6, 4), { id: ' ' }), thing('room', rectangle(8, 0, 2, 2), { id: 'R1' })];
  expect(imported([collection(all)]).ids).toEqual(['zone-x30y20', 'R1']);
});

test('what can’t be read leaves a trace without a number in the list of features', () => {
  const bad = thing('camera', { type: 'Point', coordinates: ['a', 1] });
  const traces = (features: readonly object[]) =>
    imported([collection(features)]).all.walls.flatMap(({ id }) => (id.startsWith('refused') ? [id] : []));
  const alone = traces([bad, ROOM]);
  // One for the coordinates, one for the camera that has no place.
  expect(alone).toEqual(['refused-camera-nowhere', 'refused-camera-nowhere-2']);
  expect(traces([...OTHERS, ROOM, bad])).toEqual(alone);
});
