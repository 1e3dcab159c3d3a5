import type { Point } from '../geometry/types.js';
import type { OpeningKind } from '../plan/model.js';
import type { Note } from './notes.js';
import type { SourceOrigin } from './types.js';

/**
 * A plan on its way: what the source drew, told apart into zones, walls, openings and devices, in metres east and north
 * of the frame's origin. Each stage takes a draft and gives one. `id` and `level` are the source's own until
 * ids.ts makes lawful ones.
 */
export interface PlanDraft {
  readonly zones: readonly DraftZone[];
  readonly walls: readonly DraftWall[];
  readonly openings: readonly DraftOpening[];
  readonly devices: readonly DraftDevice[];
  /** Outer edges of storeys, where a source draws them: what rooms are formed within. */
  readonly outlines: readonly DraftOutline[];
  /** Rooms that a source draws as a point somewhere in them. */
  readonly labels?: readonly DraftLabel[];
}

/** What a point in a room says of it. */
export interface DraftLabel {
  readonly id: string;
  readonly level: string;
  /** The level is ours: which room it lies in isn't known. */
  readonly astray?: true | undefined;
  readonly origin: SourceOrigin;
  /** Undefined for one that is drawn nowhere and says which rooms it is of. */
  readonly at: Point | undefined;
  readonly kind: string;
  /** What the source called it, where its kind couldn't be told. */
  readonly untold: string | undefined;
  readonly name: string | undefined;
  /** Ids of the rooms that the source says it is in, whatever it lies in. */
  readonly of?: readonly string[] | undefined;
  /** It only counts where it names a private kind; what else it says is left out and counted already. */
  readonly quiet?: true | undefined;
}

/** What every element of a draft has. */
export interface DraftElement {
  readonly id: string;
  readonly level: string;
  readonly origin: SourceOrigin;
  /** Further keys of the element, spelled as a plan spells them. */
  readonly keys: Readonly<Record<string, unknown>>;
}

export interface DraftZone extends DraftElement {
  readonly kind: string;
  /** What the source called it, where its kind couldn't be told: `kind` is then `other`. */
  readonly untold: string | undefined;
  /** What is to be said of how its kind was told, or why it couldn't be. */
  readonly toldBy?: Pick<Note, 'sort' | 'message'> | undefined;
  readonly name: string | undefined;
  /** Further levels it is on. */
  readonly spans: readonly string[];
  /** Outer ring, then holes; without the closing point, once repaired. */
  readonly rings: readonly (readonly Point[])[];
}

export interface DraftWall extends DraftElement {
  /** A polygon is a line that ends where it began. */
  readonly line: readonly Point[];
  /** Of one that was drawn as a polygon: what it encloses is wall. Rings of one polygon have one origin. */
  readonly solid?: boolean;
}

/** Doors are drawn as a line across the gap, as a point on the wall, or as the patch of floor in the gap. */
export type OpeningShape =
  | { readonly type: 'line'; readonly line: readonly [Point, Point] }
  | { readonly type: 'point'; readonly at: Point; readonly width: number; readonly heading?: number }
  | { readonly type: 'patch'; readonly ring: readonly Point[] };

export interface DraftOpening extends DraftElement {
  readonly kind: OpeningKind;
  readonly name: string | undefined;
  readonly shape: OpeningShape;
  /** Laid along the middle of its patch: where it lies between the faces of its wall is as drawn. */
  readonly settled?: boolean;
}

export interface DraftDevice extends DraftElement {
  readonly kind: string;
  readonly name: string | undefined;
  readonly at: Point;
}

export interface DraftOutline {
  readonly level: string;
  readonly ring: readonly Point[];
}
