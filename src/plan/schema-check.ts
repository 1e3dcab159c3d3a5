import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { child } from '../source/pointer.js';
import { nearest } from '../source/suggest.js';
import type { Place } from '../source/types.js';
import type { PlanDocument } from './document.js';
import type { Unreadable } from './model.js';
import { keysOf, schemaMessage } from './schema-messages.js';

export type Checked =
  | { readonly ok: true; readonly document: PlanDocument }
  | { readonly ok: false; readonly unreadable: readonly Unreadable[] };

/** A plan is checked once in a run, so compiling quickly beats quick checks; a test holds the schema to draft-07. */
const QUICK = { code: { optimize: false }, inlineRefs: false, validateSchema: false } as const;

let validator: ValidateFunction<PlanDocument> | undefined;

function compiled(): ValidateFunction<PlanDocument> {
  if (validator === undefined) {
    const schema: unknown = createRequire(import.meta.url)('../../schemas/plan.schema.json');
    if (typeof schema !== 'object' || schema === null) throw new Error('schemas/plan.schema.json is not a schema');
    const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, strictRequired: false, ...QUICK });
    addFormats.default(ajv, ['date']);
    validator = ajv.compile<PlanDocument>(schema);
  }
  return validator;
}

/** Holds `value` against schemas/plan.schema.json; all that is wrong, each at its place. */
export function checkSchema(value: unknown, placeOf: (pointer: string) => Place): Checked {
  const validate = compiled();
  if (validate(value)) return { ok: true, document: value };
  const errors = useful(validate.errors ?? []);
  return { ok: false, unreadable: errors.map((error) => unreadableOf(error, placeOf)) };
}

function unreadableOf(error: ErrorObject, placeOf: (pointer: string) => Place): Unreadable {
  const message = schemaMessage(error);
  if (error.keyword !== 'additionalProperties') {
    return { code: message.id, message, place: placeOf(error.instancePath) };
  }
  const place = placeOf(child(error.instancePath, String(error.params.additionalProperty)));
  return { code: message.id, message, place: { ...place, key: true } };
}

/**
 * Of each mistake one error: a choice (`anyOf`, `oneOf`) speaks for its branches, and a misspelt key isn't also
 * reported as missing.
 */
function useful(errors: readonly ErrorObject[]): ErrorObject[] {
  const misspelt = new Set<string>();
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue;
    const meant = nearest(String(error.params.additionalProperty), keysOf(error));
    if (meant !== undefined) misspelt.add(`${error.instancePath} ${meant}`);
  }
  return errors.filter((error) => {
    if (/\/(?:anyOf|oneOf)\/\d+\//.test(error.schemaPath)) return false;
    if (error.keyword === 'required') return !misspelt.has(`${error.instancePath} ${error.params.missingProperty}`);
    if (error.keyword === 'oneOf')
      return !['polygon', 'rect'].some((key) => misspelt.has(`${error.instancePath} ${key}`));
    return true;
  });
}
