import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Localized } from '../../src/i18n/locale.js';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import { rules } from '../../src/rules/registry.gen.js';
import { expectationOf } from '../support/expectations.js';
import { messageText } from '../support/message-text.js';

const FIXTURES = 'fixtures/rules';

/** Of each rule some plans that it finds something in: one by each outcome. */
const plans = [
  ...new Map(
    readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\/(?:fail|open|review)-[^/]*\.yaml$/.test(path))
      .sort()
      .map((path) => [path.replace(/-[^/]*$/, ''), path] as const),
  ).values(),
];

/** What would end any quotes that it is put in. */
const ENDS = "'q“x”";

/** A plan whose elements are all called so that what quotes them must see to it that they don't end the quotes. */
function renamed(text: string): { readonly text: string; readonly words: ReadonlySet<string> } {
  const plan: unknown = parse(text);
  const ids = new Set<string>();
  const words = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      if ('id' in value && typeof value.id === 'string') ids.add(value.id);
      if ('name' in value && typeof value.name === 'string') words.add(value.name);
      Object.values(value).forEach(collect);
    }
  };
  collect(plan);
  const write = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return ids.has(value) && key !== 'kind' && key !== 'roles' ? `${value}${ENDS}` : value;
    if (Array.isArray(value)) return value.map((one) => write(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        const called = key === 'overrides' && ids.has(name) ? `${name}${ENDS}` : name;
        return [called, name === 'name' && typeof one === 'string' ? `${one}${ENDS}` : write(one, name)];
      }),
    );
  };
  return { text: JSON.stringify(write(plan)), words: new Set([...ids, ...words]) };
}

function linted(path: string): { readonly report: Report; readonly words: ReadonlySet<string> } | undefined {
  const folder = join(FIXTURES, dirname(path));
  const { text, words } = renamed(readFileSync(join(FIXTURES, path), 'utf8'));
  const read = (name: string) => (name === 'plan.json' ? new TextEncoder().encode(text) : undefined);
  const pack = loadPack(expectationOf(join(folder, path.slice(dirname(path).length + 1))).packs.join('+'));
  const result = lintPlan('plan.json', read, { pack, today: '2026-06-30', distrust: true });
  return result.ok ? { report: result, words } : undefined;
}

/** Every text of a report that is made of the plan's words. */
function textsOf({ verdicts, assumptions, cautions = [] }: Report): Localized[] {
  return [
    ...verdicts.flatMap(({ rule, message, advice, related }) => [
      ...[message, ...(advice === undefined ? [] : [advice])].map((said) => ({
        zh: messageText(rules, rule, said, 'zh-CN'),
        en: messageText(rules, rule, said, 'en'),
      })),
      ...related.map(({ caption }) => caption),
    ]),
    ...assumptions.flatMap(({ what, value }) => [what, value]),
    ...cautions.map(({ text }) => text),
  ];
}

test('no name ends the quotes that it is put in, in whatever is said', () => {
  let quoted = 0;
  for (const path of plans) {
    const found = linted(path);
    if (found === undefined) continue;
    const texts = textsOf(found.report);
    for (const word of found.words) {
      // In quotes of either language its own are others.
      const [zhEnds, enEnds] = [`“${word}'q“`, `'${word}'q`];
      expect(
        texts.filter(({ zh, en }) => zh.includes(zhEnds) || en.includes(enEnds)),
        path,
      ).toEqual([]);
      quoted += texts.filter(({ zh, en }) => zh.includes(`“${word}'q‘x’`) && en.includes(`'${word}’q“x”`)).length;
    }
  }
  expect(quoted).toBeGreaterThan(300);
});
