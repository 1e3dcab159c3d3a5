// Encodes texts as GBK, as Chinese CAD programs write them.

const known = new Map<string, readonly number[]>();

/** Returns `text` in GBK. Throws an Error at a character that GBK lacks. */
export function gbk(text: string): Uint8Array {
  if (known.size === 0) fill();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : known.get(letter);
    if (pair === undefined) throw new Error(`no ${letter} in GBK`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

/** Turns the decoder round: each pair of bytes by its character. */
function fill(): void {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = trail === 0x7f ? '\ufffd' : decoder.decode(Uint8Array.of(lead, trail));
      if (!letter.includes('\ufffd') && !known.has(letter)) known.set(letter, [lead, trail]);
    }
  }
}
