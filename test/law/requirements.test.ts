import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { conditionReads } from '../../src/facts/project/condition.js';
import { WORDS_OF_A_CASE } from '../../src/facts/project/sentence.js';
import { loadPack, packIds } from '../../src/law/load.js';
import type { Case, Condition } from '../../src/law/requirement.js';
import { DEVICE_KINDS } from '../../src/plan/kinds.js';
import { FACT_NAMES } from '../../src/plan/project/names.js';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly type?: string;
  readonly enum?: readonly unknown[];
}
const plan: { readonly definitions: Readonly<Record<string, Schema>> } = createRequire(import.meta.url)(
  '../../schemas/plan.read.schema.json',
);

/** Every fact a plan can state under `node`, as `FactPath`. */
function factsOf(node: Schema, path = ''): string[] {
  const whole = node.$ref === undefined ? node : (plan.definitions[node.$ref.replace('#/definitions/', '')] ?? {});
  const parts = [...(whole.allOf ?? []), ...(whole.anyOf ?? [])].flatMap((part) => factsOf(part, path));
  const keys = Object.entries(whole.properties ?? {}).flatMap(([key, value]) =>
    factsOf(value, path === '' ? key : `${path}.${key}`),
  );
  if (whole.type === 'array') {
    const items = factsOf(whole.items ?? {}, `${path}.*`);
    // A list of texts is one fact.
    return [...parts, ...items.map((item) => (item === `${path}.*` ? path : item))];
  }
  const isLeaf = whole.enum !== undefined || ['string', 'number', 'integer', 'boolean'].includes(whole.type ?? '');
  return [...parts, ...keys, ...(isLeaf ? [path] : [])];
}

const facts = new Set(factsOf(plan.definitions.project ?? {}));

test('every fact that a plan can state has a name in both languages, and nothing else has', () => {
  expect(Object.keys(FACT_NAMES).sort()).toEqual([...facts].sort());
});

const rows = packIds.flatMap((id) =>
  (loadPack(id).requirements ?? []).map((row) => [`${id} ${row.id}`, id, row] as const),
);

function within(condition: Condition): Condition[] {
  if ('all' in condition) return [condition, ...condition.all.flatMap(within)];
  if ('any' in condition) return [condition, ...condition.any.flatMap(within)];
  if ('not' in condition) return [condition, ...within(condition.not)];
  return [condition];
}

const named = (text: string) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
const known = (path: string) => facts.has(path) || facts.has(path.replace(/\.\d+(?=\.|$)/g, '.*'));

describe.each(rows)('%s', (_, pack, row) => {
  const clauses = new Map(loadPack(pack).clauses.map((clause) => [clause.id, clause]));

  test('asks of what a plan can state, and of devices there are', () => {
    const paths = row.cases.flatMap(({ when }) => (when === undefined ? [] : conditionReads(when).paths));
    const asked = [...paths, ...(row.deadline === undefined ? [] : [row.deadline.from])];
    expect(asked.filter((path) => path !== 'deadline' && !known(path))).toEqual([]);
    expect(paths.includes('deadline') && row.deadline === undefined).toBe(false);
    const kinds = row.cases
      .flatMap(({ when }) => (when === undefined ? [] : within(when)))
      .flatMap((condition) => ('devices' in condition ? (condition.devices.kinds ?? []) : []));
    expect(kinds.filter((kind) => !DEVICE_KINDS.some((one) => one === kind))).toEqual([]);
  });

  test('says the same of the plan in both languages, and nothing a plan can’t state', () => {
    for (const { say, advice } of row.cases) {
      for (const { zh, en } of [say, ...(advice === undefined ? [] : [advice])]) {
        expect([...new Set(named(zh))].sort()).toEqual([...new Set(named(en))].sort());
        const words: readonly string[] = WORDS_OF_A_CASE;
        expect(named(zh).filter((name) => !words.includes(name) && !known(name))).toEqual([]);
        expect(zh).toMatch(/。$/);
        expect(en).toMatch(/\.$/);
        expect(zh).not.toMatch(/违法|['"]/);
      }
    }
  });

  test('names the clause in all it says, and cites clauses of the pack', () => {
    for (const { say } of row.cases) expect(say.zh).toContain('{clause}');
    const cited = [...row.clauses, ...row.cases.flatMap((one) => one.clauses ?? [])];
    expect(cited.filter((id) => !clauses.has(id))).toEqual([]);
  });

  test('words in its sentences that it calls the law’s are', () => {
    const text = row.clauses.map((id) => clauses.get(id)?.text.zh ?? '').join('\n');
    for (const { say } of row.cases)
      for (const [, words = ''] of say.zh.matchAll(/“([^”{]{5,})”/g)) expect(text).toContain(words);
  });

  test('ends with a case that always holds, and no other does', () => {
    const last: Case | undefined = row.cases.at(-1);
    expect(last?.when).toBeUndefined();
    expect(row.cases.slice(0, -1).filter(({ when }) => when === undefined)).toEqual([]);
  });

  test('what is missing is said to be missing only where something is asked', () => {
    for (const { say, when } of row.cases)
      if (say.zh.includes('{missing}')) expect(JSON.stringify(when)).toContain('missing');
  });
});

test('ids of rows are there once', () => {
  const ids = rows.map(([name]) => name);
  expect(ids).toEqual([...new Set(ids)]);
});
