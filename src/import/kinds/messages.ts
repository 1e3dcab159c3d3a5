// Texts on how zone kinds were inferred.

import type { NoteMessages } from '../notes.js';

/** Texts of notes on unknown and contradictory uses, by message id. */
export const kindMessages = {
  'kinds/unknown': {
    zh: '未知的用途“{value}”，按“其他”（other）处理{hint}',
    en: "unknown use '{value}': taken as 'other'{hint}",
  },
  'kinds/unknown-name': {
    zh: '由名称“{name}”认不出用途，按“其他”（other）处理{hint}',
    en: "the name '{name}' tells no use: taken as 'other'{hint}",
  },
  'kinds/untold': {
    zh: '来源未写明用途、也无名称可认的房间，按“其他”（other）处理',
    en: "rooms whose use the source doesn't say, and no name tells: taken as 'other'",
  },
  'kinds/contradiction': {
    zh: '“{name}”的用途写作{given}，名称却像{named}：按涉及隐私的{kind}处理',
    en: "the source gives '{name}' as {given} and names it like {named}: taken as {kind}, the private one",
  },
} as const satisfies NoteMessages;
