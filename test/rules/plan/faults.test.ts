import { describe, expect, test } from 'vitest';
import { templatesOf } from '../../../src/i18n/catalogue.js';
import { type FaultRule, faultTexts } from '../../../src/plan/check/texts.js';
import type { Fault } from '../../../src/plan/model.js';
import { rule as duplicateId } from '../../../src/rules/plan/duplicate-id.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { createSight } from '../../../src/sight/sight.js';
import { CORRIDOR, site, TODAY } from '../capture/judged.js';

function said(faults: readonly Fault[]) {
  const plan = { ...site('hotel', { zones: [CORRIDOR] }), faults };
  return duplicateId.check({ site: plan, sight: createSight(plan), pack: plan.pack, today: TODAY });
}

const { texts } = faultTexts['plan/duplicate-id'];

const fault: Fault = {
  rule: 'plan/duplicate-id',
  subject: 'a',
  message: texts.duplicate({ id: 'a' }),
  place: { path: 'plan.yaml', pointer: '/levels/0/zones/1/id' },
  related: [{ place: { path: 'plan.yaml', pointer: '/levels/0/zones/0/id' }, caption: texts.first }],
  taints: { levels: ['F1'], devices: [] },
};

/** Faults that are notes: they don't count for the exit code. */
const NOTES: ReadonlySet<string> = new Set(['plan/model-unclear']);

describe('faults of a plan', () => {
  test('become findings of their own rule, at their place, with what explains them in both languages', () => {
    const [finding] = said([fault, { ...fault, rule: 'plan/invalid-id' }]);
    expect(finding).toMatchObject({ subject: 'a', outcome: 'fail', place: fault.place });
    expect(finding.related[0].caption).toMatchObject({ zh: '首次使用处', en: 'first used here' });
  });

  test('cite no clause and no penalty, and stand whatever else is wrong', () => {
    const [finding] = said([fault]);
    expect(finding).toMatchObject({ clauses: [], penalties: [], dependsOn: { levels: [], devices: [] } });
  });

  test('keep apart where one subject has several: a waiver names exactly one', () => {
    expect(said([fault, fault, fault]).map(({ subject }) => subject)).toEqual(['a', 'a/2', 'a/3']);
  });

  test('each have a rule that speaks their messages', () => {
    for (const id of Object.keys(faultTexts) as FaultRule[]) {
      const rule = rules.find((candidate) => candidate.id === id);
      expect([id, rule?.level, rule?.messages]).toEqual([
        id,
        NOTES.has(id) ? 'warning' : 'error',
        templatesOf(faultTexts[id].texts),
      ]);
    }
  });
});

test('a rail of 90 cm and a part that the law names are no faults', () => {
  const { faults } = site('bank', {
    zones: [CORRIDOR, 'id: office, kind: office, roles: [business-hall], rect: [0, 0, 10, 5]'],
    walls: ['id: rail, line: [[0, 7], [4, 7]], height: 0.9'],
  });
  expect(faults).toEqual([]);
});
