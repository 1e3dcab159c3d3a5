// Reads a law pack from a file or a folder, checks it, and returns the pack or everything wrong with it.

import { append } from '../../base/arrays.js';
import * as posix from '../../base/posix.js';
import type { Text } from '../../i18n/catalogue.js';
import { hintOf } from '../../source/hint.js';
import type { Limits } from '../../source/limits.js';
import { parseSource } from '../../source/parse/parse.js';
import { OUTSIDE_FOLDER, type Read } from '../../source/parse/reading.js';
import { tokens } from '../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { checkSchema } from '../../source/schema/check.js';
import { lawValidator } from '../../source/schema/validators.js';
import { type FileKind, isMarked, withheld } from '../../source/schema/withheld.js';
import { reachText } from '../../source/texts.js';
import type { Place, SourceFile } from '../../source/types.js';
import type { WrittenPack } from '../types.js';
import { type CheckedPack, SECTIONS } from './sections.js';
import { type PackReferences, problemsOf } from './sense.js';
import { packText } from './texts.js';

/**
 * Access to files and references that reading a pack needs. Code that reads packs reaches the file system only through
 * it.
 */
export interface PackReader {
  /** Reads a file by its path as shown to users. */
  readonly read: Read;
  /** Returns the file names in a folder; undefined if the path is no folder. */
  readonly list: (path: string) => readonly string[] | undefined;
  readonly limits?: Limits | undefined;
  /** Packs, facts and words that a pack may refer to besides its own. */
  readonly known: PackReferences;
}

/** A pack that was read and checked, or the problems with it and the files they are in. */
export type LoadedPack =
  | { readonly ok: true; readonly pack: WrittenPack }
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly files: readonly SourceFile[] };

const PACK: FileKind = {
  name: packText.file,
  marks: ['id', 'instruments'],
};

/** Reads the pack in the file or folder `path`. Returns it, or every problem with it. */
export function readPack(path: string, reader: PackReader): LoadedPack {
  const names = reader.list(path);
  const gathered = names === undefined ? fromFile(path, reader) : fromFolder(path, names, reader);
  const { value, sections, files, problems } = gathered;
  if (problems.length > 0) return { ok: false, ...disclosed(problems, gathered) };
  const placeOf = (pointer: string): Place => {
    const [first = '', ...rest] = tokens(pointer);
    const file = sections.get(first);
    return file === undefined
      ? { path: files[0]?.path ?? path, pointer }
      : { path: file.path, pointer: rest.length === 0 ? '' : pointer.slice(pointer.indexOf('/', 1)) };
  };
  const checked = checkSchema<CheckedPack>(lawValidator(), value, placeOf);
  if (!checked.ok) return { ok: false, ...disclosed(checked.problems, gathered) };
  const wrong = problemsOf(checked.document, knownTo(checked.document, reader.known), placeOf);
  if (wrong.length > 0) return { ok: false, problems: wrong, files };
  const { $schema: _, ...written } = checked.document;
  return {
    ok: true,
    pack: { path, sources: files.map((file) => ({ path: file.path, sha256: file.sha256 })), files: written },
  };
}

/**
 * Returns the problems without text of files that may be no part of a pack. Only the first file can have the marks of a
 * pack. A section in a file of its own, such as parameters.yaml, has none and says nothing about the file beside it.
 */
function disclosed(
  problems: readonly SourceProblem[],
  { marked, files }: Gathered,
): { problems: readonly SourceProblem[]; files: readonly SourceFile[] } {
  const told = files.map((file) => {
    const own = problems.filter(({ place }) => place.path === file.path);
    return file === marked || file.withheld ? { problems: own, file } : withheld(own, file, PACK);
  });
  const unread = problems.filter(({ place }) => !files.some(({ path }) => path === place.path));
  return { problems: [...told.flatMap((one) => one.problems), ...unread], files: told.map(({ file }) => file) };
}

