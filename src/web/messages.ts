// What the page and its worker tell each other.
import type { PackedLevel } from '../draw/packed.js';
import type { Locale } from '../i18n/locale.js';
import type { PortableOptions } from '../lint/support/portable.js';
import type { Change, PoseCell } from '../live/types.js';
import type { CardData, PageData, PlanData } from '../report/html/data.js';
import type { TextEdit } from '../source/edit/splice.js';

/** Keys of the lists of a level that are its ground: they aren't drawn again while only devices move. */
export type GroundKey = 'zones' | 'walls' | 'openings';

/** A level as the worker sends it to the page; zones, walls and openings are left out if the page has them already. */
export type LevelMessage = Omit<PackedLevel, GroundKey> & Partial<Pick<PackedLevel, GroundKey>>;

/** The level (index from 0) and the device (id) that the page shows, for which the worker must compute data. */
export interface Looking {
  readonly level: number;
  readonly device: string | undefined;
}

/** What the page asks of the worker. Each is answered, in order. */
export type Ask =
  /** Opens a plan, or takes its files or options as they are now. */
  | {
      readonly ask: 'open';
      readonly path: string;
      readonly files: Given;
      readonly options: PortableOptions;
      readonly locale: Locale;
      readonly version: string;
    }
  /** Takes another text of one file. */
  | { readonly ask: 'text'; readonly path: string; readonly text: string }
  | { readonly ask: 'attempt'; readonly changes: readonly Change[] }
  | { readonly ask: 'commit'; readonly changes: readonly Change[] }
  | ({ readonly ask: 'look' } & Looking)
  /** Asks for poses of a device, of the plan as it is in the files: for the first of them, or for the next. */
  | { readonly ask: 'poses'; readonly device: string; readonly from: 'first' | 'next' }
  /** Asks for the report's text. */
  | { readonly ask: 'record' };

/** Questions of a page without a server to its worker, besides those of every page. */
export type FilesAsk =
  /** Asks which of the files may be plans, and which are sitecam's own. */
  | { readonly ask: 'sort'; readonly files: Given }
  /** Asks which files the plan refers to and that aren't given. */
  | { readonly ask: 'missing'; readonly path: string; readonly files: Given };

/** Files that the user chose on a page without a server, by their paths (`/`-separated). */
export type Given = readonly (readonly [path: string, bytes: Uint8Array])[];

/** Asks for the open plan's report in a format for people. */
export interface RenderAsk {
  readonly ask: 'render';
  readonly format: 'opinion' | 'html';
}

/**
 * The worker's message on the plan after a step. `state` is `stale` if the files can't be read: it is then the last
 * version that could. `plan` is undefined if no version could be read yet, `level` also if the plan lacks the level
 * that the page shows, `card` also if the page shows no device of the plan. `devices`, if absent, and the lists that
 * `level` leaves out are as they were.
 */
export interface Step {
  readonly tell: 'step';
  readonly revision: number;
  readonly state: 'current' | 'attempt' | 'stale';
  readonly plan: PlanData | undefined;
  readonly level: LevelMessage | undefined;
  readonly card: CardData | undefined;
  /** Ids that no new device may get: of all devices, and of what `overrides` state; absent in an attempt. */
  readonly devices?: readonly string[];
  /** Why the files can't be read: a line for each fault. */
  readonly faults: readonly string[];
  /** Why the changes can't be tried. */
  readonly refused?: string;
  /** What became of findings since the step before, in a sentence; absent: nothing. */
  readonly since?: string;
}

/** The worker's answer to `commit`: the step, the edits of the files that make the change, and those that undo it. */
export interface Committed {
  readonly tell: 'committed';
  readonly step: Step;
  readonly edits: readonly TextEdit[];
  readonly undo: readonly TextEdit[];
}

/**
 * The worker's message on some of the poses of a device that it tried, each with whether the device would comply. It
 * sends them place by place, so that other messages needn't wait for all.
 */
export interface Poses {
  readonly tell: 'poses';
  readonly device: string;
  readonly cells: readonly PoseCell[];
  /** Number of places that were tried, and of all. */
  readonly done: number;
  readonly of: number;
  /** What `covers` means if it isn't what the law asks. */
  readonly note?: string;
}

/** Messages of the worker to the page. */
export type Tell =
  | { readonly tell: 'opened'; readonly page: PageData; readonly step: Step }
  | Step
  | Committed
  | Poses
  | { readonly tell: 'refused'; readonly reason: string }
  | { readonly tell: 'record'; readonly sections: readonly (readonly [name: string, html: string])[] }
  /** Paths of what may be plans, by name and content, and of sitecam's own files. */
  | {
      readonly tell: 'sorted';
      readonly plans: readonly string[];
      readonly own: readonly string[];
    }
  | { readonly tell: 'missing'; readonly paths: readonly string[] }
  | { readonly tell: 'rendered'; readonly text: string }
  /** A fault of sitecam's. */
  | { readonly tell: 'fault'; readonly message: string };
