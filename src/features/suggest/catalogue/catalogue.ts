// The catalogue of `sitecam suggest`: which devices may be suggested and where they may be mounted, from a file or by default.

import { canonicalJson } from '../../../base/equality.js';
import { sha256 } from '../../../base/hash.js';
import type { Drawn } from '../../../plan/read/read.js';
import { hintOf } from '../../../source/hint.js';
import { parseSource } from '../../../source/parse/parse.js';
import { child } from '../../../source/place/pointer.js';
import { firstOf, problemOf, type SourceProblem } from '../../../source/problem.js';
import { checkSchema } from '../../../source/schema/check.js';
import { suggestValidator } from '../../../source/schema/validators.js';
import { type FileKind, isMarked, withheld } from '../../../source/schema/withheld.js';
import type { SourceFile } from '../../../source/types.js';
import type { CameraType, Catalogue, PointType } from '../types.js';
import { typeOf, type WrittenType } from './device-type.js';
import { DEFAULT_MOUNTING, mountingOf, type WrittenMounting } from './mounting.js';
import { t } from './texts.js';

/**
 * Name of the file of `sitecam suggest`'s catalogue of cameras, looked for beside the plan and in the folders above.
 */
export const SUGGEST_FILE = 'sitecam.suggest.yaml';

/** A catalogue, or all problems found in its file. */
export type ReadCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | {
      readonly ok: false;
      readonly problems: readonly SourceProblem[];
      /** The files that the problems point into: the catalogue's, and those of the plan whose types it names. */
      readonly files: readonly SourceFile[];
    };

/** The file as spelled, after the schema's check: what schemas/suggest.schema.json allows. */
interface Written {
  readonly types?: Readonly<Record<string, WrittenType>>;
  readonly mounting?: WrittenMounting;
  readonly fixed?: readonly string[];
}

/** The kind of file that is read here, known by its key `types`. */
const KIND: FileKind = { name: t.file({ name: SUGGEST_FILE }), marks: ['types'] };

/**
 * Returns the catalogue in `bytes`, or all problems of the file. Its types may be those of the plan; without `types`
 * they are the default ones.
 *
 * @param path path of the file, as shown to people
 * @param drawn the plan for which cameras are suggested
 * @param isOwn true if the file has a name of sitecam's, so that problems may quote it; any other file is quoted only
 * once it is recognised as a catalogue
 */
export function readCatalogue(path: string, bytes: Uint8Array, drawn: Drawn, isOwn = false): ReadCatalogue {
  const parsed = parseSource(path, bytes);
  if (!parsed.ok) {
    const shown = isOwn ? parsed : withheld(parsed.problems, parsed.file, KIND);
    return { ok: false, problems: shown.problems, files: [shown.file] };
  }
  const { file, value } = parsed;
  const checked = checkSchema<Written>(suggestValidator(), value, (pointer) => ({ path, pointer }));
  if (!checked.ok) {
    const shown = isOwn || isMarked(value, KIND) ? { ...checked, file } : withheld(checked.problems, file, KIND);
    return { ok: false, problems: shown.problems, files: [shown.file] };
  }
  const { types, mounting: rules = {}, fixed = [] } = checked.document;
  const chosen = types === undefined ? defaultTypes(drawn) : typesIn(types, path, drawn);
  const { mounting, problems } = mountingOf(rules, path, drawn);
  const all = [...chosen.problems, ...problems, ...fixedProblems(fixed, path, drawn)];
  if (all.length > 0) return { ok: false, problems: firstOf(all), files: [file, ...drawn.files] };
  const { from, cameras, points } = chosen;
  return {
    ok: true,
    catalogue: { from, path, sha256: file.sha256, cameras, points, mounting, fixed: [...new Set(fixed)] },
  };
}

/** Returns the catalogue of a plan without a file: its own device types or, if none serves, sitecam's two. */
export function defaultCatalogue(drawn: Drawn): Catalogue {
  const { from, cameras, points } = defaultTypes(drawn);
  const content = { cameras, points, mounting: DEFAULT_MOUNTING, fixed: [] };
  return { from, path: undefined, sha256: sha256(canonicalJson(content)), ...content };
}

