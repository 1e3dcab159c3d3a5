// Proposes where the blocks of a drawing's devices look, by the walls that they hang on.

import { groupBy } from '../../../../base/arrays.js';
import { spendBudget } from '../../../../base/budget.js';
import { boxOfRings, longerSideOf } from '../../../../geometry/shapes/ring.js';
import { distanceToSegment, nearestOnSegment } from '../../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../../plan/nearby.js';
import type { Note } from '../../../notes.js';
import type { RawFeature } from '../../../types.js';
import { dxfText } from '../messages.js';
import { attributesOf, deviceFactsIn } from '../parse/attributes.js';
import type { Drawing } from '../parse/drawing.js';
import { bearingOf } from '../parse/matrix.js';
import type { Piece } from '../parse/walk.js';
import { linesOf, sizeOfBlocks } from './size.js';

/** Distance in m within which a device hangs on a wall. */
const ON_WALL = 0.6;

/** Cosine of the widest angle between a device's look and the way straight out of its wall: 60 degrees. */
const OUT = 0.5;

/** Kinds of device that look somewhere. */
const LOOKING: ReadonlySet<string | undefined> = new Set(['camera', 'face-terminal', 'intrusion-detector']);

const SIDES: Readonly<Record<number, { readonly zh: string; readonly en: string }>> = {
  0: { zh: '上', en: 'up' },
  90: { zh: '右', en: 'right' },
  180: { zh: '下', en: 'down' },
  270: { zh: '左', en: 'left' },
};

/** An inserted block that is a device, with the kind of device. */
export interface Insert {
  readonly piece: Piece;
  readonly kind: string | undefined;
}

/**
 * Returns notes, one per block, that propose a value for the mapping's `assume.blockHeading` because devices look into
 * their walls. A block counts if it has one axis of symmetry and two or more inserts, each within 0.6 m of a wall, and
 * if all of them look out of their walls once the unrotated block is taken to look one way along that axis. No notes if
 * that way is `facing` already, or if the blocks disagree. Changes nothing.
 *
 * @param walls the drawing's walls, in m
 * @param facing where an unrotated block is taken to look now, degrees clockwise from up
 * @param metres metres per drawing unit
 */
export function headingNotes(
  drawing: Drawing,
  inserts: readonly Insert[],
  walls: readonly RawFeature[],
  { facing, metres }: { readonly facing: number; readonly metres: number },
): Note[] {
  const looking = inserts.filter(
    ({ piece, kind }) => LOOKING.has(kind) && deviceFactsIn(attributesOf(piece)).direction === undefined,
  );
  if (looking.length < 2) return [];
  const outOf = waysOut(walls);
  const sizeOf = sizeOfBlocks(drawing);
  const found = [...groupBy(looking, ({ piece }) => piece.block?.name)].flatMap(([, same]) => {
    const [first] = same;
    if (first === undefined || same.length < 2) return [];
    const axis = axisOf(drawing, first.piece);
    const ways = same.map(({ piece }) => {
      const { centre } = sizeOf(piece);
      return outOf([centre[0] * metres, centre[1] * metres]);
    });
    if (axis === undefined || ways.some((way) => way === undefined)) return [];
    const looksOut = (heading: number): number =>
      same.filter(({ piece }, index) => {
        const angle = (bearingOf(piece.matrix, heading) * Math.PI) / 180;
        const [x, y] = ways[index] ?? [0, 0];
        return Math.sin(angle) * x + Math.cos(angle) * y >= OUT;
      }).length;
    const right = [facing, ...axis].find((heading) => looksOut(heading) === same.length);
    return right === undefined ? [] : [{ piece: first.piece, same, right, against: same.length - looksOut(facing) }];
  });
  const [one] = found;
  if (one === undefined || one.right === facing || found.some(({ right }) => right !== one.right)) return [];
  return found.map(({ piece, same, right, against }): Note => {
    const message = dxfText('dxf/heading', {
      block: piece.blockName ?? '',
      times: String(same.length),
      against: String(against),
      from: SIDES[facing] ?? `${facing}°`,
      side: SIDES[right] ?? `${right}°`,
      rule: `assume: {blockHeading: ${right}}`,
    });
    return { sort: 'unknown', message, origin: { path: drawing.path, pointer: '' }, ids: same.map((s) => s.piece.id) };
  });
}

/** Returns a function that gives the unit vector from the nearest wall to a point; undefined if none is within 0.6 m. */
function waysOut(walls: readonly RawFeature[]): (at: Point) => Point | undefined {
  const segments = walls.flatMap(({ shapes }) =>
    shapes.flatMap((shape) =>
      segmentsOf(shape.type === 'Polygon' ? shape.rings : shape.type === 'LineString' ? [shape.line] : []),
    ),
  );
  const meet = meeting(segments.map((segment) => boxOfSegment(segment)));
  return (at) => {
    let nearest: Point | undefined;
    for (const index of meet(boxOfSegment({ a: at, b: at }, ON_WALL))) {
      const segment = segments[index];
      if (segment === undefined) continue;
      const on = nearestOnSegment(at, segment);
      if (nearest === undefined || distance(at, on) < distance(at, nearest)) nearest = on;
    }
    const far = nearest === undefined ? 0 : distance(at, nearest);
    // A device in the middle of a wall's face says nothing of its side.
    if (nearest === undefined || far > ON_WALL || far < 0.01) return undefined;
    return [(at[0] - nearest[0]) / far, (at[1] - nearest[1]) / far];
  };
}

function segmentsOf(lines: readonly (readonly Point[])[]): Segment[] {
  return lines.flatMap((line) => line.slice(1).map((b, index) => ({ a: line[index] ?? b, b })));
}

/** Share of a block's size within which its mirror image must lie on it. */
const SAME = 0.05;

/** Most lines of a block whose symmetry is looked at: each is held against each. */
const MOST_SEGMENTS = 300;

/**
 * Returns both headings along the axis of a block that is the same on both sides of it, through the insertion point;
 * undefined if there is none, or two.
 */
function axisOf(drawing: Drawing, insert: Piece): readonly [number, number] | undefined {
  const box = boxOfRings(linesOf(drawing, insert));
  if (box === undefined) return undefined;
  const size = longerSideOf(box);
  const segments = segmentsOf(linesOf(drawing, insert, (SAME / 4) * size));
  if (segments.length > MOST_SEGMENTS) return undefined;
  spendBudget(segments.length ** 2);
  const [bx, by] = insert.block?.base ?? [0, 0];
  const isSame = (mirror: (point: Point) => Point): boolean =>
    segments.every(({ a, b }) =>
      [a, b].every((point) => segments.some((other) => distanceToSegment(mirror(point), other) <= SAME * size)),
    );
  const isLevel = isSame(([x, y]) => [x, 2 * by - y]);
  if (isLevel === isSame(([x, y]) => [2 * bx - x, y])) return undefined;
  return isLevel ? [90, 270] : [0, 180];
}
