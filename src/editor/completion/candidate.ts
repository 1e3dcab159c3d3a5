// What can be typed at a place, before it becomes an item of a list.
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Spellings } from './match.js';

/** A word, a key or a whole item that can be typed at a place. */
export interface Candidate {
  /** What is listed and, if nothing else is given, written. */
  readonly word: string;
  readonly spellings: Spellings;
  /** Its name in the language of the reader. */
  readonly detail?: string;
  /** What there is to say of it, as Markdown. */
  readonly doc?: string;
  readonly kind: CompletionItemKind;
  /** Sorts candidates that match equally well: smaller ones first. */
  readonly group?: number;
  /** True if it is a key, which takes a colon. */
  readonly isKey?: boolean;
  /** True if it stands in no quotes, whatever the syntax: true, false. */
  readonly isBare?: boolean;
  /** Text to write in its place: a snippet with its own quotes, and places to fill in. */
  readonly snippet?: string;
  /** Text to write in its place, as it is. */
  readonly text?: string;
}

/**
 * Numbers of the LSP's `CompletionItemKind`, by which editors choose the icon of an item. Written out, since
 * `vscode-languageserver-types` is imported for its types alone.
 */
export const KIND = {
  property: 10,
  value: 12,
  snippet: 15,
  reference: 18,
  enumMember: 20,
} as const satisfies Readonly<Record<string, CompletionItemKind>>;

/** Most items of one list that completion shows. */
export const MOST_ITEMS = 200;
