// Reads and checks a mapping file.

import { BudgetExceeded, spendBudget, withBudget } from '../../base/budget.js';
import { list } from '../../i18n/list.js';
import type { Pack } from '../../law/types.js';
import { kindMeant } from '../../plan/build/zone.js';
import { DEVICE_KINDS, kindCalled, OPENING_KINDS } from '../../plan/kinds.js';
import { isRecord } from '../../plan/read/unknown.js';
import { didYouMean, hintOf } from '../../source/hint.js';
import { limitParams } from '../../source/limits.js';
import { parseSource } from '../../source/parse/parse.js';
import { locate } from '../../source/place/locate.js';
import { child } from '../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { checkSchema } from '../../source/schema/check.js';
import { mappingValidator } from '../../source/schema/validators.js';
import type { SourceFile } from '../../source/types.js';
import { isLike } from './match.js';
import { t } from './texts.js';
import type { Mapping, MappingKeys, MappingLevel, MappingRule, Pattern, Where } from './types.js';

/** Result of reading a mapping file: the mapping, or its problems. */
export type LoadedMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly file: SourceFile };

/** A mapping as people write it: a single name may stand for a list of one, and every key is optional. */
export interface RawMapping extends Omit<Mapping, 'keys' | 'levels' | 'rules' | 'silent' | 'unconfirmed'> {
  readonly $schema?: string;
  readonly keys?: Readonly<Partial<Record<keyof MappingKeys, Names>>>;
  readonly levels?: readonly (Omit<MappingLevel, 'key' | 'files'> & {
    readonly key?: string | number;
    readonly files?: Names;
  })[];
  readonly rules?: readonly RawRule[];
  readonly silent?: Names;
}

interface RawRule extends Omit<MappingRule, 'from'> {
  readonly from?: Readonly<Record<string, Names>>;
}

type Names = string | readonly string[];

/** Returns the mapping in `bytes` (YAML or JSON), or all its problems in file order. `path` is as shown to people. */
export function loadMapping(path: string, bytes: Uint8Array, pack: Pack): LoadedMapping {
  const parsed = parseSource(path, bytes);
  const { file } = parsed;
  if (!parsed.ok) return { ok: false, problems: parsed.problems, file };
  const value = parsed.value ?? {};
  if (!isRecord(value)) return { ok: false, problems: [problemOf(t.noMapping, path)], file };
  const checked = checkSchema<RawMapping>(mappingValidator(), value, (pointer) => ({ path, pointer }));
  if (!checked.ok) return { ok: false, problems: inOrder(checked.problems, file), file };
  const raw = checked.document;
  const count = wordCount(raw);
  if (count > MOST_WORDS) {
    return { ok: false, problems: [problemOf(t.tooMany({ count, most: MOST_WORDS }), path)], file };
  }
  const problems = [
    ...(raw.rules ?? []).flatMap((rule, index) => ruleProblems(rule, child('/rules', index), path, pack)),
    ...unreachable(raw.rules ?? [], path),
    ...(['kinds', 'names'] as const).flatMap((key) => kindProblems(raw[key] ?? {}, `/${key}`, path, pack)),
    ...levelProblems(raw.levels ?? [], path),
  ];
  if (problems.length > 0) return { ok: false, problems: inOrder(problems, file), file };
  const unconfirmed = unconfirmedIn(raw, file);
  return { ok: true, mapping: { ...mappingOf(raw), ...(unconfirmed.length > 0 && { unconfirmed }) } };
}

/** A comment that begins with a question mark: a survey writes it behind a rule that a person is to confirm. */
const TO_CONFIRM = /\s#\s*\?/;

/** Returns the rules, counted from 1, that are still marked as to be confirmed. */
function unconfirmedIn({ rules = [] }: RawMapping, file: SourceFile): number[] {
  if (!TO_CONFIRM.test(file.text)) return [];
  const lines = file.text.split(/\r?\n/);
  return rules.flatMap((_, index) => {
    const { end } = locate(file, { path: file.path, pointer: child('/rules', index) });
    return TO_CONFIRM.test(lines[end.line - 1] ?? '') ? [index + 1] : [];
  });
}

