// Formats of `sitecam verify`, which options, completion and run know.
/** Values of `sitecam verify --format`. */
export const VERIFY_FORMATS = ['text', 'json'] as const;
