// Closes slits between rooms.

import {
  areaOfPieces,
  areaOfRegion,
  coveredPieces,
  grow,
  ringOfBox,
  signedArea,
  uncoveredPieces,
} from '../../../geometry/index.js';
import { boxOfRegions, forEachEdge } from '../../../geometry/shapes/ring.js';
import { distanceBetweenSegments } from '../../../geometry/shapes/segment.js';
import type { Point, Region, Segment } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import { metres } from '../../../i18n/number.js';
import type { Pack } from '../../../law/types.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { stretchAlong } from '../../../plan/walls/along.js';
import { fromFrame, lineFrame } from '../../../plan/walls/plane.js';
import type { DraftZone, PlanDraft } from '../../draft.js';
import type { Note } from '../../notes.js';
import { t } from '../texts.js';
import { AREA_ERROR, SAME_POINT, SLIT, SLIT_LENGTH, WELDED } from '../tolerances.js';
import { type Fitted, tidied } from './overlaps.js';
import { note } from './rings.js';
import { type RepairRoom, roomsOf, shareLevel, withRooms, zoneLevels } from './room.js';

/**
 * Closes slits between rooms that nobody drew on purpose: a slit goes to the room that borders on it with more of its
 * edge. Rooms only grow, into area of no zone and by at most the slit's width. Nothing is taken from a room, and a room
 * that has grown makes no other one grow.
 *
 * @param sound true for zones whose rings are valid
 */
export function closeSlits(
  { zones, walls }: Pick<PlanDraft, 'zones' | 'walls'>,
  sound: (zone: DraftZone) => boolean,
  pack: Pack,
): Fitted {
  const rooms = roomsOf(zones, pack).filter(({ zone }) => sound(zone));
  const meetRooms = meeting(rooms.map(({ box }) => box));
  const inWall = wallFinder(walls);
  const strips = new Map<RepairRoom, Strip[]>();
  const coverOf = (room: RepairRoom): Region[] => [
    room.region,
    ...(strips.get(room) ?? []).map(({ region }) => region),
  ];
  for (const slit of slitsOf(rooms)) {
    const { room } = slit;
    const quad: Region = { rings: [slit.ring], shadows: [] };
    const box = boxOfRegions([quad]);
    if (box === undefined || zoneLevels(room.zone).some((level) => inWall(level, slit))) continue;
    const near = meetRooms(grow(box, SLIT)).flatMap((i) => rooms[i] ?? []);
    const around = near.filter((other) => other !== room && shareLevel(other.zone, room.zone)).flatMap(coverOf);
    const own = strips.get(room) ?? [];
    const free = areaOfPieces(uncoveredPieces(quad, [...around, ...coverOf(room)]));
    // Another room lies between, so it is no slit.
    if (free < areaOfRegion(quad) / 2) continue;
    for (const { outline } of uncoveredPieces(quad, around)) {
      const [outer = [], ...holes] = outline;
      own.push({ slit, region: { rings: [outer], shadows: holes }, free });
    }
    strips.set(room, own);
  }
  const notes: Note[] = [];
  const grown: RepairRoom[] = [];
  for (const [room, own] of strips) {
    const rings = withStrips(room, own);
    const slits = [...new Set(own.map(({ slit }) => slit))];
    if (rings !== undefined) grown.push({ ...room, zone: { ...room.zone, rings } });
    notes.push(...notesOf(slits, rings === undefined ? 'refused' : 'mended'));
  }
  return { zones: withRooms(zones, grown), notes };
}

/** A stretch along which two rooms face each other with a narrow gap between. */
interface Slit {
  /** Room that gets the slit. */
  readonly room: RepairRoom;
  readonly other: RepairRoom;
  /** Outline of the slit, overlapping the receiving room by SAME_POINT. */
  readonly ring: readonly Point[];
  readonly middle: Segment;
  /** Greatest width in m. */
  readonly width: number;
}

interface Strip {
  readonly slit: Slit;
  readonly region: Region;
  /** Area in m² of all strips of the slit outside any zone. */
  readonly free: number;
}

interface Facing extends Segment {
  readonly room: RepairRoom;
}

function slitsOf(rooms: readonly RepairRoom[]): Slit[] {
  const edges = rooms.flatMap(edgesOf);
  const meet = meeting(edges.map((edge) => boxOfSegment(edge)));
  const slits: Slit[] = [];
  for (const [index, edge] of edges.entries()) {
    for (const other of meet(boxOfSegment(edge, SLIT))) {
      const facing = edges[other];
      if (other <= index || facing === undefined || facing.room === edge.room) continue;
      if (!runsAgainst(edge, facing) || !shareLevel(edge.room.zone, facing.room.zone)) continue;
      const slit = slitBetween(edge, facing);
      if (slit !== undefined) slits.push(slit);
    }
  }
  return slits;
}

