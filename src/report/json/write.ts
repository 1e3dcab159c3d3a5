// Writing of JSON that prints safely anywhere.
/** Characters that move the cursor, reorder text or are invisible. As JSON escapes they keep their meaning. */
const UNSEEN =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Pairs of numbers, which go on one line. No string matches, since line breaks in strings are escaped. */
const PAIR = /\[\n\s*(-?[\d.e+-]+),\n\s*(-?[\d.e+-]+)\n\s*\]/g;

/**
 * Returns `value` as JSON that prints safely anywhere, indented for `depth` (steps of two spaces). Rounds numbers to
 * 1e-6, which hides differences in the last bits between platforms; leaves out numbers that aren't finite.
 */
export function jsonText(value: unknown, depth: number): string {
  const text = JSON.stringify(value, rounded, 2)
    .replace(PAIR, '[$1, $2]')
    .replace(UNSEEN, (found) => escaped(found));
  return depth === 0 ? text : text.replaceAll('\n', `\n${'  '.repeat(depth)}`);
}

function rounded(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Number.isFinite(value) ? Number(value.toFixed(6)) : undefined;
}

function escaped(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) out += `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return out;
}
