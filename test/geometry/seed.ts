/** The same plans on every run: a failure is the change's, not the day's. Drop the seed to look for more. */
export const SEED = 20171201;
