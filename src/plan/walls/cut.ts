import type { Segment } from '../../geometry/types.js';
import type { Opening, Zone } from '../model.js';
import type { Stretches } from '../nearby.js';
import { type FaceStretch, runsAlongFace, stretchAlong } from './along.js';
import type { Face } from './face.js';
import { fromFrame, type LineFrame, lineFrame, SAME_LINE, type ZoneAt } from './plane.js';

/** Nearest and farthest of some faces, as offsets across a frame, m, left positive. */
export type OffsetSpan = readonly [near: number, far: number];

/** Spans at the start and at the end of a frame. */
export type Spans = readonly [start: OffsetSpan, end: OffsetSpan];

/** An opening as it lies in the walls it cuts. */
export interface Cut {
  readonly opening: Opening;
  /** Frame of the opening's line: jambs stand at s = 0 and s = length. */
  readonly frame: LineFrame;
  /** The faces it cuts; its line may be drawn on either side of all of them. */
  readonly faces: Spans;
  /** The same, its own line included. */
  readonly spans: Spans;
  /** m above the floor, the highest of the faces it cuts; undefined: to the ceiling. */
  readonly height: number | undefined;
  /** Owners of the faces it cuts. */
  readonly owners: readonly string[];
  /** Zones on its left and on its right; undefined: no zone lies there. */
  readonly joins: readonly [Zone | undefined, Zone | undefined];
}

/** A wall of glass, and the faces of rooms for which it stands. */
export interface Pane {
  readonly face: Face;
  readonly frame: LineFrame;
  readonly faces: Spans;
}

/** m: thickness of a wall that doesn't say, where an opening makes a tunnel of it. */
export const TUNNEL = { may: 0.1, must: 0.3 } as const;

/** m: how far past a face it is looked which zone lies there. */
export const BEYOND = 0.01;

/** A part of a side of an opening's tunnel. */
export interface Jamb extends Segment {
  /** Where it stands out of the wall as drawn: between which offsets across the opening, m. */
  readonly out: OffsetSpan | undefined;
}

/**
 * The two sides of an opening's tunnel in one world: through every face it cuts, and as thick as the wall is. In parts:
 * between the faces, and what stands out of them on either side where they are drawn nearer to each other than that.
 */
export function jambs(cut: Cut, world: 'may' | 'must'): Jamb[] {
  const { frame, spans, opening } = cut;
  const half = (opening.thickness ?? TUNNEL[world]) / 2;
  const low: OffsetSpan = [-half, Math.min(spans[0][0], spans[1][0])];
  const high: OffsetSpan = [Math.max(spans[0][1], spans[1][1]), half];
  return spans.flatMap(([near, far], i) => {
    const s = i * frame.length;
    const part = (from: number, to: number, out: OffsetSpan | undefined): Jamb[] =>
      to - from < LEAST ? [] : [{ a: fromFrame(frame, s, from), b: fromFrame(frame, s, to), out }];
    return [...part(-half, near, low), ...part(near, far, undefined), ...part(far, half, high)];
  });
}

/** m: a shorter part of a jamb is a rounding. */
const LEAST = 1e-6;

/** The line of an opening as a segment. */
export function openingSegment(opening: Opening): Segment {
  return { a: opening.line[0], b: opening.line[1] };
}

/** m by which something of this thickness reaches further than a line without any. */
export function beyondLine(thickness = 0): number {
  return Math.max(0, thickness - SAME_LINE);
}

/** Faces near an opening. */
export interface About {
  /** m about its line. */
  readonly by: number;
  /** Numbers of all faces so near, and perhaps of others. */
  readonly numbers: readonly number[];
}

export const NOTHING_ABOUT: About = { by: 0, numbers: [] };

/** A cut with the faces about it. */
export interface PlacedCut {
  readonly cut: Cut;
  readonly about: About;
}

/** m about an opening within which faces matter to it, as walls usually are: its wall's, and the next one's behind. */
const USUALLY = 0.75;

/** All faces near enough for an opening to cut them, or to say how thick the wall is that it cuts. */
export function facesAbout(opening: Opening, frame: LineFrame, faces: Stretches<Face>): About {
  const line = openingSegment(opening);
  const near = { by: USUALLY, numbers: faces.about(line, USUALLY) };
  const thickness = thicknessOf(opening, frame, faces.pieces(near.numbers));
  return thickness <= USUALLY ? near : { by: thickness, numbers: faces.about(line, thickness) };
}

/**
 * The faces an opening cuts: those that run along it within 5 cm, or within the wall's thickness. Faces of rooms don't
 * say how thick they are: the opening may, or else the drawn wall they are the faces of.
 *
 * @param about all faces near it, and any others
 */
export function facesCutBy(opening: Opening, frame: LineFrame, about: readonly Face[]): Face[] {
  const thickness = thicknessOf(opening, frame, about);
  return about.filter((face) => runsAlongFace(face, frame, face.thickness ?? thickness));
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

/** A stretch of glass wall with the faces of rooms along it; undefined for one without length. */
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

/** Offsets of the stretches at the frame's ends; where none reaches an end, of them all. */
function spansOf(frame: LineFrame, parts: readonly FaceStretch[]): Spans {
  return [spanAt(0, frame, parts), spanAt(1, frame, parts)];
}

function spanAt(s: 0 | 1, frame: LineFrame, parts: readonly FaceStretch[]): OffsetSpan {
  const end = s * frame.length;
  const reaches = (part: FaceStretch): boolean => Math.abs((s === 0 ? part.from : part.to) - end) <= SAME_LINE;
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

/** The innermost zone on each side, looked for from the farthest face it cuts to the far end of its tunnel. */
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
