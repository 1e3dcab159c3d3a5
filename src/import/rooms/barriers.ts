// Barriers of a storey: everything that a room ends at.

import { groupBy } from '../../base/arrays.js';
import type { Point, Ring } from '../../geometry/types.js';
import type { DraftWall, PlanDraft } from '../draft.js';
import type { Barrier } from './spaces.js';

/** A barrier with the walls it is made of. */
export interface DraftBarrier extends Barrier {
  readonly walls: readonly DraftWall[];
}

/** Returns the barriers of a storey: walls, doors, windows and outlines. */
export function barriersOn(level: string, { walls, openings, outlines }: PlanDraft): DraftBarrier[] {
  const here = <T extends { readonly level: string }>(all: readonly T[]) => all.filter((one) => one.level === level);
  // Outer ring and holes of one polygon are separate walls; together they enclose the solid part.
  const polygons = groupBy(
    here(walls).filter(({ solid }) => solid === true),
    sourceOf,
  );
  const barriers: DraftBarrier[] = [];
  for (const rings of polygons.values()) {
    barriers.push({ as: 'solid', lines: rings.map(({ line }) => opened(line)), walls: rings });
  }
  for (const wall of here(walls))
    if (wall.solid !== true) barriers.push({ as: 'line', lines: [wall.line], walls: [wall] });
  for (const { shape } of here(openings)) {
    if (shape.type === 'patch') barriers.push({ as: 'solid', lines: [opened(shape.ring)], walls: [] });
    if (shape.type === 'line') barriers.push({ as: 'line', lines: [shape.line], walls: [] });
  }
  for (const { ring } of here(outlines)) barriers.push({ as: 'outline', lines: [opened(ring)], walls: [] });
  return barriers;
}

function sourceOf({ origin: { path, pointer } }: DraftWall): string {
  return `${path}#${pointer}`;
}

/** Returns a ring without its closing point. */
function opened(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)] as readonly (Point | undefined)[];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed ? ring.slice(0, -1) : ring;
}
