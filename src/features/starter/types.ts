import type { Locale, Localized } from '../../i18n/locale.js';
import type { Category, Pack } from '../../law/types.js';

/** A room that a site of some category usually has. */
export interface StarterRoom {
  /** A kind of zone of the pack. */
  readonly kind: string;
  /** What it is called, where the kind's own name says too little. */
  readonly name?: Localized;
  readonly flags?: readonly ('important' | 'designated' | 'public')[];
  /** How many of them, numbered from 1. */
  readonly count?: number;
}

/** How the example of a category is laid out, and which rooms it shows beside those the pack asks for. */
export interface Programme {
  /**
   * building: rooms on both sides of a corridor; ground: an open place with a small house; hall: one long room with
   * doors at its sides; vehicle: the same with the measures of a vehicle.
   */
  readonly shape: 'building' | 'ground' | 'hall' | 'vehicle';
  readonly rooms: readonly StarterRoom[];
}

/** x, y of the south-west corner, width, depth: metres. */
export type ZoneRect = readonly [number, number, number, number];

/** A value of the plan's YAML in flow style. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** One element on one line of the plan, with what its comment says. */
export interface ElementLine {
  readonly value: { readonly [key: string]: Value };
  readonly note: string;
}

/** What every part of an example is made for. */
export interface Brief {
  readonly pack: Pack;
  readonly category: Category;
  readonly locale: Locale;
}

/** One level as it will be written, with the device types it refers to. */
export interface Drawn {
  /** What the level is called. */
  readonly level: Localized;
  /** m */
  readonly ceiling: number;
  readonly zones: readonly ElementLine[];
  /** Those that rooms don't imply. */
  readonly walls?: readonly ElementLine[];
  readonly openings: readonly ElementLine[];
  readonly devices: readonly ElementLine[];
  readonly types: Readonly<Record<string, ElementLine>>;
}
