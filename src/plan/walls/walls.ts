// The walls of a level: rooms' boundaries and drawn walls, with openings cut out.

import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import type { Segment } from '../../geometry/types.js';
import type { GroundLevel } from '../ground.js';
import type { Level, Missing, Opening, Zone } from '../model.js';
import { Stretches } from '../nearby.js';
import { runsAlongFace, withoutStretch } from './along.js';
import { type Blind, blindOpenings } from './blind.js';
import {
  beyondLine,
  type Cut,
  cutOf,
  facesAbout,
  facesAlong,
  facesCutBy,
  NOTHING_ABOUT,
  openingSegment,
  type Pane,
  type PlacedCut,
  paneOf,
  straightRuns,
} from './cut.js';
import { type ZonedEdge, zonedEdges } from './edge.js';
import { type Face, roomFaces, wallFaces } from './face.js';
import { type LineFrame, lineFrame, SAME_LINE, zoneFinder } from './plane.js';

export type { Blind } from './blind.js';
export { type Cut, jambs, type OffsetSpan, openingSegment, type Pane, type Spans, TUNNEL } from './cut.js';
export type { Face } from './face.js';

/** The walls of one level, before may-see or must-see is chosen. */
export interface LevelWalls {
  /** Solid faces, with openings cut out. */
  readonly faces: readonly Face[];
  /** Outer edge of zoned space: a wall in must-see, open in may-see. Openings that join two zones are cut out. */
  readonly edges: readonly ZonedEdge[];
  /** Openings that lie on a wall. */
  readonly cuts: readonly Cut[];
  /** Openings that lie on no wall, nor on the outer edge of zoned space. */
  readonly uncut: readonly Opening[];
  /** Openings that lead against an uncut wall close behind the one they cut, by opening, then room. */
  readonly blind: readonly Blind[];
  /** Remaining stretches of the glass walls. */
  readonly panes: readonly Pane[];
  /** Ids of enclosed zones without any opening. Suspect, since a room has a door somewhere. */
  readonly sealed: readonly string[];
}

interface Known {
  readonly without: Level['without'];
  readonly walls: Level['walls'];
  readonly zones: readonly Zone[];
  readonly derived: LevelWalls;
}

/** Results by the list of openings, which outlives the levels made with it while devices are assigned to zones. */
const derived = new WeakMap<Level['openings'], Known>();

/**
 * Returns the walls of a level: boundaries of enclosed zones and drawn walls, with openings cut out. Remembered, since
 * both reading (where devices stand) and sight (what they see) need them.
 *
 * @param zones all zones on the level, those that span it from another one included
 */
export function deriveWalls(level: GroundLevel, zones: readonly Zone[] = level.zones): LevelWalls {
  const known = derived.get(level.openings);
  const same = known?.walls === level.walls && known.without === level.without && known.zones.length === zones.length;
  if (known !== undefined && same && known.zones.every((zone, i) => zone === zones[i])) return known.derived;
  const fresh = derive(level, zones);
  derived.set(level.openings, { without: level.without, walls: level.walls, zones, derived: fresh });
  return fresh;
}

/** Returns the metres around a face within which an opening or wall may belong to it. */
function reachOf({ thickness = 0 }: { readonly thickness?: number | undefined }): number {
  return Math.max(SAME_LINE, thickness) + LENGTH_TOLERANCE;
}

