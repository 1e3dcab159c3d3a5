// The form at the end of a review sheet.
import { type Locale, say } from '../../i18n/locale.js';
import { type Chapter, type Field, keptBlock, text } from './blocks.js';
import { aidText } from './head.js';

/** Returns the chapter with the lines for opinion, names and dates, all empty. */
export function formChapter(locale: Locale): Chapter {
  const line = (zh: string, en: string): Field => ({ label: say(locale, zh, en), lines: [], write: 1 });
  const day = (): Field => ({
    label: say(locale, '日期', 'Date'),
    lines: [say(locale, '　　　年　　月　　日', '')],
    write: 0,
  });
  return {
    title: say(locale, '审查意见', 'Opinion of the reviewer'),
    pieces: [
      text('note', aidText(locale)),
      keptBlock({
        kind: 'form',
        rows: [
          [{ label: say(locale, '审查意见', 'Opinion'), lines: [], write: 6 }],
          [line('审查人（签名）', 'Reviewer (signature)'), day()],
          [line('复核人（签名）', 'Second reviewer (signature)'), day()],
          [line('审查单位（盖章）', 'Reviewing body (seal)'), day()],
          [line('设计单位签收', 'Received by the author'), day()],
        ],
      }),
    ],
  };
}
