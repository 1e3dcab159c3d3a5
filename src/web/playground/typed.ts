// What somebody typed, as an edit of the file's text.
import type { TextEdit } from '../../source/edit/splice.js';

/** Returns a text as a text area has it: lines end in a line feed. */
export function inArea(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Returns the edit that turns a file's text into what a text area holds; undefined if nothing was typed. Lines keep
 * their ends, and new lines end like the first. If any line ends in a carriage return alone, the whole text is
 * replaced, with line feeds.
 */
export function typedEdit(path: string, text: string, typed: string): TextEdit | undefined {
  const shown = inArea(text);
  if (shown === typed) return undefined;
  // A carriage return alone would become part of another line's end beside it.
  if (/\r(?!\n)/.test(text)) return { path, from: 0, to: text.length, text: typed };
  const { start, end } = alike(shown, typed);
  const [from, to] = [start, shown.length - end].map((offset) => inFile(text, offset));
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const added = typed.slice(start, typed.length - end).replaceAll('\n', lineEnd);
  return { path, from: from ?? 0, to: to ?? 0, text: added };
}

/** Returns the offset in a file of an offset in its text area. */
function inFile(text: string, offset: number): number {
  let at = 0;
  for (let n = 0; n < offset; n += 1) at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  return at;
}

/**
 * Returns `edit`, an edit of the text `of`, as an edit of the text `now` that `of` has become since. Undefined if
 * what changed between the two texts is at the place of the edit, or touches it.
 */
export function movedEdit(edit: TextEdit, of: string, now: string): TextEdit | undefined {
  if (of === now) return edit;
  const { start, end } = changed(of, now);
  if (edit.to < start) return edit;
  const after = of.length - end;
  // What is typed at the start of the line after whole lines that came or went is in that line.
  const isNext = edit.from === after && startsLine(of, after) && startsLine(now, now.length - end);
  if (edit.from <= after && !isNext) return undefined;
  const by = now.length - of.length;
  return { ...edit, from: edit.from + by, to: edit.to + by };
}

/**
 * Returns the number of characters at the start and at the end that a change left. A line that came or went among lines
 * that begin alike is that line, not its end and the start of the next.
 */
function changed(of: string, now: string): { readonly start: number; readonly end: number } {
  const { start, end } = alike(of, now);
  const longer = of.length > now.length ? of : now;
  const by = Math.abs(now.length - of.length);
  if (start + end < longer.length - by) return { start, end };
  let at = start;
  while (!startsLine(longer, at) && longer[at - 1] === longer[at - 1 + by]) at -= 1;
  return startsLine(longer, at) ? { start: at, end: end + start - at } : { start, end };
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

/** Returns the number of characters at the start and at the end that two texts have in common. */
function alike(a: string, b: string): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { start, end };
}
