// Text in terminal columns: widths, padding, cutting and wrapping of Chinese and Latin text.
import { eastAsianWidth } from 'get-east-asian-width';

/** Combining marks and joiners take no column of their own. */
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** By code point, one more than the columns it takes; 0 if not computed yet. */
const known = new Uint8Array(0x110000);

/**
 * Returns the columns that a character takes in a terminal: two for Chinese, none for combining marks. Characters of
 * ambiguous width count one.
 */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const width = known[code] ?? 0;
  if (width > 0) return width - 1;
  const columns = columnsOf(character);
  known[code] = columns + 1;
  return columns;
}

/** Ranges (first, last, …) of letters, Chinese characters and their punctuation, none of which takes zero columns. */
const PLAIN = [0x20, 0x7e, 0x2010, 0x2027, 0x3001, 0x3029, 0x4e00, 0x9fff, 0xff01, 0xff60];

function columnsOf(character: string): number {
  const code = character.codePointAt(0);
  if (code === undefined || (!isPlain(code) && ZERO.test(character))) return 0;
  return eastAsianWidth(code);
}

/**
 * True if `code` is in one of these ranges. Tested first, since building the table behind `ZERO` takes longer than
 * measuring most texts.
 */
function isPlain(code: number): boolean {
  for (let i = 0; i < PLAIN.length; i += 2) if (code >= PLAIN[i] && code <= PLAIN[i + 1]) return true;
  return false;
}

/** Returns the columns that `text` takes in a terminal. The text must hold no control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Returns `text` cut to at most `width` columns, with … where it was cut. */
export function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let out = '';
  let used = 1;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    out += character;
  }
  return `${out}…`;
}

/** Returns `text` filled up with spaces to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Returns `text` with each tab expanded to the next multiple of `size`, counted from column `from`. */
export function expandTabs(text: string, from = 0, size = 4): string {
  let column = from;
  let out = '';
  for (const character of text) {
    const piece = character === '\t' ? ' '.repeat(size - (column % size)) : character;
    out += piece;
    column += character === '\t' ? piece.length : characterWidth(character);
  }
  return out;
}

/** Punctuation that must not begin a line, and so stays with what precedes it. */
const CLOSING = new Set('、，。；：！？”’）》】」』〕…,.;:!?)]}%');
/** Punctuation that must not end a line. */
const OPENING = new Set('“‘（《【「『〔([{');

/** Sequences that are read as one and not broken: a day, a figure with its unit, a citation. */
const WHOLE =
  /\d{4}年\d{1,2}月\d{1,2}日|\d[\d.,]*(?:平方米|像素\/米|[米度年月日处台项条个级元])|平方米|像素\/米|第[一二三四五六七八九十百零〇]+[条款]|第（[一二三四五六七八九十]+）项/g;

/**
 * Returns the pieces that a line may be broken between: words, spaces, single wide characters with their punctuation,
 * whole figures.
 */
function units(text: string): string[] {
  const out: string[] = [];
  const wholes = text.matchAll(WHOLE);
  let whole = wholes.next();
  let glue = false;
  let before = '';
  let index = 0;
  for (const character of text) {
    while (!whole.done && whole.value.index + whole.value[0].length <= index) whole = wholes.next();
    const inside = !whole.done && whole.value.index < index;
    const last = out[out.length - 1];
    // An opening bracket right after a letter or a figure belongs to it, as in a citation.
    const opens = OPENING.has(character) && (character > '\u007f' || before === ' ' || isWide(before));
    const wide = characterWidth(character) === 2 || opens;
    const joins =
      last !== undefined &&
      (glue ||
        inside ||
        (CLOSING.has(character) && last !== ' ') ||
        (!wide && character !== ' ' && last !== ' ' && !isWide(before)));
    if (joins) out[out.length - 1] = last + character;
    else out.push(character);
    glue = OPENING.has(character) || (character === "'" && (before === ' ' || before === '('));
    before = character;
    index += character.length;
  }
  return out;
}

function isWide(character: string): boolean {
  return characterWidth(character) === 2 || '“”‘’…'.includes(character);
}

/** Columns: a last line shorter than this looks lost, so it takes words from the line before. */
const SHORTEST_LAST = 8;

/**
 * Returns `text` in lines of at most `width` columns, broken where a break is possible: a longer word stays whole.
 * Undefined means no wrapping.
 */
export function wrap(text: string, width: number | undefined): string[] {
  if (width === undefined) return [text];
  const lines: string[][] = [[]];
  let used = 0;
  for (const unit of units(text)) {
    const size = displayWidth(unit);
    // A space without room stays at the end of its line: it isn't seen there, and the next line doesn't lose it.
    if (used > 0 && used + size > width && unit !== ' ') {
      lines.push([]);
      used = 0;
    }
    const line = lines[lines.length - 1];
    if (line.length === 0 && unit === ' ') continue;
    line.push(unit);
    used += size;
  }
  if (width > 4 * SHORTEST_LAST) fillLast(lines);
  return lines.map((line) => line.join('').trimEnd());
}

/** Moves pieces from the second last line to a last line that is too short. */
function fillLast(lines: readonly string[][]): void {
  const [before, last] = [lines[lines.length - 2], lines[lines.length - 1]];
  if (before === undefined || last.length === 0) return;
  const room = () => displayWidth(last.join('')) < SHORTEST_LAST && before.length > last.length + 1;
  while (room()) last.unshift(...before.splice(-1));
  if (last[0] === ' ') last.shift();
}
