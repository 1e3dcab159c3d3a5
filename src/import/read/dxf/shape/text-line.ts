// Where a text lies: the line through its middle.

import type { Point, Segment } from '../../../../geometry/types.js';
import { distance, halfway } from '../../../../geometry/vector.js';
import { type Entity, numberOf, textOf } from '../parse/drawing.js';
import { at, growth } from '../parse/matrix.js';
import { wordsOf } from '../parse/text.js';
import { type Piece, placeOf } from '../parse/walk.js';
import { planeOf } from './outline.js';

/** Width of a letter in heights, and of a Chinese one. */
const LETTER = 0.7;
const HAN = 1;

/** Heights from the foot of one line to that of the next. */
const SPACING = 5 / 3;

/**
 * Returns the middle of a text as it is seen, in drawing units: people put that, not its corner, into a room.
 *
 * @param height letter height in drawing units
 */
export function middleOf(piece: Piece, height: number): Point {
  const { a, b } = lineOf(piece, height, wordsOf(piece.entity));
  return halfway(a, b);
}

/**
 * Returns the line through the middle of a text, from its left side to its right one, in drawing units. Its width is
 * estimated by its letters.
 *
 * @param height letter height in drawing units
 * @param text the words of the text, lines separated by `\n`
 */
export function lineOf(piece: Piece, height: number, text: string): Segment {
  const { entity, matrix } = piece;
  const anchor = placeOf(piece);
  const [along, up] = alignmentOf(entity);
  const [x, y] = directionOf(entity);
  const flip = entity.type !== 'MTEXT' && planeOf(entity) === 'mirrored' ? -1 : 1;
  const origin = at(matrix, [0, 0]);
  const tip = at(matrix, [flip * x, y]);
  const length = distance(origin, tip) || 1;
  const [dx, dy] = [(tip[0] - origin[0]) / length, (tip[1] - origin[1]) / length];
  const { width, tall } = sizeOf(piece, height, text);
  const [mx, my] = [anchor[0] - dy * (0.5 - up) * tall, anchor[1] + dx * (0.5 - up) * tall];
  const point = (by: number): Point => [mx + dx * by * width, my + dy * by * width];
  return { a: point(-along), b: point(1 - along) };
}

/** Returns the size of a text, in drawing units. An MTEXT breaks its lines at its width. */
function sizeOf({ entity, matrix }: Piece, height: number, text: string) {
  const most = entity.type === 'MTEXT' ? numberOf(entity, 41) * growth(matrix) : 0;
  const widths = text.split('\n').map((line) => {
    const letters = [...line].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? HAN : LETTER), 0);
    return height * letters;
  });
  const rows = widths.reduce((sum, width) => sum + (most > 0 ? Math.max(1, Math.ceil(width / most)) : 1), 0);
  const widest = Math.max(...widths);
  return { width: most > 0 ? Math.min(widest, most) : widest, tall: height * (1 + SPACING * (rows - 1)) };
}

/** Returns where a text's place lies in it: along its line from the start, and up from its foot, each from 0 to 1. */
function alignmentOf(entity: Entity): readonly [along: number, up: number] {
  if (entity.type === 'MTEXT') {
    const cell = Math.max(1, numberOf(entity, 71, 1)) - 1;
    return [(cell % 3) / 2, 1 - Math.floor(cell / 3) / 2];
  }
  const across = numberOf(entity, 72);
  const up = numberOf(entity, entity.type === 'ATTRIB' ? 74 : 73);
  return [[0, 0.5, 1, 1, 0.5, 1][across] ?? 0, across === 4 ? 0.5 : Math.max(0, up - 1) / 2];
}

function directionOf(entity: Entity): Point {
  if (entity.type === 'MTEXT' && textOf(entity, 11) !== undefined) return [numberOf(entity, 11), numberOf(entity, 21)];
  const turn = (numberOf(entity, 50) * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
}
