import { expect, it } from 'vitest';
import { make } from '../support.js';
import { mappingOf } from './counter.js';
import { known } from './known.js';
import { MADE } from './make.js';
import type { Source } from './source.js';

/** The category is the test's own; a drawing doesn't give it. */
const OURS = 'plan/category-mismatch';

/** How often which rule finds fault with the plan that is made of each drawing. */
function linted(sources: readonly (() => Source)[]): string {
  const lines = sources.flatMap((read) => {
    const source = read();
    const { file, bytes, expected, name } = source;
    const { rules, ...given } = mappingOf(source).mapping;
    const made = make([{ path: file, bytes }], { mapping: { unit: expected.unit, ...given, rules }, format: 'dxf' });
    const found = made
      .lint()
      .verdicts.filter(
        ({ rule, outcome }) =>
          rule.startsWith('plan/') && rule !== OURS && outcome !== 'pass' && outcome !== 'notApplicable',
      );
    const counts = new Map<string, number>();
    for (const { rule, outcome } of found) {
      counts.set(`${rule} ${outcome}`, (counts.get(`${rule} ${outcome}`) ?? 0) + 1);
    }
    const told = [...counts].sort().map(([what, count]) => `  ${what} ${count}`);
    return [name, ...(told.length === 0 ? ['  nothing'] : told)];
  });
  return `${lines.join('\n')}\n`;
}

// What isn't listed here is new: of the importer's making, until somebody has looked at it.
it('plans of drawings in ten manners lint as recorded', async () => {
  await expect(linted(Object.values(MADE))).toMatchFileSnapshot('../../../fixtures/import/drawings/lint.txt');
}, 60_000);

const others = Object.values(known());

it.skipIf(others.length === 0)(
  'and so do plans of drawings that others published',
  async () => {
    await expect(linted(others)).toMatchFileSnapshot('../../../fixtures/import/drawings/lint-others.txt');
  },
  60_000,
);
