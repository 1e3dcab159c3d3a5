// Which files that exist an output may replace.
import type { Io } from '../../host/io.js';
import { slashed } from '../../host/plans/names.js';
import { UsageError } from '../../host/usage.js';
import type { Localized } from '../../i18n/locale.js';
import { DRAWING_ENDING, isSitecamFile, PLAN_ENDING } from '../../plan/file-names.js';

/** Sorts of output, as the subject of a sentence. */
const OUTPUTS = {
  report: { zh: '报告', en: 'a report' },
  drawing: { zh: '图', en: 'a drawing' },
  certificate: { zh: '证明', en: 'a certificate' },
  plan: { zh: '带有建议摄像机的设计图', en: 'the plan with the cameras' },
  record: { zh: '导入记录', en: 'a record' },
} as const satisfies Record<string, Localized>;

/**
 * Throws a UsageError if an output would replace a file that sitecam may read, whether this run reads it or not: one
 * with the ending of a plan, a configuration or a drawing, unless it is empty or sitecam wrote it as an output.
 */
export function checkReplaceable(file: string, io: Io, output: keyof typeof OUTPUTS = 'report'): void {
  if (!isSource(file, io)) return;
  const { zh, en } = OUTPUTS[output];
  throw new UsageError(
    {
      zh: `${zh}不能写入“${file}”：该文件是设计图、配置、图纸等，不是本工具写出的报告。请另取文件名，或者先删除该文件。`,
      en: `${en} can't be written over '${file}', which is a plan, a configuration, a drawing or the like and no report of sitecam's; choose another file name, or remove that file first.`,
    },
    {
      zh: `${zh}不能写入设计图、配置、图纸等，请另取文件名。`,
      en: `${en} can't be written over a plan, a configuration, a drawing or the like; choose another file name.`,
    },
  );
}

/** Writes a drawing. Throws as {@link checkReplaceable} does. */
export async function writeDrawing(file: string, svg: string, io: Io): Promise<void> {
  checkReplaceable(file, io, 'drawing');
  await io.write(file, svg);
}

function isSource(file: string, io: Io): boolean {
  // A link leads a report to a file of another name, and whoever reads plans by that of the link.
  const names = [file, slashed(io.real(file))];
  if (names.some(isSitecamFile)) return io.exists(file);
  // Nothing reads other files, and people replace them at will: a page, a log.
  if (!names.some((name) => PLAN_ENDING.test(name) || DRAWING_ENDING.test(name))) return false;
  const bytes = io.peek(file);
  // What a shell has just made for a report (`> report.json`) is empty.
  if (bytes === undefined || bytes.length === 0) return false;
  const start = new TextDecoder().decode(bytes.subarray(0, START));
  const isJson = !names.some((name) => OTHER_ENDING.test(name));
  return ![...BEGINNINGS, ...(isJson ? TEXT_BEGINNINGS : [])].some((beginning) => beginning.test(start));
}

/** Bytes in which the beginning of an output shows. Reports may be too long to be parsed. */
const START = 2048;

/** How the outputs begin that are written in a format which sitecam reads too: JSON and DXF. */
const BEGINNINGS: readonly RegExp[] = [
  // A lint report, a comparison, the record of an import.
  /^\{\s*"version":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"sitecam"/,
  /^\{\s*"\$schema":\s*"[^"]*\bsarif\b[^"]*"/,
  // For GitLab.
  /^\[\s*(?:\]|\{\s*"(?:description|check_name)":)/,
  // The record of a shard.
  /^\["[0-9a-f]{64}",\s*\{\s*"record":/,
  // The table of redacted names.
  /^\{\s*"plans":\s*\[/,
  /^\{\s*"sitecam":\s*"[^"]*certificate/,
  // A drawing of findings. Saved by CAD, it is somebody's drawing, and its header has more.
  /^ *0\n *SECTION\n *2\n *HEADER\n *9\n\$ACADVER\n *1\nAC1015\n *9\n\$DWGCODEPAGE\n *3\nANSI_936\n *9\n\$INSUNITS\n *70\n\d+\n *9\n\$EXTMIN\n/,
];

/** Matches the endings of files that are read as something else than JSON. */
const OTHER_ENDING = /\.(?:ya?ml|dxf|dwg|ifc|ifczip)$/i;

/**
 * How pages and texts begin. A letter at the beginning is no sign of a report: an encrypted plan, a pointer to a large
 * file and a script begin with one, too.
 */
const TEXT_BEGINNINGS: readonly RegExp[] = [
  /^<!DOCTYPE html>/,
  /^<\?xml [^>]*>\s*<testsuites name="sitecam"/,
  /^# (?:技防设计图(?:审查|改动)|Review (?:of|sheet) |Changes of )/,
  /^::(?:error|warning|notice) /,
  /^(?:场所：|审查依据：|Site: '|By: |图纸无法读取|The plan can't be read|设计图,|Plan,)/,
  // A finding, or a pair of plans, by its path.
  /^[^\s{["#][^\n"]*(?::\d+:\d+ {2}|\n(?:原图|Old) )/,
];
