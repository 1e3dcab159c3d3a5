/** What `sitecam conflicts --format` takes. */
export const CONFLICT_FORMATS = ['text', 'json', 'markdown'] as const;
