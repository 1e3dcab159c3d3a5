/** Where `sitecam baseline` writes unless told otherwise. In a file of its own: help needs no more of baselines. */
export const DEFAULT_BASELINE = 'sitecam.baseline.json';
