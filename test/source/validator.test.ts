import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planValidator } from '../../src/source/schema/validators.js';
import { validatorSource } from '../../tools/build/validators.mjs';

const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The validator as the build ships it. */
async function shipped(): Promise<ValidateFunction> {
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const path = join(root, 'plan-validator.mjs');
  writeFileSync(path, validatorSource('plan'));
  const made: { readonly default: ValidateFunction } = await import(/* @vite-ignore */ pathToFileURL(path).href);
  return made.default;
}

/** The validator as ajv compiles it, in which nothing is changed. */
function unchanged(): ValidateFunction {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    allowUnionTypes: true,
    inlineRefs: false,
  });
  formats.default(ajv, ['date']);
  return ajv.compile(JSON.parse(readFileSync('schemas/plan.read.schema.json', 'utf8')));
}

describe('the validator that the build compiles, and the one of the tests', async () => {
  const ours = [await shipped(), planValidator()];
  const plain = unchanged();

  it('say of every document in fixtures/malformed what the schema says', () => {
    let wrong = 0;
    for (const name of readdirSync('fixtures/malformed').filter((file) => file.endsWith('.yaml'))) {
      let document: unknown;
      try {
        document = parse(readFileSync(`fixtures/malformed/${name}`, 'utf8'));
      } catch {
        continue;
      }
      const told = (validate: ValidateFunction) => ({
        isValid: validate(document),
        errors: (validate.errors ?? []).map(({ instancePath, keyword, params, schemaPath }) => ({
          instancePath,
          keyword,
          params,
          // Of all paths only those into a branch are kept: that is what is asked of them.
          schemaPath: /\/(?:anyOf|oneOf)\/\d/.test(schemaPath) ? schemaPath : '',
        })),
      });
      const expected = told(plain);
      for (const validate of ours) expect(told(validate), name).toEqual(expected);
      wrong += expected.errors.length;
    }
    expect(wrong).toBeGreaterThan(10);
  });

  it('take for a day of the calendar what ajv-formats does', () => {
    const isDay = (validate: ValidateFunction, date: string) => {
      validate({ site: { designation: { date } } });
      return validate.errors?.every(({ keyword }) => keyword !== 'format');
    };
    const two = (n: number) => String(n).padStart(2, '0');
    const years = ['0000', '0004', '0100', '0400', '1900', '1999', '2000', '2023', '2024', '2026', '2100', '9996'];
    const days = years.flatMap((year) =>
      Array.from({ length: 14 * 33 }, (_, n) => `${year}-${two(Math.floor(n / 33))}-${two(n % 33)}`),
    );
    const others = ['', '2026', '2026-1-01', '2026-01-1', '02026-01-01', '2026-01-011', '2026/01/01', '2026-01-01\n'];
    for (const date of [...days, ...others]) {
      const expected = isDay(plain, date);
      for (const validate of ours) expect(isDay(validate, date), date).toBe(expected);
    }
  });

  it('carry nothing of a package with them', () => {
    expect(/\b(?:import|require)\b/.test(validatorSource('plan'))).toBe(false);
  });
});
