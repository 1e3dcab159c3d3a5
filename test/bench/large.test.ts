import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { blockOf, compoundOf, hallOf, towerOf } from './large.js';

/** The shapes at sizes that take seconds. */
const SHAPES: readonly (readonly [name: string, plan: string])[] = [
  ['a compound with 8 PTZ', compoundOf({ ptz: 8, sills: false, limits: false })],
  ['one with sills and hard limits', compoundOf({ ptz: 8, sills: true, limits: true })],
  ['a hall of 5,000 corners', hallOf(5000)],
  ['a tower of 15 floors', towerOf(15)],
  ['a block of 4 towers', blockOf(4)],
];

describe.each(SHAPES)('%s', (_, plan) => {
  test('is judged, not refused for its size, and has no fault of the drawing', () => {
    const report = lint(plan, { today: '2026-11-24' });
    if (!report.ok) throw new Error(JSON.stringify(report.unreadable.slice(0, 2)));
    expect(report.site.faults).toEqual([]);
    expect(report.verdicts.filter(({ rule }) => rule === 'capture/view-into-private-zone').length).toBeGreaterThan(0);
  });
});
