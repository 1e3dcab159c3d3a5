// Message templates with named placeholders, and how they become text.
import { memoizeByName } from '../base/memo.js';
import { type Enumeration, inQuotes } from './list.js';
import { type Locale, type Localized, render } from './locale.js';

/**
 * Message templates of a rule: id → text in both languages with named placeholders, `{device}`. Both texts of one id
 * must use the same placeholders (a test checks this). SARIF's messageStrings and arguments are derived from them, in
 * the order of first appearance in `zh`.
 */
export type Messages = Readonly<Record<string, Localized>>;

/**
 * A value for a placeholder. A plain text (from the plan, or a figure) is made safe for the quotes of the template; a
 * text in both languages (such as a kind's name) must itself quote what it takes from the plan.
 */
export type MessageParam = string | Localized;

/** A message: a template's id and the values for its placeholders. Becomes text only when printed. */
export interface Message<Id extends string = string> {
  readonly id: Id;
  readonly params: Readonly<Record<string, MessageParam>>;
}

/** A placeholder, `{n}`, or a choice by number, `{n|plan|plans}`. */
const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*(?:\|[^{}|]*\|[^{}|]*)?)\}/;

/**
 * Returns a template's texts at even places, what stands in its braces between them. Cached, since thousands of verdicts
 * use a few templates.
 */
const partsOf = memoizeByName((template: string): readonly string[] => template.split(PLACEHOLDER));

/**
 * Returns the names of the placeholders of `template`, each once, in order of first appearance. Leaves out choices by
 * number, `{n|plan|plans}`.
 */
export function placeholders(template: string): string[] {
  return bracesOf(template).filter((braced) => !braced.includes('|'));
}

/**
 * Returns the choices by number of `template`, such as `n|plan|plans` (`plan` if n is 1, else `plans`), each once, in
 * order of first appearance.
 */
export function choices(template: string): string[] {
  return bracesOf(template).filter((braced) => braced.includes('|'));
}

function bracesOf(template: string): string[] {
  return [...new Set(partsOf(template).filter((_, i) => i % 2 === 1))];
}

/**
 * True if a value stands for one thing, so that a choice by number takes its first word: the number 1, or an
 * enumeration of one item.
 */
export function isOne(value: MessageParam | Enumeration | number): boolean {
  if (typeof value === 'object') return 'count' in value && value.count === 1;
  return String(value) === '1';
}

/**
 * Returns what stands in `locale` for `braced`, the text between braces in a template: the value of a placeholder, or
 * the word that a choice by number takes. Throws an Error if the value is missing: a fault of the rule, not of the
 * plan.
 */
export function renderParam(message: Message, braced: string, locale: Locale): string {
  const [name, one, many] = braced.split('|');
  const value = message.params[name];
  if (value === undefined) throw new Error(`message '${message.id}' has no value for '{${name}}'`);
  if (many !== undefined) return isOne(value) ? one : many;
  return typeof value === 'string' ? inQuotes(value, locale) : render(value, locale);
}

/**
 * Returns the text of `message` in `locale`. Throws an Error for an unknown id or a missing value: faults of the rule,
 * not of the plan.
 */
export function renderMessage(messages: Messages, message: Message, locale: Locale): string {
  const template = messages[message.id];
  if (template === undefined) throw new Error(`no message '${message.id}'`);
  return partsOf(render(template, locale))
    .map((part, i) => (i % 2 === 0 ? part : renderParam(message, part, locale)))
    .join('');
}
