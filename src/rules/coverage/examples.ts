export const EXAMPLES = {
  declared: { zh: '', en: '' },
  protected: { zh: '', en: '' },
  criterion: { zh: '', en: '' },
} as const;
