// The schema validators of files that users write. The build compiles them from schemas/ (tools/build/validators.mjs).
import type { ValidateFunction } from 'ajv';
import baseline from './baseline-validator.js';
import config from './config-validator.js';
import decisions from './decisions-validator.js';
import law from './law-validator.js';
import mapping from './mapping-validator.js';
import models from './models-validator.js';
import plan from './plan-validator.js';
import waivers from './waivers-validator.js';

const validators = { plan, config, waivers, decisions, baseline, mapping, models, law };

/** Name of a schema in schemas/ for files that users write. */
type CheckedName = keyof typeof validators;

/** Returns the validator of schemas/NAME.schema.json. The command loads it when asked (host/native/validators.ts). */
export function validatorOf<T>(name: CheckedName): ValidateFunction<T> {
  return validators[name] as ValidateFunction<T>;
}
