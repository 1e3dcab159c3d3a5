// Reading of a plan from bytes to a site.

import { append } from '../../base/arrays.js';
import { sha256 } from '../../base/hash.js';
import { type Timing, timed } from '../../base/timing.js';
import { boxOfRings } from '../../geometry/shapes/ring.js';
import type { Point } from '../../geometry/types.js';
import type { Pack } from '../../law/types.js';
import { SHIPPED } from '../../models/table.js';
import type { Catalogues } from '../../models/types.js';
import { LIMITS, type Limits } from '../../source/limits.js';
import { type Parsed, parseSource } from '../../source/parse/parse.js';
import { OUTSIDE_FOLDER, type Read } from '../../source/parse/reading.js';
import { locate } from '../../source/place/locate.js';
import { firstOf, problemOf } from '../../source/problem.js';
import { checkSchema } from '../../source/schema/check.js';
import { planValidator } from '../../source/schema/validators.js';
import { sourceText } from '../../source/texts.js';
import type { SourceFile } from '../../source/types.js';
import { buildSite } from '../build/build.js';
import type { BuildContext } from '../build/context.js';
import { withKindIds } from '../build/kinds.js';
import { leaveOut } from '../build/leave-out.js';
import { rectPoints } from '../build/zone.js';
import { Faults } from '../check/faults.js';
import { checkGeometry, type PointPath, pathsOf, systemOfPath } from '../check/geometry.js';
import { checkPinned } from '../check/pinned.js';
import { DRAWING_ENDING } from '../file-names.js';
import type { ReadResult, Site, Unreadable } from '../model.js';
import { type Assembled, assemble, type System } from './assemble.js';
import type { PlanDocument } from './document.js';
import { planFrame } from './frame.js';
import { planFileText } from './texts.js';
import type { LengthUnit } from './units.js';

/** Options of `readPlan`. */
export interface ReadOptions {
  /** The law pack, or a function that chooses it by the site's region and categories. */
  readonly pack: Pack | ((site: Pick<PlanDocument['site'], 'region' | 'categories'>) => Pack);
  /** True if the plan may name files outside its folder; `read` then decides for each whether it may be read. */
  readonly beyond?: boolean;
  /** Where the models that devices name are looked for. Absent: the shipped table. */
  readonly catalogues?: Catalogues | undefined;
  /** Default limits if absent. */
  readonly limits?: Limits | undefined;
  /** Takes the time of building the site, as the part `build`. */
  readonly timing?: Timing | undefined;
  /** An earlier version of the plan, whose parts take the place of equal ones. */
  readonly before?: Site | undefined;
  /** Takes the plan as its files spell it, from which the site is built. */
  readonly onDrawn?: ((drawn: Drawn) => void) | undefined;
}

/** A readable plan as its files spell it (`document`), and all that its site is built from. */
export interface Drawn {
  /** As all files together spell it, in metres or degrees; without what is left out. */
  readonly document: PlanDocument;
  /** Its faults are those found before the site was built, and don't grow. */
  readonly context: BuildContext;
  readonly files: readonly SourceFile[];
}

/**
 * Reads the plan at `path` (`/`-separated, as shown to people): a YAML, JSON or GeoJSON plan, with the files it refers
 * to. A plan that can't be read gives all the reasons and no site; faults of one that can are in its site.
 *
 * @param read returns the bytes at a path; undefined if there is no file
 */
