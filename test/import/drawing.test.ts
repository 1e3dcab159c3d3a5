import { describe, expect, test } from 'vitest';
import { write, writeGeoJson } from '../../src/import/write/write.js';
import type { Level } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';
import { drawing, dxf, polyline } from './dxf-support.js';
import { make, pack } from './support.js';

const OPTIONS = { name: '场所', category: 'hotel', geometry: 'plan.geojson', from: ['guest-house.dxf'], pack };

function levelsOf(files: Readonly<Record<string, string>>): readonly Level[] {
  const bytes = (path: string) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : undefined);
  const result = readPlan(Object.keys(files)[0] ?? '', bytes, { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site.levels;
}

describe('the drawing that a level was read from', () => {
  const { building } = make([drawing('guest-house')], { category: 'hotel' });

  test('is kept in the geometry file and in a plan of one file: name, unit, zero, handles and blocks', () => {
    const { plan, geometry } = write(building, OPTIONS);
    const one = writeGeoJson(building, OPTIONS);
    const plans: Readonly<Record<string, string>>[] = [
      { 'plan.yaml': plan, 'plan.geojson': geometry },
      { 'plan.geojson': one },
    ];
    for (const files of plans) {
      const [level] = levelsOf(files);
      expect(level?.drawing).toMatchObject({ file: 'guest-house.dxf', unit: 0.001, origin: [0, 0], rotation: 0 });
      const handles = level?.drawing?.handles ?? new Map();
      expect([...handles.keys()].sort()).toEqual(
        [level?.zones, level?.walls, level?.openings, level?.devices]
          .flatMap((all = []) => all.map(({ id }) => id))
          .sort(),
      );
      // Numbered C-01 on the drawing, where it is the insert 2A.
      expect(handles.get('C-01')).toMatch(/^[0-9A-F]+$/);
      // Rooms and walls are drawn in lines, as are the door BA and the window C3.
      const blocks = level?.drawing?.blocks ?? new Map();
      expect(blocks.get('C-01')).toBe('半球摄像机');
      expect([...blocks.keys()].sort()).toEqual(
        [level?.openings, level?.devices]
          .flatMap((all = []) => all.map(({ id }) => id))
          .filter((id) => id !== 'BA' && id !== 'C3')
          .sort(),
      );
    }
  });

  test('is what the plan says where it says one', () => {
    const { plan, geometry } = write(building, OPTIONS);
    const own = plan.replace(
      /^( +)geometry: .*$/m,
      '$&\n$1drawing: {file: 一层.dwg, unit: 1, origin: [5, 6], rotation: 90}',
    );
    const [level] = levelsOf({ 'plan.yaml': own, 'plan.geojson': geometry });
    expect(level?.drawing).toEqual({
      file: '一层.dwg',
      unit: 1,
      origin: [5, 6],
      rotation: 90,
      handles: new Map(),
      blocks: new Map(),
    });
  });

  test('a wrong unit is told where it stands', () => {
    const { plan, geometry } = write(building, OPTIONS);
    const files = { 'plan.yaml': plan, 'plan.geojson': geometry.replace('"unit":0.001', '"unit":0') };
    const bytes = (path: string) => new TextEncoder().encode(files[path as keyof typeof files]);
    expect(readPlan('plan.yaml', bytes, { pack })).toMatchObject({
      ok: false,
      unreadable: [{ place: { path: 'plan.geojson', pointer: '/sitecam/levels/0/drawing/unit' } }],
    });
  });

  test('is each level’s own, with its unit, far from zero too', () => {
    const room = (handle: string, x: number, y: number, unit: number) =>
      polyline(
        '房间',
        [
          [x, y],
          [x + 15, y],
          [x + 15, y + 12],
          [x, y + 12],
        ].map((point) => point.map((value) => value / unit)),
        true,
        [5, handle],
      );
    const far = [512_003, 4_308_004] as const;
    const made = make([
      dxf({ header: { $INSUNITS: [70, 4] }, entities: [room('2A', ...far, 0.001)] }, '图/一层.dxf'),
      dxf({ header: { $INSUNITS: [70, 6] }, entities: [room('2A', ...far, 1)] }, '图/二层.dxf'),
    ]);
    const levels = levelsOf({ 'plan.yaml': made.plan, 'plan.geojson': made.geometry });
    expect(levels.map(({ drawing }) => drawing)).toEqual([
      {
        file: '一层.dxf',
        unit: 0.001,
        origin: [512_000_000, 4_308_000_000],
        rotation: 0,
        handles: new Map([[levels[0]?.zones[0]?.id, '2A']]),
        blocks: new Map(),
      },
      {
        file: '二层.dxf',
        unit: 1,
        origin: [512_000, 4_308_000],
        rotation: 0,
        handles: new Map([[levels[1]?.zones[0]?.id, '2A']]),
        blocks: new Map(),
      },
    ]);
  });

  test('is none where the source is no drawing', () => {
    const made = make([
      {
        path: 'a.geojson',
        bytes: new TextEncoder().encode(
          JSON.stringify({
            type: 'FeatureCollection',
            features: [
              {
                type: 'Feature',
                properties: { indoor: 'room', level: '0' },
                geometry: {
                  type: 'Polygon',
                  coordinates: [
                    [
                      [111, 40],
                      [111.0001, 40],
                      [111.0001, 40.0001],
                      [111, 40.0001],
                      [111, 40],
                    ],
                  ],
                },
              },
            ],
          }),
        ),
      },
    ]);
    expect(made.geometry).not.toContain('"drawing"');
  });
});
