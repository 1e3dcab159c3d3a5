import { type Locale, say } from '../i18n/locale.js';
import { renderMessage } from '../i18n/message.js';
import { noteMessages } from './messages.js';
import { type Note, SORTS, type Sort } from './notes.js';

const TITLES: Readonly<Record<Sort, { readonly zh: string; readonly en: string }>> = {
  refused: { zh: '不能采用', en: 'refused' },
  mended: { zh: '已修补', en: 'mended' },
  unknown: { zh: '无法识别', en: 'unknown' },
  assumed: { zh: '假定', en: 'assumed' },
  'left-out': { zh: '未采用', en: 'left out' },
};

/** What an import has to tell on a terminal: by sort, the gravest first, one line each. */
export function recordText(notes: readonly Note[], locale: Locale): string {
  return SORTS.flatMap((sort) => notes.filter((note) => note.sort === sort))
    .map((note) => `${lineOf(note, locale)}\n`)
    .join('');
}

function lineOf(note: Note, locale: Locale): string {
  const title = say(locale, TITLES[note.sort].zh, TITLES[note.sort].en);
  const text = renderMessage(noteMessages, note.message, locale);
  const count = note.count === undefined ? '' : say(locale, `（${note.count}个）`, ` (${note.count})`);
  const where =
    note.origin === undefined
      ? ''
      : say(locale, `（${note.origin.path}${note.origin.pointer}）`, ` (${note.origin.path}${note.origin.pointer})`);
  return say(locale, `${title}：${text}${count}${where}`, `${title}: ${text}${count}${where}`);
}
