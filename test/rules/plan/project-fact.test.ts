import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintPlan, loadPack } from '../../../src/index.js';

const FOLDER = 'fixtures/rules/plan/project-fact';

test.each(['review-cameras-installed.yaml', 'review-altered-in-use-before.yaml'])(
  '%s: a question answered one day is the same question the next',
  (name) => {
    const text = readFileSync(`${FOLDER}/${name}`);
    const [one, other] = ['2026-06-30', '2026-07-01'].map((today) => {
      const report = lintPlan('plan.yaml', () => text, { pack: loadPack('nm-2017'), today });
      if (!report.ok) throw new Error(JSON.stringify(report.unreadable));
      return report.verdicts
        .filter(({ rule, outcome }) => rule === 'plan/project-fact' && outcome === 'review')
        .map(({ message }) => ({ id: message.id, params: message.params }));
    });
    expect(one).not.toEqual([]);
    expect(other).toEqual(one);
  },
);
