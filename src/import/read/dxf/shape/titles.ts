// Titles of plans in a drawing.

import type { Note } from '../../../notes.js';
import { storeyIn } from '../../storeys.js';
import { dxfText } from '../messages.js';
import type { Drawing } from '../parse/drawing.js';
import { wordsOf } from '../parse/text.js';
import { walk } from '../parse/walk.js';

/** A title of a plan (二层平面图, 一层安防点位图 1:100), but no reference to one (详见二层平面图). */
const TITLE = /^[^\n详见参]{0,24}(?:平面|布[置点]|点位)[^\n详见参]{0,8}图(?:\s*\d+\s*[:：]\s*\d+)?$/u;

/** Returns a note on a drawing whose titles name several storeys, though it is taken for one level. */
export function titleNotes(drawing: Drawing): Note[] {
  const titles = new Map<number, string>();
  walk(drawing, {
    unseen: () => undefined,
    piece: ({ entity }) => {
      if (entity.type !== 'TEXT' && entity.type !== 'MTEXT') return false;
      const words = wordsOf(entity).trim();
      const storey = TITLE.test(words) ? storeyIn(words) : undefined;
      if (storey !== undefined && !titles.has(storey)) titles.set(storey, words);
      return false;
    },
  });
  if (titles.size < 2) return [];
  const listed = [...titles].sort(([a], [b]) => a - b).map(([, words]) => words);
  const message = dxfText('dxf/several-storeys', { titles: listed.join(', ') });
  return [{ sort: 'unknown', message, origin: { path: drawing.path, pointer: '' } }];
}
