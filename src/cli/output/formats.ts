// Names of the formats of lint, merge, diff, verify and surveys, and the reports of lint by name.
import { docsUrl } from '../../host/links.js';
import type { ReportInput } from '../../lint/types.js';
import type { FormatOptions } from '../../report/format.js';
import { LOAD_FORMAT, REPORT_FORMATS, type ReportFormat } from '../../report/formats.gen.js';

/** Name of a format of `sitecam lint --format`. */
export type FormatName = ReportFormat | 'record';

/** Values of `--format` of lint and merge: the formats of reports, and the record that `merge` makes them from. */
export const OUTPUT_FORMATS: readonly FormatName[] = [...REPORT_FORMATS, 'record'];

/** Values of `sitecam diff --format`. */
export const DIFF_FORMATS = [
  'terminal',
  'markdown',
  'html',
  'json',
  'diff-1',
  'sarif',
  'junit',
  'github',
  'gitlab',
] as const;
/** Name of a format of `sitecam diff`. */
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** Values of `sitecam verify --format`. */
export const VERIFY_FORMATS = ['terminal', 'json'] as const;

/** Values of `sitecam suggest --format`. */
export const SUGGEST_FORMATS = ['terminal', 'json', 'markdown'] as const;

/** Values of `sitecam import --survey --format`. */
export const SURVEY_FORMATS = ['terminal', 'json'] as const;

/** Renders one report, in parts. */
export async function render(
  name: FormatName,
  input: ReportInput,
  options: Omit<FormatOptions, 'loadGzip' | 'docs'>,
): Promise<Iterable<string>> {
  if (name === 'record') return (await import('../../features/merge/record.js')).recordParts(input);
  const docs = docsUrl();
  const written = { ...options, loadGzip, ...(docs !== undefined && { docs }) };
  const { format } = await LOAD_FORMAT[name]();
  return format.render(input, written);
}

async function loadGzip(): Promise<(text: string) => number> {
  const { gzipSync } = await import('node:zlib');
  return (text) => gzipSync(text).length;
}
