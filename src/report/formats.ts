/** The formats that reports are written in, and that verify tells apart. */
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
export type ReportFormat = (typeof REPORT_FORMATS)[number];
