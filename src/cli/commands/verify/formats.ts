/** What `sitecam verify --format` takes. */
export const VERIFY_FORMATS = ['text', 'json'] as const;
