// Output of an import: where it goes, and which files of an earlier import are there.
import { posix } from 'node:path';
import type { Io } from '../../../host/io.js';
import { UsageError } from '../../../host/usage.js';
import { type Previous, previousOf } from '../../../import/reimport/previous.js';
import { confinedPath } from '../../../plan/read/assemble.js';
import { isRecord, listIn, textIn } from '../../../plan/read/unknown.js';
import { parseSource } from '../../../source/parse/parse.js';
import type { SourceProblem } from '../../../source/problem.js';

/**
 * Where an import writes: to standard output, to a new file, or to the plan and geometry files of an earlier import.
 */
export type ImportTarget =
  /** A whole plan on standard output, or in a file that doesn't exist yet. */
  { readonly kind: 'stdout' } | { readonly kind: 'whole'; readonly path: string } | Files;

/** A plan file, which people edit, and the geometry file beside it, which imports write. */
export interface Files {
  readonly kind: 'files';
  readonly plan: string;
  readonly geometry: string;
  /** Path of the geometry file as the plan refers to it. */
  readonly reference: string;
  /** Parsed content of the existing plan; undefined if there is no plan yet. */
  readonly existing: { readonly value: unknown } | undefined;
  /** The existing geometry file: its bytes, and the earlier import it records; undefined if there is none. */
  readonly written: { readonly bytes: Uint8Array; readonly previous: Previous } | undefined;
}

/**
 * Finds out where `output` leads and which files exist there. Throws a UsageError if nothing may be written there, as over
 * one of `sources`. Returns kind `unreadable` with the problems if the existing plan can't be parsed.
 */
export function importTarget(
  output: string,
  sources: readonly string[],
  io: Io,
): ImportTarget | { readonly kind: 'unreadable'; readonly problems: readonly SourceProblem[] } {
  if (output === '-') return { kind: 'stdout' };
  checkName(output, io);
  const reference = `${posix.basename(output).replace(/\.ya?ml$/i, '')}.geojson`;
  const geometry = posix.join(posix.dirname(output), reference);
  for (const path of [output, geometry]) {
    if (!sources.some((source) => io.real(source) === io.real(path))) continue;
    if (path !== output) throw takesPlace(output, path, io);
    throw new UsageError({
      zh: `“${io.shown(path)}”是要导入的文件，不能同时是输出。请用 -o 另取文件名。`,
      en: `'${io.shown(path)}' is what is to be imported and can't be written as well. Choose another name with -o.`,
    });
  }
  if (!/\.ya?ml$/i.test(output)) {
    if (io.exists(output)) throw there(output, io);
    return { kind: 'whole', path: output };
  }
  const written = writtenAt(geometry, io);
  if (!io.exists(output)) return { kind: 'files', plan: output, geometry, reference, existing: undefined, written };
  const parsed = parseSource(io.shown(output), io.read(output) ?? new Uint8Array());
  if (!parsed.ok) return { kind: 'unreadable', problems: parsed.problems };
  checkReference(parsed.value, output, geometry, reference, io);
  return { kind: 'files', plan: output, geometry, reference, existing: { value: parsed.value }, written };
}

/**
 * Returns the error for a geometry file that would overwrite a source: it gets the plan's name, which is the source's
 * name too.
 */
function takesPlace(output: string, geometry: string, io: Io): UsageError {
  const [plan, file] = [io.shown(output), io.shown(geometry)];
  const other = plan.replace(/(\.ya?ml)$/i, '-plan$1');
  return new UsageError({
    zh: `“${plan}”的几何要写在旁边的“${file}”，而“${file}”是要导入的文件，不能覆盖。请用 -o 另取文件名，例如 -o ${other}。`,
    en: `the geometry of '${plan}' goes into '${file}', which is what is to be imported and can't be written over. Choose another name with -o, for example -o ${other}.`,
  });
}

function checkName(output: string, io: Io): void {
  if (output === '') throw new UsageError({ zh: '--output 缺少文件名。', en: '--output needs a file name.' });
  if (io.isFolder(output)) {
    const file = `${output.replace(/[/\\]+$/, '')}/plan.yaml`;
    throw new UsageError({
      zh: `“${output}”是文件夹，请给出文件名，例如 -o ${file}。`,
      en: `'${output}' is a folder; name a file, for example -o ${file}.`,
    });
  }
  if (/\.(?:ya?ml|geojson)$/i.test(output)) return;
  throw new UsageError({
    zh: `“${output}”应以 .yaml（设计图，几何写在旁边的 .geojson）或者 .geojson（整份设计图写成一个文件）结尾；“-”为标准输出。`,
    en: `'${output}' must end in .yaml (the plan, with its geometry as .geojson beside it) or in .geojson (the whole plan in one file); - is standard output.`,
  });
}

function there(path: string, io: Io): UsageError {
  const file = io.shown(path);
  return new UsageError({
    zh: `“${file}”已经存在，未作任何改动。请用 -o 另取文件名；要能反复导入，请输出为 .yaml。`,
    en: `'${file}' is there already and was left as it is. Choose another name with -o; to import again and again, write a .yaml.`,
  });
}

function writtenAt(geometry: string, io: Io): Files['written'] {
  if (!io.exists(geometry)) return undefined;
  const bytes = io.read(geometry);
  const previous = bytes === undefined ? undefined : previousOf(geometry, bytes);
  if (bytes !== undefined && previous !== undefined) return { bytes, previous };
  const file = io.shown(geometry);
  throw new UsageError({
    zh: `“${file}”不是由导入生成的（没有 imported 标记），可能有人手工改过，未作任何改动。请用 -o 另取文件名，或者先移走该文件。`,
    en: `'${file}' wasn't written by an import (it has no member 'imported'), so somebody's work may be in it; it was left as it is. Choose another name with -o, or move it away first.`,
  });
}

/**
 * Throws a UsageError if no level of the existing plan refers to this geometry file: then the plan isn't this import's.
 */
function checkReference(value: unknown, output: string, geometry: string, reference: string, io: Io): void {
  const levels = (isRecord(value) ? listIn(value, 'levels') : undefined) ?? [];
  const references = levels.flatMap((level) => (isRecord(level) ? (textIn(level, 'geometry') ?? []) : []));
  if (references.some((one) => confinedPath(output, one) === confinedPath(output, reference))) return;
  const [plan, file] = [io.shown(output), io.shown(geometry)];
  throw new UsageError({
    zh: `“${plan}”已经存在，但没有楼层引用“${reference}”，不是由导入生成的，未作任何改动。请用 -o 另取文件名；要用“${file}”的几何，请先在其楼层写 geometry: ${reference}。`,
    en: `'${plan}' is there already, but none of its levels refers to '${reference}': it isn't the plan of this import, and was left as it is. Choose another name with -o; to use the geometry of '${file}', first write geometry: ${reference} into its levels.`,
  });
}
