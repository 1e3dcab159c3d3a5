// What rules say by a pack of the user's own, in ways that none of ours is written.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORDS_OF_A_CASE } from '../../src/facts/project/sentence.js';
import { BUILT_IN_PACKS } from '../../src/law/built-in.gen.js';
import { packAmong } from '../../src/law/load.js';
import { readPack } from '../../src/law/read/read.js';
import { judge } from '../../src/lint/lint.js';
import type { LintVerdict } from '../../src/lint/types.js';
import { FACT_NAMES } from '../../src/plan/project/names.js';
import { readPlan } from '../../src/plan/read/read.js';
import { rules } from '../../src/rules/registry.gen.js';

const DEMO = readFileSync('fixtures/packs/demo.yaml', 'utf8');
const PLAN = `sitecam: 1
site: {name: 某处, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones: [{id: z, kind: other, kindUnknown: RM-A, rect: [0, 0, 8, 6]}]
project: {phase: in-use, retention: {days: 30}}
`;

/** Verdicts on the plan by the demo's text. */
function verdictsBy(text: string, plan = PLAN): readonly LintVerdict[] {
  const known = { packs: BUILT_IN_PACKS, facts: Object.keys(FACT_NAMES), words: WORDS_OF_A_CASE };
  const read = () => new TextEncoder().encode(text);
  const loaded = readPack('demo.yaml', { read, list: () => undefined, known });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const pack = packAmong('demo-2026', [loaded.pack]);
  const result = readPlan('plan.yaml', () => new TextEncoder().encode(plan), { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return judge(result.site, { today: '2026-06-30', rules }).verdicts;
}

test('a zone of unknown use may be a place that a category names, and none where it names none', () => {
  const asked = (text: string) =>
    verdictsBy(text).flatMap(({ subject, outcome }) => (subject.endsWith('/unknown-use') ? [outcome] : []));
  expect(asked(DEMO)).toEqual(['open']);
  expect(asked(DEMO.replace(/ {4}named:\n.*\n/, '    wholePlace: true\n'))).toEqual([]);
});

test('what a case cites besides its row decides nothing, also if it is of the same law', () => {
  const bases = (text: string) =>
    verdictsBy(text)
      .find(({ subject }) => subject === '5/retention')
      ?.bases.map(({ clause, role, outcome }) => [clause, role, outcome]);
  const own = [
    ['demo-2026/5', 'decides', 'fail'],
    ['cn-799-2025/13', 'refers', null],
  ];
  expect(bases(DEMO)).toEqual(own);
  const more = bases(
    DEMO.replace('        outcome: fail\n', '        outcome: fail\n        clauses: [demo-2026/3]\n'),
  );
  expect(more).toHaveLength(3);
  expect(more).toEqual(expect.arrayContaining([...own, ['demo-2026/3', 'refers', null]]));
});

test('a name that means a place which the law lists contradicts the kind; without a clause no pack lists it', () => {
  const plan = PLAN.replace('kind: other, kindUnknown: RM-A,', 'kind: store, name: 大堂,');
  const told = (text: string) =>
    verdictsBy(text, plan).flatMap(({ rule, subject, outcome }) =>
      rule === 'plan/zone-kind-mismatch' && subject === 'z' ? [outcome] : [],
    );
  expect(told(DEMO)).toEqual(['open']);
  expect(() => told(DEMO.replace('  - id: hotel\n    clause: demo-2026/3\n', '  - id: hotel\n'))).toThrow(
    'schema/missing-key',
  );
});
