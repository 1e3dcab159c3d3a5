// Finding a model by the name that a plan gives it.

import { addTo } from '../base/arrays.js';
import { memoize } from '../base/memo.js';
import { nearest } from '../source/suggest.js';
import { listsOf } from './table.js';
import type { CameraModel, Catalogues } from './types.js';

/** The camera model that a name in a plan stands for, and the table that has it. */
export interface ModelMatch {
  readonly record: CameraModel;
  /** How it was found: `model` by its own number, `alias` by another one. */
  readonly by: 'model' | 'alias';
  /** Focal length in mm that the name ends with, as in “DS-2CD2143G2-I(2.8mm)”; absent: the name says none. */
  readonly lens?: number;
  /** Path of the user's catalogue that has it; absent: the shipped table. */
  readonly path?: string;
}

/** The model that a name stands for; `several` if it may be any of these; undefined if no table has it. */
export type ModelLookup = ModelMatch | { readonly several: readonly CameraModel[] } | undefined;

interface Index {
  readonly id: ReadonlyMap<string, readonly CameraModel[]>;
  readonly model: ReadonlyMap<string, readonly CameraModel[]>;
  readonly alias: ReadonlyMap<string, readonly CameraModel[]>;
}

const RANKS = ['id', 'model', 'alias'] as const;

/**
 * Returns the model that `name` stands for: exactly, but for case, white space, full-width letters and a lens at its
 * end. Ids go before models and models before aliases; within each the user's catalogues go before the shipped table.
 */
export function findModel(name: string, catalogues: Catalogues): ModelLookup {
  const lists = listsOf(catalogues).map(({ models, path }) => ({ index: indexOf(models), path }));
  for (const { key, lens } of spellings(name)) {
    for (const rank of RANKS) {
      for (const { index, path } of lists) {
        const records = index[rank].get(key);
        if (records === undefined) continue;
        const [record, ...others] = records;
        if (record === undefined || others.length > 0) return { several: records };
        const by = rank === 'alias' ? 'alias' : 'model';
        return { record, by, ...(lens !== undefined && { lens }), ...(path !== undefined && { path }) };
      }
    }
  }
  return undefined;
}

/**
 * Returns the model number that `name` was probably meant to be, for a "did you mean"; undefined if none is near. Facts
 * of that model are never used.
 */
export function nearestModel(name: string, catalogues: Catalogues): string | undefined {
  return nearest(
    plainName(name),
    listsOf(catalogues).flatMap(({ models }) => models.map(({ model }) => model)),
  );
}

/** Returns `name` as names are compared: NFKC, upper case, no white space. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toUpperCase().replace(/\s+/gu, '');
}

/** Returns the name as it is, then without a lens at its end, “(2.8mm)” or “-0280B”, which is then read in mm. */
function spellings(name: string): { readonly key: string; readonly lens?: number }[] {
  const key = plainName(name);
  const [, before, mm] = /^(.+)\((\d{1,3}(?:\.\d{1,2})?)MM\)$/.exec(key) ?? [];
  if (before !== undefined) return [{ key }, { key: before, lens: Number(mm) }];
  const [, model, hundredths] = /^(.+)-(\d{4})B$/.exec(key) ?? [];
  return model === undefined ? [{ key }] : [{ key }, { key: model, lens: Number(hundredths) / 100 }];
}

const indexOf = memoize((models: readonly CameraModel[]): Index => {
  const [id, model, alias] = [new Map(), new Map(), new Map()] as Map<string, CameraModel[]>[];
  for (const record of models) {
    const ids = [...(record.id === undefined ? [] : [record.id]), `${record.brand}${record.model}`];
    for (const one of new Set(ids.map(plainName))) addTo(id, one, record);
    addTo(model, plainName(record.model), record);
    for (const one of new Set((record.aliases ?? []).map(plainName))) addTo(alias, one, record);
  }
  return { id, model, alias };
});
