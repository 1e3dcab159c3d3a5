// The folder that `--cache` names.

import type { Io } from '../../io.js';
import { UsageError } from '../../usage.js';

/**
 * Returns the folder that `--cache` names. Throws a UsageError if it is a file or named like a plan: `--cache` takes
 * the next argument as its folder, even if a plan was meant.
 */
export function cacheFolder(named: string, io: Io): string {
  if (named === '' || /\.(?:ya?ml|(?:geo)?json)$/i.test(named) || io.read(named) !== undefined) {
    throw new UsageError({
      zh: `--cache 后的“${named}”应为缓存文件夹，而不是设计图；使用本用户的缓存文件夹的，把 --cache 写在设计图之后。`,
      en: `'${named}' after --cache should be a folder for the cache, not a plan; put --cache behind the plans to use your own cache folder.`,
    });
  }
  return named;
}
