import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack, packIds } from '../../src/law/load.js';
import { judge } from '../../src/lint/lint.js';
import type { LintVerdict } from '../../src/lint/types.js';
import { readPlan } from '../../src/plan/read/read.js';
import { rules } from '../../src/rules/registry.gen.js';
import { clausesUnder, type Rule } from '../../src/rules/rule.js';
import type { LegalBasis } from '../../src/rules/verdict.js';
import { expectationOf } from '../support/expectations.js';
import { messageText } from '../support/message-text.js';

/**
 * fixtures/golden/said/<group>.<rule>.txt: what the rule says of each of its fixtures, word for word, in both languages,
 * with what it cites, points at, measures and hangs on. `npx vitest run test/rules/said.test.ts -u` writes them anew: read
 * what changed as the reviewer would who gets it.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures');

const plans = readdirSync(join(FIXTURES, 'rules'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort();

function judged(plan: string): readonly LintVerdict[] {
  const folder = join(FIXTURES, 'rules', dirname(plan));
  const read = (path: string) => {
    try {
      return new Uint8Array(readFileSync(join(folder, path)));
    } catch {
      return undefined;
    }
  };
  const { packs } = expectationOf(join(folder, basename(plan)));
  const result = readPlan(basename(plan), read, { pack: loadPack(packs.join('+')) });
  if (!result.ok) throw new Error(`can't be read: ${JSON.stringify(result.unreadable)}`);
  return judge(result.site, { today: '2026-06-30', rules }).verdicts;
}

/** To the millimetre and the thousandth: below that machines differ. */
function figures(evidence: object): string {
  return JSON.stringify(evidence, (_, value) => {
    if (typeof value !== 'number') return value;
    // Not −0, which is the same place.
    return Math.round(value * 1000) / 1000 + 0;
  });
}

function said(verdict: LintVerdict): string {
  const { rule, outcome, subject, message, says, advice, bases, existing, place, related, evidence } = verdict;
  const lines = [
    `${outcome} ${subject}${existing === true ? ' (existing)' : ''}`,
    messageText(rules, rule, message, 'zh-CN'),
    messageText(rules, rule, message, 'en'),
    ...says.flatMap((predicate) => [predicate.zh, predicate.en]),
    ...(advice === undefined
      ? []
      : [messageText(rules, rule, advice, 'zh-CN'), messageText(rules, rule, advice, 'en')]),
    ...bases.map(basisText),
    `at ${place.pointer}${related.map((other) => `; ${other.caption.zh} | ${other.caption.en} at ${other.place.pointer}`).join('')}`,
    ...(evidence === undefined ? [] : [figures(evidence)]),
    `hangs on ${[...verdict.dependsOn.levels, ...verdict.dependsOn.devices].join(' ')}`,
  ];
  return lines.join('\n  ');
}

function basisText({ clause, role, outcome, basis, because, penalties, duties }: LegalBasis): string {
  const more = [
    because === undefined ? '' : ` (${because.zh} | ${because.en})`,
    ...penalties.map((id) => ` !${id}`),
    ...duties.map((id) => ` +${id}`),
  ];
  return `${clause} ${role === 'decides' ? outcome : role}${basis === 'law' ? '' : ` ${basis}`}${more.join('')}`;
}

/** Clauses that a verdict cites and its rule doesn't say that it may, by the pack it judged by. */
function uncited(rule: Rule, { bases }: LintVerdict): readonly string[] {
  return bases.flatMap(({ clause, law, penalties, duties }) => {
    const known = new Set(clausesUnder(rule, loadPack(law)));
    return [clause, ...penalties, ...duties].filter((id) => !known.has(id));
  });
}

function pageOf(rule: Rule): string {
  const { id, level, title, parameters = [], waivable } = rule;
  const head = [
    `${id} (${level}${waivable ? ', waivable' : ''}) ${title.zh} | ${title.en}`,
    `clauses ${[...new Set(packIds.flatMap((id) => clausesUnder(rule, loadPack(id))))].join(' ')}`,
    `parameters ${parameters.join(' ')}`,
  ];
  const pages = plans
    .filter((plan) => dirname(plan) === id)
    .map((plan) => {
      const isNone = basename(plan).startsWith('na-');
      const verdicts = judged(plan).filter(
        ({ rule, outcome }) => rule === id && (isNone || outcome !== 'notApplicable'),
      );
      expect([plan, verdicts.flatMap((verdict) => uncited(rule, verdict))]).toEqual([plan, []]);
      return [`# ${basename(plan)}`, ...verdicts.map(said)].join('\n');
    });
  return `${head.join('\n')}\n\n${pages.join('\n\n')}\n`;
}

describe('what is said of the fixtures, word for word', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', async (id, rule) => {
    await expect(pageOf(rule)).toMatchFileSnapshot(`../../fixtures/golden/said/${id.replace('/', '.')}.txt`);
  });
});
