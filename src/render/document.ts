// Parts of a report before a format writes it.
/** A table as plain text. Each format escapes the text in its own way. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
