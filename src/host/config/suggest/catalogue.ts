// The catalogue of `sitecam suggest` for a plan: the file that --types names, the one beside the plan, or the default.

import { ConfigurationError } from '../../../config/error.js';
import { defaultCatalogue, readCatalogue, SUGGEST_FILE } from '../../../features/suggest/catalogue/catalogue.js';
import type { Catalogue } from '../../../features/suggest/types.js';
import type { CatalogueFile } from '../../../live/suggest.js';
import type { Drawn } from '../../../plan/read/read.js';
import { OUTSIDE_FOLDER } from '../../../source/parse/reading.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import { reachText } from '../../../source/texts.js';
import type { SourceFile } from '../../../source/types.js';
import { reachOf } from '../../confined-reader.js';
import type { Io } from '../../io.js';
import { hasSitecamName } from '../../plans/names.js';
import { UsageError } from '../../usage.js';
import { type ReadFlags, rootsOf } from '../limits.js';
import { findUpward } from '../terms.js';

/** Command-line options that choose the catalogue of cameras for `suggest`. */
export interface CatalogueFlags extends Pick<ReadFlags, 'root'> {
  /** Path of a file; absent: the nearest one in the plan's folder and above. */
  readonly types?: string;
}

/**
 * Returns the catalogue of cameras that `suggest` may choose from for the plan at `plan`: that of the user's file
 * (`catalogueFile`), else the default one.
 *
 * @param drawn the plan as read: the file refers to its device types and ids
 * @throws UsageError, ConfigurationError or TermsFault if the file can't be used
 */
export function catalogueFor(plan: string, drawn: Drawn, flags: CatalogueFlags, io: Io): Catalogue {
  const file = catalogueFile(plan, flags, io);
  if (file === undefined) return defaultCatalogue(drawn);
  const read = readCatalogue(file.path, file.bytes, drawn, file.isOwn);
  if (!read.ok) throw unusable(read.problems, read.files);
  return read.catalogue;
}

/**
 * Returns the user's file of cameras for `suggest`: the one that `flags.types` names, else the nearest in the folder of
 * the plan at `plan` or above it; undefined if there is none.
 *
 * @throws UsageError, ConfigurationError or TermsFault if the file can't be read
 */
export function catalogueFile(plan: string, flags: CatalogueFlags, io: Io): CatalogueFile | undefined {
  const isNamed = flags.types !== undefined;
  const path = flags.types === undefined ? findUpward(plan, SUGGEST_FILE, io, 'refused') : io.shown(flags.types);
  if (path === undefined) return undefined;
  const bytes = reachOf(path, rootsOf(flags, io) ?? [], io, { isNamed }).read(path);
  if (bytes === OUTSIDE_FOLDER) throw unusable([problemOf(reachText.outside({ file: path }), path)], []);
  if (bytes === undefined) {
    throw new UsageError(
      {
        zh: `布设条件文件“${path}”不存在或者不能读取。其写法见 sitecam schema suggest。`,
        en: `the file '${path}' of device types does not exist or can't be read. What belongs in it: sitecam schema suggest.`,
      },
      { zh: '布设条件文件不存在或者不能读取。', en: "the file of device types does not exist or can't be read." },
    );
  }
  return { path, bytes, isOwn: hasSitecamName(io.real(path)) };
}

function unusable(problems: readonly SourceProblem[], files: readonly SourceFile[]): ConfigurationError {
  return new ConfigurationError(problems, files, (count) => ({
    zh: `布设条件文件不能使用（${count}处错误），未作任何推荐。`,
    en: `The file of device types can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was suggested.`,
  }));
}
