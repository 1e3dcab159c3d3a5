import type { Locale } from '../../i18n/locale.js';
import type { Report, ReportInput } from '../../lint/types.js';
import { REPORT_FORMATS, type ReportFormat } from '../../report/formats.js';
import type { LevelPicture } from '../../report/markdown/pictures.js';

export type FormatName = ReportFormat | 'json-1';

/** What `sitecam lint --format` takes: the formats, and the version of the one that names its version. */
export const LINT_FORMATS: readonly FormatName[] = REPORT_FORMATS.flatMap((name): FormatName[] =>
  name === 'json' ? ['json', 'json-1'] : [name],
);

export interface FormatOptions {
  readonly locale: Locale;
  readonly colour: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly width: number;
  /** The address of a rule's page, on a terminal that has links. */
  readonly page?: (rule: string) => string;
  /** Most bytes of a report or of sheets in Markdown. */
  readonly budget?: number;
  /** The drawings beside a report in Markdown or a record in SARIF. */
  readonly pictures?: (report: Report) => readonly LevelPicture[];
}

/**
 * Renders one report, in parts: the record of a campus is too long to be held at once. Each format is loaded only when
 * asked for: start-up is what a designer feels.
 */
export async function render(name: FormatName, input: ReportInput, options: FormatOptions): Promise<Iterable<string>> {
  switch (name) {
    case 'terminal':
      return [(await import('../../report/terminal/terminal.js')).renderTerminal(input, options)];
    case 'sarif':
      return (await import('../../report/sarif/sarif.js')).sarifParts(input, {
        ...options,
        ...(await attached(input, options)),
      });
    case 'sarif-github': {
      const { gzipSync } = await import('node:zlib');
      const { sarifGithubParts } = await import('../../report/sarif/github.js');
      return sarifGithubParts(input, { ...options, gzippedSize: (text) => gzipSync(text).length });
    }
    case 'markdown':
      return [(await import('../../report/markdown/markdown.js')).renderMarkdown(input, options)];
    case 'html':
      return (await import('../../report/html/html.js')).htmlParts(input, options);
    case 'json':
    case 'json-1':
      return (await import('../../report/json/json.js')).jsonParts(input, options);
    case 'junit':
      return (await import('../../report/junit/junit.js')).junitParts(input, options);
    case 'github':
      return [(await import('../../report/github/github.js')).renderGithub(input, options)];
    case 'gitlab':
      return [(await import('../../report/gitlab/gitlab.js')).renderGitlab(input, options)];
    case 'schedule':
      return (await import('../../report/schedule/schedule.js')).scheduleParts(input, options);
    case 'sheet':
      return [(await import('../../report/sheet/sheet.js')).renderSheet(input, options)];
    case 'sheet-html':
      return [(await import('../../report/sheet/sheet.js')).renderSheetHtml(input, options)];
  }
}

/** What drawings are made of is loaded only where there are some. */
async function attached({ results }: ReportInput, { pictures, locale }: FormatOptions) {
  if (pictures === undefined || !results.some((result) => result.ok && pictures(result).length > 0)) return {};
  const { attachmentsOf } = await import('../../report/sarif/attachments.js');
  return { attachments: attachmentsOf(pictures, locale) };
}
