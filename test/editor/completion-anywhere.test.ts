// Completion at every place of a plan: it never fails, its edits are where the cursor is, and its values leave no more faults.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KIND } from '../../src/editor/completion/candidate.js';
import { offsetAt } from '../../src/editor/text.js';
import { parseSource } from '../../src/source/parse/parse.js';
import type { SourceFile } from '../../src/source/types.js';
import { applied, fileOf, offeredAt } from './completions.js';

const SITES = join(import.meta.dirname, '../../fixtures/sites');

/** The kinds of items that are values: of an enumeration, references, true and false. */
const VALUES: ReadonlySet<number> = new Set([KIND.enumMember, KIND.reference, KIND.value]);

/** Places that are tried in each plan. */
const PLACES = 200;

const PLANS = [
  'qingcheng-hotel/violations.yaml',
  'ktv/violations.yaml',
  'museum/floor1.geojson',
  'residential-compound/plan.geojson',
] as const;

/** True if the text is YAML or JSON without a fault. */
function isReadable({ path, text }: SourceFile): boolean {
  return parseSource(path, new TextEncoder().encode(text)).ok;
}

function offsetsOf({ text }: SourceFile): number[] {
  return Array.from({ length: PLACES }, (_, n) => Math.floor((n * text.length) / PLACES));
}

describe.each(PLANS)('%s', (path) => {
  const whole = fileOf(readFileSync(join(SITES, path), 'utf8'), path);

  test('as it is', () => {
    expect(isReadable(whole)).toBe(true);
    let values = 0;
    for (const offset of offsetsOf(whole)) {
      const { items } = offeredAt(whole, offset);
      checkEdits(whole, offset, items);
      // The last item stands for all: they differ in their words alone.
      const value = items.findLast(({ kind = 0 }) => VALUES.has(kind));
      if (value === undefined) continue;
      values += 1;
      expect(isReadable({ ...whole, text: applied(whole, value) }), `${offset}: ${value.label}`).toBe(true);
    }
    expect(values).toBeGreaterThan(5);
  });

  test('cut off at the cursor, or with the rest of the line gone', () => {
    for (const offset of offsetsOf(whole)) {
      const end = whole.text.indexOf('\n', offset);
      const rest = end < 0 ? '' : whole.text.slice(end);
      for (const text of [whole.text.slice(0, offset), whole.text.slice(0, offset) + rest]) {
        const broken = { ...whole, text };
        checkEdits(broken, offset, offeredAt(broken, offset).items);
      }
    }
  });
});

function checkEdits(file: SourceFile, offset: number, items: ReturnType<typeof offeredAt>['items']): void {
  for (const { textEdit, label } of items) {
    if (textEdit === undefined || !('range' in textEdit)) expect.fail(`no edit of ${label}`);
    const { start, end } = textEdit.range;
    if (start.line !== end.line || offsetAt(file, start) > offset || offsetAt(file, end) < offset) {
      expect.fail(`${offset}: the edit of ${label} is not at the cursor`);
    }
  }
}
