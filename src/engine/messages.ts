import type { Messages } from '../i18n/message.js';

/** What the engine says in place of a rule. Ids start with `engine/`, which no rule's messages do. */
export const engineMessages = {
  'engine/tainted': {
    zh: '本项所依据的图纸内容有误（见“{faults}”），改正前无法判定。',
    en: "What this rests on is faulty in the plan (see '{faults}'); it can't be told until that is corrected.",
  },
  'engine/correct': {
    zh: '先改正“{faults}”，再行审查。',
    en: "Correct '{faults}' first, then lint again.",
  },
} as const satisfies Messages;
