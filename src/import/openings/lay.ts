import type { DraftOpening } from '../draft.js';
import type { Note } from '../notes.js';
import type { Stage } from '../stage.js';
import { edgesOf } from './edges.js';
import { lineOfPatch } from './patch.js';
import { lineOfPoint } from './point.js';

/** Lays every opening as a line along the wall it is in: doors that are drawn as points or as patches of floor. */
export const layOpenings: Stage = (draft) => {
  const edges = edgesOf(draft);
  const notes: Note[] = [];
  const openings = draft.openings.flatMap((opening): readonly DraftOpening[] => {
    const { shape } = opening;
    if (shape.type === 'line') return [opening];
    const laid = shape.type === 'point' ? lineOfPoint(opening, shape, edges) : lineOfPatch(opening, shape, edges);
    notes.push(...laid.notes);
    return laid.lines.map((line, index) => ({
      ...opening,
      id: index === 0 ? opening.id : `${opening.id}-${index + 1}`,
      shape: { type: 'line', line },
    }));
  });
  return { draft: { ...draft, openings }, notes };
};
