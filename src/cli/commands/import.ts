import type { FeatureCollection } from 'geojson';
import type { Locale } from '../../i18n/locale.js';
import { importImdf } from '../../import/imdf.js';
import { loadPack, packIds } from '../../law/load.js';
import type { ExitCode, Io } from '../io.js';
import { oneOf, UsageError } from '../usage.js';

export interface ImportFlags {
  readonly output?: string;
  readonly category?: string;
}

/** Makes a plan from an IMDF folder; what could not be told goes to standard error. */
export function importPlan(source: string, flags: ImportFlags, io: Io, locale: Locale): ExitCode {
  const pack = loadPack(packIds[0]);
  const category =
    flags.category === undefined
      ? undefined
      : oneOf(
          flags.category,
          pack.categories.map(({ id }) => id),
          { zh: '场所类别', en: 'category' },
        );
  const level = collection(source, 'level', io);
  const unit = collection(source, 'unit', io);
  if (level === undefined || unit === undefined) {
    io.err(
      locale === 'en'
        ? `sitecam: '${source}' is no IMDF folder: level.geojson and unit.geojson are expected in it.\n`
        : `sitecam：“${source}”不是 IMDF 文件夹，其中应有 level.geojson 和 unit.geojson。\n`,
    );
    return 3;
  }
  const files = { level, unit, opening: collection(source, 'opening', io), venue: collection(source, 'venue', io) };
  const imported = importImdf(files, pack, category);
  if (flags.output === undefined) io.out(imported.yaml);
  else io.write(flags.output, imported.yaml);
  const { levels, zones, walls, openings } = imported.counts;
  io.err(
    locale === 'en'
      ? `levels: ${levels}, zones: ${zones}, walls: ${walls}, openings: ${openings}\n`
      : `楼层 ${levels}，区域 ${zones}，墙 ${walls}，开口 ${openings}\n`,
  );
  for (const { category: name, count } of imported.unknown) {
    io.err(
      locale === 'en'
        ? `unknown unit category '${name}' (${count}): taken as 'other'\n`
        : `未知的单元类别“${name}”（${count}个）：按 other 处理\n`,
    );
  }
  return 0;
}

function collection(folder: string, name: string, io: Io): FeatureCollection | undefined {
  const path = `${folder.replace(/\/+$/, '')}/${name}.geojson`;
  const bytes = io.read(path);
  if (bytes === undefined) return undefined;
  const broken = (reason: string) =>
    new UsageError({
      zh: `“${path}”不是 GeoJSON FeatureCollection：${reason}`,
      en: `'${path}' is no GeoJSON FeatureCollection: ${reason}`,
    });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
  }
  if (!isCollection(value)) throw broken('features');
  return value;
}

function isCollection(value: unknown): value is FeatureCollection {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'FeatureCollection' &&
    'features' in value &&
    Array.isArray(value.features)
  );
}
