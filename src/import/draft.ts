// The draft of a plan that the stages of an import pass on: elements in metres, with the ids of the source.

import type { Point } from '../geometry/types.js';
import type { OpeningKind } from '../plan/model.js';
import type { Note } from './notes.js';
import type { SourceOrigin } from './types.js';

/**
 * A plan in the making: zones, walls, openings and devices of a source, in metres east and north of the frame's origin.
 * Each stage takes a draft and returns a new one. `id` and `level` are the source's own until support/ids.ts gives each
 * element a valid id.
 */
export interface PlanDraft {
  readonly zones: readonly DraftZone[];
  readonly walls: readonly DraftWall[];
  readonly openings: readonly DraftOpening[];
  readonly devices: readonly DraftDevice[];
  /** Outer edges of storeys, where a source draws them. Rooms are formed inside them. */
  readonly outlines: readonly DraftOutline[];
  /** Rooms that a source draws as a point somewhere inside the room. */
  readonly labels?: readonly DraftLabel[];
  /** Levels drawn in lines (DXF): walls by their faces, doors and windows by what they look like. */
  readonly drawings?: ReadonlySet<string>;
  /** Levels of a building model: it draws its rooms, and walls whole, with the openings in them. */
  readonly models?: ReadonlySet<string>;
  /** Doors and windows of such levels as drawn, until `formWalls` has placed them in walls. */
  readonly drawn?: readonly DrawnOpening[];
  /** Bodies of the walls of such levels. */
  readonly bodies?: readonly DraftBody[];
  /** Floors under flights of stairs on such levels. */
  readonly flights?: readonly DraftFlight[];
}

/** A piece of wall as the ring of its area, ending at the openings in the wall. Rings may overlap. */
export interface DraftBody {
  readonly level: string;
  /** m. */
  readonly ring: readonly Point[];
  /** True of a gap that counts as closed. */
  readonly isFill?: true;
}

/** The floor under a flight of stairs. */
interface DraftFlight {
  readonly level: string;
  /** m. */
  readonly ring: readonly Point[];
}

/** A point that carries the use or the name of the room it lies in. */
export interface DraftLabel {
  readonly id: string;
  readonly level: string;
  /** True if the import chose the level: which room the point lies in is then unknown. */
  readonly astray?: true | undefined;
  readonly origin: SourceOrigin;
  /** Metres east and north; undefined if the point is drawn nowhere and only `of` links it to rooms. */
  readonly at: Point | undefined;
  readonly kind: string;
  /** The source's word for the use, if the import doesn't know it; undefined if `kind` is known. */
  readonly untold: string | undefined;
  readonly name: string | undefined;
  /** What a drawing states that its room has, in m². */
  readonly area?: number | undefined;
  /** Ids of the rooms that the source puts it in, wherever it is drawn. */
  readonly of?: readonly string[] | undefined;
  /** True if only a private kind of this label counts. Anything else it carries was already counted as left out. */
  readonly quiet?: true | undefined;
}

/** Fields common to all elements of a draft. */
export interface DraftElement {
  readonly id: string;
  readonly level: string;
  readonly origin: SourceOrigin;
  /** Block of a CAD drawing that it was read from as a whole: that of a device, door or window. */
  readonly block?: string;
  /** True if the import made the id of its place in the source: if it moves, its id may be another thing's. */
  readonly unnamed?: boolean;
  /** Further keys of the element, as a plan file spells them. */
  readonly keys: Readonly<Record<string, unknown>>;
}

/** A zone of a draft: its kind, its storeys and its rings. */
export interface DraftZone extends DraftElement {
  readonly kind: string;
  /** The source's word for the use, if the import doesn't know it (`kind` is then `other`); else undefined. */
  readonly untold: string | undefined;
  /** Note on how the kind was inferred, or why it is unknown. */
  readonly toldBy?: Pick<Note, 'sort' | 'message'> | undefined;
  readonly name: string | undefined;
  /** Keys of further levels that the zone reaches. */
  readonly spans: readonly string[];
  /** Outer ring, then holes, in metres; without the closing point once repaired. */
  readonly rings: readonly (readonly Point[])[];
}

/** A wall of a draft: a line or, if an area is drawn, one ring of it. */
export interface DraftWall extends DraftElement {
  /** Points in metres. A wall drawn as a polygon ends where it begins. */
  readonly line: readonly Point[];
  /** True if the wall was drawn as a polygon, whose inside is solid. All rings of one polygon share one origin. */
  readonly solid?: boolean;
  /** The area drawn solid that the wall is one ring of: outer ring, then holes; the same array for all its rings. */
  readonly filled?: readonly (readonly Point[])[];
  /** How wide the line is drawn, in m; undefined for a thin one. */
  readonly width?: number;
  /** True if a rule of the user's mapping names it by its id: it then stays a wall, whatever is drawn around it. */
  readonly told?: boolean;
  /** True if it comes from a layer of walls and doors, so that some of its lines may be leaves. */
  readonly mixed?: boolean;
}

/**
 * An arc drawn as a door swing: its centre, the hinge, and its ends; in m, or in drawing units while a drawing is read.
 */
export interface Swing {
  readonly hinge: Point;
  readonly ends: readonly [Point, Point];
}

/** What is drawn of a door or window, in m: lines and arcs, in one block or loose. */
export interface DrawnShape {
  readonly lines: readonly (readonly Point[])[];
  readonly swings: readonly Swing[];
  readonly block: boolean;
}

/**
 * Shape of an opening: a line across the gap, a point on the wall (width in m), or the patch of
 * floor in the gap.
 */
export type OpeningShape =
  | { readonly type: 'line'; readonly line: readonly [Point, Point] }
  | { readonly type: 'point'; readonly at: Point; readonly width: number }
  | { readonly type: 'patch'; readonly ring: readonly Point[] };

/** An opening of a draft: its kind, and the line, point or patch that shows where it is. */
export interface DraftOpening extends DraftElement {
  readonly kind: OpeningKind;
  readonly name: string | undefined;
  readonly shape: OpeningShape;
  /**
   * True if the import placed the line itself, along the middle of a drawn patch or the axis of a formed wall: repairs
   * neither move it within its wall nor trim it.
   */
  readonly settled?: boolean;
}

/** A door or window as drawn, not yet placed in a wall. */
export interface DrawnOpening extends DraftElement {
  readonly kind: OpeningKind;
  readonly name: string | undefined;
  readonly shape: DrawnShape;
}

/** A device of a draft: its kind and the point where it stands, m; `keys` holds the rest. */
export interface DraftDevice extends DraftElement {
  readonly kind: string;
  readonly name: string | undefined;
  readonly at: Point;
}

/** The outer edge of one storey. */
interface DraftOutline {
  readonly level: string;
  readonly ring: readonly Point[];
}
