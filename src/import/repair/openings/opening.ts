// Finds and repairs the faults of one opening's line.

import { distanceBetweenSegments, distanceToSegment } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { runsAlongFace, stretchAlong } from '../../../plan/walls/along.js';
import { fromFrame, type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { NEAREST_WALL, OPENING_REACH, SAME_POINT, WELDED } from '../tolerances.js';
import type { WallsAbout } from './walls-about.js';

/** A fault in the position of an opening that the import mended or reports. */
export interface Ailment {
  readonly what:
    | 'opening-moved'
    | 'opening-turned'
    | 'opening-trimmed'
    | 'opening-overhang'
    | 'opening-off'
    | 'opening-across'
    | 'opening-nowhere'
    | 'no-length';
  /** Middle of the opening, in metres. */
  readonly at: Point;
  /**
   * Figure in m: how far the farther end was moved, how far it passed the wall's end, or the distance to the nearest
   * wall.
   */
  readonly size?: number;
  /** True if the fault was repaired in the returned line. */
  readonly curable: boolean;
}

type Line = readonly [Point, Point];

interface Where {
  readonly level: string;
  /** Thickness in m of the wall, as the opening gives it. */
  readonly thickness: number;
}

/**
 * Returns the repaired line of an opening and its faults; the same line object if nothing was wrong.
 *
 * @param where the key of its level, and the wall's thickness (m) as the opening gives it
 */
export function ailmentOf(
  line: Line,
  where: Where,
  walls: WallsAbout,
): { readonly line: Line; readonly ailments: readonly Ailment[] } {
  const at = halfway(...line);
  const frame = lineFrame(segmentOf(line));
  if (frame === undefined || frame.length <= SAME_POINT) {
    return { line, ailments: [{ what: 'no-length', at, curable: false }] };
  }
  const hit = cutBy(line, frame, where, walls);
  if (hit.length > 0) return straightened(line, hit, where, walls);
  const turned = turnedOnto(line, where, walls);
  if (turned !== undefined) {
    const ailment: Ailment = { what: 'opening-turned', at, size: turned.moved, curable: true };
    const { line: trimmed, ailments } = inWall(turned.line, where, walls);
    return { line: trimmed, ailments: [ailment, ...ailments] };
  }
  if (walls.onOuterEdge(where.level, segmentOf(line), frame, where.thickness)) return { line, ailments: [] };
  return { line, ailments: [astray(line, where, walls)] };
}

/** Returns the edges that an opening cuts where it lies, by the plan's own tolerance. */
function cutBy(line: Line, frame: LineFrame, { level, thickness }: Where, walls: WallsAbout): Segment[] {
  const reach = Math.max(OPENING_REACH, thickness);
  return walls.edges(level, segmentOf(line), reach).filter((edge) => runsAlongFace(edge, frame, thickness));
}

/**
 * Returns an opening that cuts walls, cut off at their end and moved onto the one it runs along furthest. It isn't
 * moved if it would then miss another of these edges: between the two faces of a wall it is right.
 */
function straightened(
  drawn: Line,
  hit: readonly Segment[],
  where: Where,
  walls: WallsAbout,
): { readonly line: Line; readonly ailments: readonly Ailment[] } {
  const cut = inWall(drawn, where, walls);
  const { line } = cut;
  const frame = lineFrame(segmentOf(line));
  const onto = frame === undefined ? undefined : longestBeside(hit, frame);
  const moved = onto === undefined ? undefined : projected(line, onto);
  // An opening off a face by at most half the wall's thickness lies in the wall.
  const within = Math.max(WELDED, where.thickness / 2);
  if (moved === undefined || moved.moved <= within || moved.moved > OPENING_REACH) return cut;
  const after = lineFrame(segmentOf(moved.line));
  const still = after === undefined ? [] : cutBy(moved.line, after, where, walls);
  if (!hit.every((edge) => still.includes(edge))) return cut;
  const ailment: Ailment = { what: 'opening-moved', at: halfway(...line), size: moved.moved, curable: true };
  const { line: trimmed, ailments } = inWall(moved.line, where, walls);
  // Once moved, it may pass the end by a hair again.
  return { line: trimmed, ailments: [ailment, ...(cut.ailments.length > 0 ? cut.ailments : ailments)] };
}

/** Returns an opening without the part past the end of its walls, which opens nothing. */
function inWall(
  line: Line,
  where: Where,
  walls: WallsAbout,
): { readonly line: Line; readonly ailments: readonly Ailment[] } {
  const frame = lineFrame(segmentOf(line));
  if (frame === undefined) return { line, ailments: [] };
  const parts = cutBy(line, frame, where, walls).flatMap((edge) => stretchAlong(edge, frame) ?? []);
  const from = Math.min(...parts.map((part) => part.from));
  const to = Math.max(...parts.map((part) => part.to));
  const over = Math.max(from, frame.length - to);
  if (parts.length === 0 || over <= WELDED) return { line, ailments: [] };
  const at = fromFrame(frame, from > frame.length - to ? 0 : frame.length, 0);
  if (to - from < frame.length / 2) {
    return { line, ailments: [{ what: 'opening-overhang', at, size: frame.length - (to - from), curable: false }] };
  }
  const ends: Line = [fromFrame(frame, from, 0), fromFrame(frame, to, 0)];
  return { line: ends, ailments: [{ what: 'opening-trimmed', at, size: over, curable: true }] };
}

/**
 * Returns an opening turned onto the wall that holds both its ends, if it runs along none; undefined if there is none.
 */
function turnedOnto(line: Line, where: Where, walls: WallsAbout): Moved | undefined {
  const [a, b] = line;
  let best: Moved | undefined;
  for (const edge of walls.edges(where.level, segmentOf(line), OPENING_REACH)) {
    if (distanceToSegment(a, edge) > OPENING_REACH || distanceToSegment(b, edge) > OPENING_REACH) continue;
    const found = projected(line, edge);
    // Drawn across the wall, its width is unknown.
    if (found === undefined || 2 * distance(...found.line) < distance(a, b)) continue;
    const frame = lineFrame(segmentOf(found.line));
    // Past the end of the wall it would be in none.
    if (frame === undefined || !cutBy(found.line, frame, where, walls).includes(edge)) continue;
    if (best === undefined || found.moved < best.moved) best = found;
  }
  return best;
}

interface Moved {
  readonly line: Line;
  /** Distance in m that the farther end was moved. */
  readonly moved: number;
}

function projected([a, b]: Line, edge: Segment): Moved | undefined {
  const frame = lineFrame(edge);
  if (frame === undefined) return undefined;
  const [sa, da] = toFrame(frame, a);
  const [sb, db] = toFrame(frame, b);
  return {
    line: [fromFrame(frame, sa, 0), fromFrame(frame, sb, 0)],
    moved: Math.max(Math.abs(da), Math.abs(db)),
  };
}

function longestBeside(edges: readonly Segment[], frame: LineFrame): Segment | undefined {
  let best: { readonly edge: Segment; readonly length: number; readonly off: number } | undefined;
  for (const edge of edges) {
    const part = stretchAlong(edge, frame);
    if (part === undefined) continue;
    const length = part.to - part.from;
    const off = Math.abs(part.dFrom) + Math.abs(part.dTo);
    const longer = best === undefined || length > best.length + WELDED;
    if (longer || (best !== undefined && length > best.length - WELDED && off < best.off)) best = { edge, length, off };
  }
  return best?.edge;
}

function astray(line: Line, { level }: Where, walls: WallsAbout): Ailment {
  const at = halfway(...line);
  const own = segmentOf(line);
  const distances = walls.edges(level, own, NEAREST_WALL).map((edge) => distanceBetweenSegments(edge, own));
  const size = distances.reduce((least, found) => Math.min(least, found), Number.POSITIVE_INFINITY);
  if (size > NEAREST_WALL) return { what: 'opening-nowhere', at, curable: false };
  return { what: size > OPENING_REACH ? 'opening-off' : 'opening-across', at, size, curable: false };
}

function segmentOf([a, b]: Line): Segment {
  return { a, b };
}
