// The public entry `sitecam-lint/report`: a lint report in each of the formats that `sitecam lint --format` writes.
import type { ReportInput } from '../lint/types.js';
import type { FormatOptions } from './format.js';
import { LOAD_FORMAT, type ReportFormat } from './formats.gen.js';

export type { ReportInput } from '../lint/types.js';
export type { LevelPicture } from './format.js';
export { REPORT_FORMATS, type ReportFormat } from './formats.gen.js';

/** Options of `renderReport`: the language, and options of single formats, which other formats ignore. */
export interface RenderOptions
  extends Pick<FormatOptions, 'locale'>,
    Partial<Omit<FormatOptions, 'locale' | 'loadGzip'>> {
  /**
   * Returns how many bytes a text has in gzip, which limits `sarif-github`. Absent: its bytes as they are, so that a
   * long record is shortened sooner than it need be.
   */
  readonly gzippedSize?: (text: string) => number;
}

/** Columns of a text file. */
const WIDTH = 80;

/**
 * Returns a report in a format, as the command writes it. The format's module is loaded when it is first asked for.
 * `gzippedSize` returns how many bytes a text has in gzip, by which `sarif-github` is kept short enough.
 *
 * @throws RangeError if there is no such format
 */
export async function renderReport(
  format: ReportFormat,
  input: ReportInput,
  { gzippedSize = utf8Size, ...options }: RenderOptions,
): Promise<string> {
  if (!Object.hasOwn(LOAD_FORMAT, format)) throw new RangeError(`no report format '${format}'`);
  const { format: loaded } = await LOAD_FORMAT[format]();
  const parts = await loaded.render(input, {
    colour: false,
    quiet: false,
    verbose: false,
    width: WIDTH,
    ...options,
    loadGzip: async () => gzippedSize,
  });
  return [...parts].join('');
}

function utf8Size(text: string): number {
  return new TextEncoder().encode(text).length;
}
