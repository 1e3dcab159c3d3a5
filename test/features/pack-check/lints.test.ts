// Which laws the starter plans of `pack check` are linted by.
import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { lintPlan } from '../../../src/lint/lint.js';
import { Folder } from '../../support/folder.js';

vi.mock(import('../../../src/lint/lint.js'), { spy: true });

afterEach(() => {
  vi.clearAllMocks();
});

const DEMO = readFileSync('fixtures/packs/demo.yaml', 'utf8');

/** Returns the packs that judged starter plans in a check of the demo, each once. */
async function judging(argv: readonly string[], regions = '"15"'): Promise<string[]> {
  const folder = new Folder({ 'law.yaml': DEMO.replace(/regions: .*/, `regions: [${regions}]}`) });
  await folder.run(['pack', 'check', './law.yaml', ...argv]);
  const packs = vi
    .mocked(lintPlan)
    .mock.results.flatMap(({ type, value }) =>
      type === 'return' && value.ok && value.path === 'hotel.yaml' ? [value.pack.id] : [],
    );
  return [...new Set(packs)];
}

test.each<[string, readonly string[], string, readonly string[]]>([
  ['the pack alone', ['--today', '2026-06-30'], '"15"', ['demo-2026']],
  [
    'beside all laws',
    ['--with', 'default', '--today', '2026-06-30'],
    '"15"',
    ['demo-2026', 'demo-2026+nm-2017+cn-799-2025'],
  ],
  [
    'of the region alone',
    ['--with', 'default', '--today', '2026-06-30'],
    '"44"',
    ['demo-2026', 'demo-2026+cn-799-2025'],
  ],
  ['in force on the day', ['--with', 'default', '--today', '2025-03-31'], '"15"', ['demo-2026', 'demo-2026+nm-2017']],
])('%s', async (_, argv, regions, expected) => {
  expect(await judging(argv, regions)).toEqual(expected);
});
