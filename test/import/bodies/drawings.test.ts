import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftZone } from '../../../src/import/draft.js';
import type { Mapping } from '../../../src/import/mapping/types.js';
import { inRings } from '../../../src/plan/inside.js';
import { DATA, hasData, type Made, make } from '../support.js';

/** Real drawings, which aren't part of the project; what a person sees in them stands in the NOTES.md beside each. */
const DRAWINGS = 'drawings';
const missing = !hasData(DRAWINGS);

function imported(folder: string, file: string, mapping?: Mapping): Made {
  const bytes = readFileSync(join(DATA, DRAWINGS, folder, file));
  return make([{ path: file, bytes }], { category: 'hospital', ...(mapping === undefined ? {} : { mapping }) });
}

/** The ids of the rooms on both sides of each opening with one on both. */
function joins({ building }: Made): string[][] {
  const { zones, openings } = building.identified.draft;
  return openings.flatMap(({ shape, keys }) => {
    if (shape.type !== 'line') return [];
    const [[ax, ay], [bx, by]] = shape.line;
    const length = Math.hypot(bx - ax, by - ay);
    const sides = [1, -1].map((side) => {
      for (const beyond of [0.06, 0.2, 0.4]) {
        const off = (side * (Number(keys.thickness ?? 0) / 2 + beyond)) / length;
        const at = [(ax + bx) / 2 - (by - ay) * off, (ay + by) / 2 + (bx - ax) * off] as const;
        const zone = zones.find(({ rings }) => inRings(rings, at));
        if (zone !== undefined) return zone.id;
      }
      return undefined;
    });
    const [one, other] = sides;
    return one !== undefined && other !== undefined && one !== other ? [[one, other].sort()] : [];
  });
}

const rooms = ({ building }: Made) => building.identified.draft.zones;

describe.skipIf(missing)('a clinic as T-Arch draws it, without a mapping', () => {
  const made = missing ? undefined : imported('dxf-clinic-tangent', '诊所一层.dxf');

  it('has its 11 rooms, and 10 openings that join two of them', () => {
    if (made === undefined) return;
    expect(rooms(made)).toHaveLength(11);
    expect(joins(made)).toHaveLength(10);
  });

  it('asks of the gap between lobby and corridor whether it is a door', () => {
    if (made === undefined) return;
    const unsure = made.building.identified.draft.openings.filter(({ keys }) => keys.unsure === true);
    expect(unsure.map(({ kind }) => kind)).toEqual(['passage']);
    const { site, verdicts } = made.lint();
    expect(site.faults.filter(({ rule }) => rule === 'plan/no-geometry')).toEqual([]);
    expect(verdicts.filter(({ rule }) => rule === 'plan/unsure-opening').map(({ outcome }) => outcome)).toEqual([
      'open',
    ]);
  });

  it('lays no opening where no wall is', () => {
    const rule = 'plan/opening-on-no-wall';
    expect(made?.lint().verdicts.filter((verdict) => verdict.rule === rule)).toEqual([]);
  });
});

it.skipIf(missing)('a house drawn in inches has its 15 rooms and a closet; at least 12 openings join two', () => {
  const made = imported('dxf-house-us', 'floorplan.dxf', {
    unit: 0.0254,
    rules: [
      { where: { layer: '*A-WALL' }, as: 'wall' },
      { where: { layer: ['*A-OPENING', '*A-GARAGE-DOOR'] }, as: 'opening', kind: 'window' },
      { where: { layer: 'A-DIMS*' }, as: 'none' },
    ],
  });
  expect(rooms(made).length).toBeGreaterThanOrEqual(15);
  expect(rooms(made).length).toBeLessThanOrEqual(17);
  expect(joins(made).length).toBeGreaterThanOrEqual(12);
});

it.skipIf(missing)(
  'a pavilion of glass and free walls has the four rooms of its annex, its light well, and three doors that join rooms',
  () => {
    const made = imported('dxf-pavilion-barcelona', 'plan.dxf', {
      rules: [
        { where: { layer: ['Walls', 'Columns', 'Crystal'] }, as: 'wall' },
        { where: { layer: 'Doors' }, as: 'opening', kind: 'door' },
      ],
    });
    const [x = 0, y = 0] = made.building.frame.from ?? [];
    // Panes of glass enclose it, 10 mm short of each other.
    const isWell = ({ rings }: DraftZone) => inRings(rings, [30.7 - x, 10 - y]);
    expect(rooms(made).filter((room) => !isWell(room))).toHaveLength(4);
    expect(rooms(made).filter(isWell)).toHaveLength(1);
    expect(joins(made)).toHaveLength(3);
  },
);

it.skipIf(missing)('of a villa with thick walls no inside of a wall is a room', () => {
  const made = imported('dxf-villa-open', 'Ceco.NET-Architecture-Tm-53.dxf', {
    rules: [
      { where: { layer: 'wall*' }, as: 'wall' },
      { where: { layer: 'doorswindows' }, as: 'opening', kind: 'window' },
    ],
  });
  expect(rooms(made).length).toBeLessThanOrEqual(5);
});
