// What `npm run test:changed` chooses to run.
import { expect, test } from 'vitest';
import { choose } from '../../tools/test-changed.mjs';

const texts = new Map([
  ['src/sight/far.ts', ''],
  ['src/sight/near.ts', "import { far } from './far.js';"],
  ['src/lint/lint.ts', "import { rules } from '../rules/registry.gen.js';\nconst later = import('../sight/near.js');"],
  ['src/rules/registry.gen.ts', "import { rule as a } from './capture/view.js';"],
  ['src/rules/capture/view.ts', 'export const rule = 1;'],
  ['src/rules/capture/phrases.ts', ''],
  ['test/architecture.test.ts', ''],
  ['test/rules/index.test.ts', "import { rules } from '../../src/rules/registry.gen.js';"],
  ['test/rules/capture/levels.test.ts', "import { lint } from '../../../src/lint/lint.js';"],
  ['test/sight/near.test.ts', "import { near } from '../../src/sight/near.js';"],
  ['test/lint/support.ts', "import { lint } from '../../src/lint/lint.js';"],
  ['test/lint/lint.test.ts', "import { linted } from './support.js';"],
]);

test('a rule: its own tests, those of its group, the architecture', () => {
  expect(choose(['src/rules/capture/view.ts'], texts)).toEqual({
    rules: ['capture/view'],
    tests: ['test/architecture.test.ts', 'test/rules/capture/levels.test.ts'],
    untested: [],
  });
});

test('a page or a fixture is a part of its rule', () => {
  for (const path of ['src/rules/capture/docs/view.ts', 'fixtures/rules/capture/view/fail-x.yaml'])
    expect(choose([path], texts).rules, path).toEqual(['capture/view']);
  expect(choose(['src/rules/capture/phrases.ts'], texts).rules).toEqual([]);
});

test('any other source: the tests that reach it in the fewest imports', () => {
  const near = ['test/architecture.test.ts', 'test/sight/near.test.ts'];
  expect(choose(['src/sight/near.ts'], texts).tests).toEqual(near);
  expect(choose(['src/sight/far.ts'], texts).tests).toEqual(near);
  expect(choose(['src/lint/lint.ts'], texts).tests).toEqual([
    'test/architecture.test.ts',
    'test/rules/capture/levels.test.ts',
  ]);
});

test('a support file of tests: the tests that use it; a test: itself', () => {
  expect(choose(['test/lint/support.ts'], texts).tests).toEqual(['test/lint/lint.test.ts']);
  expect(choose(['test/lint/lint.test.ts'], texts).tests).toEqual(['test/lint/lint.test.ts']);
});

test('of many test files, those of the same room', () => {
  const many = Array.from({ length: 20 }, (_, index) => {
    const room = index < 3 ? 'sight' : 'lint';
    return [`test/${room}/n${index}.test.ts`, "import { near } from '../../src/sight/near.js';"] as const;
  });
  const { tests } = choose(['src/sight/near.ts'], new Map([...texts, ...many]));
  expect(tests.filter((path) => path.startsWith('test/sight/'))).toHaveLength(4);
  expect(tests.filter((path) => path.startsWith('test/lint/'))).toEqual([]);
});

test('what no test reaches is told', () => {
  expect(choose(['src/rules/capture/phrases.ts', 'docs/en/start.md'], texts).untested).toEqual([
    'src/rules/capture/phrases.ts',
    'docs/en/start.md',
  ]);
});
