import type { Point, Ring } from '../../geometry/types.js';
import type { Draft, DraftWall } from '../draft.js';
import type { Barrier } from './spaces.js';

/** What rooms of a storey end at: its walls, doors and windows, and its outline. */
export function barriersOn(level: string, { walls, openings, outlines }: Draft): Barrier[] {
  const here = <T extends { readonly level: string }>(all: readonly T[]) => all.filter((one) => one.level === level);
  const solid = new Map<string, Ring[]>();
  const lines: Barrier[] = [];
  for (const wall of here(walls)) {
    if (wall.solid !== true) lines.push({ as: 'line', lines: [wall.line] });
    else {
      // Outer ring and holes of one polygon are walls each, and enclose together what they do.
      const of = sourceOf(wall);
      solid.set(of, [...(solid.get(of) ?? []), opened(wall.line)]);
    }
  }
  for (const { shape } of here(openings)) {
    if (shape.type === 'patch') lines.push({ as: 'solid', lines: [opened(shape.ring)] });
    if (shape.type === 'line') lines.push({ as: 'line', lines: [shape.line] });
  }
  return [
    ...[...solid.values()].map((rings): Barrier => ({ as: 'solid', lines: rings })),
    ...lines,
    ...here(outlines).map(({ ring }): Barrier => ({ as: 'outline', lines: [opened(ring)] })),
  ];
}

function sourceOf({ origin: { path, pointer } }: DraftWall): string {
  return `${path}#${pointer}`;
}

/** Without the point that closes it. */
function opened(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)] as readonly (Point | undefined)[];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed ? ring.slice(0, -1) : ring;
}
