import type { Point, Segment } from '../geometry/types.js';
import type { Level, Material, Opening, Zone } from './model.js';
import { type ZonedEdge, zonedEdges } from './walls-edge.js';
import {
  edgesOf,
  type Frame,
  frameOf,
  fromFrame,
  PARALLEL,
  SAME_LINE,
  SLIVER,
  toFrame,
  zoneAt,
} from './walls-plane.js';

/** A straight face of a wall, whole or what openings left of it. */
export interface Face extends Segment {
  /** Ids of the enclosed zones whose boundary it is, or of the explicit wall. */
  readonly owners: readonly string[];
  readonly source: 'zone' | 'wall';
  readonly material: Material;
  /** m above the floor; undefined: to the ceiling. */
  readonly height: number | undefined;
  /** m; undefined: not said. */
  readonly thickness: number | undefined;
}

/** An opening as it lies in the walls it cuts. */
export interface Cut {
  readonly opening: Opening;
  /** Frame of the opening's line: jambs stand at s = 0 and s = length. */
  readonly frame: Frame;
  /** Nearest and farthest face cut, as offsets across the opening (m, left positive), at its start and at its end. */
  readonly spans: readonly [Span, Span];
  /** Owners of the faces it cuts. */
  readonly owners: readonly string[];
  /** Zones on its left and on its right; undefined: no zone lies there. */
  readonly joins: readonly [Zone | undefined, Zone | undefined];
}

export type Span = readonly [near: number, far: number];

/** The walls of one level, before a world is chosen. */
export interface LevelWalls {
  /** Solid faces, openings cut out. */
  readonly faces: readonly Face[];
  /** Outer edge of zoned space: a wall in must-see, open in may-see. Openings that join two zones are cut out. */
  readonly edges: readonly ZonedEdge[];
  /** Openings that lie on a wall. */
  readonly cuts: readonly Cut[];
  /** Openings that cut nothing. */
  readonly uncut: readonly Opening[];
  /** Ids of enclosed zones without any opening: a room has a door somewhere. */
  readonly sealed: readonly string[];
}

/** m: thickness of a wall that doesn't say, where an opening makes a tunnel of it. */
export const TUNNEL = { may: 0.1, must: 0.3 } as const;

/** How far past its tunnel an opening looks for the zone it leads to. */
const BEYOND = 0.01;

/**
 * The walls of a level: boundaries of enclosed zones and explicit walls, less the openings.
 * `zones` are all zones on the level, those that span it from another one included.
 */
export function deriveWalls(level: Level, zones: readonly Zone[] = level.zones): LevelWalls {
  const explicit = level.walls.flatMap((wall) =>
    wall.line.slice(1).flatMap((b, i): Face[] => {
      const a = wall.line[i];
      if (a === undefined || (a[0] === b[0] && a[1] === b[1])) return [];
      const { id, height, thickness, material } = wall;
      return [{ a, b, owners: [id], source: 'wall', material, height, thickness }];
    }),
  );
  // Where an explicit wall says that a room's boundary is glass, or low, that is what stands there.
  const special = explicit.filter((wall) => wall.material !== 'opaque' || wall.height !== undefined);
  const derived = roomFaces(zones).flatMap((face) =>
    special.reduce<Face[]>((parts, wall) => parts.flatMap((part) => without(part, wall, wall.thickness ?? 0)), [face]),
  );
  let faces: Face[] = [...derived, ...explicit];
  let edges = zonedEdges(zones);
  const cuts: Cut[] = [];
  const uncut: Opening[] = [];
  for (const opening of level.openings) {
    const line = lineOf(opening);
    const frame = frameOf(line);
    const hit = frame === undefined ? [] : faces.filter((face) => meets(face, frame, reachOf(face, opening)));
    if (frame === undefined || hit.length === 0) {
      uncut.push(opening);
      continue;
    }
    cuts.push(cutOf(opening, frame, hit, zones));
  }
  for (const cut of cuts) {
    const line = lineOf(cut.opening);
    faces = faces.flatMap((face) => without(face, line, reachOf(face, cut.opening)));
    if (cut.joins[0] !== undefined && cut.joins[1] !== undefined)
      edges = edges.flatMap((edge) => without(edge, line, cut.opening.thickness ?? 0));
  }
  const opened = new Set(cuts.flatMap((cut) => [...cut.owners, ...cut.joins.map((zone) => zone?.id)]));
  const sealed = zones.filter((zone) => zone.enclosed && !opened.has(zone.id)).map((zone) => zone.id);
  return { faces, edges, cuts, uncut, sealed };
}

/** The two sides of an opening's tunnel in one world: through every face it cuts, and as thick as the wall is. */
export function jambs(cut: Cut, world: 'may' | 'must'): Segment[] {
  const half = (cut.opening.thickness ?? TUNNEL[world]) / 2;
  return cut.spans.map(([near, far], i) => {
    const s = i === 0 ? 0 : cut.frame.length;
    return {
      a: fromFrame(cut.frame, s, Math.min(near, -half)),
      b: fromFrame(cut.frame, s, Math.max(far, half)),
    };
  });
}

