import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/config/schema.js';
import { loadPack, packIds } from '../../src/law/load.js';
import { rules } from '../../src/rules/registry.gen.js';

const schema = configSchema(packIds.map(loadPack), rules);

describe('schemas/config.schema.json', () => {
  it('is draft-07, and describes every key in both languages', () => {
    const ajv = new Ajv();
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'properties') {
          for (const [name, property] of Object.entries(inner as object)) {
            const { description } = property as { readonly description?: string };
            if (!/\p{Script=Han}.* \/ .*[a-z]/u.test(String(description))) bare.push(`${path}/${name}`);
          }
        }
        visit(inner, `${path}/${key}`);
      }
    };
    visit(schema, '');
    expect(bare).toEqual([]);
  });
});
