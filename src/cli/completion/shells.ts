// Names of the shells that sitecam completes in.
/** Shells with a completion script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
/** Name of a shell with a completion script. */
export type Shell = (typeof SHELLS)[number];
