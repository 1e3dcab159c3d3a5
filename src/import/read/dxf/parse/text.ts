// Plain text of DXF text entities.

import type { Entity } from './drawing.js';

/**
 * Returns the plain text of a TEXT, ATTRIB or MTEXT, lines separated by `\n`; empty if it is longer than 10,000
 * characters.
 */
export function wordsOf(entity: Entity): string {
  // In an attribute definition, code 3 is the prompt.
  const written = entity.groups
    .filter(({ code }) => code === 1 || (code === 3 && entity.type !== 'ATTDEF'))
    .map(({ value }) => value)
    .join('');
  if (written.length > LONGEST) return '';
  return entity.type === 'MTEXT' ? plainMtext(written) : plainText(written);
}

/** Longest text that is read, in characters: what is longer are notes, no name or number. */
const LONGEST = 10_000;

const CODE_PAGES = ['', 'shift_jis', 'big5', 'euc-kr', 'euc-kr', 'gb18030'];

/**
 * Returns `text` with escapes decoded that older formats need: `\U+5BA2`, and `\M+5BFCD` in one of five code pages.
 */
export function unescaped(text: string): string {
  return text
    .replace(/\\U\+([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\M\+([1-5])([\da-f]{2})([\da-f]{2})/gi, (_, page: string, high: string, low: string) =>
      new TextDecoder(CODE_PAGES[Number(page)]).decode(
        Uint8Array.of(Number.parseInt(high, 16), Number.parseInt(low, 16)),
      ),
    );
}

const SIGNS: Readonly<Record<string, string>> = { c: 'Ø', d: '°', p: '±', '%': '%' };

/**
 * Returns TEXT without control codes: `%%d`, `%%c`, `%%p` are signs, `%%u`, `%%o`, `%%k` toggle lines, `%%179` is a
 * character by number.
 */
export function plainText(text: string): string {
  return unescaped(text)
    .replace(/%%(?:(\d{3})|([cdpuok%]))/gi, (_, digits?: string, letter?: string) =>
      digits === undefined ? (SIGNS[(letter ?? '').toLowerCase()] ?? '') : String.fromCharCode(Number(digits)),
    )
    .replace(/\^[IJM]/g, ' ')
    .trim();
}

/**
 * Returns MTEXT without fonts, heights, colours, underlines and braces. `\P` and `\X` start a line; stacked fractions
 * become 1/2.
 */
export function plainMtext(text: string): string {
  const plain = unescaped(text)
    .replace(/\\\\/g, '\u0001')
    .replace(/\\([{}])/g, (_, brace: string) => (brace === '{' ? '\u0002' : '\u0003'))
    .replace(/\\[PXN]/g, '\n')
    .replace(/\\~/g, '\u00a0')
    .replace(/\\S([^;\\]*);/g, (_, stacked: string) => stacked.replace(/\s*[#^]\s*/g, '/'))
    .replace(/\\[ACHQTWfFp][^;\\]*;/g, '')
    .replace(/\\[LlOoKk]/g, '')
    .replace(/[{}]/g, '')
    .replace(/\^J/g, '\n')
    .replace(/[\u0001-\u0003]/g, (sign) => ['\\', '{', '}'][sign.charCodeAt(0) - 1] ?? '');
  return plain
    .split('\n')
    .map(plainText)
    .filter((line) => line !== '')
    .join('\n');
}
