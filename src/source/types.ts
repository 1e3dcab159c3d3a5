/** One file as read: its path as shown to people (relative, `/`), its text without BOM, and the hash of its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
  readonly format: 'yaml' | 'json';
  /** Its text and hash are left out: they may be none of the reader's business. */
  readonly withheld?: true;
}

/**
 * Where a thing is said: a file and a JSON pointer (RFC 6901) into it. Resolved to line and column only when printed.
 * `key` means the key itself is meant (an unknown key), not its value.
 */
export interface Place {
  readonly path: string;
  readonly pointer: string;
  readonly key?: boolean;
}

/** A stretch of a source: lines and columns from 1, columns in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}
