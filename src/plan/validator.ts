import { createRequire } from 'node:module';
import type { Ajv, Options, ValidateFunction } from 'ajv';
import type { PlanDocument } from './document.js';

const load = createRequire(import.meta.url);

/** Where the build keeps the compiled validator, beside this file. */
const COMPILED = './plan-validator.cjs';

let validator: ValidateFunction<PlanDocument> | undefined;

/**
 * The validator of schemas/plan.schema.json. The build compiles it once, because compiling takes longer than linting a
 * hotel; where there is no build (tests run on the sources) it is compiled on the spot.
 */
export function planValidator(): ValidateFunction<PlanDocument> {
  validator ??= fromBuild() ?? compile({ code: { optimize: false }, inlineRefs: false }).validate;
  return validator;
}

/** The validator as the source of a CommonJS module, for the build. */
export function validatorSource(): string {
  const { ajv, validate } = compile({ code: { source: true } });
  const standalone: { default: (ajv: Ajv, validate: ValidateFunction) => string } = load('ajv/dist/standalone');
  return standalone.default(ajv, validate);
}

function fromBuild(): ValidateFunction<PlanDocument> | undefined {
  try {
    return load(COMPILED);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function compile(options: Options): { ajv: Ajv; validate: ValidateFunction<PlanDocument> } {
  const { Ajv }: typeof import('ajv') = load('ajv');
  const formats: typeof import('ajv-formats') = load('ajv-formats');
  const schema: object = load('../../schemas/plan.schema.json');
  // The schema itself is held to draft-07 by a test, not at every start.
  const ajv = new Ajv({ allErrors: true, verbose: true, strictRequired: false, validateSchema: false, ...options });
  formats.default(ajv, ['date']);
  return { ajv, validate: ajv.compile<PlanDocument>(schema) };
}
