/** What `sitecam inspect --format` takes. */
export const INSPECT_FORMATS = ['text', 'json'] as const;
