// The schema validators of files that users write. The build compiles them from schemas/ (tools/build/validators.mjs).
// Each is a function of its own: a bundle has those that are asked for. The command loads them late (host/native/validators.ts).
import type { ValidateFunction } from 'ajv';
import baseline from './baseline-validator.js';
import certificate from './certificate-validator.js';
import config from './config-validator.js';
import decisions from './decisions-validator.js';
import law from './law-validator.js';
import mapping from './mapping-validator.js';
import models from './models-validator.js';
import plan from './plan-validator.js';
import suggest from './suggest-validator.js';
import waivers from './waivers-validator.js';

/** Returns the validator of schemas/baseline.schema.json. */
export function baselineValidator<T>(): ValidateFunction<T> {
  return baseline as ValidateFunction<T>;
}

/** Returns the validator of schemas/suggest-certificate-1.schema.json. */
export function certificateValidator<T>(): ValidateFunction<T> {
  return certificate as ValidateFunction<T>;
}

/** Returns the validator of schemas/config.schema.json. */
export function configValidator<T>(): ValidateFunction<T> {
  return config as ValidateFunction<T>;
}

/** Returns the validator of schemas/decisions.schema.json. */
export function decisionsValidator<T>(): ValidateFunction<T> {
  return decisions as ValidateFunction<T>;
}

/** Returns the validator of schemas/law.schema.json. */
export function lawValidator<T>(): ValidateFunction<T> {
  return law as ValidateFunction<T>;
}

/** Returns the validator of schemas/mapping.schema.json. */
export function mappingValidator<T>(): ValidateFunction<T> {
  return mapping as ValidateFunction<T>;
}

/** Returns the validator of schemas/models.schema.json. */
export function modelsValidator<T>(): ValidateFunction<T> {
  return models as ValidateFunction<T>;
}

/** Returns the validator of schemas/plan.read.schema.json. */
export function planValidator<T>(): ValidateFunction<T> {
  return plan as ValidateFunction<T>;
}

/** Returns the validator of schemas/suggest.schema.json. */
export function suggestValidator<T>(): ValidateFunction<T> {
  return suggest as ValidateFunction<T>;
}

/** Returns the validator of schemas/waivers.schema.json. */
export function waiversValidator<T>(): ValidateFunction<T> {
  return waivers as ValidateFunction<T>;
}
