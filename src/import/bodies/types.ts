// Types of walls as bodies: what goes in and what comes out.

import type { Point, Ring, Segment } from '../../geometry/types.js';
import type { OpeningKind } from '../../plan/model.js';
import type { DrawnShape } from '../draft.js';

/** A door or window as drawn: evidence for an opening. */
export interface Evidence {
  readonly kind: OpeningKind;
  readonly shape: DrawnShape;
}

/** Input of wall recognition: what a source draws of one storey, in metres. */
export interface Drawn {
  /** Faces and single lines of walls. */
  readonly lines: readonly Segment[];
  /** Pillars and pieces of wall that are solid as drawn. */
  readonly solids: readonly Ring[];
  /** Walls drawn as wide lines. */
  readonly strips: readonly Strip[];
  readonly evidence: readonly Evidence[];
  /** Places of room names. */
  readonly names: readonly Point[];
  /** Rooms that are drawn themselves: rings of each. No gap parts one of these. */
  readonly rooms: readonly (readonly Ring[])[];
}

/** A stretch of wall between two faces: its axis and the distance between the faces. */
export interface Strip extends Segment {
  readonly thickness: number;
}

/** The walls of a storey as bodies: pairs of faces, single lines and solids, m. */
export interface Walls {
  /** Lines as cleaned: collinear ones are one. */
  readonly lines: readonly Segment[];
  readonly strips: readonly Strip[];
  /** Stretches of line that are the wall themselves. */
  readonly singles: readonly Segment[];
  readonly solids: readonly Ring[];
}

/** A free stretch of a wall's axis, from jamb to jamb; lengths in m. */
export interface Gap extends Segment {
  readonly length: number;
  /** Thickness of the wall; 0 where it is a single line. */
  readonly thickness: number;
  /** True if a wall ends on both sides; else one side is the flank of another wall. */
  readonly isBetweenEnds: boolean;
  /** Length of the wall that ends here. */
  readonly wall: number;
  /** Share covered by evidence, and by which (indices). */
  readonly filled: number;
  readonly by: ReadonlySet<number>;
  /** Traces (indices) that lie in it nearly whole. */
  readonly traces: readonly number[];
}

/** An opening found: a gap with something drawn in it (`by` isn't empty), or one without. */
export interface BodyOpening extends Segment {
  readonly thickness: number;
  readonly by: readonly number[];
  /** Undefined if nothing is drawn there. */
  readonly kind: OpeningKind | undefined;
  readonly isBetweenEnds: boolean;
}

/** Evidence, by its index, that became no opening, with the distance in m to the nearest wall at both its ends. */
export interface Untaken {
  readonly evidence: number;
  readonly at: Point;
  /** Undefined if it draws nothing along which an opening could lie. */
  readonly ends: readonly [number, number] | undefined;
}