/** The line of an opening as a segment. */
export function lineOf(opening: Opening): Segment {
  return { a: opening.line[0], b: opening.line[1] };
}

/** How far from an opening a face may lie and still be cut by it, m. Rooms' faces don't say how thick they are: the opening may. */
function reachOf(face: Face, opening: Opening): number {
  return face.thickness ?? opening.thickness ?? 0;
}

/** Boundaries of enclosed zones; an edge that two rooms have in common is one face with two owners. */
function roomFaces(zones: readonly Zone[]): Face[] {
  const byEnds = new Map<string, { face: Segment; owners: string[] }>();
  for (const zone of zones) {
    if (!zone.enclosed) continue;
    for (const edge of [...zone.region.rings, ...zone.region.shadows].flatMap(edgesOf)) {
      const key = [edge.a, edge.b].map(keyOf).sort().join(' ');
      const known = byEnds.get(key);
      if (known === undefined) byEnds.set(key, { face: edge, owners: [zone.id] });
      else if (!known.owners.includes(zone.id)) known.owners.push(zone.id);
    }
  }
  return [...byEnds.values()].map(({ face: { a, b }, owners }) => {
    return { a, b, owners, source: 'zone', material: 'opaque', height: undefined, thickness: undefined };
  });
}

function keyOf([x, y]: Point): string {
  return `${Math.round(x * 1e4)},${Math.round(y * 1e4)}`;
}

/** Where `face` runs along the frame's line: stretch [from, to] in s and the offsets there; undefined where it doesn't. */
function along(face: Segment, frame: Frame): { from: number; to: number; dFrom: number; dTo: number } | undefined {
  const [sa, da] = toFrame(frame, face.a);
  const [sb, db] = toFrame(frame, face.b);
  const length = Math.hypot(sb - sa, db - da);
  if (length === 0 || Math.abs(db - da) > PARALLEL * length) return undefined;
  const from = Math.max(0, Math.min(sa, sb));
  const to = Math.min(frame.length, Math.max(sa, sb));
  if (to - from < Math.min(SLIVER, frame.length / 2)) return undefined;
  const offset = (s: number) => da + ((s - sa) / (sb - sa)) * (db - da);
  return { from, to, dFrom: offset(from), dTo: offset(to) };
}

function meets(face: Segment, frame: Frame, thickness: number): boolean {
  const part = along(face, frame);
  if (part === undefined) return false;
  const nearest = part.dFrom * part.dTo <= 0 ? 0 : Math.min(Math.abs(part.dFrom), Math.abs(part.dTo));
  return nearest <= Math.max(SAME_LINE, thickness) + 1e-9;
}

/** What is left of `face` when the stretch that runs along `line` is taken out. */
function without<F extends Segment>(face: F, line: Segment, thickness: number): F[] {
  const frame = frameOf(line);
  if (frame === undefined || !meets(face, frame, thickness)) return [face];
  const part = along(face, frame);
  if (part === undefined) return [face];
  const start = fromFrame(frame, part.from, part.dFrom);
  const end = fromFrame(frame, part.to, part.dTo);
  const [sa] = toFrame(frame, face.a);
  const [sb] = toFrame(frame, face.b);
  const [first, last] = sa <= sb ? [start, end] : [end, start];
  const parts: F[] = [];
  if (distance(face.a, first) > SLIVER) parts.push({ ...face, b: first });
  if (distance(last, face.b) > SLIVER) parts.push({ ...face, a: last });
  return parts;
}

function distance(p: Point, q: Point): number {
  return Math.hypot(p[0] - q[0], p[1] - q[1]);
}

function cutOf(opening: Opening, frame: Frame, hit: readonly Face[], zones: readonly Zone[]): Cut {
  const parts = hit.flatMap((face) => along(face, frame) ?? []);
  const spanAt = (s: number): Span => {
    const offsets = parts.filter((part) => Math.abs((s === 0 ? part.from : part.to) - s) <= SAME_LINE);
    const ds = offsets.map((part) => (s === 0 ? part.dFrom : part.dTo));
    return [Math.min(0, ...ds), Math.max(0, ...ds)];
  };
  const spans: [Span, Span] = [spanAt(0), spanAt(frame.length)];
  const owners = [...new Set(hit.flatMap((face) => face.owners))];
  return { opening, frame, spans, owners, joins: joinsOf(opening, frame, spans, zones) };
}

/** The innermost zone on each side, looked for from the farthest face it cuts to the far end of its tunnel. */
function joinsOf(
  opening: Opening,
  frame: Frame,
  spans: readonly [Span, Span],
  zones: readonly Zone[],
): [Zone | undefined, Zone | undefined] {
  const half = (opening.thickness ?? TUNNEL.must) / 2;
  const look = (face: number, side: 1 | -1): Zone | undefined => {
    for (const d of [face, Math.max(face, half)]) {
      const zone = zoneAt(zones, fromFrame(frame, frame.length / 2, side * (d + BEYOND)));
      if (zone !== undefined) return zone;
    }
    return undefined;
  };
  return [look((spans[0][1] + spans[1][1]) / 2, 1), look(-(spans[0][0] + spans[1][0]) / 2, -1)];
}
