// Level numbers in OSM tags.

/** A range of level numbers, both ends included; a single level has `from` = `to`. */
export interface LevelSpan {
  readonly from: number;
  readonly to: number;
}

/** Result of parsing a level tag. */
type ParsedLevels =
  | { readonly ok: true; readonly spans: readonly LevelSpan[] }
  /** Text from the first unreadable character to the end. */
  | { readonly ok: false; readonly rest: string };

const NUMBER = /[+\-−–]?\d+(?:[.,]\d+)?/y;
const SPACE = /\s*/y;
const DASH = /[-−–]/y;
const SEMICOLON = /;/y;

/** Level number beyond any building: a typing error, and too many levels to list. */
const FARTHEST = 300;

/**
 * Reads the values of `level` and `repeat_on`:
 *
 *     levels = span { ";" span } [ ";" ]
 *     span   = number [ "-" number ]
 *     number = [ "+" | "-" ] digits [ ( "." | "," ) digits ]
 *
 * White space may stand between all parts; the minus sign and the en dash count as "-"; the lower end of a range may
 * come last. So `-1-3` runs from -1 to 3, `-2--1` from -2 to -1, and `0,5` is between 0 and 1. Source: OSM wiki,
 * Key:level and Simple Indoor Tagging; decimal comma and spaces occur in real data. If a part can't be read, `rest` is
 * the text from there on.
 */
export function parseLevels(text: string): ParsedLevels {
  const scanner = new Scanner(text);
  const spans: LevelSpan[] = [];
  do {
    scanner.take(SPACE);
    if (spans.length > 0 && scanner.isDone) break;
    const start = scanner.at;
    const from = scanner.number();
    if (from === undefined) return { ok: false, rest: text.slice(start) };
    scanner.take(SPACE);
    let to = from;
    if (scanner.take(DASH) !== undefined) {
      scanner.take(SPACE);
      const end = scanner.number();
      if (end === undefined) return { ok: false, rest: text.slice(start) };
      to = end;
      scanner.take(SPACE);
    }
    spans.push({ from: Math.min(from, to), to: Math.max(from, to) });
  } while (scanner.take(SEMICOLON) !== undefined);
  return scanner.isDone ? { ok: true, spans } : { ok: false, rest: text.slice(scanner.at) };
}

/** Returns a level number as text: `0`, `-1`, `0.5`. */
export function levelKey(level: number): string {
  return String(Math.round(level * 1000) / 1000 + 0);
}

/**
 * Returns the levels of `spans`, lowest first, each once. A range gives both ends, the whole numbers between if both
 * ends are whole, and the levels between that are `known` to exist; levels in `missing` count only if named singly.
 */
export function levelsIn(
  spans: readonly LevelSpan[],
  known: Iterable<number> = [],
  missing: ReadonlySet<number> = new Set(),
): number[] {
  const levels = new Set<number>();
  for (const { from, to } of spans) {
    if (from === to) levels.add(from);
    else for (const level of between(from, to, known)) if (!missing.has(level)) levels.add(level);
  }
  return [...levels].sort((a, b) => a - b);
}

function between(from: number, to: number, known: Iterable<number>): number[] {
  const levels = [from, to, ...[...known].filter((level) => level > from && level < to)];
  if (Number.isInteger(from) && Number.isInteger(to)) {
    for (let level = from + 1; level < to; level += 1) levels.push(level);
  }
  return levels;
}

class Scanner {
  at = 0;

  constructor(private readonly text: string) {}

  get isDone(): boolean {
    return this.at === this.text.length;
  }

  take(token: RegExp): string | undefined {
    token.lastIndex = this.at;
    const [found] = token.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  number(): number | undefined {
    const found = this.take(NUMBER);
    if (found === undefined) return undefined;
    const value = Number(found.replace(',', '.').replace(/[−–]/, '-')) + 0;
    return Math.abs(value) > FARTHEST ? undefined : value;
  }
}
