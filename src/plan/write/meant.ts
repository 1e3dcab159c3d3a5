// What the value of a plan's file is to be, worked out beside its text.
import type { Localized } from '../../i18n/locale.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { tokens } from '../../source/place/pointer.js';

/** A list or object of JSON that may be changed in place. */
export type Draft = Record<string, unknown> | unknown[];

/** Returns a deep copy of a value that may be changed. A part that YAML aliases repeat is copied each time. */
export function draftOf(value: object): Draft {
  if (Array.isArray(value)) return value.map(partOf);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, partOf(part)] as const));
}

function partOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? draftOf(value) : value;
}

/** Returns the list or object at a pointer; undefined if there is none. */
export function draftAt(draft: Draft, pointer: string): Draft | undefined {
  let at: unknown = draft;
  for (const token of tokens(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, token)) return undefined;
    at = Reflect.get(at, token);
  }
  return typeof at === 'object' && at !== null ? (at as Draft) : undefined;
}

/** Edits, and the value that the file is meant to have with them; or why there are none. */
export type Meant = { readonly edits: readonly TextEdit[]; readonly meant: unknown } | { readonly reason: Localized };
