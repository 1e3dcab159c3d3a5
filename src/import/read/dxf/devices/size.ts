// How large the blocks of a drawing are.

import { boxOfRings } from '../../../../geometry/shapes/ring.js';
import type { Box, Point } from '../../../../geometry/types.js';
import type { Drawing } from '../parse/drawing.js';
import { at, IDENTITY } from '../parse/matrix.js';
import { contentOf, type Piece, placeOf } from '../parse/walk.js';
import { isFill, outlineOf } from '../shape/outline.js';

/** Centre of an inserted block, and half the longer side of its box, in drawing units. */
export interface BlockSize {
  /** Centre of the box of its lines; its insertion point if it has none. */
  readonly centre: Point;
  /** Half the longer side of that box. */
  readonly half: number;
}

/**
 * Returns a function that finds the centre and the size of an insert of `drawing`, from the box round all that its
 * block draws. Each block is drawn once, however often it is inserted.
 */
export function sizeOfBlocks(drawing: Drawing): (insert: Piece) => BlockSize {
  const boxes = new Map<string, Box | undefined>();
  return (insert) => {
    const name = insert.block?.name ?? '';
    if (!boxes.has(name)) boxes.set(name, boxOfRings(linesOf(drawing, insert)));
    const box = boxes.get(name);
    const { matrix } = insert;
    if (box === undefined) return { centre: placeOf(insert), half: 0 };
    const corners = [box.minX, box.maxX].flatMap((x) => [box.minY, box.maxY].map((y) => at(matrix, [x, y])));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const sides = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    const centre = at(matrix, [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]);
    return { centre, half: Math.max(...sides) / 2 };
  };
}

/**
 * Returns the lines that a block draws, in its own coordinates.
 *
 * @param sagitta greatest distance of a chord from its arc, in these coordinates; if undefined, eight chords make a
 * circle
 */
export function linesOf(
  drawing: Drawing,
  insert: Piece,
  sagitta: number = Number.POSITIVE_INFINITY,
): (readonly Point[])[] {
  return contentOf(drawing, { ...insert, matrix: IDENTITY }).flatMap(({ entity, matrix }) => {
    const outline = isFill(entity.type) ? 'unsupported' : outlineOf(entity, matrix, sagitta);
    return typeof outline === 'string' ? [] : outline.lines;
  });
}
