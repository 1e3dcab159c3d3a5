// Default name of a baseline, in a file of its own so that help needn't load the code for baselines.

/** File that `sitecam baseline` writes by default. */
export const DEFAULT_BASELINE = 'sitecam.baseline.json';
