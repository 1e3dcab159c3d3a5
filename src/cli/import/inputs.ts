import { posix } from 'node:path';
import type { Input } from '../../import/import.js';
import { formatOf } from '../../import/read/read.js';
import { FORMATS, type Format, type InputFile } from '../../import/types.js';
import type { Io } from '../io.js';
import { oneOf, UsageError } from '../usage.js';

/** One input a folder or file: floors given as several files of one format are one building. */
export function inputsOf(sources: readonly string[], format: string | undefined, io: Io): Input[] {
  const given =
    format === undefined ? undefined : oneOf<Format>(format, FORMATS, { zh: '--format 的取值', en: '--format' });
  const groups = new Map<Format, InputFile[]>();
  for (const source of sources) {
    const files = filesOf(source, io);
    const found = given ?? formatOf(files);
    if (found === undefined) {
      throw new UsageError({
        zh: `“${source}”的格式无法识别，请用 --format 指明（${FORMATS.join('、')}）。`,
        en: `can't tell the format of '${source}'; name it with --format (${FORMATS.join(', ')}).`,
      });
    }
    groups.set(found, [...(groups.get(found) ?? []), ...files]);
  }
  return [...groups].map(([found, files]) => ({ format: found, files }));
}

function filesOf(source: string, io: Io): InputFile[] {
  const read = (path: string): InputFile[] => {
    const bytes = io.read(path);
    return bytes === undefined ? [] : [{ path: io.shown(path), bytes }];
  };
  if (!io.isFolder(source)) {
    const files = read(source);
    if (files.length > 0) return files;
    throw new UsageError({ zh: `“${source}”不存在或者不能读取。`, en: `'${source}' does not exist or can't be read.` });
  }
  return (io.list(source) ?? [])
    .filter(({ name, kind }) => kind === 'file' && /\.(?:geo)?json$/i.test(name))
    .flatMap(({ name }) => read(posix.join(source, name)));
}
