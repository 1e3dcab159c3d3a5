// Decodes the bytes of a DXF file.

import type { SourceProblem } from '../../../../source/problem.js';
import { dxfProblem, dxfProblemText } from '../problems.js';

/** Web encoding names by `$DWGCODEPAGE`. Source: DXF Reference; WHATWG Encoding. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  '932': 'shift_jis',
  '936': 'GBK',
  '949': 'euc-kr',
  '950': 'big5',
  '874': 'windows-874',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, page) => [String(1250 + page), `windows-${1250 + page}`])),
};

/** AutoCAD version (2007) from which DXF files are UTF-8, whatever code page they name. */
const UTF8_SINCE = 'AC1021';

/** Result of decoding: text, or problems. */
export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      /**
       * Encoding that was found to fit, if it differs from the declared one or none is declared; undefined otherwise.
       */
      readonly guessed: string | undefined;
    }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** Returns the text of a DXF file, or a problem. DWG and binary DXF are recognised and named. */
export function decodeDxf(path: string, bytes: Uint8Array): Decoded {
  const head = latin(bytes.subarray(0, 32_768));
  if (head.startsWith('AutoCAD Binary DXF'))
    return { ok: false, problems: [dxfProblem(path, dxfProblemText.dxfBinary)] };
  if (/^AC\d\.?\d{2,3}/.test(head)) return { ok: false, problems: [dxfProblem(path, dxfProblemText.dwg)] };
  const version = headerOf(head, 'ACADVER');
  const page = /(?:ANSI|DOS)_?(\d+)$/i.exec(headerOf(head, 'DWGCODEPAGE') ?? '')?.[1];
  const declared = version !== undefined && version >= UTF8_SINCE ? 'UTF-8' : CODE_PAGES[page ?? ''];
  for (const encoding of orderOf(declared)) {
    if (encoding === 'GBK' && declared === undefined && !isPaired(bytes)) continue;
    const text = decoded(bytes, encoding);
    if (text === undefined) continue;
    const plain = /^[\0-\x7f]*$/.test(text);
    return { ok: true, text, guessed: plain || encoding === declared ? undefined : encoding };
  }
  return { ok: false, problems: [dxfProblem(path, dxfProblemText.dxfEncoding({ encoding: declared ?? 'UTF-8' }))] };
}

/** Encoding of last resort, for drawings that name none: it accepts any bytes. */
export const LATIN = 'Windows-1252';

/**
 * Returns the encodings to try, in order. UTF-8 and GBK refuse bytes of other encodings, so a guess of those is seldom
 * wrong. Windows code pages of Europe accept any bytes, and free programs write UTF-8 under their name. An old drawing
 * that names no encoding (R12) is read in any case: at worst its names are wrong.
 */
function orderOf(declared: string | undefined): readonly string[] {
  if (declared === undefined) return ['UTF-8', 'GBK', LATIN];
  if (declared === 'UTF-8') return ['UTF-8', 'GBK'];
  return declared.startsWith('windows-125') ? ['UTF-8', declared] : [declared, 'UTF-8'];
}

/**
 * True if most runs of bytes above 127 are longer than one, as in Chinese text. GBK accepts ñ and the o after it as one
 * Chinese character (Baño), but European letters with accents stand alone.
 */
function isPaired(bytes: Uint8Array): boolean {
  let runs = 0;
  let alone = 0;
  let length = 0;
  for (const byte of bytes) {
    if (byte > 127) {
      length += 1;
      continue;
    }
    if (length > 0) runs += 1;
    if (length === 1) alone += 1;
    length = 0;
  }
  return alone * 2 <= runs;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  // Node's own GBK takes any byte; GB 18030 holds GBK and refuses what neither has.
  const label = encoding === 'GBK' ? 'gb18030' : encoding;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function headerOf(head: string, name: string): string | undefined {
  return new RegExp(`\\$${name}\\s+\\d+\\s*\\r?\\n\\s*(\\S+)`).exec(head)?.[1];
}
