// Messages for the errors of the schema validator.
import type { ErrorObject } from 'ajv';
import zh from 'ajv-i18n/localize/zh/index.js';
import { quote } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Message } from '../../i18n/message.js';
import { didYouMean, hintOf, NO_HINT } from '../hint.js';
import { parent } from '../place/pointer.js';
import type { sourceMessages } from '../texts.js';
import { keyMeant } from './key-names.js';

type Id = keyof typeof sourceMessages;
type Params = Message['params'];

/** What the module exports; its types are those of an ES module, which it isn't. */
const localize = zh as unknown as (errors: ErrorObject[]) => void;

/** Returns the message for one of ajv's errors. The validator must run with `verbose`. */
export function schemaMessage(error: ErrorObject): Message<Id> {
  const key = pointerName(error.instancePath);
  switch (error.keyword) {
    case 'type':
    case 'anyOf':
      return message('schema/type', typeParams(key, error));
    case 'required':
      return message('schema/missing-key', { key: String(error.params.missingProperty), hint: NO_HINT });
    case 'additionalProperties': {
      const unknown = String(error.params.additionalProperty);
      const hint = unknown.includes('：') ? WIDE_COLON : didYouMean(keyMeant(unknown, schemaKeys(error)));
      return message('schema/unknown-key', { key: unknown, hint });
    }
    case 'enum': {
      const allowed = listOf(error.params.allowedValues);
      const hint = typeof error.data === 'string' ? hintOf(error.data, allowed) : NO_HINT;
      return message('schema/value', { key, value: shown(error.data), allowed: oneOf(allowed), hint });
    }
    case 'minItems':
    case 'maxItems':
      if (key === 'categories' && error.keyword === 'minItems') return message('schema/no-category', { key });
      return message('schema/count', { key, found: itemsOf(error.data), expected: countOf(error) });
    case 'minimum':
    case 'maximum':
      return message('schema/range', rangeParams(key, error));
    case 'oneOf':
      return message('schema/one-of', { choices: oneOf(choicesOf(error)) });
    case 'pattern':
    case 'format':
      return message('schema/format', { key, value: shown(error.data), expected: formatOf(error) });
    default:
      return message('schema/other', { key, detail: inChinese(error) });
  }
}

function message(id: Id, params: Params): Message<Id> {
  return { id, params };
}

/** Returns Chinese from ajv-i18n and English from ajv, for errors without a message of ours. */
function inChinese(error: ErrorObject): Localized {
  const en = error.message ?? error.keyword;
  const copy = { ...error };
  localize([copy]);
  return { zh: copy.message ?? en, en };
}

function typeParams(key: string, error: ErrorObject): Params {
  const type = error.keyword === 'anyOf' ? 'string' : String(error.params.type);
  return {
    key,
    expected: TYPES[type] ?? verbatim(type),
    found: describe(error.data),
    hint: typeHint(type, error.data),
  };
}

const TYPES: Readonly<Record<string, Localized>> = {
  string: { zh: '文本', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true或者false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组键和值', en: 'a set of keys and values' },
  'string,array': { zh: '文本或者文本的列表', en: 'a text or a list of texts' },
};

function describe(found: unknown): Localized {
  if (found === null || found === undefined) return { zh: '空值', en: 'empty' };
  if (Array.isArray(found)) return TYPES.array;
  if (typeof found === 'object') return TYPES.object;
  if (typeof found === 'number' && !Number.isFinite(found)) return { zh: '非有限的数', en: 'not a finite number' };
  const value = shown(found);
  if (typeof found === 'number') return { zh: `数字${value}`, en: `the number ${value}` };
  return typeof found === 'string'
    ? { zh: `文本${quote(value, 'zh-CN')}`, en: `the text ${quote(value, 'en')}` }
    : verbatim(value);
}

function typeHint(type: string, found: unknown): Localized {
  if (type === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    return { zh: `；请加引号："${found}"`, en: `; put it in quotes: "${found}"` };
  }
  if (typeof found !== 'string') return NO_HINT;
  if ((type === 'number' || type === 'integer') && /^[-+\d.，\s]+$/.test(found) && found.includes('，')) {
    return { zh: '；各数之间应为半角逗号“,”', en: "; between numbers there must be an ordinary ','" };
  }
  if ((type === 'number' || type === 'integer') && /^\s*[-+]?\d/.test(found)) {
    return { zh: '；请只写数字，不加引号和单位', en: '; write the number alone, without quotes or unit' };
  }
  if (type === 'boolean' && /^(?:yes|on|y)$/i.test(found)) return didYouMean('true');
  if (type === 'boolean' && /^(?:no|off|n)$/i.test(found)) return didYouMean('false');
  return NO_HINT;
}

const LONGEST = 60;

/** Returns a value as printed in a message, cut if it is long. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function itemsOf(value: unknown): Localized {
  const count = Array.isArray(value) ? value.length : 0;
  return { zh: `${count}项`, en: count === 1 ? '1 item' : `${count} items` };
}

function countOf(error: ErrorObject): Localized {
  const limit = String(error.params.limit);
  const schema = error.parentSchema;
  if (schema !== undefined && schema.minItems === schema.maxItems)
    return { zh: `恰为${limit}项`, en: `exactly ${limit}` };
  return error.keyword === 'minItems'
    ? { zh: `至少${limit}项`, en: `at least ${limit}` }
    : { zh: `至多${limit}项`, en: `at most ${limit}` };
}

/** Returns both bounds if the schema has both: whoever exceeds one wants to know the other. */
function rangeParams(key: string, error: ErrorObject): Params {
  const { minimum, maximum } = error.parentSchema ?? {};
  const range =
    minimum === undefined || maximum === undefined
      ? {
          zh: `${minimum ?? maximum}${minimum === undefined ? '以下' : '以上'}`,
          en: `${minimum === undefined ? 'at most' : 'at least'} ${minimum ?? maximum}`,
        }
      : { zh: `在${minimum}至${maximum}之间`, en: `between ${minimum} and ${maximum}` };
  return { key, value: shown(error.data), range };
}

function formatOf(error: ErrorObject): Localized {
  const digits = /^\^\[0-9a-f\]\{(\d+)\}\$$/.exec(String(error.params.pattern))?.[1];
  if (digits !== undefined) {
    return { zh: `${digits}位十六进制数字（小写）`, en: `${digits} hexadecimal digits (lower case)` };
  }
  if (error.params.format === 'date') return { zh: '日期，如2027-06-30', en: 'a date such as 2027-06-30' };
  if (error.params.pattern !== REGION) return described(error);
  return { zh: '六位数字的行政区划代码，如"150102"', en: 'a region code of six digits such as "150102"' };
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

/** Hint for a full-width colon, which Chinese keyboards write between a key and its value. */
const WIDE_COLON: Localized = {
  zh: '（其中有全角冒号“：”，应为半角冒号和空格“: ”）',
  en: " (there is a full-width '：' in it; write ': ')",
};

/** Returns the name that messages give to what `pointer` points at: its key, followed by the numbers of list items. */
export function pointerName(pointer: string): string {
  let indices = '';
  for (let at = parent(pointer); at !== undefined; at = parent(at.pointer)) {
    if (!/^\d+$/.test(at.token)) return at.token + indices;
    indices = `[${at.token}]${indices}`;
  }
  return indices === '' ? 'plan' : indices;
}
