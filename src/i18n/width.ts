import { eastAsianWidth } from 'get-east-asian-width';

/** Combining marks and joiners take no column of their own. */
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** One more than the columns that characters take, by code; 0 where that isn't known yet. */
const known = new Uint8Array(0x110000);

/** Columns one character takes in a terminal: two for Chinese, none for combining marks. Ambiguous ones count one. */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const width = known[code] ?? 0;
  if (width > 0) return width - 1;
  const columns = columnsOf(character);
  known[code] = columns + 1;
  return columns;
}

function columnsOf(character: string): number {
  const code = character.codePointAt(0);
  if (code === undefined || ZERO.test(character)) return 0;
  return eastAsianWidth(code);
}

/** Columns `text` takes in a terminal; it holds no control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** `text` filled up with spaces to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** `text` with each tab filled up to the next multiple of `size`, counting from column `from`. */
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

/** Marks that must not begin a line (and so stay with what they follow). */
const CLOSING = new Set('、，。；：！？”’）》】」』〕…,.;:!?)]}%');
/** Marks that must not end a line. */
const OPENING = new Set('“‘（《【「『〔([{');

/** Pieces a line may be broken between: words, spaces, single wide characters with their punctuation. */
function units(text: string): string[] {
  const out: string[] = [];
  let glue = false;
  let before = '';
  for (const character of text) {
    const last = out[out.length - 1];
    const wide = characterWidth(character) === 2 || OPENING.has(character);
    const joins =
      last !== undefined &&
      (glue ||
        (CLOSING.has(character) && last !== ' ') ||
        (!wide && character !== ' ' && last !== ' ' && !isWide(before)));
    if (joins) out[out.length - 1] = last + character;
    else out.push(character);
    glue = OPENING.has(character);
    before = character;
  }
  return out;
}

function isWide(character: string): boolean {
  return characterWidth(character) === 2 || '“”‘’…'.includes(character);
}

/** `text` in lines of at most `width` columns, where a break is possible; `undefined` means don't wrap. */
export function wrap(text: string, width: number | undefined): string[] {
  if (width === undefined) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of units(text)) {
    const size = displayWidth(unit);
    if (used > 0 && used + size > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (line === '' && unit === ' ') continue;
    line += unit;
    used += size;
  }
  return [...lines, line.trimEnd()];
}
