// Bytes of a DXF text in GBK, the code page that Chinese CAD programs of every age read.

/** First and last lead and trail byte of a character of two bytes, and the byte that none has. */
const [LEAD, TRAIL, NONE] = [[0x81, 0xfe], [0x40, 0xfe], 0x7f] as const;

/**
 * Characters that the web's GBK has and code page 936 lacks, by which CAD programs and GDAL read: euro, components and
 * rare characters, and private use, which differs from one version of the web's GBK to the next.
 */
const NOT_IN_936 = /[\u01f9\u1e3f\u20ac\u2e80-\u2fff\u303e\u3400-\u4dbf\u9fa6-\u9fff\ue000-\uf8ff\ufe10-\ufe1f\ufffd]/;

let table: ReadonlyMap<string, number> | undefined;

/** Returns both bytes of each character of code page 936 as one number: the decoder, inverted once. */
function codePage(): ReadonlyMap<string, number> {
  if (table !== undefined) return table;
  const codes: number[] = [];
  for (let lead: number = LEAD[0]; lead <= LEAD[1]; lead++) {
    for (let trail: number = TRAIL[0]; trail <= TRAIL[1]; trail++) if (trail !== NONE) codes.push((lead << 8) | trail);
  }
  const bytes = codes.flatMap((code) => [code >> 8, code & 0xff, NEW_LINE]);
  const characters = new TextDecoder('gbk').decode(Uint8Array.from(bytes)).split('\n');
  const made = new Map<string, number>();
  for (const [index, code] of codes.entries()) {
    const character = characters[index];
    if (character.length === 1 && !NOT_IN_936.test(character) && !made.has(character)) made.set(character, code);
  }
  table = made;
  return made;
}

const NEW_LINE = 0x0a;

/**
 * Returns `text` in code page 936 (simplified Chinese), one or two bytes a character. Each UTF-16 unit that the code
 * page lacks becomes `\U+XXXX`, in hexadecimal.
 */
export function encodeDxf(text: string): Uint8Array {
  const codes = codePage();
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const code = unit < 0x80 ? undefined : codes.get(text.charAt(at));
    if (unit < 0x80) bytes.push(unit);
    else if (code !== undefined) bytes.push(code >> 8, code & 0xff);
    else for (const letter of escaped(unit)) bytes.push(letter.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

function escaped(unit: number): string {
  return `\\U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Returns `text` if `encodeDxf` makes at most `most` bytes of it; else the longest beginning that fits with `...`
 * behind it.
 */
export function cutToBytes(text: string, most: number): string {
  if (encodeDxf(text).length <= most) return text;
  let cut = '';
  let left = most - 3;
  for (const character of text) {
    left -= encodeDxf(character).length;
    if (left < 0) break;
    cut += character;
  }
  return `${cut}...`;
}