interface Gathered {
  readonly value: unknown;
  /** Sections that are in a file of their own, with that file. */
  readonly sections: ReadonlyMap<string, SourceFile>;
  /** The file that has the marks of a pack; undefined if none has. */
  readonly marked?: SourceFile | undefined;
  readonly files: readonly SourceFile[];
  readonly problems: readonly SourceProblem[];
}

function fromFile(path: string, { read, limits }: PackReader): Gathered {
  const bytes = read(path);
  if (bytes === undefined) return failed(path, packText.missing({ file: path }));
  if (bytes === OUTSIDE_FOLDER) return failed(path, reachText.outside({ file: path }));
  const parsed = parseSource(path, bytes, { limits });
  const { file } = parsed;
  if (parsed.ok && isKeys(parsed.value)) {
    const marked = isMarked(parsed.value, PACK) ? file : undefined;
    return { value: parsed.value, sections: new Map(), marked, files: [file], problems: [] };
  }
  const wrong = parsed.ok ? [problemOf(packText.notKeys, path)] : parsed.problems;
  const told = withheld(wrong, file, PACK);
  return { value: undefined, sections: new Map(), files: [told.file], problems: told.problems };
}

/**
 * Reads `pack.json` and the files beside it, one for each section that isn't in `pack.json`, such as `clauses.json` or
 * `zone-kinds.yaml`.
 */
function fromFolder(folder: string, names: readonly string[], reader: PackReader): Gathered {
  const data = names.filter((name) => /\.(?:json|ya?ml)$/i.test(name)).sort();
  const identity = data.find((name) => stem(name) === 'pack');
  if (identity === undefined) return failed(folder, packText.noIdentity({ file: folder }));
  const first = fromFile(posix.join(folder, identity), reader);
  if (!isKeys(first.value) || first.problems.length > 0) return first;
  const value: Record<string, unknown> = { ...first.value };
  const sections = new Map<string, SourceFile>();
  const files: SourceFile[] = [...first.files];
  const problems: SourceProblem[] = [];
  for (const name of data.filter((one) => one !== identity)) {
    const path = posix.join(folder, name);
    const section = SECTIONS.find((one) => fileOf(one) === stem(name));
    if (section === undefined) {
      const known = SECTIONS.map((one) => `${fileOf(one)}.json`);
      const hint = hintOf(stem(name), SECTIONS.map(fileOf));
      problems.push(problemOf(packText.unknownSection({ file: name, hint, known: known.join(', ') }), path));
      continue;
    }
    const bytes = reader.read(path);
    if (bytes === undefined) {
      problems.push(problemOf(packText.missing({ file: path }), path));
      continue;
    }
    if (bytes === OUTSIDE_FOLDER) {
      problems.push(problemOf(reachText.outside({ file: path }), path));
      continue;
    }
    const parsed = parseSource(path, bytes, { limits: reader.limits });
    const told = parsed.ok ? { ...parsed, problems: [] } : withheld(parsed.problems, parsed.file, PACK);
    files.push(told.file);
    append(problems, told.problems);
    if (!parsed.ok) continue;
    if (Object.hasOwn(value, section)) {
      const file = sections.get(section)?.path ?? first.files[0]?.path ?? folder;
      problems.push(problemOf(packText.twice({ section, file }), path));
    } else {
      value[section] = parsed.value;
      sections.set(section, parsed.file);
    }
  }
  return { value, sections, marked: first.marked, files, problems };
}

/** Returns the file name of a section without ending: `zone-kinds` for `zoneKinds`. */
function fileOf(section: string): string {
  return section.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

function knownTo({ id }: CheckedPack, known: PackReferences): PackReferences {
  return known.replaces === true ? { ...known, packs: known.packs.filter((pack) => pack.id !== id) } : known;
}

function isKeys(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failed(path: string, message: Text): Gathered {
  return { value: undefined, sections: new Map(), files: [], problems: [problemOf(message, path)] };
}
