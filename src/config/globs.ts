// Globs in configurations, waivers, .gitignore files and on the command line: their check, compiling and matching.

import * as posix from '../base/posix.js';

/**
 * Options of glob matching.
 *
 * A glob may hold `*` and `?` within a name, `**` for any folders, `[a-z]` and `[!a-z]`, `{a,b}`, and `\` before a
 * character that stands for itself. Everything else, parentheses too, stands for itself.
 *
 * No glob becomes a regular expression, and no part of one is tried twice in the same place. The worst case is
 * MOST_ALTERNATIVES × characters of the glob × characters of the path.
 */
export interface GlobOptions {
  /** True if `*`, `?` and `**` match names that begin with a dot. They never match `.` and `..`. */
  readonly dot: boolean;
}

/** Greatest number of globs that the braces of one glob may stand for: `{a,b}{c,d}` stands for four. */
export const MOST_ALTERNATIVES = 64;

/** Most characters of a glob in a file, and most stars between two slashes of it. */
const [LONGEST, MOST_STARS] = [200, 3];

/**
 * True if a file of the configuration, of waivers or of decisions may state `glob`: behind a leading `!` it isn't blank
 * or absolute and doesn't begin with a space or another `!`; it has no `\` and no `|`, and keeps the limits on length,
 * stars and alternatives.
 */
export function isGlob(glob: string): boolean {
  const parts = glob.split('/');
  const named = withoutMarks(glob);
  const isTame =
    glob.length <= LONGEST &&
    parts.every((part) => part.split('*').length - 1 <= MOST_STARS) &&
    parts.filter((part) => part.includes('**')).length <= MOST_STARS;
  // `(a|b)` is a choice elsewhere: nobody means a name with a bar in it.
  const isPlain = !/[\\|]/.test(glob) && !/^![!\s]/.test(glob) && !posix.isAbsolute(named);
  return named.trim() !== '' && isTame && isPlain && alternatives(glob) !== undefined;
}

