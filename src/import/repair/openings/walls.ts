// Repairs of walls.

import type { Point } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import type { DraftWall } from '../../draft.js';
import type { Note } from '../../notes.js';
import { meaningOf, withoutRepeated } from '../rings/repeated.js';
import { note, slipNote } from '../rings/rings.js';
import { t } from '../texts.js';
import { SAME_POINT } from '../tolerances.js';

/**
 * Removes repeated points from walls, and walls drawn twice. A wall without length keeps no points; on a level of a
 * drawing (`drawings`, by key) it is a mere dot and is dropped. On a level of a building model (`models`, by key) a
 * wall that equals one of another storey gets no note.
 */
export function mendWalls(
  walls: readonly DraftWall[],
  drawings: ReadonlySet<string> = new Set(),
  models?: ReadonlySet<string>,
): {
  readonly walls: readonly DraftWall[];
  readonly notes: readonly Note[];
} {
  const notes: Note[] = [];
  const clean = walls.flatMap((wall): DraftWall[] => {
    if (wall.line.length === 0) return [wall];
    const { line, repeated, size } = distinct(wall.line);
    if (line.length < 2) {
      const isDot = drawings.has(wall.level);
      notes.push(
        isDot
          ? note(wall, 'left-out', t.dot({ id: wall.id }), wall.line[0])
          : note(wall, 'refused', t['no-length']({ id: wall.id }), wall.line[0]),
      );
      return isDot ? [] : [{ ...wall, line: [] }];
    }
    const [at] = repeated;
    if (at === undefined) return [wall];
    notes.push(slipNote(wall, { what: 'repeated-points', size, at, count: repeated.length }));
    return [{ ...wall, line }];
  });
  const single = withoutRepeated(
    clean,
    ({ line, keys }) =>
      line.length === 0 ? undefined : { shape: 'line', lines: [line], means: meaningOf('wall', undefined, keys) },
    'assumed',
    models,
  );
  return { walls: single.elements, notes: [...notes, ...single.notes] };
}

/** True if all points of a line are one point, within SAME_POINT (1 mm). */
export function isPoint(line: readonly Point[]): boolean {
  return distinct(line).line.length < 2;
}

/** Returns a line without points that repeat the one before; its last point stays. */
function distinct(points: readonly Point[]): {
  readonly line: readonly Point[];
  readonly repeated: readonly Point[];
  readonly size: number;
} {
  const line: Point[] = [];
  const repeated: Point[] = [];
  let size = 0;
  for (const [index, point] of points.entries()) {
    const before = line.at(-1);
    const gap = before === undefined ? Number.POSITIVE_INFINITY : distance(before, point);
    if (gap > SAME_POINT) {
      line.push(point);
      continue;
    }
    size = Math.max(size, gap);
    repeated.push(point);
    if (index === points.length - 1 && line.length > 1) line.splice(-1, 1, point);
  }
  return { line, repeated, size };
}
