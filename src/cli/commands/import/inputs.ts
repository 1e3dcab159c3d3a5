// Source files of an import: collected from files, folders and zip archives, grouped by format.

import { posix } from 'node:path';
import { addTo, groupBy } from '../../../base/arrays.js';
import { openZip } from '../../../host/files/zip.js';
import type { Io } from '../../../host/io.js';
import { nearestPath } from '../../../host/plans/missing.js';
import { oneOf, UsageError } from '../../../host/usage.js';
import type { Text } from '../../../i18n/catalogue.js';
import type { Localized } from '../../../i18n/locale.js';
import type { Input } from '../../../import/import.js';
import { isImdf } from '../../../import/read/imdf/imdf.js';
import { formatByEnding, formatOf } from '../../../import/read/read.js';
import { isZip, unzip } from '../../../import/read/zip.js';
import { problemText } from '../../../import/texts.js';
import { IMPORT_FORMATS, type ImportFormat, type InputFile } from '../../../import/types.js';
import { planFileText } from '../../../plan/read/texts.js';
import { type Limits, limitParams } from '../../../source/limits.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import { limitText } from '../../../source/texts.js';
import { quotedForShell } from '../../shell.js';

/** True if the file name's ending is that of an import format. */
function isWanted(name: string): boolean {
  return formatByEnding(name) !== undefined;
}

/** Source files by format. `problems` lists the sources that can't be read. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly problems: readonly SourceProblem[];
}

/**
 * Returns the files that `sources` (files, folders, archives) hold, grouped by format: floors in several files of one
 * format make one building. Throws a UsageError if a file's format can't be told or a file is given twice. Unreadable
 * sources go to `problems`.
 */
export function inputsOf(sources: readonly string[], format: string | undefined, limits: Limits, io: Io): Inputs {
  const given =
    format === undefined
      ? undefined
      : oneOf<ImportFormat>(format, IMPORT_FORMATS, { zh: '--from 的取值', en: '--from' });
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
      for (const file of files) addTo(groups, of, file);
    }
  }
  return { inputs: [...groups].map(([found, files]) => ({ format: found, files })), problems };
}

/** Returns the error for a file given twice: every element in it would be imported twice. */
function twice(path: string): UsageError {
  return new UsageError({
    zh: `“${path}”给出了不止一次，每个文件只能导入一次。`,
    en: `'${path}' is given more than once; a file can be imported once only.`,
  });
}

/** Groups files into single sources: an IMDF archive is one source; other files group by ending. */
function partsOf(files: readonly InputFile[]): InputFile[][] {
  if (isImdf(files)) return [[...files]];
  return [...groupBy(files, ({ path }) => formatByEnding(path)).values()];
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
    if (io.kind(source) !== undefined) return nothing(planFileText.notAFile({ file: path }), path);
    return nothing(planFileText.noSuchFile({ file: path, hint: nearestPath(source, io) }), path);
  }
  if (bytes.length > limits.bytes) return nothing(limitText.bytes(limitParams('bytes', limits.bytes)), path);
  const file = { path, place: io.absolute(source), bytes };
  if (!isZip(file)) return { files: [file], problems: [] };
  const unzipped = unzip(file, isWanted, openZip, limits);
  if (!unzipped.ok) return { files: [], problems: unzipped.problems };
  return unzipped.files.length === 0 ? noneIn(path, unzipped.others) : { files: unzipped.files, problems: [] };
}

/**
 * Returns the files of a folder. An unpacked archive is often a folder in a folder, so a folder that holds only one
 * subfolder stands for that one.
 */
function filesIn(folder: string, path: string, limits: Limits, io: Io): Files {
  const entries = io.list(folder);
  if (entries === undefined) return nothing(planFileText.unreadableFolder({ folder: path }), path);
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

/** Returns the problem of a source without readable files; it lists up to five names found there instead. */
function noneIn(path: string, names: readonly string[]): Files {
  const shown = names.slice(0, 5);
  const more = names.length > shown.length;
  const found = {
    zh: names.length === 0 ? '其中没有文件' : `其中有：${shown.join('、')}${more ? '等' : ''}`,
    en: names.length === 0 ? 'it holds no file' : `it holds ${shown.join(', ')}${more ? ' and others' : ''}`,
  };
  return nothing(problemText.noFiles({ found }), path);
}

function nothing(message: Text, path: string): Files {
  return { files: [], problems: [problemOf(message, path)] };
}

const MODEL: Localized = {
  zh: '请在原软件中导出为 IFC 或者 DXF（ASCII）再导入。',
  en: 'export it as IFC or DXF (ASCII) from the program that made it.',
};

const PICTURE: Localized = {
  zh: '其中没有可以读取的图形，请用原图另存的 DXF（ASCII）。',
  en: 'it has no lines to read; use the drawing itself, saved as DXF (ASCII).',
};

const TABLE: Localized = {
  zh: '点位表请先转换为 GeoJSON 的点。',
  en: 'convert a table of points to GeoJSON first.',
};

const OSM: Localized = {
  zh: '请先用 osmtogeojson 转换为 GeoJSON。',
  en: 'convert it to GeoJSON with osmtogeojson first.',
};

/** Advice on converting common files that aren't import formats, by their ending. */
const ADVICE: Readonly<Record<string, Localized>> = {
  '.rvt': MODEL,
  '.skp': MODEL,
  '.dgn': MODEL,
  '.pln': MODEL,
  '.pdf': PICTURE,
  '.png': PICTURE,
  '.jpg': PICTURE,
  '.jpeg': PICTURE,
  '.csv': TABLE,
  '.xls': TABLE,
  '.xlsx': TABLE,
  '.osm': OSM,
  '.pbf': OSM,
};

/** Endings of files that GDAL converts to GeoJSON. */
const GEODATA: ReadonlySet<string> = new Set(['.kml', '.kmz', '.shp', '.gml', '.gpkg', '.tab', '.mif']);

/**
 * Returns the error for a file of unknown format: how to convert it, if its ending is known, else how to name its
 * format.
 */
function unknownFormatHint(source: string): UsageError {
  const ending = posix.extname(source).toLowerCase();
  const advice = GEODATA.has(ending) ? converted(source, ending) : ADVICE[ending];
  if (advice !== undefined) {
    return new UsageError({
      zh: `“${source}”不能直接导入：${advice.zh}`,
      en: `can't import '${source}' as it is: ${advice.en}`,
    });
  }
  return new UsageError({
    zh: `“${source}”的格式无法识别，请用 --from 指明（${IMPORT_FORMATS.join('、')}）。`,
    en: `can't tell the format of '${source}'; name it with --from (${IMPORT_FORMATS.join(', ')}).`,
  });
}

function converted(source: string, ending: string): Localized {
  const to = `${source.slice(0, -ending.length)}.geojson`;
  const command = `ogr2ogr -t_srs EPSG:4326 ${quotedForShell(to)} ${quotedForShell(source)}`;
  return {
    zh: `请先转换为 GeoJSON（WGS 84），例如用 GDAL：  ${command}`,
    en: `convert it to GeoJSON (WGS 84) first, with GDAL for example:  ${command}`,
  };
}
