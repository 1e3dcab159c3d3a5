// The import record: everything an import repaired, assumed or refused, with old and new ids.

import { groupBy } from '../../base/arrays.js';
import { catalogue, type Text, templatesOf, textOf } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Messages } from '../../i18n/message.js';
import * as bodies from '../bodies/texts.js';
import * as classify from '../classify/texts.js';
import * as devices from '../devices/texts.js';
import type { DraftElement } from '../draft.js';
import { elementCounts, type ImportedBuilding } from '../import.js';
import * as kinds from '../kinds/texts.js';
import { unused } from '../mapping/texts.js';
import { type Note, SORTS, type Sort } from '../notes.js';
import * as openings from '../openings/texts.js';
import { dxfMessages } from '../read/dxf/messages.js';
import * as units from '../read/dxf/units/texts.js';
import * as ifc from '../read/ifc/texts.js';
import * as imdf from '../read/imdf/texts.js';
import * as osm from '../read/osm/texts.js';
import * as read from '../read/texts.js';
import type { ReimportResult } from '../reimport/reimport.js';
import * as repair from '../repair/texts.js';
import * as rooms from '../rooms/texts.js';
import { apart, elevations, frame, replaced, strays } from '../texts.js';
import type { InputFile } from '../types.js';
import { type Resolve, resolver, type SourceSpot } from './places.js';

/** Version of the record's JSON format (schemas/import-record-1.schema.json). */
export const RECORD_VERSION = 1;

/**
 * Record of how a plan was made from a source: everything repaired, assumed, unknown, left out or refused, and the ids.
 */
export interface ImportRecord {
  /** Files of the plan, by the names they were written under. */
  readonly plan: string;
  readonly geometry: string;
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
  /** True if nothing was repaired (`--strict`). */
  readonly strict: boolean;
  readonly counts: ReturnType<typeof elementCounts> & { readonly levels: number };
  /** By sort, then in the order in which the notes arose. */
  readonly totals: readonly Total[];
  /** By sort, the most serious first. */
  readonly entries: readonly RecordEntry[];
  readonly ids: readonly IdPair[];
  /** All changes since the last import; set only if the target plan exists (re-import). */
  readonly again?: ReimportResult;
}

/** All entries with one message, added up. */
interface Total {
  readonly sort: Sort;
  readonly message: string;
  readonly text: Localized;
  readonly count: number;
  /** Largest size among them, in m; undefined if they have none. */
  readonly largest: number | undefined;
}

/** A note with its place resolved and its ids translated. */
export interface RecordEntry {
  readonly sort: Sort;
  readonly message: string;
  readonly text: Localized;
  readonly count: number;
  readonly place: SourceSpot | undefined;
  /** Id of the level in the plan. */
  readonly level: string | undefined;
  /** Place in the plan, metres east and north. */
  readonly at: readonly [number, number] | undefined;
  /** Figure in m that the message is about. */
  readonly size: number | undefined;
  readonly ids: readonly { readonly source: string; readonly plan: string | undefined }[];
}

/** An id of the source and what it became in the plan. */
export interface IdPair {
  readonly element: 'level' | 'zone' | 'wall' | 'opening' | 'device';
  /** Id of the level in the plan; undefined for a level itself. */
  readonly level: string | undefined;
  readonly source: string;
  readonly plan: string;
}

/** Options of a record. */
interface RecordOptions {
  readonly plan: string;
  readonly geometry: string;
  /** Files that were read; places are looked up in them. */
  readonly files: readonly InputFile[];
  readonly strict: boolean;
  readonly again?: ReimportResult;
}

/**
 * Returns the record of how `building` was made from `files`. `plan` and `geometry` are the names of the files written,
 * `strict` is true if nothing was repaired, `again` is what a re-import changed. The line and column of a note are
 * looked up only when they are read, which scans each file once.
 */
export function recordOf(
  building: ImportedBuilding,
  { plan, geometry, files, strict, again }: RecordOptions,
): ImportRecord {
  const { identified, notes } = building;
  const { resolve, sources } = resolver(files);
  const ids = idsOf(building);
  const levels = new Map(identified.levels.map(({ key, id }) => [key, id]));
  const planIds = planIdsOf(ids);
  const sorted = SORTS.flatMap((sort) => notes.filter((note) => note.sort === sort));
  return {
    plan,
    geometry,
    sources,
    strict,
    counts: { levels: identified.levels.length, ...elementCounts(identified.draft) },
    totals: totalsOf(sorted),
    entries: sorted.map((note) => entryOf(note, levels, planIds, resolve)),
    ids,
    ...(again === undefined ? {} : { again }),
  };
}

