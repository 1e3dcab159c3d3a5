// The catalogue: the one notation for texts, templates in both languages with typed placeholders.
import { type Enumeration, inQuotes } from './list.js';
import { type Locale, type Localized, render } from './locale.js';
import { isOne, type Message, type MessageParam, type Messages } from './message.js';

/**
 * A text of a catalogue with its values. It is plain data: both languages, and the id and values that machine formats
 * print.
 */
export interface Text<Id extends string = string> extends Localized, Message<Id> {}

/** A value of a placeholder. A number is printed as it is; a plain text is made safe for the quotes of the template. */
export type TextValue = MessageParam | Enumeration | number;

/** Names in the braces of a template: `{plan}` and, of a choice by number, `{n|plan|plans}`. */
type Names<T extends string> = string extends T
  ? string
  : T extends `${string}{${infer Inner}}${infer Rest}`
    ? Name<Inner> | Names<Rest>
    : never;

/** The name in a pair of braces; none if they hold words or an example, `{a,b}`. */
type Name<T extends string> = T extends `${infer Chosen}|${string}`
  ? Chosen
  : T extends `${string}${' ' | ',' | ':'}${string}`
    ? never
    : T extends `{${infer Braced}`
      ? Braced
      : T;

type NamesOf<T extends Localized> = Names<T['zh']> | Names<T['en']>;

/**
 * Entry of a catalogue for one template: a text, or a function from the values of the placeholders to the text if the
 * template has any.
 */
export type Entry<T extends Localized> = [NamesOf<T>] extends [never]
  ? Text
  : (values: Readonly<Record<NamesOf<T>, TextValue>>) => Text;

/** The texts of a catalogue by key. */
export type Catalogue<T extends Messages> = { readonly [Key in keyof T]: Entry<T[Key]> };

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)(?:\|([^{}|]*)\|([^{}|]*))?\}/;

const templates = new WeakMap<object, Messages>();

/**
 * Returns the texts of a room. `{name}` is replaced by the value of that name, `{n|verdict|verdicts}` by the first word
 * if n is 1 or an enumeration of one, else by the second. Missing and misspelt values don't compile.
 *
 * @param room prefix of the ids, `room/too-many` for the key `tooMany`; empty for ids that are the keys, as in a rule
 */
/* @__NO_SIDE_EFFECTS__ */
export function catalogue<const T extends Messages>(room: string, texts: T): Catalogue<T> {
  const made: Record<string, Text | ReturnType<typeof maker>> = {};
  const byId: Record<string, Localized> = {};
  for (const key of Object.keys(texts)) {
    const template = texts[key];
    const id = room === '' ? key : `${room}/${kebab(key)}`;
    byId[id] = template;
    made[key] = isPlain(template) ? { id, params: NONE, zh: template.zh, en: template.en } : maker(id, template);
  }
  templates.set(made, byId);
  return made as Catalogue<T>;
}

const NONE: Message['params'] = {};

function kebab(key: string): string {
  return /[A-Z]/.test(key) ? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : key;
}

/** Returns the templates of catalogues by id, for machine formats and for tests. */
export function templatesOf(...texts: readonly object[]): Messages {
  return Object.assign({}, ...texts.map((each) => templates.get(each)));
}

/**
 * Returns the text of catalogue `texts` for one of its keys that isn't known before run time. Its `params` keep all
 * `values`, also those for which the template has no placeholder.
 */
export function textOf(texts: object, key: string, values: Readonly<Record<string, TextValue>>): Text {
  const entry = (texts as Readonly<Record<string, Text | ((given: typeof values) => Text)>>)[key];
  return typeof entry === 'function' ? entry(values) : { ...entry, params: paramsOf(values) };
}

/** Returns a text in both languages, made by calling `part` once for each. */
export function inBoth(part: (locale: Locale) => string): Localized {
  return { zh: part('zh-CN'), en: part('en') };
}

/** Returns `parts` one after the other, with `between` between them. */
export function joined(parts: readonly Localized[], between: Localized = { zh: '', en: '' }): Localized {
  return inBoth((locale) => parts.map((part) => render(part, locale)).join(render(between, locale)));
}

function isPlain({ zh, en }: Localized): boolean {
  return !(zh.includes('{') || en.includes('{')) || !(PLACEHOLDER.test(zh) || PLACEHOLDER.test(en));
}

function maker(id: string, template: Localized): (values: Readonly<Record<string, TextValue>>) => Text {
  // Split when first used: a run uses few of the thousands of templates.
  let parts: readonly [zh: readonly string[], en: readonly string[]] | undefined;
  return (values) => {
    parts ??= [template.zh.split(PLACEHOLDER), template.en.split(PLACEHOLDER)];
    const params = paramsOf(values);
    return { id, params, zh: filled(id, parts[0], values, 'zh-CN'), en: filled(id, parts[1], values, 'en') };
  };
}

/** Returns values as machine formats print them: a text as its two languages alone. */
function paramsOf(values: Readonly<Record<string, TextValue>>): Record<string, MessageParam> {
  const params: Record<string, MessageParam> = {};
  for (const [name, value] of Object.entries(values)) {
    params[name] = typeof value === 'object' ? { zh: value.zh, en: value.en } : String(value);
  }
  return params;
}

/**
 * Fills a template given as text, name, choices, text and so on. Throws an Error if a value is missing: a fault of
 * sitecam that the compiler can't see in composed templates.
 */
function filled(
  id: string,
  parts: readonly (string | undefined)[],
  values: Readonly<Record<string, TextValue>>,
  locale: Locale,
): string {
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 4) {
    const [name = '', one, many, after] = parts.slice(at, at + 4);
    const value = values[name];
    if (value === undefined) throw new Error(`text '${id}' has no value for '{${name}}'`);
    if (one !== undefined) text += isOne(value) ? one : many;
    else text += typeof value === 'object' ? render(value, locale) : inQuotes(String(value), locale);
    text += after;
  }
  return text;
}
