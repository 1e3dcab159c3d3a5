// Plain data as JSON on one line, for threads, the cache and records. What JSON has no word for is kept, too.

/** Key of the objects that stand for what JSON has no word for. */
const MARK = '$';

const WORDS: ReadonlyMap<unknown, unknown> = new Map<unknown, unknown>(
  [undefined, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => [String(value), value]),
).set('-0', -0);

/**
 * Returns plain data as JSON without line breaks. Beside JSON it keeps maps, undefined, NaN, infinities and −0, and an
 * object that occurs several times stays one.
 *
 * @throws TypeError for anything else, an object of a class for example
 */
export function encode(value: unknown): string {
  const repeated = repeatedIn(value);
  const numbers = new Map<object, number>();
  const keys = new Map<string, string>();
  const keyOf = (key: string): string => {
    const text = keys.get(key) ?? `${JSON.stringify(key)}:`;
    keys.set(key, text);
    return text;
  };
  const written = (one: unknown): string => {
    if (typeof one === 'string') return JSON.stringify(one);
    if (typeof one === 'number') return Number.isFinite(one) && !Object.is(one, -0) ? String(one) : word(one);
    if (one === undefined) return word(one);
    if (typeof one !== 'object' || one === null) return String(one);
    const number = numbers.get(one);
    if (number !== undefined) return `{"${MARK}":${number}}`;
    if (!repeated.has(one)) return body(one);
    numbers.set(one, numbers.size);
    return `{"${MARK}":"shared","of":${body(one)}}`;
  };
  const list = (items: readonly unknown[]): string => `[${items.map(written).join()}]`;
  const body = (one: object): string => {
    if (Array.isArray(one)) return list(one);
    if (one instanceof Map) return `{"${MARK}":"map","of":[${[...one].map(list).join()}]}`;
    if (Object.hasOwn(one, MARK)) return `{"${MARK}":"object","of":[${Object.entries(one).map(list).join()}]}`;
    let text = '';
    for (const [key, member] of Object.entries(one)) text += `${text && ','}${keyOf(key)}${written(member)}`;
    return `{${text}}`;
  };
  return written(value);
}

function word(value: unknown): string {
  return `{"${MARK}":"${Object.is(value, -0) ? '-0' : value}"}`;
}

function repeatedIn(value: unknown): ReadonlySet<object> {
  const met = new Set<object>();
  const repeated = new Set<object>();
  const visit = (one: unknown): void => {
    if (typeof one === 'function' || typeof one === 'symbol' || typeof one === 'bigint') throw new TypeError('no data');
    if (typeof one !== 'object' || one === null) return;
    if (met.has(one)) {
      repeated.add(one);
      return;
    }
    met.add(one);
    const isMap = one instanceof Map;
    if (!isMap && !Array.isArray(one) && Object.getPrototypeOf(one) !== Object.prototype) {
      throw new TypeError('an object of a class is no plain data');
    }
    for (const member of isMap ? [...one].flat() : Object.values(one)) visit(member);
  };
  visit(value);
  return repeated;
}

/** Returns the value that `encode` wrote as `text`. Throws a SyntaxError if `text` isn't what `encode` writes. */
export function decode(text: string): unknown {
  const shared: unknown[] = [];
  /** Decodes the members of an object of JSON in place. */
  const within = (one: object): object => {
    for (const [key, member] of Object.entries(one)) {
      if (typeof member === 'object' && member !== null) Reflect.set(one, key, decoded(member));
    }
    return one;
  };
  const decoded = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one) || !Object.hasOwn(one, MARK)) return within(one);
    const mark: unknown = Reflect.get(one, MARK);
    const of: unknown = Reflect.get(one, 'of');
    if (typeof mark === 'number' && shared[mark] !== undefined) return shared[mark];
    if (WORDS.has(mark)) return WORDS.get(mark);
    if (mark === 'shared') {
      const number = shared.push(undefined) - 1;
      shared[number] = decoded(of);
      return shared[number];
    }
    const entries = Array.isArray(of) && of.every((entry) => Array.isArray(entry) && entry.length === 2) ? of : [];
    if (entries !== of) throw new SyntaxError('an unknown mark');
    within(entries);
    if (mark === 'map') return new Map(entries);
    if (mark === 'object') return Object.fromEntries(entries);
    throw new SyntaxError('an unknown mark');
  };
  return decoded(JSON.parse(text));
}
