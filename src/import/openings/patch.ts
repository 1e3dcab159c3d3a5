import type { DraftOpening, OpeningShape } from '../draft.js';
import type { EdgesNear } from './edges.js';
import type { Laid } from './laid.js';

/** Lays a door or window that is drawn as the patch of floor in the gap of a wall. */
export function lineOfPatch(
  _opening: DraftOpening,
  _shape: OpeningShape & { readonly type: 'patch' },
  _edges: EdgesNear,
): Laid {
  return { lines: [], notes: [] };
}
