import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PACK, loadPack } from '../../src/law/load.js';
import { judge } from '../../src/lint/lint.js';
import type { LintVerdict } from '../../src/lint/types.js';
import { readPlan } from '../../src/plan/read/read.js';
import { rules } from '../../src/rules/registry.gen.js';
import { type Expected, expectationIn, expectationOf, ticksOf } from '../support/expectations.js';

/**
 * fixtures/rules/<group>/<rule>/<pass|fail|open|review|na|tick>-<case>.yaml: a small plan about one thing. Its first comments
 * say every verdict of that rule, except notApplicable ones, of which only those of interest stand there: see
 * `support/expectations.ts`.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');
const TODAY = '2026-06-30';
const OUTCOMES: Readonly<Record<string, Expected['outcome']>> = {
  pass: 'pass',
  fail: 'fail',
  open: 'open',
  review: 'review',
  na: 'notApplicable',
  tick: 'tick',
};

const plans = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort();

function judged(folder: string, file: string, packs: readonly string[]) {
  const read = (path: string) => {
    try {
      return new Uint8Array(readFileSync(join(folder, path)));
    } catch {
      return undefined;
    }
  };
  const result = readPlan(file, read, { pack: loadPack(packs.join('+')) });
  if (!result.ok) throw new Error(`can't be read: ${JSON.stringify(result.unreadable)}`);
  return judge(result.site, { today: TODAY, rules });
}

const line = ({ outcome, subject, pack }: Expected) => [outcome, subject, pack ?? ''].join(' ');

/** Returns the outcome of a verdict; of several laws that of each one that decides, the main one's without its id. */
function byLaw({ subject, outcome, bases }: LintVerdict, several: boolean): Expected[] {
  const laws = several ? bases.filter((basis) => basis.outcome !== null) : [];
  if (laws.length === 0) return [{ subject, outcome }];
  const each = new Map(laws.map((basis) => [basis.law, basis.outcome ?? outcome]));
  return [...each].map(([law, own]) => ({ subject, outcome: own, ...(law !== DEFAULT_PACK && { pack: law }) }));
}

describe('fixtures of the rules', () => {
  test.each(plans)('%s', (plan) => {
    const rule = dirname(plan);
    const text = `${plan}\n${readFileSync(join(FIXTURES, plan), 'utf8')}`;
    expect(text, `write what says TODO in fixtures/rules/${plan}, and name it after what it shows`).not.toMatch(
      /todo/i,
    );
    expect(rules.map(({ id }) => id)).toContain(rule);
    const { packs, verdicts: expected } = expectationOf(join(FIXTURES, plan));
    const several = packs.length > 1;
    const wanted = expected.map(line).sort();

    const report = judged(join(FIXTURES, rule), basename(plan), packs);
    const actual = [
      ...report.verdicts.filter((verdict) => verdict.rule === rule).flatMap((verdict) => byLaw(verdict, several)),
      ...ticksOf(rule, report),
    ].filter((verdict) => verdict.outcome !== 'notApplicable' || wanted.includes(line(verdict)));

    expect(actual.map(line).sort()).toEqual(wanted);
    const named = OUTCOMES[basename(plan).split('-')[0]];
    expect(expected.map(({ outcome }) => outcome)).toContain(named);
  });

  test('are all there is in their folders', () => {
    const others = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.yaml'))
      .map(({ name }) => name);
    expect(others).toEqual([]);
  });
});

describe('what the first comments of a plan say', () => {
  const read = (...lines: readonly string[]) =>
    expectationIn([...lines, 'sitecam: 1', 'site:'].join('\n'), ['nm-2017']);

  test('packs, verdicts and by which pack they are', () => {
    const two = '# packs: nm-2017, cn-799-2025';
    expect(read(two, '# => fail C1>room', '# 一句话', '# => review hotel/8(8)/passage@F2 (cn-799-2025)')).toEqual({
      packs: ['nm-2017', 'cn-799-2025'],
      verdicts: [
        { outcome: 'fail', subject: 'C1>room' },
        { outcome: 'review', subject: 'hotel/8(8)/passage@F2', pack: 'cn-799-2025' },
      ],
    });
    expect(read('# => notApplicable 8(6)')).toEqual({
      packs: ['nm-2017'],
      verdicts: [{ outcome: 'notApplicable', subject: '8(6)' }],
    });
  });

  const MARK = '# => fail C1';
  test.each([
    ['nothing expected', [], /says nothing/],
    ['only prose', ['# 一句话'], /says nothing/],
    ['an outcome misspelt', ['# => fial C1'], /^line 1, .*no outcome "fial"/],
    ['no subject', [MARK, '# => fail'], /^line 2, .*expected/],
    ['a word too much', ['# => fail C1 room'], /expected/],
    ['a space too few', ['#=> fail C1', MARK], /expected/],
    ['another arrow', ['# fail => C1', MARK], /expected/],
    ['a key misspelt', ['# pack: cn-799-2025', MARK], /expected/],
    ['packs without a comma', ['# packs: nm-2017 cn-799-2025', MARK], /expected/],
    ['packs twice', ['# packs: nm-2017', '# packs: cn-799-2025', MARK], /^line 2, .*twice/],
    ['a pack that there is not', ['# packs: cn-799', MARK], /no pack "cn-799"/],
    ['the pack of a verdict where one judges', ['# => fail C1 (nm-2017)'], /only nm-2017/],
    ['nm-2017 by its name', ['# packs: nm-2017, cn-799-2025', '# => fail C1 (nm-2017)'], /leave it out/],
    [
      'a verdict by a pack that does not judge',
      ['# packs: nm-2017, cn-799-2025', '# => fail C1 (cn-entertainment)'],
      /judged by/,
    ],
    ['a verdict below the first line', [MARK, 'north: 0', '  # => fail C2'], /^line 3, .*below/],
  ])('%s is refused', (_, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
  });
});
