import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { shippedMapping } from '../../src/import/mapping/defaults/defaults.js';
import { mappingSchema } from '../../src/import/mapping/schema.js';
import { IMPORT_FORMATS } from '../../src/import/types.js';
import { loadPack, packIds } from '../../src/law/load.js';
import { mappingValidator } from '../../src/source/schema/validators.js';

const plan: unknown = createRequire(import.meta.url)('../../schemas/plan.read.schema.json');
const schema = mappingSchema(plan, packIds.map(loadPack));

describe('schemas/mapping.schema.json', () => {
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

  it.each(IMPORT_FORMATS)('holds for the mapping that comes with sitecam for %s', (format) => {
    const validate = mappingValidator();
    expect(validate(shippedMapping(format)) ? [] : validate.errors).toEqual([]);
  });
});
