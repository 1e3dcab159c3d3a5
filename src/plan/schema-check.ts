import type { ErrorObject } from 'ajv';
import { child } from '../source/pointer.js';
import { nearest } from '../source/suggest.js';
import type { Place } from '../source/types.js';
import type { PlanDocument } from './document.js';
import type { Unreadable } from './model.js';
import { keysOf, schemaMessage } from './schema-messages.js';
import { planValidator } from './validator.js';

export type Checked =
  | { readonly ok: true; readonly document: PlanDocument }
  | { readonly ok: false; readonly unreadable: readonly Unreadable[] };

/** Holds `value` against schemas/plan.schema.json; all that is wrong, each at its place. */
export function checkSchema(value: unknown, placeOf: (pointer: string) => Place): Checked {
  const validate = planValidator();
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
