// Types of the parts of a starter plan.

import type { Locale, Localized } from '../../i18n/locale.js';
import type { Category, Pack } from '../../law/types.js';
import type { Device } from './devices.js';
import type { PlacedRoom } from './place.js';

/** A room that sites of some category usually have. */
export interface StarterRoom {
  /** A zone kind of the pack. */
  readonly kind: string;
  /** Display name, if the kind's own name isn't specific enough. */
  readonly name?: Localized;
  /** Flags that the zone gets in the plan. */
  readonly flags?: readonly ('important' | 'designated' | 'public')[];
  /** Number of such rooms; 1 if absent. */
  readonly count?: number;
}

/** Layout and rooms of a category's starter plan; `wholeProgramme` adds the rooms that the pack asks for. */
export interface Programme {
  /**
   * - building: rooms on both sides of a corridor
   * - ground: an open place with a small house
   * - hall: one long room with entrances at its ends
   * - vehicle: one long room of a vehicle's size, with doors at its side
   */
  readonly shape: 'building' | 'ground' | 'hall' | 'vehicle';
  readonly rooms: readonly StarterRoom[];
}

/** Which rooms starter plans give each category of site, as the shipped file `programmes.json` holds them. */
export interface ProgrammeData {
  /** Rooms that programmes name together. */
  readonly groups: Readonly<Record<string, readonly StarterRoom[]>>;
  readonly programmes: readonly {
    readonly categories: readonly string[];
    /** A building if absent. */
    readonly shape?: Programme['shape'];
    /** Rooms; a word is a group, or else a zone kind with nothing more to say of the room. */
    readonly rooms: readonly (StarterRoom | string)[];
  }[];
}

/** x, y in plan metres. */
export type Point = readonly [number, number];

/** x, y of the south-west corner, width, depth; plan metres. */
export type ZoneRect = readonly [number, number, number, number];

/** A value of the plan's YAML, written in flow style. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** An element that a starter plan writes on one line, with a comment. */
export interface ElementLine {
  readonly value: { readonly [key: string]: Value };
  /** Text of the line's comment. */
  readonly note: Localized;
}

/** The category and law pack that a starter plan is made for, and its language. */
export interface Brief {
  readonly pack: Pack;
  readonly category: Category;
  readonly locale: Locale;
}

/** The contents of one level of a starter plan, before it is written as text. */
export interface Drawn {
  /** Name of the level. */
  readonly level: Localized;
  /** Ceiling height in m. */
  readonly ceiling: number;
  readonly zones: readonly PlacedRoom[];
  /** Walls that aren't the boundary of a room. */
  readonly walls?: readonly ElementLine[];
  readonly openings: readonly ElementLine[];
  readonly devices: readonly Device[];
  /** Signs that tell of the cameras. */
  readonly signs: readonly ElementLine[];
}