/** Returns `problems` in the order of the file. */
function inOrder(problems: readonly SourceProblem[], file: SourceFile): SourceProblem[] {
  const start = ({ place }: SourceProblem) => locate(file, place).start;
  return problems.toSorted((a, b) => start(a).line - start(b).line || start(a).column - start(b).column);
}

/** Returns the mapping with every list written out. */
function mappingOf({ $schema: _, keys, levels, rules = [], silent, ...rest }: RawMapping): Mapping {
  return {
    ...rest,
    rules: rules.map(({ from, ...rule }) => (from === undefined ? rule : { ...rule, from: listed(from) })),
    ...(keys !== undefined && { keys: listed(keys) }),
    ...(levels !== undefined && {
      levels: levels.map(({ key, files, ...level }) => ({
        ...level,
        key: keyOf({ key, files, ...level }),
        ...(files !== undefined && { files: listOf(files) }),
      })),
    }),
    ...(silent !== undefined && { silent: listOf(silent) }),
  };
}

type RawLevel = NonNullable<RawMapping['levels']>[number];

/** Returns the key of a level. One that is matched by files needs no name in the source. */
function keyOf({ key, id, name, files = [] }: RawLevel): string {
  return String(key ?? id ?? name ?? listOf(files)[0]);
}

function listOf(names: Names): readonly string[] {
  return typeof names === 'string' ? [names] : names;
}

function listed(named: Readonly<Record<string, Names>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(named).map(([key, names]) => [key, listOf(names)]));
}

function ruleProblems(rule: RawRule, pointer: string, path: string, pack: Pack): SourceProblem[] {
  return [...geometryProblems(rule.where.geometry, child(pointer, 'where', 'geometry'), path), ...kindOf()];

  function kindOf(): SourceProblem[] {
    const { as, kind } = rule;
    const at = child(pointer, 'kind');
    switch (as) {
      case 'zone':
        return kind === undefined ? [] : zoneKind(kind, at, path, pack);
      case 'opening': {
        if (kind !== undefined) return otherKind(as, kind, OPENING_KINDS, at, path);
        const known = { zh: list(OPENING_KINDS, 'zh-CN'), en: OPENING_KINDS.join(', ') };
        return [problemOf(t.noKind({ known }), { path, pointer })];
      }
      case 'device':
        return kind === undefined ? [] : otherKind(as, kind, DEVICE_KINDS, at, path);
      default:
        return kind === undefined ? [] : [problemOf(t.kindOfNothing({ as }), { path, pointer: at })];
    }
  }
}

function zoneKind(kind: string, at: string, path: string, pack: Pack): SourceProblem[] {
  if (pack.zoneKinds.some(({ id }) => id === kind)) return [];
  const params = { kind, what: t.zone, hint: didYouMean(kindMeant(kind, pack)) };
  return [problemOf(t.unknownKind(params), { path, pointer: at })];
}

function otherKind(
  as: 'opening' | 'device',
  kind: string,
  known: readonly string[],
  at: string,
  path: string,
): SourceProblem[] {
  if (known.includes(kind)) return [];
  const called = kindCalled(kind);
  const hint = called !== undefined && known.includes(called) ? didYouMean(called) : hintOf(kind, known);
  return [problemOf(t.unknownKind({ kind, what: t[as], hint }), { path, pointer: at })];
}

const GEOMETRIES = ['Point', 'LineString', 'Polygon'];

function geometryProblems(pattern: Pattern | undefined, pointer: string, path: string): SourceProblem[] {
  if (pattern === undefined || typeof pattern === 'boolean') return [];
  const words = typeof pattern === 'object' ? pattern.map(String) : [String(pattern)];
  return words.flatMap((value, index) => {
    if (value.includes('*') || GEOMETRIES.some((known) => known.toLowerCase() === value.toLowerCase())) return [];
    const at = typeof pattern === 'object' ? child(pointer, index) : pointer;
    // MultiPolygon, polyline: multi-part shapes come one by one, and a line has one name.
    const meant = GEOMETRIES.find((known) => new RegExp(known.replace('String', ''), 'i').test(value));
    const hint = meant === undefined ? hintOf(value, GEOMETRIES) : didYouMean(meant);
    return [problemOf(t.geometry({ value, hint }), { path, pointer: at })];
  });
}

