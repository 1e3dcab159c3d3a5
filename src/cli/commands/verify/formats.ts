// Formats of `sitecam verify`, which options, completion and run know.
/** What `sitecam verify --format` takes. */
export const VERIFY_FORMATS = ['text', 'json'] as const;
