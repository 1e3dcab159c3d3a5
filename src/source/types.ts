// Source files and places in them.
/**
 * One file as read: its path as shown to people (relative, with `/`), its text without BOM, and the SHA-256 of its
 * bytes.
 */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
  readonly format: 'yaml' | 'json';
  /** Its text and hash are left out: they may be none of the reader's business. */
  readonly withheld?: true;
}

/**
 * A place in a source: a file and a JSON pointer (RFC 6901) into it. Becomes a line and column only when printed. `key`
 * means the key itself (an unknown key), not its value.
 */
export interface Place {
  readonly path: string;
  readonly pointer: string;
  readonly key?: boolean;
}

/** A range of a source: lines and columns from 1, columns in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}
