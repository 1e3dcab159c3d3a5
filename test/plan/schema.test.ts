import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { DEVICE_KINDS, OPENING_KINDS } from '../../src/plan/kinds.js';
import { pack } from './support.js';

type Schema = { readonly [key: string]: unknown };
const schema: Schema = createRequire(import.meta.url)('../../schemas/plan.read.schema.json');

function at(...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Schema)[key], schema);
}

test('the schema that plans are read by lists every kind and category of the pack, beside any other text', () => {
  const listed = (...path: readonly string[]) => (at(...path, 'anyOf', '0', 'enum') as string[]).toSorted();
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).toSorted();
  expect(listed('definitions', 'zone', 'properties', 'kind')).toEqual(ids(pack.zoneKinds));
  expect(listed('definitions', 'category')).toEqual(ids(pack.categories));
  expect(listed('definitions', 'device', 'properties', 'kind')).toEqual(DEVICE_KINDS.toSorted());
  expect(listed('definitions', 'opening', 'properties', 'kind')).toEqual(OPENING_KINDS.toSorted());
});

test('every key is described in both languages', () => {
  const bare: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'properties') {
        for (const [name, property] of Object.entries(inner as Schema)) {
          const description = (property as Schema).description;
          if (!/\p{Script=Han}.* \/ .*[a-z]/u.test(String(description))) bare.push(`${path}/${name}`);
        }
      }
      visit(inner, `${path}/${key}`);
    }
  };
  visit(schema, '');
  expect(bare).toEqual([]);
});

test('the schema is draft-07', () => {
  const ajv = new Ajv();
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  expect(at('$schema')).toBe('http://json-schema.org/draft-07/schema#');
});
