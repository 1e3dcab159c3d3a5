// Tables of the keys of a plan, from its schema.
import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/i18n/locale.js';
import { plainText, type Say, sayIn, table } from './page.js';

/** The parts of JSON schema that the plan's schema uses to say what a value is. */
interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string | number | boolean;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** More values than this are a vocabulary, which the page of words lists. */
const MOST_VALUES = 8;

const definitions: Readonly<Record<string, Schema>> = JSON.parse(
  readFileSync('schemas/plan.read.schema.json', 'utf8'),
).definitions;

/** Returns the table of what a definition of the plan's schema may hold: key, meaning, values. */
export function keyTable(name: string, locale: Locale): string {
  const t = sayIn(locale);
  const { properties = {}, required = [] } = definitions[name] ?? {};
  const rows = Object.entries(properties).map(([key, schema]) => [
    `\`${key}\`${required.includes(key) ? t('（必填）', ' (required)') : ''}`,
    plainText(inOne(schema.description, locale)),
    valuesOf(schema, t).join(t('；', '; ')),
  ]);
  if (rows.length === 0) throw new Error(`the plan's schema has no keys of '${name}'`);
  return table([t('键', 'key'), t('含义', 'meaning'), t('取值', 'values')], rows);
}

/** A description is written in both languages with ` / ` between them. */
function inOne(description: string | undefined, locale: Locale): string {
  const at = description?.indexOf(' / ') ?? -1;
  if (description === undefined || at < 0) throw new Error(`not in two languages: '${description}'`);
  return locale === 'en' ? description.slice(at + 3) : description.slice(0, at);
}

function valuesOf(schema: Schema, t: Say): string[] {
  if (schema.$ref !== undefined) return valuesOf(definitions[schema.$ref.replace('#/definitions/', '')] ?? {}, t);
  if (schema.const !== undefined) return [`\`${schema.const}\``];
  if (schema.enum !== undefined) {
    if (schema.enum.length > MOST_VALUES) return [t('见[词表](words.md)', 'see [words](words.md)')];
    return [schema.enum.map((value) => `\`${value}\``).join(t('、', ', '))];
  }
  // What a vocabulary doesn't have is read as text too, and then is a fault of the plan.
  const vocabulary = schema.anyOf?.filter((part) => part.enum !== undefined) ?? [];
  const parts = [...(vocabulary.length > 0 ? vocabulary : (schema.anyOf ?? [])), ...(schema.allOf ?? [])];
  if (parts.length > 0) return [...new Set(parts.flatMap((part) => valuesOf(part, t)))];
  switch (schema.type) {
    case 'boolean':
      return [t('`true`、`false`', '`true`, `false`')];
    case 'number':
    case 'integer':
      return [t('数', 'number')];
    case 'array':
      return [t('列表', 'list')];
    case 'object':
      return [t('各键', 'keys')];
    default:
      return [t('文字', 'text')];
  }
}
