// Reads the file of `--mapping`.
import { ConfigurationError } from '../../../config/error.js';
import type { Io } from '../../../host/io.js';
import { UsageError } from '../../../host/usage.js';
import { loadMapping } from '../../../import/mapping/load.js';
import type { Mapping } from '../../../import/mapping/types.js';
import type { Pack } from '../../../law/types.js';

/**
 * Reads the mapping file at `path`, relative to the current folder. Throws a ConfigurationError that lists every
 * problem with it.
 */
export function mappingAt(path: string, io: Io, pack: Pack): Mapping {
  const bytes = io.read(path);
  if (bytes === undefined) {
    throw new UsageError({
      zh: `映射文件“${path}”不存在或者不能读取。`,
      en: `the mapping '${path}' does not exist or can't be read.`,
    });
  }
  const loaded = loadMapping(io.shown(path), bytes, pack);
  if (loaded.ok) return loaded.mapping;
  throw new ConfigurationError(loaded.problems, [loaded.file], (count) => ({
    zh: `映射文件不能使用（${count}处错误），未生成任何文件。`,
    en: `The mapping can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was written.`,
  }));
}
