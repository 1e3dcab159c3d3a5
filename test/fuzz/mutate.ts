import type { Dice } from './dice.js';

/** Broken bytes: what a disk, an editor, a merge or a person with an intent makes of a file. */

const encoder = new TextEncoder();

const TOKENS = [
  '\u0000',
  '\ufeff',
  '\r',
  '\r\n',
  '\t',
  '\u2028',
  '\u200b',
  '\u0085',
  '__proto__: 1\n',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!js/function ',
  '!!binary ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '- ',
  '? ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '|',
  '>',
  '#',
  ',',
  '\\',
  '\\u0000',
  '\\ud800',
  '：',
  '，',
  '　',
  'null',
  '~',
  'true',
  '.inf',
  '.nan',
  'NaN',
  '1e308',
  '1e400',
  '-0',
  '1e-320',
  '0x7fffffff',
  '0777',
  '1_000',
  '[[[[[[[[',
  '{{{{{{{{',
  '$ref',
  'Infinity',
].map((token) => encoder.encode(token));

const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e308',
  '1e400',
  '-1e308',
  '1e-320',
  '.inf',
  '.nan',
  '1e7',
  '99999999999999999999',
  '0.0000001',
  '180',
  '361',
  '',
  '1.2.3',
  '1e',
  '0x10',
  '1,5',
];

/** The bytes after one to four slips; `other` is what may get in from elsewhere. */
export function mutated(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  let result = bytes;
  const times = dice.chance(0.75) ? 1 : dice.tail(2, 5, 0.6);
  for (let i = 0; i < times; i += 1) result = slip(result, other, dice);
  return result;
}

function slip(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.below(bytes.length + 1);
  const run = Math.min(bytes.length - at, dice.tail(1, 400, 4));
  return dice.way<() => Uint8Array>([
    [2, () => spliced(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << dice.below(8))))],
    [2, () => spliced(bytes, at, 1, Uint8Array.of(dice.below(256)))],
    [
      2,
      () =>
        spliced(
          bytes,
          at,
          0,
          Uint8Array.from({ length: dice.tail(1, 30) }, () => dice.below(256)),
        ),
    ],
    [3, () => spliced(bytes, at, 0, dice.pick(TOKENS))],
    [3, () => spliced(bytes, at, run, new Uint8Array())],
    [2, () => spliced(bytes, at, 0, bytes.subarray(at, at + run))],
    [1, () => swapped(bytes, at, run, dice)],
    [1, () => bytes.slice(0, at)],
    [1, () => spliced(bytes, at, bytes.length, other.subarray(dice.below(other.length + 1)))],
    [2, () => spliced(bytes, at, run, other.subarray(dice.below(other.length + 1)).subarray(0, dice.tail(1, 300, 20)))],
    [6, () => lines(bytes, dice)],
    [12, () => token(bytes, dice)],
  ])();
}

function spliced(bytes: Uint8Array, at: number, gone: number, put: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + gone));
  const result = new Uint8Array(at + put.length + rest.length);
  result.set(bytes.subarray(0, at));
  result.set(put, at);
  result.set(rest, at + put.length);
  return result;
}

function swapped(bytes: Uint8Array, at: number, run: number, dice: Dice): Uint8Array {
  const to = dice.below(Math.max(1, bytes.length - run));
  const [one, other] = [bytes.slice(at, at + run), bytes.slice(to, to + run)];
  const result = bytes.slice();
  result.set(other.subarray(0, Math.min(run, result.length - at)), at);
  result.set(one.subarray(0, Math.min(run, result.length - to)), to);
  return result;
}

/** A line gone, doubled, moved, or set in or out. */
function lines(bytes: Uint8Array, dice: Dice): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const all = text.split('\n');
  const [i, j] = [dice.below(all.length), dice.below(all.length)];
  dice.way<() => void>([
    [2, () => all.splice(i, 1)],
    [2, () => all.splice(i, 0, all[j])],
    [2, () => all.splice(i, 1, all[j])],
    [1, () => all.splice(i, 1, `  ${all[i]}`)],
    [1, () => all.splice(i, 1, all[i].replace(/^ {1,2}/, ''))],
    [1, () => all.splice(i, 1, `${all[i].slice(0, all[i].search(/\S|$/))}${all[j].trimStart()}`)],
  ])();
  return latin1(all.join('\n'));
}

/** A number, word or bracket for another. */
function token(bytes: Uint8Array, dice: Dice): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const number = dice.chance(0.75);
  const found = [...text.matchAll(number ? /-?\d+(?:\.\d+)?/g : /[A-Za-z_-]{2,}|[[\]{}:,]/g)];
  if (found.length === 0) return bytes;
  const { index, 0: was } = dice.pick(found);
  const put = number
    ? dice.chance(0.35)
      ? dice.pick(NUMBERS)
      : dice.pick([String(dice.below(12)), dice.between(-5, 20).toFixed(2), dice.pick(found)[0]])
    : dice.pick(found)[0];
  return latin1(text.slice(0, index) + put + text.slice(index + was.length));
}

/** Each character a byte: what isn't ASCII passes through as it was. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}
