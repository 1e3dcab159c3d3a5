// Checks a value against a JSON schema and reports each mistake once.
import type { ErrorObject, ValidateFunction } from 'ajv';
import { child, parent } from '../place/pointer.js';
import { firstOf, MOST_PROBLEMS, type SourceProblem } from '../problem.js';
import type { Place } from '../types.js';
import { keyMeant, runInto } from './key-names.js';
import { schemaKeys, schemaMessage } from './messages.js';

/** A value that meets its schema, or the problems it has. */
export type Checked<T> =
  | { readonly ok: true; readonly document: T }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

const LOOKED_AT = 8 * MOST_PROBLEMS;

/** Checks `value` against the schema of `validate`; returns the value, or a problem for each mistake at its place. */
export function checkSchema<T>(
  validate: ValidateFunction<T>,
  value: unknown,
  placeOf: (pointer: string) => Place,
): Checked<T> {
  if (validate(value)) return { ok: true, document: value };
  const all = validate.errors ?? [];
  // Some errors stand for others; among the first thousands enough remain.
  const errors = useful(all.slice(0, LOOKED_AT));
  const problems = errors.slice(0, MOST_PROBLEMS).map((error) => problemOf(error, placeOf));
  return { ok: false, problems: firstOf(problems, errors.length + Math.max(0, all.length - LOOKED_AT)) };
}

function problemOf(error: ErrorObject, placeOf: (pointer: string) => Place): SourceProblem {
  const message = schemaMessage(error);
  if (error.keyword !== 'additionalProperties') {
    const place = placeOf(error.instancePath);
    return { code: message.id, message, place, ...(error.keyword === 'enum' && { known: valuesOf(error) }) };
  }
  const place = placeOf(child(error.instancePath, String(error.params.additionalProperty)));
  return { code: message.id, message, place: { ...place, key: true }, known: schemaKeys(error) };
}

function valuesOf(error: ErrorObject): readonly string[] {
  const allowed: unknown = error.params.allowedValues;
  return Array.isArray(allowed) ? allowed.map(String) : [];
}

/** Errors that come of a key or list that a full-width sign makes one text of. */
const CAUSED: ReadonlySet<string> = new Set(['required', 'oneOf', 'minItems']);

/**
 * Returns one error per mistake: a choice (`anyOf`, `oneOf`) stands for its branches, the branch of an `if` for itself,
 * and a misspelt key isn't also reported as missing.
 */
function useful(errors: readonly ErrorObject[]): ErrorObject[] {
  const misspelt = new Set<string>();
  // A full-width sign makes one key of several, or one item of a list: what then is missing has that one cause.
  const run = new Set<string>();
  // In braces, a list in round brackets ends at its first comma, and its other numbers are read as keys.
  const cut = new Set<string>();
  for (const error of errors) {
    if (error.keyword === 'type' && typeof error.data === 'string' && error.data.includes('，'))
      run.add(error.instancePath.replace(/\/0$/, ''));
    if (error.keyword === 'type' && typeof error.data === 'string' && /^[(（［【]/.test(error.data))
      cut.add(parent(error.instancePath)?.pointer ?? '');
    if (error.keyword !== 'additionalProperties') continue;
    if (String(error.params.additionalProperty).includes('：')) run.add(error.instancePath);
    const key = String(error.params.additionalProperty);
    const meant = runInto(key, schemaKeys(error)) ?? keyMeant(key, schemaKeys(error));
    if (meant !== undefined) misspelt.add(`${error.instancePath} ${meant}`);
  }
  return errors.filter((error) => {
    if (/\/(?:anyOf|oneOf)\/\d+\//.test(error.schemaPath) || error.keyword === 'if') return false;
    if (error.keyword === 'additionalProperties' && cut.has(error.instancePath))
      return !/^[-+\d.\s]+[)）］】]?$/.test(String(error.params.additionalProperty));
    if (run.has(error.instancePath) && CAUSED.has(error.keyword)) return false;
    if (error.keyword === 'required') return !misspelt.has(`${error.instancePath} ${error.params.missingProperty}`);
    if (error.keyword === 'oneOf')
      return !['polygon', 'rect'].some((key) => misspelt.has(`${error.instancePath} ${key}`));
    return true;
  });
}