/** Returns a glob without the `!` that excludes what it matches and the `./` that says nothing. */
export function withoutMarks(glob: string): string {
  return glob.replace(/^!/, '').replace(/^\.\//, '');
}

/**
 * True if `globs`, read from `folder` (absolute), select the plan at `path` (absolute). `drafts/` matches all below that
 * folder. A glob without `/` matches files of that name in any folder. The last glob that matches decides: one with a
 * leading `!` takes the plan out again. If the first has a `!`, all plans are selected to begin with.
 */
export function selectsPlan(globs: readonly string[], folder: string, path: string): boolean {
  const relative = posix.relative(folder, path);
  return globs.reduce((isSelected, glob) => {
    const excludes = glob.startsWith('!');
    const named = withoutMarks(glob);
    const whole = named.endsWith('/') ? `${named}**` : named;
    const matches = compileGlob(whole, { dot: true });
    return matches?.(whole.includes('/') ? relative : posix.basename(relative)) === true ? !excludes : isSelected;
  }, globs[0]?.startsWith('!') === true);
}

/**
 * Returns a function that is true for the `/`-separated paths that `glob` matches; undefined if the braces of `glob`
 * stand for more than MOST_ALTERNATIVES globs.
 */
export function compileGlob(glob: string, options: GlobOptions): ((path: string) => boolean) | undefined {
  const compiled = alternatives(glob)?.map(compilePath);
  if (compiled === undefined) return undefined;
  return (path) => {
    const names = path.split('/');
    return compiled.some((one) => matchNames(one, names, options));
  };
}

/**
 * One name of a compiled glob: ANY_FOLDERS (`**`), or units to match against the name in turn. Each unit is a UTF-16
 * code unit, a test of one (`?`, `[a-z]`), or ANY_UNITS (`*`). `least` is the least number of code units of a name that
 * matches.
 */
export type NameGlob = typeof ANY_FOLDERS | { readonly units: readonly UnitGlob[]; readonly least: number };
type UnitGlob = number | typeof ANY_UNITS | ((unit: number) => boolean);

/** Stands for `**` in a compiled glob: zero or more folders. */
export const ANY_FOLDERS: unique symbol = Symbol('**');
/** Stands for `*` in a compiled name: any number of code units, none included. */
const ANY_UNITS: unique symbol = Symbol('*');

const DOT = 46;

/** Returns the compiled names of a glob without braces. `a/**` matches everything in `a`, and not `a` itself. */
export function compilePath(text: string): NameGlob[] {
  const names = text.split('/').map(compileName);
  if (names.length > 1 && names.at(-1) === ANY_FOLDERS) names.push(compileName('*'));
  return names;
}

function compileName(text: string): NameGlob {
  if (/^\*\*+$/.test(text)) return ANY_FOLDERS;
  const units: UnitGlob[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const set = character === '[' ? setAt(text, at) : undefined;
    if (character === '*') {
      if (units.at(-1) !== ANY_UNITS) units.push(ANY_UNITS);
    } else if (character === '?') units.push(() => true);
    else if (set !== undefined) {
      units.push(set.has);
      at = set.end;
    } else {
      if (character === '\\' && at + 1 < text.length) at += 1;
      units.push(text.charCodeAt(at));
    }
  }
  return { units, least: units.filter((unit) => unit !== ANY_UNITS).length };
}

/**
 * Returns the set in brackets that begins at `start`, and the index of its closing bracket; undefined if none closes
 * it.
 */
function setAt(text: string, start: number): { has: (unit: number) => boolean; end: number } | undefined {
  const isInverted = /[!^]/.test(text[start + 1] ?? '');
  const first = start + (isInverted ? 2 : 1);
  const ranges: (readonly [from: number, to: number])[] = [];
  let at = first;
  const unit = (): number => {
    if (text[at] === '\\') at += 1;
    at += 1;
    return text.charCodeAt(at - 1);
  };
  // A bracket that closes an empty set is in the set.
  while (at < text.length && (text[at] !== ']' || at === first)) {
    const from = unit();
    const isRange = text[at] === '-' && at + 1 < text.length && text[at + 1] !== ']';
    if (isRange) at += 1;
    ranges.push([from, isRange ? unit() : from]);
  }
  if (text[at] !== ']') return undefined;
  return { has: (one) => ranges.some(([from, to]) => from <= one && one <= to) !== isInverted, end: at };
}

/** True if the names of a path, in order, match the names of a glob. `dot`: stars match names that begin with a dot. */
export function matchNames(glob: readonly NameGlob[], names: readonly string[], { dot }: GlobOptions): boolean {
  const isHidden = (name: string) => (dot ? name === '.' || name === '..' : name.startsWith('.'));
  /** `reached[n]`: the part of the glob handled so far matches the first `n` names. */
  let reached = names.map(() => false);
  reached.unshift(true);
  for (const one of glob) {
    const next: boolean[] = [one === ANY_FOLDERS && reached[0]];
    for (const [n, name] of names.entries()) {
      next.push(
        one === ANY_FOLDERS
          ? reached[n + 1] || (next[n] && !isHidden(name))
          : reached[n] && (one.units[0] === DOT || !isHidden(name)) && matchesName(one, name),
      );
    }
    reached = next;
  }
  return reached[names.length];
}

/**
 * True if one name of a path matches one name of a glob. After a mismatch only the last star takes one more unit:
 * whatever an earlier star could reach, the last one can too. So the cost is at most characters of the glob ×
 * characters of the name.
 */
export function matchesName({ units, least }: Exclude<NameGlob, typeof ANY_FOLDERS>, name: string): boolean {
  if (name.length < least) return false;
  let unit = 0;
  let star = -1;
  let taken = 0;
  for (let at = 0; at < name.length; ) {
    const wanted = units[unit];
    if (wanted === ANY_UNITS) {
      star = unit++;
      taken = at;
    } else if (wanted !== undefined && isUnit(wanted, name.charCodeAt(at))) {
      unit += 1;
      at += 1;
    } else if (star >= 0) {
      unit = star + 1;
      at = ++taken;
    } else return false;
  }
  while (units[unit] === ANY_UNITS) unit += 1;
  return unit === units.length;
}

function isUnit(wanted: Exclude<UnitGlob, typeof ANY_UNITS>, unit: number): boolean {
  return typeof wanted === 'number' ? wanted === unit : wanted(unit);
}

/** Returns the globs without braces that `glob` stands for; undefined if they are more than MOST_ALTERNATIVES. */
function alternatives(glob: string): readonly string[] | undefined {
  const braces = firstBraces(glob);
  if (braces === undefined) return [glob];
  const ends = alternatives(glob.slice(braces.end));
  const middles: string[] = [];
  for (const choice of braces.choices) {
    const meant = alternatives(choice);
    if (meant === undefined || middles.length + meant.length > MOST_ALTERNATIVES) return undefined;
    middles.push(...meant);
  }
  if (ends === undefined || middles.length * ends.length > MOST_ALTERNATIVES) return undefined;
  const start = glob.slice(0, braces.start);
  return middles.flatMap((middle) => ends.map((end) => start + middle + end));
}

/** Returns the first braces that hold a choice: where they start and end, and the texts between their commas. */
function firstBraces(glob: string): { start: number; end: number; choices: readonly string[] } | undefined {
  /** For each open brace, its index and the indices of its commas. */
  const open: number[][] = [];
  let first: { start: number; end: number; choices: readonly string[] } | undefined;
  for (let at = 0; at < glob.length; at += 1) {
    const character = glob[at];
    if (character === '\\') at += 1;
    else if (character === '{') open.push([at]);
    else if (character === ',') open.at(-1)?.push(at);
    else if (character === '}') {
      const [start, ...commas] = open.pop() ?? [];
      if (start === undefined || commas.length === 0 || (first !== undefined && first.start < start)) continue;
      const cuts = [start, ...commas, at];
      first = { start, end: at + 1, choices: cuts.slice(1).map((cut, n) => glob.slice(cuts[n] + 1, cut)) };
    }
  }
  return first;
}
