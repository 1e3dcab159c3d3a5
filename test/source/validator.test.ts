import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validatorOf, validatorSource } from '../../src/source/schema/validator.js';

/** The validator as the build ships it. */
function shipped(): ValidateFunction {
  const module: { exports: unknown } = { exports: undefined };
  new Function('module', 'require', validatorSource('plan'))(module, createRequire(import.meta.url));
  return module.exports as ValidateFunction;
}

describe('the validator that the build compiles', () => {
  const built = shipped();
  const live = validatorOf('plan');

  it('says of every document in fixtures/malformed what the schema says', () => {
    let wrong = 0;
    for (const name of readdirSync('fixtures/malformed').filter((file) => file.endsWith('.yaml'))) {
      let document: unknown;
      try {
        document = parse(readFileSync(`fixtures/malformed/${name}`, 'utf8'));
      } catch {
        continue;
      }
      expect(built(document), name).toBe(live(document));
      const told = (validate: ValidateFunction) =>
        (validate.errors ?? []).map(({ instancePath, keyword, params, schemaPath }) => ({
          instancePath,
          keyword,
          params,
          schemaPath,
        }));
      expect(told(built), name).toEqual(told(live));
      wrong += told(built).length;
    }
    expect(wrong).toBeGreaterThan(10);
  });
});
