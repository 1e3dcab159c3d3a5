// Decodes the bytes of a source file as UTF-8, and names the encoding of those that aren't.
import type { Text } from '../../i18n/catalogue.js';
import { type LineColumn, lineColumn, lineStarts } from '../place/lines.js';
import { sourceText } from '../texts.js';

/** The text of a file, or why it can't be decoded and where (line and column from 1). */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: Text; readonly at: LineColumn };

/**
 * Returns the text of a file: strict UTF-8, without a byte order mark. Recognises UTF-16 and GBK, so that the message
 * can name the encoding to convert from. The position of an error is that of the first byte that isn't UTF-8.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (looksLikeUtf16(bytes)) return { ok: false, message: sourceText['utf-16'], at: { line: 1, column: 1 } };
  const text = strictly('utf-8', bytes);
  if (text === undefined) {
    const message = looksLikeGbk(bytes) ? sourceText.looksLikeGbk : sourceText['not-utf-8'];
    return { ok: false, message, at: firstMalformed(bytes) };
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) return { ok: false, message: sourceText.nul, at: lineColumn(lineStarts(text), nul) };
  return { ok: true, text };
}

/**
 * Returns the bytes of a file whose text is replaced by `text`. `was`: its bytes before. If they begin with a byte
 * order mark, so does the result; the mark is never part of a text here.
 */
export function withText(was: Uint8Array, text: string): Uint8Array {
  const mark = was[0] === 0xef && was[1] === 0xbb && was[2] === 0xbf ? '\ufeff' : '';
  return new TextEncoder().encode(mark + text);
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True for a UTF-16 byte order mark, or if every other byte at the beginning is zero, as in ASCII text in UTF-16. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 2) return false;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  if (bytes.length < 4) return false;
  const zero = (at: number) => bytes[at] === 0;
  return (zero(0) && !zero(1) && zero(2) && !zero(3)) || (!zero(0) && zero(1) && !zero(2) && zero(3));
}

/**
 * True if the bytes decode as GBK into text with Chinese characters and without private-use ones, which stray bytes
 * give.
 */
function looksLikeGbk(bytes: Uint8Array): boolean {
  const text = strictly('gbk', bytes);
  return text !== undefined && /\p{Script=Han}/u.test(text) && !/\p{Co}/u.test(text);
}

/** Returns where the longest prefix that is UTF-8 ends. */
function firstMalformed(bytes: Uint8Array): LineColumn {
  let low = 0;
  let high = bytes.length;
  const isPrefix = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isPrefix(middle)) low = middle;
    else high = middle - 1;
  }
  const prefix = new TextDecoder('utf-8').decode(bytes.subarray(0, low), { stream: true });
  return lineColumn(lineStarts(prefix), prefix.length);
}
