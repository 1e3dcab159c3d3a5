// What the language server and the thread that judges for it tell each other.
import type { CodeAction, Diagnostic, Hover, Position, Range } from 'vscode-languageserver-types';
import type { FixSearch } from '../../editor/index.js';
import type { Locale } from '../../i18n/locale.js';
import type { PortableOptions } from '../../lint/support/portable.js';
import type { PlanFlags } from '../config/lint-options.js';

/** Settings with which the judging thread starts. */
export interface ThreadData {
  /** Folder that paths are relative to. */
  readonly root: string;
  readonly flags: PlanFlags;
  readonly locale: Locale;
  /** True if the editor takes edits of a certain version of a document. */
  readonly versioned: boolean;
  /** An Int32Array of one: anything but 0 calls off what is being worked out. */
  readonly calledOff: SharedArrayBuffer;
}

/** A file as it stands in the editor, saved or not; without a text it was closed. */
export interface OpenText {
  /** As people see it: relative to the root, with `/`. */
  readonly path: string;
  readonly uri: string;
  readonly version: number;
  readonly text: string | undefined;
}

/** A question of the language server to the thread that judges. */
export type Ask =
  | { readonly ask: 'judge'; readonly plan: string }
  | { readonly ask: 'actions'; readonly plan: string; readonly path: string; readonly range: Range }
  | { readonly ask: 'fixAll'; readonly plan: string }
  | { readonly ask: 'fix'; readonly plan: string; readonly search: FixSearch }
  | { readonly ask: 'hover'; readonly plan: string; readonly path: string; readonly position: Position }
  /** Asked when nobody types: a plan that was followed for long is judged afresh, and what was kept of its versions let go. */
  | { readonly ask: 'renew'; readonly plan: string }
  | { readonly ask: 'forget'; readonly plan: string };

/** Result of reading and judging a plan's text: diagnostics, headline, and the files that it depends on. */
export interface Judgement {
  /** Marks by path; the plan's own path among them. */
  readonly marks: readonly (readonly [path: string, diagnostics: readonly Diagnostic[]])[];
  /** The verdict in a sentence. */
  readonly headline: string;
  /** True if the plan could be read and judged. */
  readonly ok: boolean;
  /** Options that the plan is judged by, if they are others than before. */
  readonly options?: PortableOptions;
  /** Absolute paths, `/`-separated, of everything that was looked at. */
  readonly reads: readonly string[];
  /** Paths of the files that name what is in the plan: waivers, decisions, a baseline. */
  readonly named: readonly string[];
}

/** Type of the answer to each kind of {@link Ask}. */
export interface Answers {
  readonly judge: Judgement;
  readonly actions: CodeAction[];
  readonly fixAll: CodeAction | undefined;
  /** `none`: a sentence on why there is no fix. Undefined if the plan wasn't judged. */
  readonly fix: undefined | { readonly action: Pick<CodeAction, 'edit' | 'title'> } | { readonly none: string };
  readonly hover: Hover | undefined;
  readonly renew: undefined;
  readonly forget: undefined;
}

/** A question with those files open in the editor that changed since the one before. */
export interface Question {
  readonly ask: Ask;
  readonly texts: readonly OpenText[];
}

/** An answer; `calledOff`: the text changed meanwhile; `fault`: a fault of sitecam's. */
export type Reply = { readonly value: Answers[Ask['ask']] } | { readonly calledOff: true } | { readonly fault: string };
