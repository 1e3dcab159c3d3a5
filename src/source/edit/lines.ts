// Lines, dashes and commas about a part of a text.

/** Returns the offset at which the line begins that `at` is on. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Returns where the line ends that `at` is on: before its line break, or at the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Returns the offset of the line after the one that `at` is on; the length of the text if there is none. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** Returns the white space at the start of the line that `at` is on, as far as it stands before `at`. */
export function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
}

/** True if nothing but white space stands before `at` on its line. */
export function beginsLine(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

/** Returns the offset of the dash before an item that begins at `from`; undefined if more than white space stands between. */
export function dashBefore(text: string, from: number): number | undefined {
  const at = text.slice(0, from).search(/-[ \t\r\n]*$/);
  return at === -1 ? undefined : at;
}

/** Returns the offset of the comma that follows `from`, behind white space and comments alone; undefined if there is none. */
export function commaFrom(text: string, from: number): number | undefined {
  // A comment is matched to the end of its line or not at all: parts of one would be tried in every combination.
  const found = /^(?:\s|(?<=\s)#[^\n]*\n)*,/.exec(text.slice(from));
  return found === null ? undefined : from + found[0].length - 1;
}

/** Returns the number of characters of white space that a text ends with. */
export function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}
