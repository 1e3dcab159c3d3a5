import { describe, expect, test } from 'vitest';
import { prepareWalls } from '../../src/geometry/index.js';
import { loadPack } from '../../src/law/load.js';
import { readPlan } from '../../src/plan/read/read.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { drawPlan, geoJsonOf, segmentsOf } from './plans.js';

const KINDS = ['office', 'hall', 'corridor'] as const;
const cases = KINDS.flatMap((kind) => [0, 17].map((rotation) => ({ kind, rotation })));

describe.each(cases)('a generated $kind turned by $rotation°', ({ kind, rotation }) => {
  const options = { kind, walls: 1000, zones: 100, cameras: 50, rotation };
  const drawing = drawPlan(options);

  test('is as large as asked for, and the same each time', () => {
    expect(segmentsOf(drawing, 'shut')).toHaveLength(1000);
    expect(drawing.cameras).toHaveLength(50);
    expect(drawing.zones.length).toBeGreaterThan(95);
    expect(drawing.zones.length).toBeLessThanOrEqual(100);
    expect(geoJsonOf(drawPlan(options))).toBe(geoJsonOf(drawing));
  });

  test('is a plan without a fault: each opening in a wall, no overlap, each camera in a zone', () => {
    const bytes = new TextEncoder().encode(geoJsonOf(drawing));
    const result = readPlan('plan.geojson', () => bytes, { pack: loadPack('nm-2017') });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    const [level] = result.site.levels;
    expect(result.site.faults).toEqual([]);
    expect(deriveWalls(level)).toMatchObject({ uncut: [], blind: [], sealed: [] });
    expect(level.devices.filter(({ standsIn }) => standsIn.length === 0)).toEqual([]);
  });

  test('has walls that meet without gaps', () => {
    expect(prepareWalls(segmentsOf(drawing, 'shut'), { closeGaps: true }).leaks).toEqual([]);
  });
});
