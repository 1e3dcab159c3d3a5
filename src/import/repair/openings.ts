import type { Point } from '../../geometry/types.js';
import { metres } from '../../i18n/number.js';
import type { DraftOpening } from '../draft.js';
import type { Note } from '../notes.js';
import type { Stage } from '../stage.js';
import { type Ailment, ailmentOf } from './opening.js';
import { meaningOf, withoutRepeated } from './repeated.js';
import { note } from './rings.js';
import { wallsAbout } from './walls-about.js';

/** What is wrong only with an opening that was drawn as a line: within its wall, one laid along its patch lies as drawn. */
const WITHIN: ReadonlySet<Ailment['what']> = new Set(['opening-moved', 'opening-trimmed', 'opening-overhang']);

/**
 * Puts openings that lie beside a wall, askew to it or past its end into it, drops those drawn twice, and names those that
 * lie in none: linting names them too.
 */
export const mendOpenings: Stage = (draft, { strict, pack }) => {
  const walls = wallsAbout(draft, pack);
  const notes: Note[] = [];
  const openings = draft.openings.map((opening): DraftOpening => {
    const { shape } = opening;
    if (shape.type !== 'line') return opening;
    const { thickness } = opening.keys;
    const { line, ailments } = ailmentOf(
      shape.line,
      { level: opening.level, thickness: typeof thickness === 'number' ? thickness : 0 },
      walls,
    );
    if (opening.settled === true && ailments.every(({ what }) => WITHIN.has(what))) return opening;
    notes.push(...ailments.map((ailment) => ailmentNote(opening, ailment, strict)));
    if (ailments.some(({ what }) => what === 'no-length'))
      return { ...opening, shape: { type: 'line', line: nowhere(line) } };
    return strict || line === shape.line ? opening : { ...opening, shape: { type: 'line', line } };
  });
  const single = withoutRepeated(
    openings,
    ({ shape, kind, name, keys }) =>
      shape.type === 'line' ? { shape: 'line', lines: [shape.line], means: meaningOf(kind, name, keys) } : undefined,
    { strict, unlike: 'assumed' },
  );
  return { draft: { ...draft, openings: single.elements }, notes: [...notes, ...single.notes] };
};

/** A line without length is written without geometry. */
function nowhere([at]: readonly [Point, Point]): [Point, Point] {
  return [at, at];
}

function ailmentNote(opening: DraftOpening, { what, at, size, curable }: Ailment, strict: boolean): Note {
  const sort = curable && !strict ? 'mended' : 'refused';
  const told = note(opening, sort, `repair/${what}`, at, size === undefined ? {} : { size: metres(size, 3) });
  return size === undefined ? told : { ...told, size };
}
