// The stage that repairs openings.

import type { Point } from '../../../geometry/types.js';
import { metres } from '../../../i18n/number.js';
import type { DraftOpening } from '../../draft.js';
import { type Note, unmended } from '../../notes.js';
import type { Stage } from '../../stage.js';
import { meaningOf, withoutRepeated } from '../rings/repeated.js';
import { note } from '../rings/rings.js';
import { t } from '../texts.js';
import { type Ailment, ailmentOf } from './opening.js';
import { isPoint } from './walls.js';
import { wallsAbout } from './walls-about.js';

/** Faults of openings drawn as lines only. An opening placed along its patch lies within its wall as drawn. */
const WITHIN: ReadonlySet<Ailment['what']> = new Set(['opening-moved', 'opening-trimmed', 'opening-overhang']);

/**
 * Moves openings into their wall if they lie beside it, askew to it or past its end; drops openings drawn twice;
 * reports openings in no wall, as linting does.
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
    draft.models,
  );
  const said = [...notes, ...single.notes];
  return strict
    ? { draft: { ...draft, openings: given }, notes: said.map(unmended) }
    : { draft: { ...draft, openings: single.elements }, notes: said };
};

/** Returns an opening without length as one with both ends in one point; it is written without geometry. */
function drawable(opening: DraftOpening): DraftOpening {
  const { shape } = opening;
  if (shape.type !== 'line' || !isPoint(shape.line)) return opening;
  const at: Point = shape.line[0];
  return { ...opening, shape: { type: 'line', line: [at, at] } };
}

function ailmentNote(opening: DraftOpening, { what, at, size, curable }: Ailment): Note {
  const message = t[what]({ id: opening.id, size: size === undefined ? '' : metres(size, 3) });
  return { ...note(opening, curable ? 'mended' : 'refused', message, at), ...(size !== undefined && { size }) };
}
