import type { Point } from '../../../geometry/types.js';
import { metres } from '../../../i18n/number.js';
import type { DraftOpening } from '../../draft.js';
import { type Note, unmended } from '../../notes.js';
import type { Stage } from '../../stage.js';
import { meaningOf, withoutRepeated } from '../rings/repeated.js';
import { note } from '../rings/rings.js';
import { type Ailment, ailmentOf } from './opening.js';
import { isPoint } from './walls.js';
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
  const given = draft.openings.map(drawable);
  const openings = given.map((opening): DraftOpening => {
    const { shape, level, keys } = opening;
    if (shape.type !== 'line') return opening;
    const thickness = typeof keys.thickness === 'number' ? keys.thickness : 0;
    const { line, ailments } = ailmentOf(shape.line, { level, thickness }, walls);
    if (opening.settled === true && ailments.every(({ what }) => WITHIN.has(what))) return opening;
    notes.push(...ailments.map((ailment) => ailmentNote(opening, ailment)));
    return line === shape.line ? opening : { ...opening, shape: { type: 'line', line } };
  });
  const single = withoutRepeated(
    openings,
    ({ shape, kind, name, keys }) =>
      shape.type === 'line' && !isPoint(shape.line)
        ? { shape: 'line', lines: [shape.line], means: meaningOf(kind, name, keys) }
        : undefined,
    'assumed',
  );
  const said = [...notes, ...single.notes];
  return strict
    ? { draft: { ...draft, openings: given }, notes: said.map(unmended) }
    : { draft: { ...draft, openings: single.elements }, notes: said };
};

/** A line without length can't be drawn: both its ends are one point, and it is written without geometry. */
function drawable(opening: DraftOpening): DraftOpening {
  const { shape } = opening;
  if (shape.type !== 'line' || !isPoint(shape.line)) return opening;
  const at: Point = shape.line[0];
  return { ...opening, shape: { type: 'line', line: [at, at] } };
}

function ailmentNote(opening: DraftOpening, { what, at, size, curable }: Ailment): Note {
  const sort = curable ? 'mended' : 'refused';
  if (size === undefined) return note(opening, sort, `repair/${what}`, at);
  return { ...note(opening, sort, `repair/${what}`, at, { size: metres(size, 3) }), size };
}
