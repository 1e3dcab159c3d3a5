// Names of the built-in profiles.

/** Profiles of design criteria that need no definition: the pack's own criteria, and none at all. */
export const BUILT_IN_PROFILES: readonly string[] = ['default', 'none'];
