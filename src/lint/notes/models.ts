// What verdicts rest on of the catalogue of models, as rows of the page of assumptions.

import { groupBy } from '../../base/arrays.js';
import { dayText } from '../../i18n/day.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { TABLE } from '../../models/table.js';
import { factsText } from '../../models/texts.js';
import type { ModelUse, Site } from '../../plan/model.js';
import type { Row } from './assumptions.js';
import { t } from './texts.js';

/** Devices of one model for which the same facts were taken from the same record of the catalogue. */
export interface UsedModel {
  /** The model as the plan writes it. */
  readonly model: string;
  readonly use: ModelUse;
  /** Ids of the devices, in order; at least one. */
  readonly ids: readonly string[];
}

/**
 * Returns, in the order of the plan, the models whose records supplied facts that the plan doesn't state. Leaves out
 * removed devices.
 */
export function usedModels({ levels }: Site): UsedModel[] {
  const used = levels
    .flatMap(({ devices }) => devices)
    .flatMap(({ id, model, modelUse: use, status }) =>
      model === undefined || use === undefined || use.taken.length === 0 || status === 'removed'
        ? []
        : [{ id, model, use }],
    );
  const keyOf = ({ model, use: { record, path, lens, taken } }: (typeof used)[number]) =>
    JSON.stringify([model, record.brand, record.model, path, lens, taken]);
  return [...groupBy(used, keyOf).values()].map((all) => {
    const [{ model, use }] = all;
    return { model, use, ids: all.map(({ id }) => id).sort() };
  });
}

/** Returns a row for each model: what was taken of it, for which devices, from which source of which day. */
export function modelRows(site: Site): Row[] {
  return usedModels(site).map(({ model, use, ids }): Row => {
    const { source, date } = use.record;
    const value = t.modelValue({ facts: takenText(use), source: verbatim(source), day: dayText(date) });
    return [t.modelRow({ model, ids: localizedList(ids) }), value];
  });
}

/**
 * Returns the facts that were taken from a record. If the plan names the model by an alias of the record, also names
 * the record's model.
 */
export function takenText(use: ModelUse): Localized {
  const facts = factsText(use.record, use.taken, use.lens);
  return use.alias ? t.modelAlias({ facts, record: use.record.model }) : facts;
}

/** Returns one row that names the shipped table of models; none if nothing was taken from it. */
export function modelTable(site: Site): Row[] {
  if (!usedModels(site).some(({ use }) => use.path === undefined)) return [];
  const { name, commit = '', date } = TABLE.from;
  return [[t.models, t.modelTable({ name, commit: commit.slice(0, 10), day: dayText(date) })]];
}
