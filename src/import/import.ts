// The import of one building: reads the sources and passes a draft through the stages.

import { BudgetExceeded, withBudget } from '../base/budget.js';
import { memoizeByName } from '../base/memo.js';
import type { Pack } from '../law/types.js';
import { LIMITS, type Limits, limitParams, workFor } from '../source/limits.js';
import { problemOf, type SourceProblem } from '../source/problem.js';
import { limitText } from '../source/texts.js';
import { plansInOne, storeysApart } from './apart.js';
import { tellLeaks } from './bodies/leaks.js';
import { formWalls } from './bodies/stage.js';
import { classify } from './classify/classify.js';
import type { DraftElement, DraftWall, PlanDraft } from './draft.js';
import { frameNotes, type ImportFrame, importFrame } from './frame.js';
import { kindFromWords } from './kinds/kind-from-words.js';
import { kindByWords } from './kinds/named.js';
import { noteUnknownKinds } from './kinds/unknown-kinds.js';
import { mappingFor } from './mapping/defaults/defaults.js';
import { ruleFor } from './mapping/match.js';
import type { Mapping, MappingRule } from './mapping/types.js';
import { type Note, together, unmended } from './notes.js';
import { layOpenings } from './openings/lay.js';
import { farApart } from './read/degrees.js';
import { readSource } from './read/read.js';
import type { ReplacedLevel } from './reimport/levels.js';
import { earlierIds, type Previous } from './reimport/previous.js';
import { mendTexts } from './repair/misread.js';
import { mendOpenings } from './repair/openings/openings.js';
import { mendZones } from './repair/rings/zones.js';
import { formRooms } from './rooms/form.js';
import { labelRooms } from './rooms/label.js';
import type { Stage } from './stage.js';
import { devicesAlone, placeDevices } from './strays.js';
import { type Identified, identify } from './support/ids.js';
import { problemText, replaced as replacedText } from './texts.js';
import type {
  ImportFormat,
  ImportSource,
  InputFile,
  RawFeature,
  SourceDrawing,
  SourceLevel,
  SourceOrigin,
} from './types.js';

/**
 * One source to import: the files of one building (an IMDF archive, the floors of a drawing) or of one camera list.
 */
export interface Input {
  readonly format: ImportFormat;
  readonly files: readonly InputFile[];
}

/** Options of an import. */
interface ImportOptions {
  readonly mapping: Mapping | undefined;
  readonly pack: Pack;
  /** Limits on computation; `LIMITS` if undefined. */
  readonly limits?: Limits | undefined;
  /** True: repair nothing, only report (`--strict`). */
  readonly strict: boolean;
  /** Result of an earlier import of the same source. Elements keep the ids they had there. */
  readonly previous?: Previous;
}

/** A building ready to be written as a plan, with valid ids and the notes of the import. */
export interface ImportedBuilding {
  readonly name: string | undefined;
  readonly frame: ImportFrame;
  readonly identified: Identified;
  /** The CAD drawings that it was read from; empty if the source was none. */
  readonly drawings: readonly SourceDrawing[];
  readonly notes: readonly Note[];
}

/** Result of an import: a building, or the problems that prevent one. */
export type Imported =
  | { readonly ok: true; readonly building: ImportedBuilding }
  /** `notes` holds what was recorded until the failure, if that helps to find the cause. */
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly notes?: readonly Note[] };

/** Stages of a draft between classification and naming, in this order. */
const STAGES: readonly Stage[] = [
  mendZones,
  formWalls,
  formRooms,
  tellLeaks,
  labelRooms,
  noteUnknownKinds,
  layOpenings,
  mendOpenings,
];

/**
 * Imports a building: reads, classifies, repairs, forms rooms, places openings, gives ids. Pure: same input, same
 * output. Returns the problem `limit/import-work` if the work exceeds the limit.
 */
export function importBuilding(inputs: readonly Input[], options: ImportOptions): Imported {
  const files = inputs.flatMap((input) => input.files);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const most = workFor(options.limits ?? LIMITS, bytes);
  try {
    return withBudget(most, () => imported(inputs, options));
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const message = limitText.importWork(limitParams('work', most));
    return { ok: false, problems: [problemOf(message, files[0]?.path ?? '')] };
  }
}

