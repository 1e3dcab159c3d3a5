import { describe, expect, test } from 'vitest';
import { fixturePlans, lintedPlan } from '../../support/linted.js';

describe('the shipped sites', () => {
  test.each(fixturePlans('sites'))('%s: no room of it is of unknown use', (path) => {
    const result = lintedPlan(path);
    if (!result.ok) throw new Error(`can't be read: ${path}`);
    const said = result.verdicts.filter(({ rule }) => rule === 'capture/unknown-use');
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'notApplicable')).toEqual([]);
  });
});
