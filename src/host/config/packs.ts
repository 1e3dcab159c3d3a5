// Option `--pack`, and law packs that users wrote.

import * as posix from '../../base/posix.js';
import { ConfigurationError } from '../../config/error.js';
import { WORDS_OF_A_CASE } from '../../facts/project/sentence.js';
import { BUILT_IN_PACKS } from '../../law/built-in.gen.js';
import { packAmong, packIds } from '../../law/load.js';
import { isPackPath, packPath } from '../../law/read/path.js';
import { type LoadedPack, readPack } from '../../law/read/read.js';
import type { Pack, WrittenPack } from '../../law/types.js';
import { FACT_NAMES } from '../../plan/project/names.js';
import type { Limits } from '../../source/limits.js';
import { type Reach, reachOf } from '../confined-reader.js';
import type { Io } from '../io.js';
import { oneOf, UsageError } from '../usage.js';
import { limitsOf, type ReadFlags, rootsOf } from './limits.js';

/** Options by which every command that judges chooses laws: ids of packs, and paths of files or folders. */
export interface PackFlags extends ReadFlags {
  /** Packs beside those in force; the first is the main one. */
  readonly pack?: readonly string[];
  /** Packs in place of those in force. */
  readonly onlyPacks?: readonly string[];
}

/**
 * Returns the law pack that `--pack` names, or several composed into one; undefined if it names none.
 *
 * @throws UsageError for an unknown id; ConfigurationError for a file that cannot be used
 */
export function requestedPack(flags: PackFlags, io: Io): Pack | undefined {
  const named = packsRequested(flags.pack, io);
  if (named.length === 0) return undefined;
  const roots = rootsOf(flags, io) ?? [];
  return packNamed(named, io, limitsOf(flags), (path) => reachOfPack(path, roots, io));
}

/**
 * Returns the ids and paths (as people see them) that the values of `--pack` or `--only-packs` (`packs`) name.
 *
 * @throws UsageError for an unknown id
 */
export function packsRequested(packs: readonly string[] | undefined = [], io: Io): string[] {
  return packs.map((pack) => (isPackPath(pack) ? packPath(io.shown(pack)) : idAsked(pack, io)));
}

/**
 * Returns the id of a built-in pack. For an unknown id that is the name of an existing file, the UsageError says how to
 * write a path.
 */
function idAsked(pack: string, io: Io): string {
  if (packIds.includes(pack) || io.kind(pack) === undefined) {
    return oneOf(pack, packIds, { zh: '法规数据包', en: 'pack' });
  }
  throw new UsageError({
    zh: `法规数据包“${pack}”无法识别，可用：${packIds.join('、')}。指该文件或者文件夹的，写作 --pack ./${pack}。`,
    en: `unknown pack '${pack}'; expected one of ${packIds.join(', ')}. If the file or folder of that name is meant, say --pack ./${pack}.`,
  });
}

/**
 * Returns which files the pack at `path`, named on the command line, may lead to: those of its repository (without one, of
 * its folder) and of the folders `roots` (real paths). A pack that is one file may itself be a link to anywhere.
 */
export function reachOfPack(path: string, roots: readonly string[], io: Io): Reach {
  return reachOf(io.isFolder(path) ? `${path}/pack.json` : path, roots, io, { isNamed: true });
}

/**
 * Returns the packs of these ids and paths (as people see them), composed into one. A file that is named twice is read
 * once.
 *
 * @param reach returns the bounds on the files of the pack at a path
 * @throws ConfigurationError for a file that cannot be used
 */
export function packNamed(
  named: readonly string[],
  io: Io,
  limits: Limits | undefined,
  reach = (path: string) => reachOfPack(path, [], io),
): Pack {
  const written: WrittenPack[] = [];
  const ids = [...new Set(named)].map((pack) => {
    if (!isPackPath(pack)) return pack;
    const read = writtenPack(pack, written, io, limits, reach(pack));
    written.push(read);
    return read.files.id;
  });
  return packAmong(ids.join('+'), written);
}

/** A pack to check, as read: the pack or what is wrong with it, and the text of its law. */
export interface PackToCheck {
  readonly loaded: LoadedPack;
  /** Text of the file that the pack names as its law; undefined if it names none, or one that can't be read. */
  readonly statute: string | undefined;
}

/** Reads the pack at `path`, a file or a folder. Unlike a pack to judge by, it may have the id of a built-in pack. */
export function packToCheck(path: string, flags: PackFlags, io: Io): PackToCheck {
  const shown = packPath(io.shown(path));
  const { read } = reachOfPack(shown, rootsOf(flags, io) ?? [], io);
  const loaded = loadedPack(shown, [], io, limitsOf(flags), read, true);
  const file = loaded.ok ? loaded.pack.files.statute : undefined;
  if (file === undefined) return { loaded, statute: undefined };
  const bytes = read(posix.join(io.isFolder(shown) ? shown : posix.dirname(shown), file));
  return { loaded, statute: bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : undefined };
}

function writtenPack(
  path: string,
  before: readonly WrittenPack[],
  io: Io,
  limits: Limits | undefined,
  { read }: Reach,
): WrittenPack {
  const loaded = loadedPack(path, before, io, limits, read);
  if (loaded.ok) return loaded.pack;
  throw new ConfigurationError(loaded.problems, loaded.files, (count) => ({
    zh: `法规数据包不能使用（${count}处错误），未作任何审查。`,
    en: `The law pack can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was linted.`,
  }));
}

function loadedPack(
  path: string,
  before: readonly WrittenPack[],
  io: Io,
  limits: Limits | undefined,
  read: Reach['read'],
  replaces = false,
): LoadedPack {
  return readPack(path, {
    read,
    list: (folder) => (io.isFolder(folder) ? io.list(folder)?.map(({ name }) => name) : undefined),
    limits,
    known: {
      packs: [...BUILT_IN_PACKS, ...before.map(({ files }) => files)],
      facts: Object.keys(FACT_NAMES),
      words: WORDS_OF_A_CASE,
      ...(replaces && { replaces: true as const }),
    },
  });
}
