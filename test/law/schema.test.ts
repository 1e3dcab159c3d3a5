import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { WORDS_OF_A_CASE } from '../../src/facts/project/sentence.js';
import { BUILT_IN_PACKS } from '../../src/law/built-in.gen.js';
import { packData } from '../../src/law/load.js';
import type { CheckedPack } from '../../src/law/read/sections.js';
import { problemsOf } from '../../src/law/read/sense.js';
import { FACT_NAMES } from '../../src/plan/project/names.js';
import { lawValidator } from '../../src/source/schema/validators.js';

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'schemas', 'law.schema.json'), 'utf8'),
);
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema as object);

/** A copy of the pack's data with the value at `path` replaced, or taken out. */
function broken(path: readonly (string | number)[], value?: unknown): unknown {
  const own = BUILT_IN_PACKS.find(({ id }) => id === 'nm-2017');
  const { zoneKinds, parameters } = packData('nm-2017') ?? {};
  const copy: unknown = structuredClone({ ...own, zoneKinds, parameters });
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path[path.length - 1];
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

/** Every schema under `properties`, with where it is. */
function keys(node: unknown, path = ''): [string, Record<string, unknown>][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${path}/${key}`;
    const deeper = keys(value, here);
    return path.endsWith('/properties') ? [[here, value as Record<string, unknown>], ...deeper] : deeper;
  });
}

describe('schemas/law.schema.json', () => {
  test.each(BUILT_IN_PACKS.map((pack) => [pack.id, pack] as const))('accepts %s, and it makes sense', (id, pack) => {
    expect(validate(pack) ? [] : validate.errors).toEqual([]);
    const written = lawValidator<CheckedPack>();
    const known = {
      packs: BUILT_IN_PACKS.filter((other) => other.id !== id),
      facts: Object.keys(FACT_NAMES),
      words: WORDS_OF_A_CASE,
    };
    const problems = written(pack) ? problemsOf(pack, known, (pointer) => ({ path: id, pointer })) : [];
    expect(problems).toEqual([]);
  });

  test('the copy that the cases below break is right', () => {
    expect(validate(broken(['id'], 'nm-2017'))).toBe(true);
  });

  test('describes every key in Chinese and English', () => {
    const all = keys(schema);
    expect(all.length).toBeGreaterThan(80);
    const undescribed = all.filter(
      ([, { description }]) => !/^\S*\p{Script=Han}.* \/ .*[a-z]/u.test(String(description)),
    );
    expect(undescribed.map(([path]) => path)).toEqual([]);
  });

  test.each<[string, readonly (string | number)[], unknown]>([
    ['an unknown key', ['penalty'], []],
    ['a pack without clauses', ['clauses'], undefined],
    ['a clause without English', ['clauses', 0, 'text'], { zh: '一' }],
    ['an empty text', ['clauses', 0, 'text', 'zh'], ''],
    ['a malformed clause id', ['clauses', 0, 'id'], 'nm-2017/8-8'],
    ['an unknown outcome', ['categories', 0, 'bare'], 'open'],
    ['an unknown basis', ['categories', 0, 'basis'], 'custom'],
    ['a density of zero', ['prohibitions', 0, 'standing', 0, 'from'], 0],
    ['an unknown regime', ['prohibitions', 0, 'regime'], 'rooms'],
    ['a fraction above 1', ['criteria', 0, 'fraction'], 95],
    ['a zone kind that is enclosed sometimes', ['zoneKinds', 0, 'enclosed'], 'yes'],
    ['a region in lower case', ['applies', 'regions', 0], 'nm'],
    ['a first day without its month', ['applies', 'from'], '2025'],
    ['a parameter with an unknown unit', ['parameters', 'nearRadius', 'unit'], 'feet'],
  ])('refuses %s', (_, path, value) => {
    expect(validate(broken(path, value))).toBe(false);
  });
});
