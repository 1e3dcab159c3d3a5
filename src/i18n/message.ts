import { inQuotes } from './list.js';
import { inLocale, type Locale, type Localized } from './locale.js';

/**
 * Message templates of a rule: id → text in both languages with named placeholders, `{device}`.
 * Both texts of one id must use the same placeholders (a test holds this); SARIF's messageStrings and
 * arguments are derived from them, in the order of first appearance in `zh`.
 */
export type Messages = Readonly<Record<string, Localized>>;

/**
 * A value for a placeholder: text of the plan or a figure, which the quotes of the template hold together whatever it
 * says, or a text per language (kind names), which quotes itself what it takes from the plan.
 */
export type MessageParam = string | Localized;

/** What a verdict says: a template of its rule and the values for it. Rendered only when printed. */
export interface Message<Id extends string = string> {
  readonly id: Id;
  readonly params: Readonly<Record<string, MessageParam>>;
}

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)\}/;

/** A template taken apart: texts at even places, between them the names of placeholders. */
const taken = new Map<string, readonly string[]>();

/** `template` in parts; each is taken apart once, since thousands of verdicts speak with a few. */
function partsOf(template: string): readonly string[] {
  const parts = taken.get(template) ?? template.split(PLACEHOLDER);
  taken.set(template, parts);
  return parts;
}

/** Names of the placeholders of `template`, each once, in order of first appearance. */
export function placeholders(template: string): string[] {
  return [...new Set(partsOf(template).filter((_, i) => i % 2 === 1))];
}

/** The value of one placeholder in `locale`. Throws when the value is missing: a fault of the rule, not of the plan. */
export function renderParam(message: Message, name: string, locale: Locale): string {
  const value = message.params[name];
  if (value === undefined) throw new Error(`message '${message.id}' has no value for '{${name}}'`);
  return typeof value === 'string' ? inQuotes(value, locale) : inLocale(value, locale);
}

/** The text of `message` in `locale`. Throws on an unknown id or a missing value: faults of the rule, not of the plan. */
export function renderMessage(messages: Messages, message: Message, locale: Locale): string {
  const template = messages[message.id];
  if (template === undefined) throw new Error(`no message '${message.id}'`);
  return partsOf(inLocale(template, locale))
    .map((part, i) => (i % 2 === 0 ? part : renderParam(message, part, locale)))
    .join('');
}