/**
 * Returns a problem for each rule that never applies because an earlier one takes all of its features, or the one problem that
 * there are too many rules to tell.
 */
function unreachable(rules: readonly RawRule[], path: string): SourceProblem[] {
  const tests = rules.map(({ where }) => Object.entries(where));
  try {
    return withBudget(MOST_TESTS, () =>
      rules.flatMap(({ where }, index) => {
        spendBudget(2 * index);
        const earlier = tests.findIndex((wide, n) => n < index && impliesMatch(wide, where));
        if (earlier < 0) return [];
        return [problemOf(t.never({ earlier: earlier + 1 }), { path, pointer: child('/rules', index) })];
      }),
    );
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const { limit } = limitParams('work', MOST_TESTS);
    return [problemOf(t.tooMuch({ limit }), { path, pointer: '/rules' })];
  }
}

/** Steps that comparing the rules of a mapping may take. Five thousand rules that a survey writes take a third. Chosen by sitecam. */
const MOST_TESTS = 150e6;

/** Most words and patterns of a mapping. A survey of five thousand layers writes as many. Chosen by sitecam. */
const MOST_WORDS = 10_000;

/** Returns the number of words and patterns, each of which takes three kilobytes of memory. */
function wordCount({ rules = [], kinds = {}, names = {}, levels = [], silent = [] }: RawMapping): number {
  const tested = rules.flatMap(({ where }) => Object.values(where)).map((pattern) => [pattern].flat().length);
  const files = levels.map((level) => listOf(level.files ?? []).length);
  const others = Object.keys(kinds).length + Object.keys(names).length + listOf(silent).length;
  return [...tested, ...files].reduce((sum, count) => sum + count, others);
}

function kindProblems(
  kinds: Readonly<Record<string, string>>,
  pointer: string,
  path: string,
  pack: Pack,
): SourceProblem[] {
  return Object.entries(kinds).flatMap(([word, kind]) => zoneKind(kind, child(pointer, word), path, pack));
}

function levelProblems(levels: readonly RawLevel[], path: string): SourceProblem[] {
  const keys = levels.map(keyOf);
  return levels.flatMap((level, index) => {
    const pointer = child('/levels', index);
    if (level.key === undefined && level.files === undefined) return [problemOf(t.level, { path, pointer })];
    const earlier = keys.indexOf(keys[index]);
    const [x0, y0, x1, y1] = level.region ?? [0, 0, 1, 1];
    if (x1 <= x0 || y1 <= y0) return [problemOf(t.region, { path, pointer: child(pointer, 'region') })];
    if (earlier === index) return [];
    return [problemOf(t.levelTwice({ key: keys[index], earlier: earlier + 1 }), { path, pointer })];
  });
}

/** True if whatever matches `narrow` certainly matches `wide` too. */
function impliesMatch(wide: readonly (readonly [string, Pattern])[], narrow: Where): boolean {
  return wide.every(([key, pattern]) => {
    const other = Object.hasOwn(narrow, key) ? narrow[key] : undefined;
    return other !== undefined && includes(pattern, other);
  });
}

function includes(wide: Pattern, narrow: Pattern): boolean {
  if (typeof wide === 'boolean') return wide ? narrow !== false : narrow === false;
  // A test for presence (`true`) is like `*`.
  if (typeof narrow === 'boolean') return narrow && wordsOf(wide).includes('*');
  // A `*` in the narrow word is an ordinary character: only a `*` of the wide word can match it.
  return wordsOf(narrow).every((word) =>
    wordsOf(wide).some((other) => {
      spendBudget(1 + (word.length >> 2));
      return isLike(other, word);
    }),
  );
}

function wordsOf(pattern: Exclude<Pattern, boolean>): readonly string[] {
  return typeof pattern === 'object' ? pattern.map(String) : [String(pattern)];
}
