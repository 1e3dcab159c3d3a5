import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { readPlan } from '../../src/plan/read/read.js';

function read(plan: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(plan));
  const result = readPlan('plan.json', (path) => (path === 'plan.json' ? bytes : undefined), {
    pack: loadPack('cn-799-2025'),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

const head = { site: { name: 'x', categories: ['hospital'] }, coordinates: 'metres' } as const;
const hall = { id: 'hall', kind: 'lobby', rect: [0, 0, 4, 4] };
const plan = (...signs: unknown[]) => ({ sitecam: 1, ...head, levels: [{ id: 'F1', zones: [hall], signs }] });

describe('a sign', () => {
  test('is read the same in both spellings', () => {
    const keys = { heading: 180, height: 1.6, text: '您已进入视频监控区域', name: '门外' };
    const [plain] = read(plan({ id: 'S1', at: [1, 0], ...keys })).levels;
    const [drawn] = read({
      type: 'FeatureCollection',
      sitecam: { version: 1, ...head, levels: [{ id: 'F1' }] },
      features: [
        {
          type: 'Feature',
          properties: { element: 'sign', level: 'F1', id: 'S1', ...keys },
          geometry: { type: 'Point', coordinates: [1, 0] },
        },
      ],
    }).levels;
    const bare = ({ signs = [] }: NonNullable<typeof plain>) => signs.map(({ place: _, ...sign }) => sign);
    expect(plain && bare(plain)).toEqual([
      { id: 'S1', level: 'F1', at: [1, 0], status: 'planned', statusUnsaid: true, ...keys },
    ]);
    expect(drawn && bare(drawn)).toEqual(plain && bare(plain));
  });

  test('has an id that nothing else has, and taints what refers to it where it has not', () => {
    const { faults } = read(plan({ id: 'hall', at: [1, 0] }));
    expect(faults).toMatchObject([
      { rule: 'plan/duplicate-id', subject: 'hall', taints: { levels: [], elements: ['hall'] } },
    ]);
  });

  test('is what the author states in overrides', () => {
    const site = read({ ...plan({ id: 'S1', at: [1, 0] }), overrides: { S1: { heading: 90, text: '监控区域' } } });
    expect(site.levels[0]?.signs).toMatchObject([{ heading: 90, text: '监控区域' }]);
    expect(site.overrides?.map(({ element, key }) => `${element} ${key}`)).toEqual(['sign heading', 'sign text']);
  });
});
