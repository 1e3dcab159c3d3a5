/** How `sitecam rules` lists them. */
export const RULES_FORMATS = ['table', 'json', 'markdown'] as const;
