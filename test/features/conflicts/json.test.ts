// Conflicts as data.
import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/features/conflicts/find.js';
import { conflictsRecord } from '../../../src/features/conflicts/json.js';
import { linted, NAMES, textOf } from './plans.js';

test('a mask is told where one helps, and null where none does', () => {
  const masks = NAMES.flatMap((name) => {
    const report = linted(textOf(name));
    const conflicts = conflictsOf(report);
    const drawings = new Map<string, string>();
    const { plans } = conflictsRecord(
      [{ report, conflicts, tainted: 0, free: 0, needed: 0, mandated: 0, drawings }],
      '0',
      '2026-06-30',
    );
    expect(plans[0].conflicts.map(({ mask }) => mask?.edits.length)).toEqual(conflicts.map(({ mask }) => mask?.length));
    return plans.flatMap((plan) => plan.conflicts.map(({ mask }) => mask));
  });
  expect(masks).toContain(null);
  expect(masks.some((mask) => mask !== null)).toBe(true);
});
