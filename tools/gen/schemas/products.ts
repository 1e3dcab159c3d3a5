// The schemas in which editors complete what rules and packs have: kinds, categories, rules, parameters.
import { readFileSync } from 'node:fs';
import { configSchema } from '../../../src/config/schema.js';
import { planSchema } from '../../../src/features/schema/schema.js';
import { suggestSchema } from '../../../src/features/suggest/catalogue/schema.js';
import { mappingSchema } from '../../../src/import/mapping/schema.js';
import { allPacks, DEFAULT_PACK, loadPack, packIds } from '../../../src/law/load.js';
import { DEVICE_KINDS, OPENING_KINDS } from '../../../src/plan/kinds.js';
import { rules } from '../../../src/rules/registry.gen.js';
import type { Product } from '../product.js';
import { editorProducts } from './editor.js';

type Json = Record<string, unknown>;

const packs = packIds.map(loadPack);
const usual = loadPack(DEFAULT_PACK);

/** Lists in the hand-written schemas/plan.read.schema.json, by their place in it: what the first of `anyOf` enumerates. */
const LISTS: readonly (readonly [path: string, values: readonly string[]])[] = [
  ['definitions/zone/properties/kind', idsOf(usual.zoneKinds)],
  ['definitions/category', idsOf(usual.categories)],
  ['definitions/device/properties/kind', DEVICE_KINDS],
  ['definitions/opening/properties/kind', OPENING_KINDS],
];

const plan: Product = {
  name: 'schemas-plan',
  run: async () => {
    const path = 'schemas/plan.read.schema.json';
    const schema: Json = JSON.parse(readFileSync(path, 'utf8'));
    for (const [place, values] of LISTS) {
      const { anyOf } = place.split('/').reduce((node, key) => node[key] as Json, schema);
      const [first] = anyOf as readonly { enum: readonly string[] }[];
      first.enum = arranged(values, first.enum);
    }
    return new Map([[path, text(schema)]]);
  },
};

const derived: Product = {
  name: 'schemas',
  run: async () => {
    const read: unknown = JSON.parse(readFileSync('schemas/plan.read.schema.json', 'utf8'));
    return new Map([
      ['schemas/config.schema.json', text(configSchema(packs, rules))],
      ['schemas/mapping.schema.json', text(mappingSchema(read, packs))],
      ['schemas/plan.schema.json', text(planSchema(read, allPacks()))],
      ['schemas/suggest.schema.json', text(suggestSchema(read))],
    ]);
  },
};

export const products: readonly Product[] = [plan, derived, ...editorProducts];

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** Returns `values` in the order of `before`; new ones follow in their own. Editors show the list as it stands. */
function arranged(values: readonly string[], before: readonly string[]): string[] {
  return [...before.filter((value) => values.includes(value)), ...values.filter((value) => !before.includes(value))];
}

function text(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
