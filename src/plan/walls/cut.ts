// Cuts: openings as they lie in the walls they pass through.

import { spendBudget } from '../../base/budget.js';
import { compareLength } from '../../base/threshold.js';
import type { Point, Segment } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';
import type { Opening, Zone } from '../model.js';
import type { Stretches } from '../nearby.js';
import { type FaceStretch, runsAlongFace, stretchAlong } from './along.js';
import type { Face } from './face.js';
import { fromFrame, type LineFrame, lineFrame, SAME_LINE, toFrame, type ZoneAt } from './plane.js';

/** Least and greatest offset of some faces from the line of a frame; m, left of the line positive. */
export type OffsetSpan = readonly [near: number, far: number];

/** Offsets of some faces at the start and at the end of a frame's line, m, left positive. */
export type Spans = readonly [start: OffsetSpan, end: OffsetSpan];

/** An opening as it lies in the walls that it cuts. */
export interface Cut {
  readonly opening: Opening;
  /** Frame of the opening's line; its jambs stand at s = 0 and s = length. */
  readonly frame: LineFrame;
  /** Span of the faces it cuts. The opening's line may be drawn on either side of all of them. */
  readonly faces: Spans;
  /** Span of the faces it cuts and of its own line. */
  readonly spans: Spans;
  /** Metres above the floor of the highest face it cuts; undefined: to the ceiling. */
  readonly height: number | undefined;
  /** Ids of the zones and walls whose faces it cuts. */
  readonly owners: readonly string[];
  /** Zones on its left and on its right; undefined if no zone lies there. */
  readonly joins: readonly [Zone | undefined, Zone | undefined];
}

/** A straight stretch of a drawn glass wall, with the faces of the rooms that border on it. */
export interface Pane {
  readonly face: Face;
  /** Frame of `face`. */
  readonly frame: LineFrame;
  /** Offsets of the rooms' faces that run along it, at its start and end; zeros if there are none. */
  readonly faces: Spans;
}

/** Metres: thickness assumed in each world of a wall that gives none, for the tunnel of an opening through it. */
export const TUNNEL = { may: 0.1, must: 0.3 } as const;

/** Metres past a face at which the zone on that side is looked up. */
export const BEYOND = 0.01;

/** A part of one side of an opening's tunnel. */
interface Jamb extends Segment {
  /**
   * Offsets across the opening (m) between which it stands out of the wall as drawn; undefined if it lies in the wall.
   */
  readonly out: OffsetSpan | undefined;
}

/**
 * Returns the two sides of an opening's tunnel in one world. The tunnel passes through every face the opening cuts, and
 * is as thick as the wall. Each side comes in parts: the one between the faces, and those that stand out of them on
 * either side if the faces are drawn closer together than the wall is thick.
 */
export function jambs(cut: Cut, world: 'may' | 'must'): Jamb[] {
  const { frame, spans, opening } = cut;
  const half = (opening.thickness ?? TUNNEL[world]) / 2;
  const low: OffsetSpan = [-half, Math.min(spans[0][0], spans[1][0])];
  const high: OffsetSpan = [Math.max(spans[0][1], spans[1][1]), half];
  const found: Jamb[] = [];
  for (let i = 0; i < spans.length; i += 1) {
    const [near, far] = spans[i];
    const s = i * frame.length;
    addPart(found, frame, s, [-half, near], low);
    addPart(found, frame, s, [near, far], undefined);
    addPart(found, frame, s, [far, half], high);
  }
  return found;
}

function addPart(found: Jamb[], frame: LineFrame, s: number, [from, to]: OffsetSpan, out: Jamb['out']): void {
  if (to - from < LEAST) return;
  found.push({ a: fromFrame(frame, s, from), b: fromFrame(frame, s, to), out });
}

/** Metres: a shorter part of a jamb is rounding. */
const LEAST = 1e-6;

