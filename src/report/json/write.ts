/** Characters that move a cursor, reorder what is printed or can't be seen: as escapes they are still what they were. */
const UNSEEN =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Pairs of figures on one line each: text has its line breaks escaped, so that none is met in it. */
const PAIR = /\[\n\s*(-?[\d.e+-]+),\n\s*(-?[\d.e+-]+)\n\s*\]/g;

/**
 * `value` as JSON that can be printed anywhere, indented as it stands at `depth` (in steps of two spaces). Figures are
 * rounded to what they can bear (1e-6), so that the last bits of a platform's arithmetic don't show; those that aren't
 * finite are left out.
 */
export function jsonText(value: unknown, depth: number): string {
  return laidOut(JSON.stringify(value, rounded, 2), depth);
}

function laidOut(json: string, depth: number): string {
  const text = json.replace(PAIR, '[$1, $2]').replace(UNSEEN, (found) => escaped(found));
  return depth === 0 ? text : text.replaceAll('\n', `\n${'  '.repeat(depth)}`);
}

/** What `jsonText` wrote once, and was read again: its figures are round already. */
function textAgain(value: unknown, depth: number): string {
  return laidOut(JSON.stringify(value, undefined, 2), depth);
}

/** An object that was read from a record, as it stood there, in parts: a long list of objects is given one by one. */
export function* objectParts(value: object, depth: number): Generator<string> {
  const indent = '  '.repeat(depth + 1);
  let some = false;
  for (const [key, member] of Object.entries(value)) {
    yield `${some ? ',' : '{'}\n${indent}${textAgain(key, 0)}: `;
    yield* isListOfObjects(member) ? listParts(member, depth + 1) : [textAgain(member, depth + 1)];
    some = true;
  }
  yield some ? `\n${'  '.repeat(depth)}}` : '{}';
}

function* listParts(items: readonly object[], depth: number): Generator<string> {
  const indent = '  '.repeat(depth + 1);
  for (const [n, item] of items.entries()) yield `${n === 0 ? '[' : ','}\n${indent}${textAgain(item, depth + 1)}`;
  yield `\n${'  '.repeat(depth)}]`;
}

function isListOfObjects(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'object' && item !== null);
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
