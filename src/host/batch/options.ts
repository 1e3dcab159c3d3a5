// Options of a run over many plans: threads and cache.

import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Locale } from '../../i18n/locale.js';
import { repositoryOf } from '../confined-reader.js';
import type { Io } from '../io.js';
import type { PlanInput } from '../plans/select.js';
import { UsageError } from '../usage.js';
import { openCache, type ResultCache } from './cache/cache.js';
import { openStore, TAG_NAME } from './cache/store.js';
import type { Batch } from './lint-all.js';

/** Most threads: more than this only wait for one another. */
const MOST = 64;

/**
 * Returns the number of threads to lint on: the value of `--workers` (`asked`), from the start; else as many as the machine
 * can run, at most 64, started once there proves to be enough work. Throws a UsageError if `asked` is no whole number from 1
 * to 64.
 */
export function workersOf(asked: string | undefined, io: Io): Pick<Batch, 'workers' | 'atOnce'> {
  if (asked === undefined) return { workers: Math.max(1, Math.min(io.cores(), MOST)), atOnce: false };
  const workers = /^[0-9]{1,4}$/.test(asked) ? Number(asked) : 0;
  if (workers >= 1 && workers <= MOST) return { workers, atOnce: true };
  throw UsageError.onOptions({
    zh: `--workers 的取值“${asked}”无法识别，应为1～${MOST}的整数。`,
    en: `--workers '${asked}' is no whole number from 1 to ${MOST}.`,
  });
}

/**
 * Returns the cache that `--cache` asks for, in the folder it names, else in the user's own; undefined if it is not
 * asked for. No cache may lie beside a plan, where the author of the plan could have written it.
 *
 * @throws UsageError if the folder cannot be used as a cache
 */
export function cacheOf(
  asked: string | boolean | undefined,
  plans: readonly PlanInput[],
  io: Io,
  locale: Locale,
): ResultCache | undefined {
  if (asked === undefined || asked === false) return undefined;
  const folder = io.real(typeof asked === 'string' ? asked : userFolder(io));
  const theirs = (path: string) => repositoryOf(io.absolute(io.real(path)), io) ?? dirname(io.real(path));
  const beside = plans.find(({ path }) => holds(theirs(path), folder))?.path;
  if (beside !== undefined) {
    throw new UsageError({
      zh: `缓存不能放在设计图“${beside}”所在的文件夹或者仓库内：其中的内容可能出自图纸作者。请另取文件夹，或者只写 --cache，使用本用户的缓存文件夹。`,
      en: `the cache can't lie in the folder or repository of the plan '${beside}', whose author could have written it. Name another folder, or say --cache alone for your own cache folder.`,
    });
  }
  const strange = (io.list(folder) ?? []).length > 0;
  if (plans.some(({ path }) => holds(folder, io.real(path))) || (strange && !io.exists(join(folder, TAG_NAME)))) {
    throw new UsageError({
      zh: `“${folder}”已有其他文件，不能用作缓存。请另取一个空文件夹，或者只写 --cache。`,
      en: `'${folder}' holds other files and can't be a cache. Name an empty folder, or say --cache alone.`,
    });
  }
  if (io.privateFiles.isShared(folder)) {
    throw new UsageError({
      zh: `“${folder}”属于其他用户，或者其他用户可以写入，不能用作缓存：其中的结果可能出自他人。请另取只有本人可写的文件夹，或者只写 --cache。`,
      en: `'${folder}' is another user's, or others may write to it, and can't be a cache: the results in it could be anybody's. Name a folder that you alone can write to, or say --cache alone.`,
    });
  }
  const warn = (reason: string) =>
    io.err(
      locale === 'en'
        ? `sitecam: the cache in '${folder}' can't be written, so the next run won't be faster: ${reason}\n`
        : `sitecam：缓存“${folder}”无法写入，下次审查不会更快：${reason}\n`,
    );
  return openCache(openStore(folder, io.privateFiles, warn), io);
}

/**
 * Returns the cache folder of this user, by the conventions of the system. Throws a UsageError if the environment names
 * none.
 */
function userFolder({ env }: Io): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: home } = env;
  // A relative one is to be ignored (XDG Base Directory Specification).
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'sitecam');
  if (local !== undefined && isAbsolute(local)) return join(local, 'sitecam', 'cache');
  if (home !== undefined && isAbsolute(home)) return join(home, '.cache', 'sitecam');
  throw new UsageError({
    zh: '找不到本用户的缓存文件夹（未设置 HOME），请写明：--cache=文件夹。',
    en: 'your cache folder is not known (HOME is not set): name one with --cache=FOLDER.',
  });
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}