function derive(level: GroundLevel, zones: readonly Zone[]): LevelWalls {
  const rooms = roomFaces(zones);
  const faces = standingFaces(rooms, wallFaces(level));
  const edges = new Stretches(zonedEdges(zones), () => reachOf({}));
  const zoneAt = zoneFinder(zones);
  const cuts: PlacedCut[] = [];
  const uncut: Opening[] = [];
  for (const opening of level.openings) {
    const frame = lineFrame(openingSegment(opening));
    const about = frame === undefined ? NOTHING_ABOUT : facesAbout(opening, frame, faces);
    const hit = frame === undefined ? [] : facesCutBy(opening, frame, faces.pieces(about.numbers));
    if (frame !== undefined && hit.length > 0) cuts.push({ cut: cutOf(opening, frame, hit, zoneAt), about });
    else if (frame === undefined || !liesOnEdge(opening, frame, edges)) uncut.push(opening);
  }
  for (const placed of cuts) takeOut(placed, faces, edges);
  for (const missing of level.without ?? []) takeAway(missing, faces);
  const made = cuts.map(({ cut }) => cut);
  const opened = new Set(made.flatMap((cut) => [...cut.owners, ...cut.joins.map((zone) => zone?.id)]));
  const sealed = zones.filter((zone) => zone.enclosed && !opened.has(zone.id)).map((zone) => zone.id);
  const left = faces.all();
  const blind = blindOpenings(cuts, faces, zoneAt);
  return { faces: left, edges: edges.all(), cuts: made, uncut, sealed, panes: panesOf(left, rooms), blind };
}

/**
 * Returns the walls before openings are cut out of them. Where a drawn wall makes a room's boundary glass or low, the
 * drawn wall replaces the boundary.
 */
function standingFaces(rooms: readonly Face[], explicit: readonly Face[]): Stretches<Face> {
  const faces = new Stretches([...rooms, ...explicit], reachOf);
  const special = explicit.filter(({ material, height }) => material !== 'opaque' || height !== undefined);
  if (special.length === 0) return faces;
  for (const wall of straightRuns(special)) {
    const { thickness = 0 } = wall;
    const frame = lineFrame(wall);
    if (frame === undefined) continue;
    const about = faces.about(wall, beyondLine(thickness)).filter((number) => number < rooms.length);
    const along = facesAlong(frame, faces.wholes(about), () => thickness);
    faces.cut(
      about,
      (face) => along.has(face),
      (piece) => withoutStretch(piece, frame),
    );
  }
  // Openings are matched with the remaining pieces, each as a face of its own.
  return new Stretches(faces.all(), reachOf);
}

/**
 * True if an opening lies on the outer edge of zoned space, as the door of an entrance whose kind isn't enclosed. It
 * cuts nothing, since nothing is drawn beyond it, and is no mistake.
 */
function liesOnEdge(opening: Opening, frame: LineFrame, edges: Stretches<ZonedEdge>): boolean {
  const { thickness = 0 } = opening;
  return edges
    .near(openingSegment(opening), beyondLine(thickness))
    .some((edge) => runsAlongFace(edge, frame, thickness));
}

function takeOut({ cut, about }: PlacedCut, faces: Stretches<Face>, edges: Stretches<ZonedEdge>): void {
  const { opening, frame, joins } = cut;
  const line = openingSegment(opening);
  const hit = new Set(facesCutBy(opening, frame, faces.wholes(about.numbers)));
  const take = <S extends Segment>(piece: S) => withoutStretch(piece, frame);
  faces.cut(about.numbers, (face) => hit.has(face), take);
  if (joins[0] === undefined || joins[1] === undefined) return;
  const { thickness = 0 } = opening;
  edges.cut(edges.about(line, beyondLine(thickness)), (edge) => runsAlongFace(edge, frame, thickness), take);
}

/** Takes a stretch out of the faces that its owners alone have, an opening in them staying as it is. */
function takeAway({ a, b, owners }: Missing, faces: Stretches<Face>): void {
  const frame = lineFrame({ a, b });
  if (frame === undefined) return;
  faces.cut(
    faces.about({ a, b }),
    (face) => face.owners.every((owner) => owners.includes(owner)) && runsAlongFace(face, frame, 0),
    (piece) => withoutStretch(piece, frame),
  );
}

function panesOf(faces: readonly Face[], rooms: readonly Face[]): Pane[] {
  const glass = faces.filter(({ source, material }) => source === 'wall' && material !== 'opaque');
  if (glass.length === 0) return [];
  const beside = new Stretches(rooms, () => reachOf({}));
  return glass.flatMap((face) => paneOf(face, beside) ?? []);
}
