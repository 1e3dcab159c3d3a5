import { describe, expect, test } from 'vitest';
import { lintPlan } from '../../../src/lint/lint.js';
import type { PlanDoc } from '../document.js';
import { differing, saidOf, TODAY } from '../lint.js';
import { MOTIONS } from '../motions.js';
import { AT_LIMITS } from './plans.js';

/** What all laws in force say of the plan. */
function said(doc: PlanDoc): string[] {
  const bytes = new TextEncoder().encode(JSON.stringify(doc));
  return saidOf(lintPlan('plan.json', () => bytes, { today: TODAY }));
}

describe.each(AT_LIMITS)('$name', ({ doc, says }) => {
  const drawn = said(doc);

  test('goes towards the person', () => {
    expect(drawn).toEqual(expect.arrayContaining([...says]));
  });

  test('is judged alike however the plan is laid and written', () => {
    const otherwise = Object.entries(MOTIONS).flatMap(([motion, move]) => {
      const { gone, come } = differing(drawn, said(move(doc)));
      return [...gone.map((line) => `${motion}: - ${line}`), ...come.map((line) => `${motion}: + ${line}`)];
    });
    expect(otherwise).toEqual([]);
  });
});
