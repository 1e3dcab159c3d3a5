// Estimated width of text and line breaking, without a font to measure.
import { characterWidth, wrap } from '../i18n/width.js';
import { plainText } from '../render/escape.js';

/** Estimated widths of characters as a share of the text size: of Chinese and, below, of Latin scripts. */
const WIDE = 1;
const NARROW = 0.6;
const CAPITAL = 0.75;

/** Line height as a multiple of the text size. */
export const LINE = 1.25;

/** Returns the estimated width of `text` at `size`, px; rather too large than too small. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    const columns = characterWidth(character);
    width += columns === 2 ? WIDE : columns === 0 ? 0 : /[A-ZMW@%&mw]/.test(character) ? CAPITAL : NARROW;
  }
  return width * size;
}

/** Returns `text` on one line, cut to `room` px at `size`. */
export function fitted(text: string, size: number, room: number): string {
  const plain = plainText(text);
  if (textWidth(plain, size) <= room) return plain;
  let out = '';
  for (const character of plain) {
    if (textWidth(`${out}${character}…`, size) > room) break;
    out += character;
  }
  return `${out.trimEnd()}…`;
}

/** Returns `text` in lines of at most `room` px at `size`; cuts a word that is longer. */
export function wrapped(text: string, size: number, room: number): string[] {
  const plain = plainText(text);
  for (let columns = Math.floor((2 * room) / size); columns > 8; columns -= 1) {
    const lines = wrap(plain, columns);
    if (lines.every((line) => textWidth(line, size) <= room)) return lines;
  }
  return [fitted(plain, size, room)];
}

/** Returns `text` in up to `count` lines of as equal width as possible; words stay whole. */
export function balanced(text: string, count: number): string[] {
  const units = text.match(/[\p{Script=Latin}\p{N}\p{P}]+ ?|./gu) ?? [text];
  const room = textWidth(text, 1) / count;
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    const isLast = lines.length === count - 1;
    if (!isLast && line !== '' && textWidth(line, 1) + textWidth(unit, 1) / 2 > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += unit;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}
