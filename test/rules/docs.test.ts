import { describe, expect, test } from 'vitest';
import { DEFAULT_PACK, loadPack, packIds } from '../../src/law/load.js';
import { judge } from '../../src/lint/lint.js';
import { readPlan } from '../../src/plan/read/read.js';
import { rules } from '../../src/rules/registry.gen.js';
import { expectationIn, saidBy } from '../support/expectations.js';

/** nm-2017, or what asks for the rule where that doesn't. */
const usualPacks = (id: string) => {
  const asked = rules.find((rule) => rule.id === id)?.appliesTo ?? (() => true);
  return asked(loadPack(DEFAULT_PACK)) ? [DEFAULT_PACK] : packIds.filter((each) => asked(loadPack(each)));
};
const TODAY = '2026-06-30';

/** Every ```yaml block of a rule's page is a plan, headed by what the rule says of it: see `expectationIn`. */
const examples = rules.flatMap(({ id, docs }) =>
  [docs.zh, docs.en].flatMap((text, index) =>
    [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(
      (match, number) => [id, index === 0 ? 'zh' : 'en', number + 1, match[1]] as const,
    ),
  ),
);

describe('the plans in the documentation', () => {
  test.each(examples)('%s (%s), plan %i, says what the page says of it', (id, _language, _number, plan) => {
    expect(plan, `write what says TODO in src/rules/${id}.ts`).not.toContain('TODO');
    const { packs, verdicts: wanted } = expectationIn(plan, usualPacks(id));
    const bytes = new TextEncoder().encode(plan);
    const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), {
      pack: loadPack(packs.join('+')),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    const said = saidBy(id, judge(result.site, { today: TODAY, rules }));
    expect(said).toEqual(expect.arrayContaining(wanted.map((verdict) => expect.objectContaining(verdict))));
  });

  test('outside of its plans no page has a placeholder, which nobody would fill in', () => {
    const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
    const left = rules.flatMap(({ id, docs }) =>
      [docs.zh, docs.en].flatMap((text) =>
        (prose(text).match(/\{[a-zA-Z]\w*\}/g) ?? []).map((found) => `${id}: ${found}`),
      ),
    );
    expect(left).toEqual([]);
  });

  test('both languages show the same plans', () => {
    const plans = (text: string) => [...text.matchAll(/^```yaml\n[\s\S]*?^```/gm)].map(([block]) => block);
    for (const { id, docs } of rules) expect([id, plans(docs.en)]).toEqual([id, plans(docs.zh)]);
  });
});
