// Models that a pattern selects, as pages and as data.

import { dayText } from '../../i18n/day.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { findModel, plainName } from '../../models/find.js';
import { listsOf, TABLE } from '../../models/table.js';
import { FORM_NAMES, lensesText, MODEL_AUDIO, resolutionText, zoomText } from '../../models/texts.js';
import type { CameraModel, Catalogues } from '../../models/types.js';
import type { Block, Document } from '../../render/document.js';
import { t } from './texts.js';

/** A camera model, and the catalogue that lists it. */
export interface ListedModel {
  readonly record: CameraModel;
  /** Path of the catalogue; absent: the shipped one. */
  readonly path?: string;
}

/** Up to this many models are shown in full. */
const FEW = 5;

/**
 * Returns the models that `pattern` selects, those of the user's catalogues first; all without a pattern. If
 * `pattern` names one model exactly, as the key `model` of a plan does, only that one. Else all of which the brand,
 * the model, both together or an alias begins with `pattern` or, if it has `*` or `?`, matches it.
 */
export function selectModels(pattern: string | undefined, catalogues: Catalogues): ListedModel[] {
  const all = listsOf(catalogues).flatMap(({ models, path }) =>
    models.map((record): ListedModel => ({ record, ...(path !== undefined && { path }) })),
  );
  if (pattern === undefined) return all;
  const exact = findModel(pattern, catalogues);
  if (exact !== undefined && 'record' in exact) {
    return [{ record: exact.record, ...(exact.path !== undefined && { path: exact.path }) }];
  }
  const like = likeness(plainName(pattern));
  return all.filter(({ record: { brand, model, aliases = [] } }) =>
    [brand, model, `${brand}${model}`, ...aliases].map(plainName).some(like),
  );
}

/** Without regular expressions: a pattern of many stars must not take exponential time. */
function likeness(pattern: string): (name: string) => boolean {
  if (!/[*?]/.test(pattern)) return (name) => name.startsWith(pattern);
  return (name) => {
    let [at, p, star, from] = [0, 0, -1, 0];
    while (at < name.length) {
      if (pattern[p] === '?' || pattern[p] === name[at]) [at, p] = [at + 1, p + 1];
      else if (pattern[p] === '*') [star, from, p] = [p, at, p + 1];
      else if (star >= 0) [p, from, at] = [star + 1, from + 1, from + 1];
      else return false;
    }
    return [...pattern.slice(p)].every((sign) => sign === '*');
  };
}

/** Returns the models as a page: in full if they are few, else as a table. It ends with where the data come from. */
export function modelsDocument(models: readonly ListedModel[]): Document {
  const blocks: Block[] = models.length <= FEW ? models.map(section) : [table(models)];
  const { name, commit = '', date, licence = '' } = TABLE.from;
  const from = { n: TABLE.models.length, name, commit: commit.slice(0, 10), day: dayText(date), licence };
  return { blocks: [...blocks, { block: 'paragraph', text: t.note(from) }] };
}

function section({ record, path }: ListedModel): Block {
  const { brand, model, aliases = [], source, date } = record;
  const fact = (name: Localized, value: Localized) => t.facts({ name, value });
  return {
    block: 'section',
    title: verbatim(`${brand} ${model}`),
    blocks: [
      {
        block: 'list',
        items: [
          fact(t.form, formOf(record)),
          fact(t.field, fieldOf(record)),
          fact(t.resolution, sizeOf(record)),
          fact(t.audio, audioOf(record)),
          ...(aliases.length === 0 ? [] : [t.aliases({ aliases: localizedList(aliases) })]),
          t.source({ source: verbatim(source), day: dayText(date) }),
          t.in({ where: path === undefined ? t.shipped : t.own({ path: verbatim(path) }) }),
        ],
      },
    ],
  };
}

function table(models: readonly ListedModel[]): Block {
  return {
    block: 'table',
    head: [t.model, t.form, t.field, t.resolution, t.audio, t.date],
    rows: models.map(({ record }) => [
      verbatim(`${record.brand} ${record.model}`),
      formOf(record),
      fieldOf(record),
      sizeOf(record),
      audioOf(record),
      verbatim(record.date),
    ]),
  };
}

const formOf = ({ form }: CameraModel): Localized => (form === undefined ? t.unknown : FORM_NAMES[form]);
const sizeOf = ({ resolution }: CameraModel): Localized =>
  resolution === undefined ? t.unknown : resolutionText(resolution);
const audioOf = ({ audio }: CameraModel): Localized => (audio === undefined ? t.unknown : MODEL_AUDIO[audio]);

function fieldOf({ lenses, zoom }: CameraModel): Localized {
  if (zoom !== undefined) return zoomText(zoom);
  return lenses === undefined ? t.unknown : lensesText(lenses);
}

/** Returns the models as data: records as in schemas/models.schema.json, each with the catalogue that has it. */
export function modelsRecord(models: readonly ListedModel[]) {
  return { from: TABLE.from, models: models.map(({ record, path }) => ({ ...record, catalogue: path ?? null })) };
}