/** Returns the line of an opening as a segment. */
export function openingSegment(opening: Opening): Segment {
  return { a: opening.line[0], b: opening.line[1] };
}

/** Returns by how many metres `thickness` (m) is more than the 5 cm at which two lines count as one, else 0. */
export function beyondLine(thickness = 0): number {
  return Math.max(0, thickness - SAME_LINE);
}

/** The faces near an opening. */
export interface About {
  /** Metres around its line within which all faces are included. */
  readonly by: number;
  /** Numbers of all those faces, and perhaps of some farther away. */
  readonly numbers: readonly number[];
}

/** No faces near an opening. */
export const NOTHING_ABOUT: About = { by: 0, numbers: [] };

/** A cut with the faces near its opening. */
export interface PlacedCut {
  readonly cut: Cut;
  readonly about: About;
}

/** Metres around an opening within which its wall's faces, and those of the next wall behind, usually lie. */
const USUALLY = 0.75;

/** Returns all faces near enough to be cut by an opening, or to tell the thickness of its wall. */
export function facesAbout(opening: Opening, frame: LineFrame, faces: Stretches<Face>): About {
  const line = openingSegment(opening);
  const near = { by: USUALLY, numbers: faces.about(line, USUALLY) };
  const thickness = thicknessOf(opening, frame, faces.pieces(near.numbers));
  return thickness <= USUALLY ? near : { by: thickness, numbers: faces.about(line, thickness) };
}

/**
 * Returns the faces that an opening cuts: those that run along it within 5 cm, or within the wall's thickness, and their
 * straight continuations beside it. Rooms' faces don't tell how thick the wall is; the opening may, or else the drawn
 * wall whose faces they are.
 *
 * @param about all faces near the opening; others do no harm
 */
export function facesCutBy(opening: Opening, frame: LineFrame, about: readonly Face[]): Face[] {
  const thickness = thicknessOf(opening, frame, about);
  const cut = facesAlong(frame, about, (face) => face.thickness ?? thickness);
  return cut.size === 0 ? [] : about.filter((face) => cut.has(face));
}

/**
 * Returns those of the faces `about` that run along a frame's line, no farther from it than the thickness (m) given for
 * each or 5 cm, and their straight continuations beside it. A slanted line may be near enough at one end only, so a
 * straight wall with a corner in its middle counts as one.
 */
export function facesAlong(
  frame: LineFrame,
  about: readonly Face[],
  thickness: (face: Face) => number,
): ReadonlySet<Face> {
  const found = new Set(about.filter((face) => runsAlongFace(face, frame, thickness(face))));
  // As a rule the other side of the wall, or nothing.
  const beside = about.filter((face) => !found.has(face) && stretchAlong(face, frame) !== undefined);
  for (const face of beside.length === 0 ? [] : found) {
    spendBudget(beside.length);
    for (const other of beside) if (!found.has(other) && continues(face, other)) found.add(other);
  }
  return found;
}

/** Returns the faces, with those that follow each other in the list along one straight wall joined into one. */
export function straightRuns(faces: readonly Face[]): Face[] {
  const runs: Face[] = [];
  for (const face of faces) {
    const last = runs.at(-1);
    const isOn = last !== undefined && continues(last, face) && distance(last.a, face.b) > distance(last.a, last.b);
    if (isOn) runs[runs.length - 1] = { ...last, b: face.b };
    else runs.push(face);
  }
  return runs;
}

/** Metres: a corner this near to the line between its neighbours is in the middle of a straight wall. */
const STRAIGHT = 1e-6;

/** True if two faces are one straight wall with a corner in it. */
function continues(face: Face, other: Face): boolean {
  if (face.source !== other.source || !face.owners.some((owner) => other.owners.includes(owner))) return false;
  const ends = [other.a, other.b].filter((end) => isAt(end, face.a) || isAt(end, face.b));
  const frame = ends.length === 1 ? lineFrame(face) : undefined;
  return frame !== undefined && [other.a, other.b].every((end) => Math.abs(toFrame(frame, end)[1]) <= STRAIGHT);
}