export function readPlan(
  path: string,
  read: Read,
  { pack, catalogues = SHIPPED, limits = LIMITS, beyond = false, timing, before, onDrawn }: ReadOptions,
): ReadResult {
  let total = 0;
  const parse = (file: string): Parsed | typeof OUTSIDE_FOLDER | undefined => {
    const bytes = read(file);
    if (bytes === undefined || bytes === OUTSIDE_FOLDER) return bytes;
    total += bytes.length;
    if (!DRAWING_ENDING.test(file)) return parseSource(file, bytes, { limits });
    // Parsed, somebody would be told to save a drawing in UTF-8, or to mend its YAML.
    const problems = [problemOf(planFileText.drawing({ file }), file)];
    return { ok: false, problems, file: { path: file, text: '', sha256: sha256(bytes), format: 'yaml' } };
  };
  const main = parse(path);
  if (main === undefined || main === OUTSIDE_FOLDER) {
    return { ok: false, unreadable: [problemOf(sourceText.missing({ file: path }), path)], files: [] };
  }
  if (!main.ok) return { ok: false, unreadable: faultsInOrder(main.problems, [main.file]), files: [main.file] };
  const faults = new Faults();
  const assembled = assemble(main, { parse, limits, beyond, isTooMuch: () => total > limits.total }, faults);
  const { files } = assembled;
  const placeOf = (pointer: string) => assembled.provenance.placeOf(pointer);
  const unreadable: Unreadable[] = [...assembled.unreadable];
  const checked =
    assembled.value === undefined ? undefined : checkSchema(planValidator<PlanDocument>(), assembled.value, placeOf);
  if (checked?.ok === false) append(unreadable, checked.problems);
  if (checked?.ok !== true) return { ok: false, unreadable: firstOf(faultsInOrder(unreadable, files)), files };
  const judged = typeof pack === 'function' ? pack(checked.document.site) : pack;
  const document = withKindIds(checked.document, judged);
  const systemOf = systemsOf(assembled);
  const paths = pathsOf(document);
  const origin = document.origin ?? firstDegrees(paths, assembled, systemOf);
  const unitOf = unitsOf(assembled);
  append(unreadable, checkGeometry(document, paths, origin, judged, { placeOf, systemOf, unitOf }));
  if (unreadable.length > 0) return { ok: false, unreadable: firstOf(faultsInOrder(unreadable, files)), files };
  const frame = planFrame(document.north ?? 0, origin, metreCorner(document, paths, systemOf));
  const { categories } = document.site;
  const { coordinates = 'metres' } = document;
  const context = { pack: judged, faults, frame, coordinates, categories, catalogues, before, placeOf, systemOf };
  const { overrides: stated = [], pinned = [], removals = [] } = assembled;
  checkPinned(pinned, context);
  const { site, leftOut } = timed(timing, 'build', () => {
    const lessened = leaveOut(document, removals, context);
    onDrawn?.({
      document: lessened.document,
      context: { ...lessened.context, before: undefined, faults: faults.copy() },
      files,
    });
    return { site: buildSite(lessened.document, files, lessened.context), leftOut: lessened.overrides };
  });
  const overrides = [...stated, ...leftOut];
  return { ok: true, site: overrides.length === 0 ? site : { ...site, overrides } };
}

type SystemOf = (pointer: string) => System;

/** Returns a function that gives the coordinate system at a pointer. If all files agree, nothing needs looking up. */
function systemsOf({ systems, provenance }: Assembled): SystemOf {
  const [only = 'metres', ...others] = new Set(systems.values());
  if (others.length === 0) return () => only;
  return (pointer) => systems.get(provenance.placeOf(pointer).path) ?? 'metres';
}

/** Returns a function that gives the unit of the file at a pointer; undefined for degrees. */
function unitsOf({ units, provenance }: Assembled): (pointer: string) => LengthUnit | undefined {
  const [only, ...others] = new Set(units.values());
  if (others.length === 0) return () => only;
  return (pointer) => units.get(provenance.placeOf(pointer).path);
}

/** Returns the first WGS 84 position in the order of the file, the default origin; undefined if there is none. */
function firstDegrees(paths: readonly PointPath[], { first }: Assembled, systemOf: SystemOf): Point | undefined {
  return first ?? paths.find((path) => systemOfPath(path, { systemOf }) === 'wgs84')?.points[0];
}

/** Returns the south-west corner of all points of metre files as the only point; [] if there are none. */
function metreCorner(document: PlanDocument, paths: readonly PointPath[], systemOf: SystemOf): Point[] {
  const rects = document.levels.flatMap((level) => (level.zones ?? []).map(rectPoints));
  const metres = paths.filter((path) => systemOfPath(path, { systemOf }) === 'metres');
  const box = boxOfRings([...metres.map(({ points }) => points), ...rects]);
  return box === undefined ? [] : [[box.minX, box.minY]];
}

/**
 * Returns the faults in the order of the files as read, and within a file by place: the order in which somebody
 * corrects them.
 */
function faultsInOrder(unreadable: readonly Unreadable[], files: readonly SourceFile[]): Unreadable[] {
  const placed = unreadable.map((fault, index) => {
    const file = files.findIndex(({ path }) => path === fault.place.path);
    const at = fault.at ?? (file === -1 ? { line: 1, column: 1 } : locate(files[file], fault.place).start);
    return { fault, key: [file, at.line, at.column, index] as const };
  });
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.reduce((order, value, i) => order || value - b[i], 0);
  return placed.sort((a, b) => compare(a.key, b.key)).map(({ fault }) => fault);
}
