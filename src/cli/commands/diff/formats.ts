// Names of the formats of `sitecam diff`, shared by its options, shell completion and run.
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