function imported(inputs: readonly Input[], { mapping, pack, strict, previous }: ImportOptions): Imported {
  const used = new Set<MappingRule>();
  const isRoom = (text: string) =>
    kindByWords(text, pack) !== undefined || kindFromWords(text, mapping?.names ?? {}) !== undefined;
  const mappingOf = memoizeByName((format: ImportFormat) => mappingFor(format, mapping));
  const read = inputs.map(({ files, format }) => readSource(files, format, { ...mappingOf(format), used }, isRoom));
  const problems = read.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  const sources = read.flatMap((result) => (result.ok ? [result.source] : []));
  const whole = mendTexts(joined(sources), strict);
  const { features } = whole;
  const other = features.find(({ system }) => system !== features[0]?.system);
  if (other !== undefined) return { ok: false, problems: [problemOf(problemText.twoSystems, other.origin)] };
  const isTaken = (one: RawFeature) => (ruleFor(mappingOf(one.format), one)?.as ?? 'none') !== 'none';
  const apart = features[0]?.system === 'wgs84' ? farApart(features.filter(isTaken)) : undefined;
  if (apart !== undefined) return { ok: false, problems: [apart] };
  const frame = importFrame(features, features[0]?.system ?? 'wgs84', previous?.corner);
  const source = placeDevices(whole, frame, mappingOf);
  const classified = classify(source, mapping && { ...mapping, used }, frame, pack);
  const staged = STAGES.reduce(
    ({ draft, notes }, stage) => {
      const { draft: next, notes: said } = stage(draft, { strict, pack, mapping });
      return { draft: next, notes: [...notes, ...said] };
    },
    { draft: classified.draft, notes: [...(strict ? source.notes.map(unmended) : source.notes), ...classified.notes] },
  );
  const [first] = inputs.flatMap(({ files }) => files);
  // An IMDF archive of levels alone is a building, if an empty one. In any other file everything was left out.
  const isBuilding = inputs.some(({ format }) => format === 'imdf');
  if (!isBuilding && Object.values(elementCounts(staged.draft)).every((count) => count === 0)) {
    const place = { path: first?.path ?? '', pointer: '' };
    return { ok: false, problems: [problemOf(problemText.nothing, place)], notes: together(staged.notes) };
  }
  const traced = addRejectedTraces(staged.draft, staged.notes, source);
  const levels = source.levels.map((level) => ({ ...level, ...idGiven(level, mapping) }));
  const identified = identify(traced, levels, previous && earlierIds(previous, frame));
  const { sure, unsure } = identified.replaced;
  if (unsure.length > 0) return { ok: false, problems: unsure.map((one) => unsureProblem(one, traced)) };
  const replaced = sure.map((one): Note => {
    return { sort: 'assumed', message: replacedText.level({ ...one }), level: one.key };
  });
  const notes = together([
    ...staged.notes,
    ...devicesAlone(source.levels, staged.draft, staged.notes),
    ...storeysApart(source.levels, staged.draft),
    ...plansInOne(source.levels, staged, mapping),
    ...frameNotes(frame),
    ...replaced,
  ]);
  return { ok: true, building: { name: source.name, frame, identified, drawings: source.drawings ?? [], notes } };
}

/** Returns the id that the mapping gives to a level of any format, by its key. */
function idGiven({ key }: SourceLevel, mapping: Mapping | undefined): Pick<SourceLevel, 'id'> {
  const id = mapping?.levels?.find((level) => level.key === key)?.id;
  return id === undefined ? {} : { id };
}

/** Returns the problem of a level that may take the place of one with other rooms, which would lose its ids. */
function unsureProblem({ key, from, id }: ReplacedLevel, { zones, walls, devices }: PlanDraft): SourceProblem {
  const drawn = [...zones, ...walls, ...devices].find(({ level }) => level === key);
  const same = `{key: ${JSON.stringify(key)}, id: ${id}}`;
  return problemOf(problemText.otherLevel({ key, from, id, same }), drawn?.origin.path ?? '');
}