/** Types that may be suggested, and what is wrong with others. */
interface Types {
  readonly from: Catalogue['from'];
  readonly cameras: readonly CameraType[];
  readonly points: readonly PointType[];
  readonly problems: readonly SourceProblem[];
}

function typesIn(types: Readonly<Record<string, WrittenType>>, path: string, drawn: Drawn): Types {
  const results = Object.entries(types).map(([id, written]) => typeOf(id, written, path, drawn));
  const cameras = results.flatMap((one) => (one.is === 'camera' ? [one.camera] : []));
  const wrong = results.flatMap((one) => (one.is === 'wrong' ? one.problems : []));
  const isNone = cameras.length === 0 && wrong.length === 0;
  return {
    from: 'file',
    cameras,
    points: results.flatMap((one) => (one.is === 'point' ? [one.point] : [])),
    problems: [
      ...wrong,
      ...ceilingProblems(types, cameras, path, drawn),
      ...(isNone ? [problemOf(t.noCamera, { path, pointer: '/types', key: true })] : []),
    ],
  };
}

/** Returns a problem for each type that may hang from the ceiling, if the plan doesn't say where any is. */
function ceilingProblems(
  types: Readonly<Record<string, WrittenType>>,
  cameras: readonly CameraType[],
  path: string,
  { document }: Drawn,
): SourceProblem[] {
  if (document.levels.some(({ ceiling }) => ceiling !== undefined)) return [];
  return cameras.flatMap(({ id }) => {
    const index = types[id].mounts?.indexOf('ceiling') ?? -1;
    if (index === -1) return [];
    return [problemOf(t.noCeiling({ type: id }), { path, pointer: child('/types', id, 'mounts', index) })];
  });
}

function fixedProblems(fixed: readonly string[], path: string, { document }: Drawn): SourceProblem[] {
  const devices = new Map(document.levels.flatMap((level) => (level.devices ?? []).map((one) => [one.id, one])));
  const types = new Map(Object.entries(document.deviceTypes ?? {}));
  return fixed.flatMap((id, index) => {
    const place = { path, pointer: child('/fixed', index) };
    const device = devices.get(id);
    if (device === undefined) return [problemOf(t.unknownDevice({ id, hint: hintOf(id, devices.keys()) }), place)];
    const status = device.status ?? types.get(device.type ?? '')?.status;
    return status === 'removed' ? [problemOf(t.removedDevice({ id }), place)] : [];
  });
}

/** Types for plans that have none: a corridor camera with a lens of 6 mm and a dome with one of 2.8 mm, four megapixels. */
const BUILT_IN: readonly (readonly [name: string, type: WrittenType])[] = [
  ['corridor-4mp', { kind: 'camera', form: 'fixed', hfov: 54, resolution: [2560, 1440], audio: 'none' }],
  ['dome-4mp', { kind: 'camera', form: 'fixed', hfov: 98, resolution: [2560, 1440], audio: 'none' }],
];

function defaultTypes(drawn: Drawn): Types {
  const ofPlan = Object.keys(drawn.document.deviceTypes ?? {});
  const cameras = ofPlan.flatMap((id) => camerasOf(id, {}, drawn));
  if (cameras.length > 0) return { from: 'plan', cameras, points: [], problems: [] };
  const builtIn = BUILT_IN.flatMap(([name, type]) => camerasOf(freeName(name, ofPlan), type, drawn));
  return { from: 'built-in', cameras: builtIn, points: [], problems: [] };
}

/** Returns the camera of a type that may be suggested; [] for any other. */
function camerasOf(id: string, type: WrittenType, drawn: Drawn): CameraType[] {
  const result = typeOf(id, type, '', drawn);
  return result.is === 'camera' ? [result.camera] : [];
}

/** Returns `name`, with a number if it is taken. */
function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let n = 2; taken.includes(free); n += 1) free = `${name}-${n}`;
  return free;
}
