// What a report is made of before a format writes it.
/** A table as plain text, which each format escapes in its own way. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