/** Returns several sources of one building as one, such as cameras beside the rooms they hang in. */
function joined(sources: readonly ImportSource[]): ImportSource {
  return {
    name: sources.find(({ name }) => name !== undefined)?.name,
    levels: [...new Map(sources.flatMap(({ levels }) => levels).map((level) => [level.key, level])).values()],
    features: sources.flatMap(({ features }) => features),
    others: sources.flatMap(({ others = [] }) => others),
    drawings: sources.flatMap(({ drawings = [] }) => drawings),
    notes: sources.flatMap(({ notes }) => notes),
  };
}

/** Returns how many elements of each kind `draft` has. */
export function elementCounts(draft: PlanDraft): Readonly<Record<'zones' | 'walls' | 'openings' | 'devices', number>> {
  return {
    zones: draft.zones.length,
    walls: draft.walls.length,
    openings: draft.openings.length,
    devices: draft.devices.length,
  };
}

/**
 * Returns the draft with a trace of everything refused: if no element stands for it, a wall without geometry, which
 * linting reports and which leaves its level open. Otherwise a plan would be judged without a wall or room of the
 * source, and might pass.
 */
function addRejectedTraces(
  draft: PlanDraft,
  notes: readonly Note[],
  { levels, features }: Pick<ImportSource, 'levels' | 'features'>,
): PlanDraft {
  const elements: readonly DraftElement[] = [...draft.zones, ...draft.walls, ...draft.openings, ...draft.devices];
  const all = new Set(elements.map(({ id }) => id));
  // In a drawing a note has handles, and a number may be spelled like one: C12.
  const isDrawn = ({ level }: DraftElement) => draft.drawings?.has(level) === true;
  const named = new Set(elements.flatMap((one) => (isDrawn(one) ? [] : [one.id])));
  const handles = new Set(elements.flatMap((one) => (isDrawn(one) ? [placeKey(one.origin)] : [])));
  const keys = levels.map(({ key }) => key);
  const ids = new Map(features.map(({ id, origin }) => [placeKey(origin), id]));
  const traces = notes.flatMap((note): DraftWall[] => {
    const { sort, ids: about = [], origin = NOWHERE } = note;
    const isKnown = (id: string) =>
      note.origin === undefined
        ? all.has(id) || keys.includes(id)
        : named.has(id) || handles.has(placeKey({ path: origin.path, pointer: id }));
    const isThere = about.some(isKnown) || elements.some((one) => holds(one, origin));
    if (sort !== 'refused' || isThere) return [];
    // A place in a list of features changes with every feature before it.
    const handle = origin.pointer.startsWith('/') ? '' : origin.pointer;
    // One for each thing: a person who removes one speaks of no other.
    const names = about.length > 0 ? about : [ids.get(placeKey(origin)) ?? (handle || note.message.id)];
    return levelsOf(note, elements, keys).flatMap((level) =>
      names.map((name) => ({ id: `refused-${name}`, level, origin, keys: {}, line: [] })),
    );
  });
  return traces.length === 0 ? draft : { ...draft, walls: [...draft.walls, ...traces] };
}

const NOWHERE: SourceOrigin = { path: '', pointer: '' };

function placeKey({ path, pointer }: SourceOrigin): string {
  return `${path}#${pointer}`;
}

/** True if `place` is inside the feature that `element` was made from. */
function holds({ origin }: DraftElement, { path, pointer }: SourceOrigin): boolean {
  return (
    pointer !== '' && origin.path === path && (origin.pointer === pointer || pointer.startsWith(`${origin.pointer}/`))
  );
}

/**
 * Returns the level of a note; else the levels its file draws on, since any of them may lack the refused thing; else
 * all levels.
 */
function levelsOf({ level, origin }: Note, elements: readonly DraftElement[], keys: readonly string[]): string[] {
  if (level !== undefined && keys.includes(level)) return [level];
  const drawn = new Set(elements.flatMap((one) => (one.origin.path === origin?.path ? [one.level] : [])));
  const own = keys.filter((key) => drawn.has(key));
  return own.length > 0 ? own : [...keys];
}
