// The stage that places openings in walls.

import type { Pack } from '../../law/types.js';
import type { DraftOpening } from '../draft.js';
import type { Note } from '../notes.js';
import type { Stage } from '../stage.js';
import { type Edge, edgesOf } from './edges.js';
import { lineOfPatch } from './patch.js';
import { lineOfPoint } from './point.js';

/** Places each opening drawn as a point or as a patch of floor: it becomes a line along its wall. */
export const layOpenings: Stage = (draft, { pack }) => {
  const edges = edgesOf(draft);
  const isWall = wallsBy(pack);
  const notes: Note[] = [];
  const openings = draft.openings.flatMap((opening): readonly DraftOpening[] => {
    const { shape } = opening;
    if (shape.type === 'line') return [opening];
    const laid =
      shape.type === 'point' ? lineOfPoint(opening, shape, { edges, isWall }) : lineOfPatch(opening, shape, edges);
    notes.push(...laid.notes);
    return laid.lines.map((line, index) => ({
      ...opening,
      id: index === 0 ? opening.id : `${opening.id}-${index + 1}`,
      keys: { ...laid.keys, ...opening.keys },
      shape: { type: 'line', line },
      ...(shape.type === 'patch' ? { settled: true } : {}),
    }));
  });
  return { draft: { ...draft, openings }, notes };
};

/** Returns a test for edges with a wall along them: edges of walls and of rooms enclosed by key or by kind. */
function wallsBy({ zoneKinds }: Pack): (edge: Edge) => boolean {
  const enclosed = new Map(zoneKinds.map((kind) => [kind.id, kind.enclosed]));
  return ({ of }) => !('rings' in of) || (of.keys.enclosed ?? enclosed.get(of.kind)) !== false;
}
