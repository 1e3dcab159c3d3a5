// Plans written from the statutes' words, each with what the words require: `# 第九条第二款第（一）项 => fail C1>r1`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintedByDefault } from './support/linted.js';
import { agrees, clauseOf, expectationsIn, reasonsIn, saidOf } from './support/statutes.js';

const FOLDER = 'fixtures/statutes';

const plans = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((file) => `${name}/${file}`))
  .filter((file) => file.endsWith('.yaml'))
  .sort();

it.each([
  ['第九条第二款第（一）项', 'nm-2017/9.2(1)'],
  ['第八条第（十二）项', 'nm-2017/8(12)'],
  ['799号第十三条', 'cn-799-2025/13'],
  ['国务院令第799号第八条第一款第（四）项', 'cn-799-2025/8.1(4)'],
  ['民法典第一千零三十三条第（二）项', 'cn-civil-code/1033(2)'],
])('reads %s as %s', (cited, clause) => {
  expect(clauseOf(cited)).toBe(clause);
});

describe.each(plans)('%s', (file) => {
  const path = join(FOLDER, file);
  const plan = readFileSync(path, 'utf8');

  it('says what its words require', () => {
    const expectations = expectationsIn(plan);
    expect(expectations).not.toEqual([]);
    expect(reasonsIn(plan)).not.toEqual([]);
    const result = lintedByDefault(path);
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable, null, 2));
    const wrong = expectations.flatMap((expectation) => {
      const said = saidOf(expectation, result.verdicts, result.checklist);
      const { line, differs } = expectation;
      if (differs === undefined) return agrees(expectation, said) ? [] : [`${line}: the linter says ${said}`];
      return agrees(expectation, said) ? [`${line}: no longer differs`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
