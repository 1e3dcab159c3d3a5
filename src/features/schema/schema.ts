// The strict JSON schema of plans, for editors.

import { append } from '../../base/arrays.js';
import { compose } from '../../law/compose.js';
import { rolesOf } from '../../law/roles.js';
import type { Pack } from '../../law/types.js';
import { PLAN_VERSION } from '../../plan/build/build.js';
import { type KindWords, kindWords } from '../../plan/build/kinds.js';
import { DEVICE_KINDS, OPENING_KINDS } from '../../plan/kinds.js';
import { isRecord, listIn, memberOf, type Unchecked } from '../../plan/read/unknown.js';
import { Meanings, type OfKind } from './meanings.js';
import { SNIPPETS } from './snippets.js';
import { both, refused } from './texts.js';

type Schema = Unchecked;

/**
 * Returns the JSON schema (draft-07) of plans for editors: the one that plans are read by, narrowed to the kinds,
 * categories and roles that a law knows. What the reader takes for one of them, such as a Chinese word, is no error.
 *
 * @param read content of schemas/plan.read.schema.json
 * @param packs the laws that a plan may be judged by, the main one first
 */
export function planSchema(read: unknown, packs: readonly [Pack, ...Pack[]]): Schema {
  const schema = record(read);
  const meanings = new Meanings(packs);
  const all = compose(packs);
  const words = kindWords(packs);
  const kinds: Readonly<Record<OfKind, readonly string[]>> = {
    zone: sorted(idsOf(all.zoneKinds), schema, 'definitions/zone/properties/kind'),
    opening: OPENING_KINDS,
    device: DEVICE_KINDS,
  };
  const kindOf = (...of: readonly [OfKind, ...OfKind[]]): Change => {
    const known = of.flatMap((element) => kinds[element].map((id) => ({ id, meaning: meanings.ofKind(element, id) })));
    // A word for two things, such as other, is told of as the first.
    const ids = enumOf(
      [...new Map(known.toReversed().map((one) => [one.id, one])).values()].reverse(),
      of.length === 1 ? refused[of[0]] : refused.kind,
    );
    const others = of.map((element) => ({ $ref: `#/definitions/${element}Word` }));
    return ({ anyOf: _, ...node }) => ({ ...node, anyOf: [ids, ...others] });
  };
  const roles = packs.flatMap((pack) => [...rolesOf(pack)]);
  const role = enumOf(
    sorted([...new Set(roles)], schema, 'definitions/zone/properties/kind').map((id) => ({
      id,
      meaning: meanings.ofRole(id),
    })),
    refused.role,
  );
  const categories = sorted(idsOf(all.categories), schema, 'definitions/category').map((id) => ({
    id,
    meaning: meanings.ofCategory(id),
  }));
  const clauses = [...new Set(packs.flatMap(({ tracks = [] }) => tracks.map(({ clause }) => clause)))];
  const changes: readonly (readonly [path: string, change: Change])[] = [
    ['', (node) => ({ ...node, $id: 'plan.schema.json' })],
    ['properties/sitecam', (node) => ({ ...node, enum: [PLAN_VERSION] })],
    ['definitions', (node) => ({ ...node, role: { description: ROLE, ...role }, ...wordDefinitions(words) })],
    ['definitions/category', ({ anyOf: _, ...node }) => ({ ...node, ...enumOf(categories, refused.category) })],
    ['definitions/absent/properties/role', ({ type: _, ...node }) => ({ ...node, ...role })],
    ['definitions/zone', eitherPolygonOrRect],
    ['definitions/zone/properties/kind', kindOf('zone')],
    ['definitions/zone/properties/roles', rolesFrom],
    ['definitions/opening/properties/kind', kindOf('opening')],
    ['definitions/device/properties/kind', kindOf('device')],
    ['definitions/deviceType/properties/kind', kindOf('device')],
    ['definitions/override/properties/kind', kindOf('zone', 'opening', 'device')],
    ['definitions/override/properties/roles/anyOf/0', rolesFrom],
    ['definitions/project/properties/tracks/items/properties/clause', (node) => ({ ...node, examples: clauses })],
    ...Object.entries(SNIPPETS).map(
      ([name, snippets]) =>
        [`definitions/${name}`, (node: Schema) => ({ ...node, defaultSnippets: snippets })] as const,
    ),
  ];
  const narrowed = changes.reduce((whole, [path, change]) => changed(whole, path, change), schema);
  return record(completed(narrowed, [], { definitions: record(narrowed.definitions), meanings }));
}

