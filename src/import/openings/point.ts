import type { DraftOpening, OpeningShape } from '../draft.js';
import type { EdgesNear } from './edges.js';
import type { Laid } from './laid.js';

/** Lays a door that is drawn as a point on the wall it stands in. */
export function lineOfPoint(
  _opening: DraftOpening,
  _shape: OpeningShape & { readonly type: 'point' },
  _edges: EdgesNear,
): Laid {
  return { lines: [], notes: [] };
}
