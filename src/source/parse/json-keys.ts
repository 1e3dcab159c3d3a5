// Fast scans of valid JSON: lost keys, ends of containers and strings.
/**
 * True if JSON.parse kept every key of `text`. It drops a repeated key, so the value then has fewer keys than the text.
 * Also false if the value is nested more deeply than `deepest`.
 */
export function keptAllKeys(text: string, value: unknown, deepest: number): boolean {
  return keysIn(value, deepest) === keysWritten(text);
}

/** Returns the number of keys of all objects in a value; NaN if it is nested more deeply than `deepest`. */
function keysIn(value: unknown, deepest: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (deepest === 0) return Number.NaN;
  const isList = Array.isArray(value);
  const members: readonly unknown[] = isList ? value : Object.values(value);
  let count = isList ? 0 : members.length;
  for (let i = 0; i < members.length; i += 1) {
    if (typeof members[i] === 'object') count += keysIn(members[i], deepest - 1);
  }
  return count;
}

const COLON = 58;
const BACKSLASH = 92;
const QUOTE = 34;
/** Code of { and of [ with bit 5 set; likewise for } and ]. */
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** Returns how many strings of a valid JSON text are followed by a colon, that is, its keys. */
function keysWritten(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open !== -1; ) {
    let at = closingQuote(text, open + 1) + 1;
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) === COLON) count += 1;
    open = text.indexOf('"', at);
  }
  return count;
}

/**
 * True if a JSON text, which needn't be valid, anywhere has more than `deepest` objects and lists open within each
 * other. JSON.parse takes seventy bytes of memory for each that is open: fifty megabytes of brackets take four
 * gigabytes.
 */
export function isDeeperThan(text: string, deepest: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at + 1);
    else if ((code | 0x20) === OPENING) {
      depth += 1;
      if (depth > deepest) return true;
    } else if ((code | 0x20) === CLOSING) depth -= 1;
  }
  return false;
}

/** Returns the offset past the closing bracket of the object or list that opens at `from`, in valid JSON. */
export function endOfContainer(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at + 1);
    else if ((code | 0x20) === OPENING) depth += 1;
    else if ((code | 0x20) === CLOSING) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** Returns the offset of the first quote from `from` on, inside a string, that no backslash escapes. */
export function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (before >= from && text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}

/** True if a code unit is white space in JSON. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
