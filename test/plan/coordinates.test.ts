import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/lint.js';
import { pointText } from '../../src/plan/check/coordinates.js';
import { rules } from '../../src/rules/registry.gen.js';
import { messageText } from '../support/message-text.js';
import { levelSite } from './support.js';

/** What the rules say of a lobby whose outline crosses itself at (4, 3), and of a leak at (4.01, 3), moved and in a unit. */
function told(coordinates: string, [east, north]: readonly [number, number], per: number) {
  const point = (x: number, y: number) => `[${((x + east) * per).toFixed(2)}, ${((y + north) * per).toFixed(2)}]`;
  const points = (...all: readonly (readonly [number, number])[]) => `[${all.map(([x, y]) => point(x, y)).join(', ')}]`;
  const site = levelSite(
    `zones:
  - {id: lobby, kind: lobby, polygon: ${points([0, 0], [8, 6], [8, 0], [0, 6])}}
walls:
  - {id: a, line: ${points([20, 3], [40, 3])}}
  - {id: b, line: ${points([40.02, 3], [60, 3])}}`,
    `sitecam: 1\nsite: {name: 测试, categories: [hotel]}\ncoordinates: ${coordinates}\n`,
  );
  const texts = judge(site, { today: '2026-06-30', rules })
    .verdicts.filter(({ rule }) => ['plan/self-crossing-ring', 'plan/light-leak'].includes(rule))
    .map(({ rule, message }) => messageText(rules, rule, message, 'en').replace(/^.*(\(.*?\)).*$/, '$1'));
  return { texts, point: pointText(site, [4, 3]).en };
}

describe('points in messages are written as the file writes them', () => {
  test('in metres far from zero', () => {
    const { texts } = told('metres', [500_000, 4_000_000], 1);
    expect(texts).toContain('(500004.00, 4000003.00)');
  });

  test.each([
    ['millimetres', [0, 0], 1000, ['(40010, 3000)', '(4000, 3000)'], '(4000, 3000)'],
    ['millimetres', [2000, 3000], 1000, ['(2040010, 3003000)', '(2004000, 3003000)'], '(2004000, 3003000)'],
    ['centimetres', [2000, 3000], 100, ['(204001.0, 300300.0)', '(200400, 300300)'], '(200400, 300300)'],
  ] as const)('in %s, moved by %j m', (unit, by, per, expected, point) => {
    const said = told(unit, by, per);
    expect(said.texts.toSorted()).toEqual([...expected].toSorted());
    expect(said.point).toBe(point);
  });

  test('in degrees: metres from the origin', () => {
    const at = (east: number, north: number) => `[${111.7 + east * 1.1875e-5}, ${40.8 + north * 9.0054e-6}]`;
    const ring = [at(0, 0), at(8, 6), at(8, 0), at(0, 6)].join(', ');
    const site = levelSite(
      `zones:\n  - {id: lobby, kind: lobby, polygon: [${ring}]}`,
      'sitecam: 1\nsite: {name: 测试, categories: [hotel]}\ncoordinates: wgs84\norigin: [111.7, 40.8]\n',
    );
    const [fault] = site.faults;
    expect(messageText(rules, fault.rule, fault.message, 'en')).toContain(
      'at (4.01 m east, 3.00 m north of the origin)',
    );
  });
});