function entryOf(note: Note, levels: ReadonlyMap<string, string>, planIds: PlanIds, resolve: Resolve): RecordEntry {
  const level = note.level === undefined ? undefined : (levels.get(note.level) ?? note.level);
  const times = groupBy(note.ids ?? [], (source) => source);
  const ids = (note.ids ?? []).map((source) => {
    // Nobody could tell which of two things that the source calls alike an id of the plan means.
    return { source, plan: times.get(source)?.length === 1 ? planIds(source, level) : undefined };
  });
  return {
    sort: note.sort,
    message: note.message.id,
    text: inPlanIds(note.message, ids),
    count: note.count ?? 1,
    get place() {
      return note.origin === undefined ? undefined : resolve(note.origin);
    },
    level,
    at: note.at,
    size: note.size,
    ids,
  };
}

/** Returns the text with the plan's ids for those of the source: people look for them in the plan. */
function inPlanIds(text: Text, ids: RecordEntry['ids']): Localized {
  const [first, second] = ids;
  // A figure or a name may be spelled like an id: only these placeholders hold ids.
  const about = new Map([
    ['id', first && [first]],
    ['other', second && [second]],
    ['wall', second && [second]],
    ['ids', ids],
  ]);
  const params = Object.entries(text.params).map(([name, value]) => {
    const spelled = about.get(name);
    const isOf = spelled?.map(({ source }) => source).join(', ') === value;
    return [name, isOf ? spelled.map(({ source, plan = source }) => plan).join(', ') : value] as const;
  });
  return params.every(([name, value]) => value === text.params[name])
    ? text
    : textOf(BY_ID, text.id, Object.fromEntries(params));
}

function totalsOf(notes: readonly Note[]): Total[] {
  const totals = new Map<string, Total>();
  for (const note of notes) {
    const key = `${note.sort} ${note.message.id}`;
    const known = totals.get(key);
    const largest = Math.max(known?.largest ?? Number.NEGATIVE_INFINITY, note.size ?? Number.NEGATIVE_INFINITY);
    totals.set(key, {
      sort: note.sort,
      message: note.message.id,
      text: known === undefined ? note.message : withoutValues(note.message.id),
      count: (known?.count ?? 0) + (note.count ?? 1),
      largest: Number.isFinite(largest) ? largest : undefined,
    });
  }
  return [...totals.values()];
}

const TEXTS = [bodies, classify, devices, kinds, openings, units, ifc, imdf, osm, read, repair, rooms];

/** Templates of every note an import can write, by message id. */
const TEMPLATES: Messages = {
  ...templatesOf(
    apart,
    elevations,
    frame,
    replaced,
    strays,
    unused,
    ...TEXTS.flatMap((texts) => Object.values<object>(texts)),
  ),
  ...dxfMessages,
};

const BY_ID = catalogue('', TEMPLATES);

/** Returns a message's text without the values of a single case. */
function withoutValues(id: string): Localized {
  const { zh, en } = TEMPLATES[id] ?? verbatim(id);
  const blank = (text: string) => text.replace(/\{[a-zA-Z]\w*\}/g, '…');
  return { zh: blank(zh), en: blank(en) };
}

/** Returns the table of old and new ids: levels, then elements in the order of the plan. */
function idsOf({ identified: { levels, draft, ids } }: ImportedBuilding): IdPair[] {
  const sources = new Map(ids.map(({ from, to }) => [to, from]));
  const of = (element: IdPair['element'], list: readonly DraftElement[]): IdPair[] =>
    list.map(({ id, level }) => ({ element, level, source: sources.get(id) ?? id, plan: id }));
  return [
    ...levels.map(({ key, id }): IdPair => ({ element: 'level', level: undefined, source: key, plan: id })),
    ...of('zone', draft.zones),
    ...of('wall', draft.walls),
    ...of('opening', draft.openings),
    ...of('device', draft.devices),
  ];
}

/** Returns the plan id for an id of the source; undefined if it has none or several. */
type PlanIds = (source: string, level: string | undefined) => string | undefined;

function planIdsOf(ids: readonly IdPair[]): PlanIds {
  const bySource = groupBy(ids, ({ source }) => source);
  return (source, level) => {
    const found = bySource.get(source) ?? [];
    const here = found.length < 2 ? found : found.filter((pair) => pair.level === level);
    return here.length === 1 ? here[0]?.plan : undefined;
  };
}