type Change = (node: Schema) => Schema;

const ROLE = '部位 / role';

const rolesFrom: Change = (node) => ({ ...node, items: { $ref: '#/definitions/role' } });

/** Asks for a polygon where there is no rect, and refuses it where there is one: an editor then says which key is wrong. */
const eitherPolygonOrRect: Change = ({ oneOf: _, ...node }) => ({
  ...node,
  if: { required: ['rect'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
  then: { properties: { polygon: false }, errorMessage: both(refused.twoShapes) },
  else: { required: ['polygon'], errorMessage: both(refused.noShape) },
});

/** Returns the definitions of the words other than ids that are read as a kind. */
function wordDefinitions({ zone, opening, device, spelled }: KindWords): Schema {
  const definition = (words: readonly string[], also = '') => ({
    type: 'string',
    pattern: `^(?:${words.map(escaped).join('|')})$${also}`,
  });
  return {
    // Whether a word in another spelling (traditional, spaced) means a kind, only the reader tells.
    zoneWord: definition(zone, `|^(?=.*\\p{Script=Han}).*(?:${spelled})`),
    openingWord: definition(opening),
    deviceWord: definition(device),
  };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

interface Known {
  readonly id: string;
  readonly meaning: string;
}

function enumOf(known: readonly Known[], message: { readonly zh: string; readonly en: string }): Schema {
  return {
    enum: known.map(({ id }) => id),
    markdownEnumDescriptions: known.map(({ meaning }) => meaning),
    errorMessage: both(message),
  };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** Returns `ids` in the order in which the read schema lists them; others follow. Editors show a list as it stands. */
function sorted(ids: readonly string[], schema: Schema, path: string): readonly string[] {
  const [first] = listIn(nodeAt(schema, path), 'anyOf') ?? [];
  const before = listIn(record(first), 'enum') ?? [];
  const listed = before.filter((id): id is string => typeof id === 'string' && ids.includes(id));
  return [...listed, ...ids.filter((id) => !listed.includes(id))];
}

interface Completing {
  readonly definitions: Schema;
  readonly meanings: Meanings;
}

/**
 * Returns a schema in which each value of a list says what it means, and each reference which type it has: without it
 * YAML editors complete the key without its colon, and what stands beside a `$ref` they don't read.
 */
function completed(node: unknown, path: readonly string[], context: Completing): unknown {
  if (Array.isArray(node)) return node.map((one, index) => completed(one, [...path, String(index)], context));
  if (!isRecord(node)) return node;
  const { $ref, ...beside } = node;
  const whole = $ref !== undefined && Object.keys(beside).length > 0 ? { ...beside, allOf: [{ $ref }] } : node;
  const additions: [string, unknown][] = [];
  const [reference] = listIn(whole, 'allOf') ?? [];
  if (isRecord(reference) && typeof reference.$ref === 'string') {
    const { type } = record(context.definitions[reference.$ref.replace('#/definitions/', '')]);
    if (type !== undefined) additions.push(['type', type]);
  }
  const values = listIn(whole, 'enum') ?? [];
  if (values.length > 1 && memberOf(whole, 'markdownEnumDescriptions') === undefined) {
    const described = values.map((value) => context.meanings.ofValue(path, String(value)));
    additions.push(['enumDescriptions', described]);
  }
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(whole)) {
    const isData = key === 'enum' || key === 'defaultSnippets' || key === 'examples' || key === 'required';
    entries.push([key, isData ? value : completed(value, [...path, key], context)]);
  }
  append(entries, additions);
  return Object.fromEntries(entries);
}

function nodeAt(schema: Schema, path: string): Schema {
  return path.split('/').reduce((node, key) => record(node[key]), schema);
}

/** Returns the schema with the node at `path` changed. Throws an Error if there is none. */
function changed(node: Schema, path: string, change: Change): Schema {
  if (path === '') return change(node);
  const [key = '', ...rest] = path.split('/');
  const below = changed(record(node[key]), rest.join('/'), change);
  return Array.isArray(node) ? (node.with(Number(key), below) as unknown as Schema) : { ...node, [key]: below };
}

function record(value: unknown): Schema {
  if (typeof value !== 'object' || value === null) throw new Error('the schema of plans lacks what it should have');
  return value as Schema;
}
