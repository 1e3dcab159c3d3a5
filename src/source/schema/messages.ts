// Messages for the errors of the schema validator.
import type { ErrorObject } from 'ajv';
import zh from 'ajv-i18n/localize/zh/index.js';
import { joined, type Text } from '../../i18n/catalogue.js';
import { quote, quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { didYouMean, hintOf, NO_HINT } from '../hint.js';
import { parent } from '../place/pointer.js';
import { expectedText, hintText, schemaText } from '../texts.js';
import { directionCalled, keyMeant, runInto, valuesCalled } from './key-names.js';

/** What the module exports; its types are those of an ES module, which it isn't. */
const localize = zh as unknown as (errors: ErrorObject[]) => void;

/** Returns the message for one of ajv's errors. The validator must run with `verbose`. */
export function schemaMessage(error: ErrorObject): Text {
  const key = pointerName(error.instancePath);
  switch (error.keyword) {
    case 'type':
    case 'anyOf':
      return typeMessage(key, error);
    case 'required':
      return schemaText.missingKey({ key: String(error.params.missingProperty), hint: NO_HINT });
    case 'additionalProperties': {
      const unknown = String(error.params.additionalProperty);
      return schemaText.unknownKey({ key: unknown, hint: keyHint(unknown, schemaKeys(error)) });
    }
    case 'enum': {
      const allowed = listOf(error.params.allowedValues);
      const hint = typeof error.data === 'string' ? valueHint(error.data, allowed) : NO_HINT;
      return schemaText.value({ key, value: shown(error.data), allowed: oneOf(allowed), hint });
    }
    case 'minItems':
    case 'maxItems':
      if (key === 'categories' && error.keyword === 'minItems') return schemaText.noCategory({ key });
      return schemaText.count({ key, found: itemsOf(error.data), expected: countOf(error) });
    case 'minimum':
    case 'maximum':
      return schemaText.range({ key, value: shown(error.data), range: rangeOf(error) });
    case 'oneOf':
      return schemaText.oneOf({ choices: oneOf(choicesOf(error)) });
    case 'pattern':
    case 'format':
      return schemaText.format({
        key,
        value: shown(error.data),
        expected: formatOf(error),
        hint: quotesHint(error.data),
      });
    default:
      return schemaText.other({ key, detail: inChinese(error) });
  }
}

function keyHint(unknown: string, keys: readonly string[]): Text {
  if (unknown.includes('：')) return hintText.wideColon;
  return runInto(unknown, keys) === undefined ? didYouMean(keyMeant(unknown, keys)) : hintText.spaceAfterColon;
}

function valueHint(word: string, allowed: readonly string[]): Text {
  const [called] = valuesCalled(word, allowed);
  return called === undefined ? hintOf(word, allowed) : didYouMean(called);
}

/** Returns Chinese from ajv-i18n and English from ajv, for errors without a message of ours. */
function inChinese(error: ErrorObject): Localized {
  const en = error.message ?? error.keyword;
  const copy = { ...error };
  localize([copy]);
  return { zh: copy.message ?? en, en };
}

function typeMessage(key: string, error: ErrorObject): Text {
  const choices = error.keyword === 'anyOf' && typeof error.data === 'string' ? branchesOf(error) : [];
  const type = error.keyword === 'anyOf' ? 'string' : String(error.params.type);
  return schemaText.type({
    key,
    expected: choices.length > 0 ? joined(choices, expectedText.or) : typeNamed(type),
    found: describe(error.data),
    hint: typeHint(type, error.data, key),
  });
}

function typeNamed(type: string): Localized {
  const each = () => type.split(',').map((one) => TYPES[one] ?? verbatim(one));
  return TYPES[type] ?? joined(each(), expectedText.or);
}

/** Returns what each branch of an `anyOf` allows: its values, or the name of its type; a reference is to an object. */
function branchesOf({ parentSchema }: ErrorObject): Localized[] {
  const branches: unknown = parentSchema?.anyOf;
  if (!Array.isArray(branches)) return [];
  return branches.map(({ enum: values, type = 'object' }: { readonly enum?: unknown; readonly type?: string }) =>
    Array.isArray(values) ? oneOf(listOf(values)) : (TYPES[type] ?? verbatim(type)),
  );
}

const { string, number, integer, boolean, array, object } = expectedText;
const TYPES: Readonly<Record<string, Localized>> = {
  string,
  number,
  integer,
  boolean,
  array,
  object,
  null: expectedText.empty,
  'string,array': expectedText.stringOrArray,
};

function describe(found: unknown): Localized {
  if (found === null || found === undefined) return expectedText.empty;
  if (Array.isArray(found)) return expectedText.array;
  if (typeof found === 'object') return expectedText.object;
  if (typeof found === 'number' && !Number.isFinite(found)) return expectedText.infinite;
  const value = shown(found);
  if (typeof found === 'number') return expectedText.theNumber({ value });
  return typeof found === 'string' ? expectedText.theText({ value: quoted(value) }) : verbatim(value);
}

/** A text that is meant as a list: one end of it is a bracket of some kind. */
const BRACKETED = /^[[(［（【〔「]|[\])］）】〕」]$/;

function typeHint(type: string, found: unknown, key: string): Localized {
  if (type === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    return hintText.quotes({ value: `${found}` });
  }
  if (type === 'array' && typeof found === 'object' && found !== null) return hintText.items;
  if (typeof found !== 'string') return NO_HINT;
  if (type === 'array' && BRACKETED.test(found)) return hintText.brackets;
  const isNumber = type === 'number' || type === 'integer';
  if (isNumber && /^[-+\d.，\s]+$/.test(found) && found.includes('，')) return hintText.halfWidthComma;
  if (isNumber && /^\s*[-+−]?[0-9]/.test(found)) return hintText.number;
  if (isNumber && /^[-+−\d\s.]+$/.test(found.normalize('NFKC'))) return hintText.halfWidth;
  if (isNumber && key === 'heading') return headingHint(found);
  if (type === 'boolean' && /^(?:yes|on|y)$/i.test(found)) return didYouMean('true');
  if (type === 'boolean' && /^(?:no|off|n)$/i.test(found)) return didYouMean('false');
  return NO_HINT;
}

function quotesHint(found: unknown): Localized {
  return typeof found === 'string' && /^[“”].*[“”]$/.test(found) ? hintText.wideQuotes : NO_HINT;
}

function headingHint(found: string): Localized {
  const degrees = directionCalled(found);
  return degrees === undefined ? hintText.heading : hintText.direction({ word: quoted(found), degrees });
}

const LONGEST = 60;

/** Returns a value as printed in a message, cut if it is long. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function itemsOf(value: unknown): Localized {
  return expectedText.items({ n: Array.isArray(value) ? value.length : 0 });
}

function countOf(error: ErrorObject): Localized {
  const n = String(error.params.limit);
  const schema = error.parentSchema;
  if (schema !== undefined && schema.minItems === schema.maxItems) return expectedText.exactly({ n });
  return error.keyword === 'minItems' ? expectedText.atLeast({ n }) : expectedText.atMost({ n });
}

/** Returns both bounds if the schema has both: whoever exceeds one wants to know the other. */
function rangeOf(error: ErrorObject): Localized {
  const { minimum: least, maximum: most } = error.parentSchema ?? {};
  if (least === undefined) return expectedText.to({ most });
  return most === undefined ? expectedText.from({ least }) : expectedText.between({ least, most });
}

function formatOf(error: ErrorObject): Localized {
  const digits = /^\^\[0-9a-f\]\{(\d+)\}\$$/.exec(String(error.params.pattern))?.[1];
  if (digits !== undefined) return expectedText.digits({ n: digits });
  if (error.params.format === 'date') return expectedText.date;
  return error.params.pattern === REGION ? expectedText.region : described(error);
}

/** Pattern of a region code. People know it by another name than the schema's. */
const REGION = '^[0-9]{6}$';

/** Returns what the schema says about a pattern: 标识：小写字母、数字和连字符 / an id: …. */
function described({ parentSchema, message = '' }: ErrorObject): Localized {
  const [zh = message, en = message] = String(parentSchema?.description ?? message).split(' / ');
  return { zh: `“${zh}”`, en: `'${en}'` };
}

function choicesOf(error: ErrorObject): string[] {
  const branches: unknown = error.parentSchema?.oneOf;
  if (!Array.isArray(branches)) return [];
  return branches.flatMap((branch: { readonly required?: unknown }) => listOf(branch.required));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function oneOf(values: readonly string[]): Localized {
  return {
    zh: values.map((value) => quote(value, 'zh-CN')).join('、'),
    en: values.map((value) => quote(value, 'en')).join(', '),
  };
}

/** Returns the keys that the schema allows where `error` was found. */
export function schemaKeys(error: ErrorObject): string[] {
  const properties: unknown = error.parentSchema?.properties;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

/**
 * Returns the name that messages give to what `pointer` points at: its key, followed by the indices of list items, such as
 * `zones[3]`. `plan` for the whole value.
 */
export function pointerName(pointer: string): string {
  let indices = '';
  for (let at = parent(pointer); at !== undefined; at = parent(at.pointer)) {
    if (!/^\d+$/.test(at.token)) return at.token + indices;
    indices = `[${at.token}]${indices}`;
  }
  return indices === '' ? 'plan' : indices;
}