function isAt(one: Point, other: Point): boolean {
  return distance(one, other) <= STRAIGHT;
}

function thicknessOf(opening: Opening, frame: LineFrame, about: readonly Face[]): number {
  if (opening.thickness !== undefined) return opening.thickness;
  let thickest = 0;
  for (const face of about) {
    const { source, thickness = 0 } = face;
    if (source === 'wall' && thickness > thickest && runsAlongFace(face, frame, thickness)) thickest = thickness;
  }
  return thickest;
}

/** Returns the cut that an opening makes through the faces `hit`; `frame` is that of its line. */
export function cutOf(opening: Opening, frame: LineFrame, hit: readonly Face[], zoneAt: ZoneAt): Cut {
  const faces = spansOf(
    frame,
    hit.flatMap((face) => stretchAlong(face, frame) ?? []),
  );
  const withLine = ([near, far]: OffsetSpan): OffsetSpan => [Math.min(0, near), Math.max(0, far)];
  const spans: Spans = [withLine(faces[0]), withLine(faces[1])];
  const owners = [...new Set(hit.flatMap((face) => face.owners))];
  const height = hit.reduce<number | undefined>(
    (highest, face) =>
      highest === undefined || face.height === undefined ? undefined : Math.max(highest, face.height),
    0,
  );
  return { opening, frame, faces, spans, height, owners, joins: joinsOf(opening, frame, spans, zoneAt) };
}

/** Returns the pane of a face of a glass wall; undefined if the face has no length. `rooms` are the faces of zones. */
export function paneOf(face: Face, rooms: Stretches<Face>): Pane | undefined {
  const frame = lineFrame(face);
  if (frame === undefined) return undefined;
  const near = rooms.near(face, beyondLine(face.thickness));
  const beside = near.filter((room) => runsAlongFace(room, frame, face.thickness ?? 0));
  return {
    face,
    frame,
    faces: spansOf(
      frame,
      beside.flatMap((room) => stretchAlong(room, frame) ?? []),
    ),
  };
}

/**
 * Returns the offsets of the stretches at each end of the frame. If no stretch reaches an end, all of them count there.
 */
function spansOf(frame: LineFrame, parts: readonly FaceStretch[]): Spans {
  return [spanAt(0, frame, parts), spanAt(1, frame, parts)];
}

function spanAt(s: 0 | 1, frame: LineFrame, parts: readonly FaceStretch[]): OffsetSpan {
  const end = s * frame.length;
  const reaches = ({ from, to }: FaceStretch) =>
    compareLength(Math.abs((s === 0 ? from : to) - end), SAME_LINE) !== 'above';
  const some = parts.some(reaches);
  let near = Number.POSITIVE_INFINITY;
  let far = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    if (some && !reaches(part)) continue;
    const offset = s === 0 ? part.dFrom : part.dTo;
    near = Math.min(near, offset);
    far = Math.max(far, offset);
  }
  return near <= far ? [near, far] : [0, 0];
}

/**
 * Returns the innermost zone on each side, looked up from the outermost face that the opening cuts to the far end of
 * its tunnel.
 */
function joinsOf(
  opening: Opening,
  frame: LineFrame,
  spans: Spans,
  zoneAt: ZoneAt,
): [Zone | undefined, Zone | undefined] {
  const half = (opening.thickness ?? TUNNEL.must) / 2;
  const look = (face: number, side: 1 | -1): Zone | undefined => {
    for (const d of [face, Math.max(face, half)]) {
      const zone = zoneAt(fromFrame(frame, frame.length / 2, side * (d + BEYOND)));
      if (zone !== undefined) return zone;
    }
    return undefined;
  };
  return [look((spans[0][1] + spans[1][1]) / 2, 1), look(-(spans[0][0] + spans[1][0]) / 2, -1)];
}
