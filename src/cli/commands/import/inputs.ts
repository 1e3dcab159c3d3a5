import { posix } from 'node:path';
import { openZip } from '../../../host/files/zip.js';
import type { Io } from '../../../host/io.js';
import { nearestPath } from '../../../host/plans/missing.js';
import { oneOf, UsageError } from '../../../host/usage.js';
import type { Input } from '../../../import/import.js';
import { isImdf } from '../../../import/read/imdf/imdf.js';
import { formatByEnding, formatOf } from '../../../import/read/read.js';
import { isZip, unzip } from '../../../import/read/zip.js';
import { IMPORT_FORMATS, type ImportFormat, type InputFile } from '../../../import/types.js';
import { type Limits, limitParams } from '../../../source/limits.js';
import type { SourceProblem } from '../../../source/problem.js';
import { unknownFormatHint } from './unknown-format.js';

/** Whether buildings come in such files. */
function isWanted(name: string): boolean {
  return formatByEnding(name) !== undefined;
}

/** What was given to import, or why there is nothing to read. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly problems: readonly SourceProblem[];
}

/**
 * The files that folders, archives and files hold, by format: floors given as several files of one format are one building.
 * A UsageError where the format of a file can't be told; what can't be read at all is among the problems.
 */
export function inputsOf(sources: readonly string[], format: string | undefined, limits: Limits, io: Io): Inputs {
  const given =
    format === undefined
      ? undefined
      : oneOf<ImportFormat>(format, IMPORT_FORMATS, { zh: '--format 的取值', en: '--format' });
  const groups = new Map<ImportFormat, InputFile[]>();
  const problems: SourceProblem[] = [];
  const seen = new Set<string>();
  for (const source of sources) {
    const found = filesOf(source, limits, io);
    for (const { path } of found.files) {
      const real = io.real(path);
      if (seen.has(real)) throw twice(path);
      seen.add(real);
    }
    problems.push(...found.problems);
    for (const files of partsOf(found.files)) {
      const of = given ?? formatOf(files);
      if (of === undefined) throw unknownFormatHint(source);
      groups.set(of, [...(groups.get(of) ?? []), ...files]);
    }
  }
  return { inputs: [...groups].map(([found, files]) => ({ format: found, files })), problems };
}

/** Everything in it would be there twice, the devices in one place. */
function twice(path: string): UsageError {
  return new UsageError({
    zh: `“${path}”给出了不止一次，每个文件只能导入一次。`,
    en: `'${path}' is given more than once; a file can be imported once only.`,
  });
}

/** An IMDF archive is one; of other files those are one that end alike. */
function partsOf(files: readonly InputFile[]): InputFile[][] {
  if (isImdf(files)) return [[...files]];
  const parts = new Map<ImportFormat | undefined, InputFile[]>();
  for (const file of files) {
    const ending = formatByEnding(file.path);
    parts.set(ending, [...(parts.get(ending) ?? []), file]);
  }
  return [...parts.values()];
}

interface Files {
  readonly files: readonly InputFile[];
  readonly problems: readonly SourceProblem[];
}

function filesOf(source: string, limits: Limits, io: Io): Files {
  const path = io.shown(source) || '.';
  if (io.isFolder(source)) return filesIn(source, path, limits, io);
  const bytes = io.read(source, limits.bytes);
  if (bytes === undefined) {
    const known = io.kind(source) === undefined;
    const params = { file: path, hint: known ? nearestPath(source, io) : '' };
    return nothing(known ? 'source/no-such-file' : 'source/not-a-file', params, path);
  }
  if (bytes.length > limits.bytes) return nothing('limit/bytes', limitParams('bytes', limits.bytes), path);
  const file = { path, place: io.absolute(source), bytes };
  if (!isZip(file)) return { files: [file], problems: [] };
  const unzipped = unzip(file, isWanted, openZip, limits);
  if (!unzipped.ok) return { files: [], problems: unzipped.problems };
  return unzipped.files.length === 0 ? noneIn(path, unzipped.others) : { files: unzipped.files, problems: [] };
}

/** An unpacked archive is often a folder in a folder: where a folder holds but one, that one is meant. */
function filesIn(folder: string, path: string, limits: Limits, io: Io): Files {
  const entries = io.list(folder);
  if (entries === undefined) return nothing('source/unreadable-folder', { folder: path }, path);
  const seen = entries.filter(({ name }) => !name.startsWith('.') && name !== '__MACOSX');
  const wanted = seen.filter(({ name, kind }) => kind !== 'folder' && isWanted(name));
  const folders = seen.filter(({ kind }) => kind === 'folder');
  if (wanted.length === 0 && folders.length === 1) {
    const inner = posix.join(folder, folders[0]?.name ?? '');
    return filesIn(inner, io.shown(inner), limits, io);
  }
  if (wanted.length === 0) {
    const names = seen.map(({ name }) => name);
    return noneIn(path, names);
  }
  const files = wanted.flatMap(({ name }) => filesOf(posix.join(folder, name), limits, io));
  return { files: files.flatMap((found) => found.files), problems: files.flatMap((found) => found.problems) };
}

/** The names of what is there instead, so that nobody has to look. */
function noneIn(path: string, names: readonly string[]): Files {
  const shown = names.slice(0, 5);
  const more = names.length > shown.length;
  const found = {
    zh: names.length === 0 ? '其中没有文件' : `其中有：${shown.join('、')}${more ? '等' : ''}`,
    en: names.length === 0 ? 'it holds no file' : `it holds ${shown.join(', ')}${more ? ' and others' : ''}`,
  };
  return nothing('import/no-files', { found }, path);
}

function nothing(code: string, params: SourceProblem['message']['params'], path: string): Files {
  return { files: [], problems: [{ code, message: { id: code, params }, place: { path, pointer: '' } }] };
}
