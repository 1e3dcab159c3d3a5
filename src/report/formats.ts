// Names of the report formats.
/** The formats that reports are written in and that `verify` recognizes. */
export const REPORT_FORMATS = [
  'terminal',
  'sarif',
  'sarif-github',
  'markdown',
  'html',
  'json',
  'junit',
  'github',
  'gitlab',
  'schedule',
  'sheet',
  'sheet-html',
] as const;
/** The name of one report format. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];
