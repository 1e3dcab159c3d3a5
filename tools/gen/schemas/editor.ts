// What the completion of plans reads of the plan's schema and of pinyin: modules of src/editor/completion.
import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { headOf } from '../../../src/editor/completion/keys.js';
import { SNIPPETS } from '../../../src/features/schema/snippets.js';
import { VALUES } from '../../../src/features/schema/texts.js';
import { allPacks } from '../../../src/law/load.js';
import { wordsForCategory } from '../../../src/law/names/category-words.js';
import { DEVICE_NAMES } from '../../../src/plan/device-names.js';
import { DEVICE_KINDS, everydayNames, OPENING_KINDS, OPENING_NAMES } from '../../../src/plan/kinds.js';
import { namesOfKey } from '../../../src/source/schema/key-names.js';
import type { Product } from '../product.js';
import { GENERATED } from '../sources/module.js';

/** The schema by which plans are read. */
const SCHEMA = 'schemas/plan.read.schema.json';

interface Schema {
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | boolean | null)[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
}

/** A form as `format.ts` describes it. */
interface Form {
  object?: string;
  items?: Form;
  each?: Form;
  values?: string[];
}

/** More values than this are a vocabulary, which the law packs have. */
const MOST_VALUES = 10;

const planFormat: Product = {
  name: 'editor-format',
  run: async () => {
    const schema: Schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
    const objects: Record<string, Record<string, unknown>> = {};
    const formOf = (one: Schema, name: string): Form => {
      if (one.$ref !== undefined) {
        const definition = one.$ref.replace('#/definitions/', '');
        return formOf(schema.definitions?.[definition] ?? {}, definition);
      }
      const parts = [...(one.allOf ?? []), ...(one.anyOf ?? [])].map((part) => formOf(part, name));
      const form: Form = Object.assign({}, ...parts);
      if (one.properties !== undefined) {
        addObject(one, name);
        form.object = name;
      }
      if (typeof one.additionalProperties === 'object') form.each = formOf(one.additionalProperties, `${name}[]`);
      if (one.items !== undefined) form.items = formOf(one.items, `${name}[]`);
      if (one.type === 'boolean') form.values = ['true', 'false'];
      if (one.enum !== undefined && one.enum.length <= MOST_VALUES) {
        form.values = one.enum.filter((value) => value !== null).map(String);
        if (one.enum.some((value) => typeof value === 'boolean')) form.values = one.enum.map(String);
      }
      return form;
    };
    const addObject = ({ properties = {}, required = [], oneOf = [] }: Schema, name: string): void => {
      if (Object.hasOwn(objects, name)) return;
      const keys: Record<string, unknown> = {};
      objects[name] = keys;
      const choices = oneOf.flatMap((choice) => choice.required ?? []);
      for (const [key, one] of Object.entries(properties)) {
        const [zh = '', en = ''] = (one.description ?? '').split(/ \/ (.*)/s);
        keys[key] = {
          zh,
          en,
          ...(required.includes(key) && { required: true }),
          ...(choices.includes(key) && { choice: true }),
          ...formOf(one, `${name}.${key}`),
        };
      }
    };
    addObject(schema, 'plan');
    const text = `${GENERATED}
// The keys of a plan by the object they stand in, with what each may hold.
import type { KeyForm } from './format.js';

export const OBJECTS: Readonly<Record<string, Readonly<Record<string, KeyForm>>>> = ${JSON.stringify(objects, null, 1)};
`;
    return new Map([['src/editor/completion/format.gen.ts', text]]);
  },
};

const readings: Product = {
  name: 'editor-pinyin',
  run: async () => {
    const words = [...new Set(chineseWords())].sort();
    const counts = new Map<string, Map<string, number>>();
    for (const word of words) {
      for (const [n, character] of [...word].entries()) {
        const reading = syllablesOf(word)[n] ?? '';
        const known = counts.get(character) ?? new Map<string, number>();
        counts.set(character, known.set(reading, (known.get(reading) ?? 0) + 1));
      }
    }
    const usual = new Map(
      [...counts].map(([character, readings]) => [
        character,
        [...readings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '',
      ]),
    );
    const bySyllable: Record<string, string> = {};
    for (const [character, syllable] of [...usual].sort()) {
      bySyllable[syllable] = (bySyllable[syllable] ?? '') + character;
    }
    const others = words.filter((word) => syllablesOf(word).join(' ') !== [...word].map((c) => usual.get(c)).join(' '));
    const text = `${GENERATED}
// Readings of the Chinese characters of a plan's words, without tones.

/** The characters with the reading that they have in most words. */
export const CHARACTERS: Readonly<Record<string, string>> = ${JSON.stringify(sorted(bySyllable), null, 1)};

/** Words that are read in another way. */
export const WORDS: Readonly<Record<string, string>> = ${JSON.stringify(
      Object.fromEntries(others.map((word) => [word, syllablesOf(word).join(' ')])),
      null,
      1,
    )};
`;
    return new Map([['src/editor/completion/pinyin.gen.ts', text]]);
  },
};

export const editorProducts: readonly Product[] = [planFormat, readings];

function syllablesOf(word: string): string[] {
  return pinyin(word, { toneType: 'none', type: 'array', v: true });
}

/** Returns the runs of Chinese characters in the names of kinds, categories, keys and values. */
function chineseWords(): string[] {
  const { definitions = {}, properties = {} }: Schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const objects = [properties, ...Object.values(definitions).map((one) => one.properties ?? {})];
  const keys = objects.flatMap(Object.keys);
  const described = objects.flatMap((one) => Object.values(one).map(({ description = '' }) => headOf(description)));
  const named = allPacks().flatMap((pack) => [
    ...pack.zoneKinds.flatMap(({ name, synonyms }) => [name.zh, ...synonyms.zh]),
    ...pack.categories.flatMap(({ id, name, declared }) => [
      name.zh,
      ...wordsForCategory(id),
      ...declared.map((one) => one.name.zh),
    ]),
  ]);
  const texts = [
    ...named,
    ...described,

    ...[...Object.values(DEVICE_NAMES), ...Object.values(OPENING_NAMES), ...Object.values(VALUES)].map((t) => t.zh),
    ...[...DEVICE_KINDS, ...OPENING_KINDS].flatMap(everydayNames),
    ...keys.flatMap(namesOfKey),
    ...Object.values(SNIPPETS).flatMap((snippets) => snippets.map(({ label }) => label)),
  ];
  return texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []);
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
