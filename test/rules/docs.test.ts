import { describe, expect, test } from 'vitest';
import { judge } from '../../src/engine/judge.js';
import { loadPack, packIds } from '../../src/law/load.js';
import { readPlan } from '../../src/plan/read.js';
import { rules } from '../../src/rules/index.js';

const DEFAULT = loadPack('nm-2017');

/** nm-2017, or what asks for the rule where that doesn't. */
const packOf = (id: string) => {
  const asked = rules.find((rule) => rule.id === id)?.asked ?? (() => true);
  return asked(DEFAULT) ? DEFAULT : loadPack(packIds.filter((each) => asked(loadPack(each))).join('+'));
};
const TODAY = '2026-06-30';

/** Every ```yaml block of a rule's page is a plan, headed by what the rule says of it: `# => fail entrance`. */
const examples = rules.flatMap(({ id, docs }) =>
  [docs.zh, docs.en].flatMap((text, index) =>
    [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(
      (match, number) => [id, index === 0 ? 'zh' : 'en', number + 1, match[1]] as const,
    ),
  ),
);

describe('the plans in the documentation', () => {
  test.each(examples)('%s (%s), plan %i, says what the page says of it', (id, _language, _number, plan) => {
    const wanted = [...plan.matchAll(/^# => (\S+ \S+)\s*$/gm)].map((match) => match[1]);
    expect(wanted.length).toBeGreaterThan(0);
    const bytes = new TextEncoder().encode(plan);
    const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), {
      pack: packOf(id),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    const said = judge(result.site, { today: TODAY, rules })
      .verdicts.filter(({ rule }) => rule === id)
      .map(({ outcome, subject }) => `${outcome} ${subject}`);
    expect(said).toEqual(expect.arrayContaining(wanted));
  });

  test('both languages show the same plans', () => {
    const plans = (text: string) => [...text.matchAll(/^```yaml\n[\s\S]*?^```/gm)].map(([block]) => block);
    for (const { id, docs } of rules) expect([id, plans(docs.en)]).toEqual([id, plans(docs.zh)]);
  });
});