/** Returns the edges of a room, which lies on their left. */
function edgesOf(room: RepairRoom): Facing[] {
  const edges: Facing[] = [];
  for (const [index, ring] of [...room.region.rings, ...room.region.shadows].entries()) {
    const way = signedArea(ring) < 0 === (index === 0) ? ring.toReversed() : ring;
    forEachEdge(way, (a, b) => {
      if (distance(a, b) >= SLIT_LENGTH) edges.push({ a, b, room });
    });
  }
  return edges;
}

function runsAgainst(p: Segment, q: Segment): boolean {
  return (p.b[0] - p.a[0]) * (q.b[0] - q.a[0]) + (p.b[1] - p.a[1]) * (q.b[1] - q.a[1]) < 0;
}

function slitBetween(edge: Facing, facing: Facing): Slit | undefined {
  const frame = lineFrame(edge);
  const stretch = frame === undefined ? undefined : stretchAlong(facing, frame);
  if (frame === undefined || stretch === undefined) return undefined;
  const { from, to, dFrom, dTo } = stretch;
  // The other room lies to the right of this room's edge.
  const width = -Math.min(dFrom, dTo);
  if (width <= WELDED || width > SLIT || Math.max(dFrom, dTo) > 0 || to - from < SLIT_LENGTH) return undefined;
  const shares = [(to - from) / frame.length, (to - from) / distance(facing.a, facing.b)];
  const takes = takesIt(edge.room, facing.room, shares);
  const [room, other] = takes ? [edge.room, facing.room] : [facing.room, edge.room];
  // The strip overlaps its own room by a hair, so that rounding leaves nothing between.
  const [near, far] = takes ? [SAME_POINT, 0] : [0, SAME_POINT];
  const ring = [
    fromFrame(frame, from, near),
    fromFrame(frame, to, near),
    fromFrame(frame, to, dTo - far),
    fromFrame(frame, from, dFrom - far),
  ];
  const middle = { a: fromFrame(frame, from, dFrom / 2), b: fromFrame(frame, to, dTo / 2) };
  return { room, other, ring, middle, width };
}

/**
 * True if the first of two rooms has more of its edge on the slit; of two equal ones the private one, then the first.
 */
function takesIt(one: RepairRoom, other: RepairRoom, [p = 0, q = 0]: readonly number[]): boolean {
  if (Math.abs(p - q) > 0.01) return p > q;
  return one.guarded || !other.guarded;
}

/** Returns a test for a wall drawn in a slit. Such a slit is no slip but the width of the wall. */
function wallFinder(walls: PlanDraft['walls']): (level: string, slit: Slit) => boolean {
  const pieces = walls.flatMap(({ level, line }) =>
    line.slice(1).flatMap((b, i) => {
      const a = line[i];
      return a === undefined ? [] : [{ level, a, b }];
    }),
  );
  const meet = meeting(pieces.map((piece) => boxOfSegment(piece)));
  return (level, { middle, width }) =>
    meet(boxOfSegment(middle, width)).some((i) => {
      const piece = pieces[i];
      return piece?.level === level && distanceBetweenSegments(piece, middle) < width / 2;
    });
}

/** Returns the rings of a room joined with its strips; undefined if they don't form one room. */
function withStrips(room: RepairRoom, strips: readonly Strip[]): DraftZone['rings'] | undefined {
  const regions = [room.region, ...strips.map(({ region }) => region)];
  const box = boxOfRegions(regions);
  if (box === undefined) return undefined;
  const round: Region = { rings: [ringOfBox(grow(box, 1))], shadows: [] };
  const [whole, ...rest] = coveredPieces(round, regions);
  const rings = whole === undefined || rest.length > 0 ? undefined : tidied(whole);
  if (rings === undefined) return undefined;
  const grown = areaOfRegion({ rings: rings.slice(0, 1), shadows: rings.slice(1) }) - areaOfRegion(room.region);
  const most = [...new Map(strips.map(({ slit, free }) => [slit, free])).values()].reduce((sum, free) => sum + free, 0);
  return grown >= -AREA_ERROR && grown <= most + AREA_ERROR + SAME_POINT * SLIT * strips.length ? rings : undefined;
}

/** Returns one note for each pair of rooms, with the widest slit between them. */
function notesOf(slits: readonly Slit[], sort: Note['sort']): Note[] {
  const widest = new Map<RepairRoom, Slit>();
  for (const slit of slits) if ((widest.get(slit.other)?.width ?? 0) < slit.width) widest.set(slit.other, slit);
  return [...widest.values()].map(({ room, other, middle, width }) => {
    const message = t.slit({ id: room.zone.id, other: other.zone.id, size: metres(width, 3) });
    const at: Point = [(middle.a[0] + middle.b[0]) / 2, (middle.a[1] + middle.b[1]) / 2];
    const ids = [room.zone.id, other.zone.id];
    return { ...note(room.zone, sort, message, at), ids, size: width };
  });
}
