// Formats of `sitecam diff`, which options, completion and run know.
/** What `sitecam diff --format` takes. */
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
export type DiffFormat = (typeof DIFF_FORMATS)[number];
