import { distanceBetweenSegments, distanceToSegment } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { runsAlongFace, stretchAlong } from '../../../plan/walls/along.js';
import { fromFrame, type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { NEAREST_WALL, OPENING_REACH, SAME_POINT, WELDED } from '../tolerances.js';
import type { WallsAbout } from './walls-about.js';

/** What is wrong with where an opening lies. */
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
  /** Middle of the opening. */
  readonly at: Point;
  /** m: how far its farther end was moved; how far it reached past the wall; how far off the nearest wall is. */
  readonly size?: number;
  readonly curable: boolean;
}

type Line = readonly [Point, Point];

interface Where {
  readonly level: string;
  /** m, of the opening: how thick the wall is that it is in. */
  readonly thickness: number;
}

/** Where an opening is meant to lie, and what was wrong with where it lies; the very same line where nothing was. */
export function ailmentOf(
  line: Line,
  where: Where,
  walls: WallsAbout,
): { readonly line: Line; readonly ailments: readonly Ailment[] } {
  const at = middle(line);
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

/** What an opening cuts as it lies: by the plan's own measure. */
function cutBy(line: Line, frame: LineFrame, { level, thickness }: Where, walls: WallsAbout): Segment[] {
  const reach = Math.max(OPENING_REACH, thickness);
  return walls.edges(level, segmentOf(line), reach).filter((edge) => runsAlongFace(edge, frame, thickness));
}

/**
 * An opening that cuts walls already, cut off at their end and moved onto the one it runs along furthest. Not moved where it
 * would then miss another that it cuts: between the two faces of a wall it lies well.
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
  // Drawn off a face by no more than half its wall's thickness, it lies in the wall.
  const within = Math.max(WELDED, where.thickness / 2);
  if (moved === undefined || moved.moved <= within || moved.moved > OPENING_REACH) return cut;
  const after = lineFrame(segmentOf(moved.line));
  const still = after === undefined ? [] : cutBy(moved.line, after, where, walls);
  if (!hit.every((edge) => still.includes(edge))) return cut;
  const ailment: Ailment = { what: 'opening-moved', at: middle(line), size: moved.moved, curable: true };
  const { line: trimmed, ailments } = inWall(moved.line, where, walls);
  // Moved askew, it may reach past the end by a hair again.
  return { line: trimmed, ailments: [ailment, ...(cut.ailments.length > 0 ? cut.ailments : ailments)] };
}

/** An opening without what reaches past the end of the walls it cuts: that part opens nothing. */
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

/** An opening that runs along no wall, though both its ends lie in one: laid along it. */
function turnedOnto(line: Line, where: Where, walls: WallsAbout): Moved | undefined {
  const [a, b] = line;
  let best: Moved | undefined;
  for (const edge of walls.edges(where.level, segmentOf(line), OPENING_REACH)) {
    if (distanceToSegment(a, edge) > OPENING_REACH || distanceToSegment(b, edge) > OPENING_REACH) continue;
    const found = projected(line, edge);
    // Drawn across the wall, it isn't known how wide it is.
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
  /** m: by how much its farther end. */
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
  const at = middle(line);
  const own = segmentOf(line);
  const distances = walls.edges(level, own, NEAREST_WALL).map((edge) => distanceBetweenSegments(edge, own));
  const size = distances.reduce((least, found) => Math.min(least, found), Number.POSITIVE_INFINITY);
  if (size > NEAREST_WALL) return { what: 'opening-nowhere', at, curable: false };
  return { what: size > OPENING_REACH ? 'opening-off' : 'opening-across', at, size, curable: false };
}

function middle([a, b]: Line): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function segmentOf([a, b]: Line): Segment {
  return { a, b };
}
