// The interface of live/: a session that keeps one plan read and judged while it changes.
import type { Localized } from '../i18n/locale.js';
import type { PortableOptions } from '../lint/support/portable.js';
import type { LintVerdict, Report, UnreadableReport } from '../lint/types.js';
import type { Change } from '../plan/write/types.js';
import type { TextEdit } from '../source/edit/splice.js';

export type { Change, DeviceFigures } from '../plan/write/types.js';

/** The bytes of the files that a plan may be read from, by their paths (`/`-separated). */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What a session is opened with: plain data, so that it crosses to a worker. */
export interface SessionInput {
  /** Path of the plan. */
  readonly path: string;
  readonly files: Files;
  /** Options of the run, its day among them: a session has no clock. */
  readonly options: PortableOptions;
}

/** Findings that differ between two consecutive updates of a session. */
export interface Difference {
  readonly added: readonly LintVerdict[];
  readonly gone: readonly LintVerdict[];
  readonly graver: readonly LintVerdict[];
  readonly milder: readonly LintVerdict[];
}

/** The plan as a session has read and judged it after a step. */
export interface Update {
  /** Counts the steps of the session, from 1. */
  readonly revision: number;
  /**
   * current: of the files as they are; attempt: of changes that are in no file; stale: the files can't be read, and
   * `report` is of the last that could.
   */
  readonly state: 'current' | 'attempt' | 'stale';
  /** Undefined if no version of the plan could be read yet. */
  readonly report: Report | undefined;
  /** Set if `state` is stale: why the files can't be read. */
  readonly unreadable?: UnreadableReport;
  /** Set if the changes asked for can't be tried: why. `report` is then of the files as they are. */
  readonly refused?: Localized;
  readonly since: Difference;
}

/** A change as edits of the files; or why it can't be written. */
export type Commit =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      readonly undo: readonly TextEdit[];
      readonly update: Update;
    }
  | { readonly ok: false; readonly reason: Localized };

/** A place and heading of a device that was tried on the page, and whether it would comply there. */
export interface PoseCell {
  /** In plan metres. */
  readonly at: readonly [x: number, y: number];
  /** Degrees clockwise from true north; absent for a device that looks the same way however it is turned. */
  readonly heading?: number;
  /** True if every zone whose protection depends on the device is protected with it in this pose. */
  readonly covers: boolean;
  /**
   * True if it neither stands in a place where nobody may capture, nor has a view into one that is a finding, nor hears
   * into one or may: it has a microphone, or the plan doesn't say.
   */
  readonly clear: boolean;
}

/** Poses of a device along the walls of the zone that it stands in; or why they can't be tried. */
export type PoseMap =
  | {
      readonly ok: true;
      /** Number of places, and so of slices. */
      readonly places: number;
      /** Set if nothing that the law asks depends on the device: says what `covers` means instead. */
      readonly note: Localized | undefined;
      /** Yields the poses at one place after the other, judged on the plan as it was at the call. */
      readonly slices: Iterator<readonly PoseCell[]>;
    }
  | { readonly ok: false; readonly reason: Localized };

/** Keeps one plan read and judged. Its answers are those of a fresh run, to the byte. */
export interface Session {
  /** The plan after the last step. */
  readonly update: Update;
  /** Takes other files, or other options, as they are now. */
  open(files: Files, options?: PortableOptions): Update;
  /** Takes another text of one file, saved or not. */
  text(path: string, text: string | Uint8Array): Update;
  /** Judges the plan as it would be with the changes; nothing is written. Of none: the files as they are. */
  attempt(changes: readonly Change[]): Update;
  /** Makes the changes in the text of the files, keeping comments and all else, and judges the plan read from it. */
  commit(changes: readonly Change[]): Commit;
  /** Tries poses of a device on the plan as it is in the files. */
  poses(device: string): PoseMap;
}
