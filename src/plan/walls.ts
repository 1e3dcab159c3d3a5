import type { Level, Opening, Zone } from './model.js';
import { without } from './walls-along.js';
import { type Blind, blindOpenings } from './walls-blind.js';
import { type Cut, cutOf, facesCutBy, lineOf, type Pane, paneOf } from './walls-cut.js';
import { type ZonedEdge, zonedEdges } from './walls-edge.js';
import { type Face, roomFaces, wallFaces } from './walls-face.js';
import { type Frame, frameOf } from './walls-plane.js';

export type { Blind } from './walls-blind.js';
export { type Cut, jambs, lineOf, type Pane, type Span, type Spans, TUNNEL } from './walls-cut.js';
export type { Face } from './walls-face.js';

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
  /** Openings that lead against an uncut wall close behind the one they cut, by opening, then room. */
  readonly blind: readonly Blind[];
  /** What is left of the glass walls. */
  readonly panes: readonly Pane[];
  /** Ids of enclosed zones without any opening: a room has a door somewhere. */
  readonly sealed: readonly string[];
}

interface Known {
  readonly walls: Level['walls'];
  readonly zones: readonly Zone[];
  readonly derived: LevelWalls;
}

/** By the list of openings, which outlives the levels made of it while devices find their zones. */
const derived = new WeakMap<Level['openings'], Known>();

/**
 * The walls of a level: boundaries of enclosed zones and explicit walls, less the openings.
 * `zones` are all zones on the level, those that span it from another one included. Remembered: reading asks where
 * devices stand, and sight what they see.
 */
export function deriveWalls(level: Level, zones: readonly Zone[] = level.zones): LevelWalls {
  const known = derived.get(level.openings);
  const same = known?.walls === level.walls && known.zones.length === zones.length;
  if (known !== undefined && same && known.zones.every((zone, i) => zone === zones[i])) return known.derived;
  const fresh = derive(level, zones);
  derived.set(level.openings, { walls: level.walls, zones, derived: fresh });
  return fresh;
}

/**
 * Whether an opening lies on the outer edge of zoned space: the door of an entrance that isn't walled in by its kind. It
 * cuts nothing, since beyond it nothing is drawn, and is no mistake.
 */
function liesOn(edge: ZonedEdge, opening: Opening, frame: Frame): boolean {
  const face: Face = {
    ...edge,
    owners: [],
    source: 'zone',
    material: 'opaque',
    height: undefined,
    thickness: undefined,
  };
  return facesCutBy(opening, frame, [face]).length > 0;
}

function derive(level: Level, zones: readonly Zone[]): LevelWalls {
  const explicit = wallFaces(level);
  // Where an explicit wall says that a room's boundary is glass, or low, that is what stands there.
  const special = explicit.filter((wall) => wall.material !== 'opaque' || wall.height !== undefined);
  const rooms = roomFaces(zones);
  const standing = rooms.flatMap((face) =>
    special.reduce<Face[]>((parts, wall) => parts.flatMap((part) => without(part, wall, wall.thickness ?? 0)), [face]),
  );
  let faces: Face[] = [...standing, ...explicit];
  let edges = zonedEdges(zones);
  const cuts: Cut[] = [];
  const uncut: Opening[] = [];
  for (const opening of level.openings) {
    const frame = frameOf(lineOf(opening));
    const hit = frame === undefined ? [] : facesCutBy(opening, frame, faces);
    if (frame === undefined || (hit.length === 0 && !edges.some((edge) => liesOn(edge, opening, frame)))) {
      uncut.push(opening);
    } else if (hit.length > 0) cuts.push(cutOf(opening, frame, hit, zones));
  }
  for (const cut of cuts) {
    const line = lineOf(cut.opening);
    const hit = new Set(facesCutBy(cut.opening, cut.frame, faces));
    faces = faces.flatMap((face) => (hit.has(face) ? without(face, line, Infinity) : [face]));
    if (cut.joins[0] !== undefined && cut.joins[1] !== undefined)
      edges = edges.flatMap((edge) => without(edge, line, cut.opening.thickness ?? 0));
  }
  const opened = new Set(cuts.flatMap((cut) => [...cut.owners, ...cut.joins.map((zone) => zone?.id)]));
  const sealed = zones.filter((zone) => zone.enclosed && !opened.has(zone.id)).map((zone) => zone.id);
  const panes = faces.flatMap((face) => paneOf(face, rooms) ?? []);
  return { faces, edges, cuts, uncut, sealed, panes, blind: blindOpenings(cuts, faces, zones) };
}
