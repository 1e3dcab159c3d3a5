// Advice on files that an import can't read or whose format it can't tell.
import { posix } from 'node:path';
import { UsageError } from '../../../host/usage.js';
import { IMPORT_FORMATS } from '../../../import/types.js';
import { quotedForShell } from '../../shell.js';

interface Advice {
  readonly zh: string;
  readonly en: string;
}

const MODEL: Advice = {
  zh: '请在原软件中导出为 DXF（ASCII）再导入。',
  en: 'export it as DXF (ASCII) from the program that made it.',
};

const PICTURE: Advice = {
  zh: '其中没有可以读取的图形，请用原图另存的 DXF（ASCII）。',
  en: 'it has no lines to read; use the drawing itself, saved as DXF (ASCII).',
};

const TABLE: Advice = {
  zh: '点位表请先转换为 GeoJSON 的点。',
  en: 'convert a table of points to GeoJSON first.',
};

const OSM: Advice = {
  zh: '请先用 osmtogeojson 转换为 GeoJSON。',
  en: 'convert it to GeoJSON with osmtogeojson first.',
};

/** Advice on converting common files that aren't import formats, by their ending. */
const ADVICE: Readonly<Record<string, Advice>> = {
  '.rvt': MODEL,
  '.ifc': MODEL,
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
export function unknownFormatHint(source: string): UsageError {
  const ending = posix.extname(source).toLowerCase();
  const advice = GEODATA.has(ending) ? converted(source, ending) : ADVICE[ending];
  if (advice !== undefined) {
    return new UsageError({
      zh: `“${source}”不能直接导入：${advice.zh}`,
      en: `can't import '${source}' as it is: ${advice.en}`,
    });
  }
  return new UsageError({
    zh: `“${source}”的格式无法识别，请用 --format 指明（${IMPORT_FORMATS.join('、')}）。`,
    en: `can't tell the format of '${source}'; name it with --format (${IMPORT_FORMATS.join(', ')}).`,
  });
}

function converted(source: string, ending: string): Advice {
  const to = `${source.slice(0, -ending.length)}.geojson`;
  const command = `ogr2ogr -t_srs EPSG:4326 ${quotedForShell(to)} ${quotedForShell(source)}`;
  return {
    zh: `请先转换为 GeoJSON（WGS 84），例如用 GDAL：  ${command}`,
    en: `convert it to GeoJSON (WGS 84) first, with GDAL for example:  ${command}`,
  };
}
