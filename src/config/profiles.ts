// Names of the built-in profiles.

/**
 * Names of the profiles (lists of design criteria) that no configuration need define: `default`, the pack's own
 * criteria, and `none`, an empty list.
 */
export const BUILT_IN_PROFILES: readonly string[] = ['default', 'none'];
