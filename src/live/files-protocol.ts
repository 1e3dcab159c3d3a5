// What `sitecam dev` and its page tell each other: the files of one plan, their changes, and what is to be written.
import type { Goal } from '../features/suggest/types.js';
import type { Localized } from '../i18n/locale.js';
import type { PortableOptions } from '../lint/support/portable.js';
import type { UnreadableReport } from '../lint/types.js';
import type { Change } from '../plan/write/types.js';
import type { TextEdit } from '../source/edit/splice.js';

/** Addresses of the server, each with its method. All want the token: `Authorization: Bearer TOKEN`. */
export const ROUTES = {
  /** GET: LiveState. */
  state: '/api/state',
  /** GET: an answer that doesn't end, a LiveEvent as JSON on each line. */
  events: '/api/events',
  /** POST of a WriteRequest: 200 Written, or another status and a Refused. */
  write: '/api/write',
  /** POST of a Selection: what is selected on the page, for the editor beside it. */
  select: '/api/select',
  /** POST of a SuggestRequest: 200 and a ZoneSuggestion, or another status and a Refused. Whoever hangs up calls it off. */
  suggest: '/api/suggest',
} as const;

/** ms between two lines of the stream of events. Who hears nothing for three times as long has lost the server. */
export const BEAT = 5000;

/** A file as it is on the disk. Bytes that aren't UTF-8 are in base64; `missing`: there is none that may be read. */
export type LiveFile =
  | { readonly path: string; readonly sha256: string; readonly text: string }
  | { readonly path: string; readonly sha256: string; readonly base64: string }
  | { readonly path: string; readonly missing: true };

/** Everything that the verdicts on a plan depend on. */
export interface LiveState {
  /** Path of the plan, one of `files`. */
  readonly path: string;
  /** Version of sitecam. */
  readonly version: string;
  /** True if nothing may be written. */
  readonly readOnly: boolean;
  readonly options: PortableOptions;
  /** True if the page stands beside an editor, which is told what is selected. */
  readonly inEditor: boolean;
  /** True if the server may be asked for cameras to add. */
  readonly suggests: boolean;
  /** The plan and all files that it was read from. */
  readonly files: readonly LiveFile[];
  /** Set if configuration, waivers, baseline or packs can't be used as they are now: `options` are those of before. */
  readonly unjudged?: UnreadableReport;
}

/** What changed since the server sent its state or, later, its last event. */
export type LiveEvent =
  /**
   * Files that changed, appeared or went, or that the plan refers to only now. `look`: number of the server's look at the disk
   * that saw them so.
   */
  | { readonly files: readonly LiveFile[]; readonly look: number }
  /** Configuration, waivers, baseline or packs changed, or can be used again. */
  | { readonly options: PortableOptions }
  | { readonly unjudged: UnreadableReport }
  /** Something was selected in the editor. */
  | { readonly select: Selection }
  /** Nothing; tells that the server is there. */
  | { readonly beat: true };

/** What is selected: a device, by its id. */
export interface Selection {
  readonly device: string;
}

/** An edit of one file: `text` replaces the characters from offset `from` to before `to`, in UTF-16 units. */
export type FileEdit = Pick<TextEdit, 'from' | 'to' | 'text'>;

/** Edits to write into one of the files that the plan was read from. */
export interface WriteRequest {
  readonly path: string;
  /** SHA-256, in hex, of the bytes of the file that the edits were made for. */
  readonly sha256: string;
  /** Offsets into the text, which has no byte order mark, in UTF-16 units. */
  readonly edits: readonly FileEdit[];
}

/** Asks for cameras to add so that one zone is protected. All cameras of the plan stay as drawn. */
export interface SuggestRequest {
  /** Id of the zone. */
  readonly zone: string;
  /** What the design is for; absent: the design criterion or, if that can't be met, what the law asks. */
  readonly goal?: Goal;
  /** Hashes (SHA-256, hex) of the files that the page shows, by path. If the server has others, it refuses (409). */
  readonly files: Readonly<Record<string, string>>;
  /** Changes that are shown on the page and stand in no file yet. */
  readonly changes: readonly Change[];
}

/** The answer if the edits were written: the hash of the file as it is now. */
export interface Written {
  readonly sha256: string;
  /** Number of the last look at the disk before the edits were written: events of it or an earlier one have the old file. */
  readonly look: number;
}

/** The answer, with a status other than 200, if nothing was done. 409: not possible now, such as after a change of the files. */
export interface Refused {
  readonly reason: Localized;
}

/** Returns the bytes of a file; undefined if it is missing. */
export function bytesOf(file: LiveFile): Uint8Array | undefined {
  if ('text' in file) return new TextEncoder().encode(file.text);
  return 'base64' in file ? Uint8Array.from(atob(file.base64), (unit) => unit.charCodeAt(0)) : undefined;
}
