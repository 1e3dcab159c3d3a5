// The order in which a verdict names its clauses: readers take the first for the one it rests on.
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { unite } from '../../src/lint/unite.js';
import type { Outcome, Statement } from '../../src/rules/verdict.js';
import { place } from './support.js';

const pack = loadPack('nm-2017');

const says = (outcome: Outcome, clauses: readonly string[], more: Partial<Statement> = {}): Statement => ({
  subject: 'C1>wc',
  outcome,
  clauses,
  message: { id: 'x', params: {} },
  place: place(),
  related: [],
  penalties: [],
  dependsOn: { levels: [], devices: [] },
  ...more,
});

describe('of the clauses of a verdict', () => {
  const review = says('review', ['nm-2017/10'], { decides: ['nm-2017/10'] });
  const fail = says('fail', ['nm-2017/9.1', 'nm-2017/24'], { decides: ['nm-2017/9.1'], places: ['nm-2017/9.2(1)'] });

  test.each([
    ['as stated', [review, fail]],
    ['the other way round', [fail, review]],
  ])(
    'those that decide as it does come first, then others that decide, then what makes the place private: %s',
    (_, all) => {
      const [verdict, ...others] = unite(
        all.map((statement) => ({ rule: 'capture/view-into-private-zone', law: pack, statement })),
        pack,
      );
      expect(others).toEqual([]);
      expect(verdict?.outcome).toBe('fail');
      expect(verdict?.bases.map(({ clause, role, outcome }) => [clause, role, outcome])).toEqual([
        ['nm-2017/9.1', 'decides', 'fail'],
        ['nm-2017/10', 'decides', 'review'],
        ['nm-2017/9.2(1)', 'prohibits-installing', null],
        ['nm-2017/24', 'refers', null],
      ]);
    },
  );
});
