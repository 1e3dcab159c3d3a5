// Checks of a law pack's meaning: ids, names, references and vocabulary.
import type { Text } from '../../i18n/catalogue.js';
import { isDay } from '../../i18n/day.js';
import { list, quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { appearance } from '../../i18n/lookalikes.js';
import { hintOf } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import type { Place } from '../../source/types.js';
import { BUILT_IN_PACKS } from '../built-in.gen.js';
import type { PackFiles } from '../complete-pack.js';
import { citable, type NamedLaw, namedLaws, SHARED } from '../complete-pack.js';
import { includesClause } from '../lookup.js';
import { foldName } from '../names/text.js';
import { quotationProblems } from './quotations.js';
import { rowProblems } from './rows.js';
import type { CheckedPack } from './sections.js';
import { packText } from './texts.js';

/** Packs, facts and words that a pack may refer to besides its own. */
export interface PackReferences {
  /** Packs that come with sitecam, and those used beside this one. */
  readonly packs: readonly PackFiles[];
  /** Paths of the facts in a plan's `project`; `*` stands for an item of a list. */
  readonly facts: readonly string[];
  /** True if the pack that is read may stand for one of `packs`: the one with its id. */
  readonly replaces?: true;
  /** Placeholders in a requirement's sentences that aren't facts. */
  readonly words: readonly string[];
}

/** Adds the problem that `message` states at the JSON pointer. */
export type AddProblem = (message: Text, pointer: string) => void;

/** Words that select zones other than by kind or role. */
const WORDS = ['important', 'public', 'designated', 'passage', 'any'] as const;

/** Returns the faults of meaning in a pack that its schema accepts, each with its place. Empty if there are none. */
export function problemsOf(
  pack: CheckedPack,
  known: PackReferences,
  placeOf: (pointer: string) => Place,
): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const say: AddProblem = (message, pointer) => problems.push(problemOf(message, placeOf(pointer)));
  identity(pack, known, say);
  names(pack, known, say);
  clauses(pack, known, say);
  vocabulary(pack, say);
  rowProblems(pack, known, say);
  quotationProblems(pack, say);
  return problems;
}

function identity({ id, instruments, applies }: CheckedPack, { packs }: PackReferences, say: AddProblem): void {
  if (packs.some((other) => other.id === id)) say(packText.taken({ id }), '/id');
  const laws = new Set(packs.flatMap((other) => other.instruments.map((law) => law.id)));
  for (const [index, law] of instruments.entries()) {
    if (laws.has(law.id)) say(packText.lawTaken({ id: law.id }), child('/instruments', index, 'id'));
  }
  once(instruments, '/instruments', say);
  for (const key of ['from', 'until'] as const) {
    const day = applies[key];
    if (day !== undefined && !isDay(day)) say(packText.noDay({ day }), child('/applies', key));
  }
}

/** Reports names that could pass for a built-in law's: readers of a report know a law by its name. */
function names({ name, instruments, clauses: own }: CheckedPack, { packs }: PackReferences, say: AddProblem): void {
  const taken = new Map<string, NamedLaw>();
  for (const law of namedLaws(packs.filter((pack) => BUILT_IN_PACKS.includes(pack))))
    for (const key of law.spellings.map(nameKey)) if (!taken.has(key)) taken.set(key, law);
  const check = (given: Localized, pointer: string, lawOf: (key: string) => NamedLaw | undefined) => {
    for (const language of ['zh', 'en'] as const) {
      const law = lawOf(nameKey(given[language]));
      if (law !== undefined)
        say(packText.nameTaken({ name: given[language], law: law.name, owner: law.owner }), child(pointer, language));
    }
  };
  const called = (key: string) => (key === '' ? undefined : taken.get(key));
  check(name, '/name', called);
  for (const [index, law] of instruments.entries())
    for (const key of ['name', 'short'] as const) check(law[key], child('/instruments', index, key), called);
  // A citation follows its law's short name in print. If it names another law itself, readers take it for that one.
  const telling = [...taken].filter(([key]) => key.length >= (/\p{Script=Han}/u.test(key) ? 4 : 12));
  const naming = (key: string) => telling.find(([known]) => key.includes(known))?.[1];
  for (const [index, { citation }] of own.entries()) check(citation, child('/clauses', index, 'citation'), naming);
}

/**
 * Returns a name's key for comparison by appearance: without trailing brackets, spaces, quotes and punctuation; letters
 * that look alike are equal.
 */
function nameKey(name: string): string {
  return foldName(appearance(name))
    .replace(/(?:\s*\([^()]*\))+$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Reports rows whose id an earlier row has. */
function once(rows: readonly { readonly id: string }[] = [], pointer: string, say: AddProblem): void {
  for (const [index, { id }] of rows.entries()) {
    if (rows.findIndex((other) => other.id === id) < index)
      say(packText.duplicate({ id }), child(pointer, index, 'id'));
  }
}

function clauses(pack: CheckedPack, { packs }: PackReferences, say: AddProblem): void {
  const laws = pack.instruments.map(({ id }) => id);
  once(pack.clauses, '/clauses', say);
  for (const [index, { id, instrument, article, paragraph, item }] of pack.clauses.entries()) {
    const at = child('/clauses', index);
    if (!laws.includes(instrument)) {
      say(packText.unknownLaw({ id: instrument, hint: hintOf(instrument, laws) }), child(at, 'instrument'));
      continue;
    }
    const part = `${paragraph === undefined ? '' : `.${paragraph}`}${item === undefined ? '' : `(${item})`}`;
    const expected = `${instrument}/${article}${part}`;
    if (id !== expected) say(packText.clauseId({ id, expected }), child(at, 'id'));
  }
  const cited = citable(packs);
  for (const [index, id] of (pack.cites ?? []).entries()) {
    if (!cited.includes(id)) say(packText.unknownCitation({ id, hint: hintOf(id, cited) }), child('/cites', index));
  }
  const own = [...pack.clauses.map(({ id }) => id), ...(pack.cites ?? [])];
  for (const { id, pointer, whole } of clausesNamed(pack)) {
    const stands = own.includes(id) || (whole === true && own.some((clause) => includesClause(id, clause)));
    if (!stands) say(packText.unknownClause({ id, hint: hintOf(id, own) }), pointer);
  }
}

interface NamedClause {
  readonly id: string;
  readonly pointer: string;
  /** True if naming the clause also covers its paragraphs and items. */
  readonly whole?: true;
}

/** Returns every place where the pack names a clause by its id. */
function clausesNamed(pack: CheckedPack): NamedClause[] {
  const found: NamedClause[] = [];
  const one = (id: string | undefined, pointer: string, whole?: true) => {
    if (id !== undefined) found.push({ id, pointer, ...(whole && { whole }) });
  };
  const all = (ids: readonly string[] | undefined, pointer: string, whole?: true) => {
    for (const [index, id] of (ids ?? []).entries()) one(id, child(pointer, index), whole);
  };
  one(pack.protects, '/protects', true);
  all(pack.standards, '/standards');
  for (const [index, { clause, punishes }] of (pack.penalties ?? []).entries()) {
    one(clause, child('/penalties', index, 'clause'));
    all(punishes, child('/penalties', index, 'punishes'), true);
  }
  for (const [index, { clause, publicBy }] of (pack.categories ?? []).entries()) {
    one(clause, child('/categories', index, 'clause'));
    one(publicBy, child('/categories', index, 'publicBy'));
  }
  for (const [index, row] of (pack.prohibitions ?? []).entries()) {
    const at = child('/prohibitions', index);
    one(row.clause, child(at, 'clause'));
    all(row.insideReferences, child(at, 'insideReferences'));
    all(row.viewClauses, child(at, 'viewClauses'));
    one(row.clearDoors?.reference, child(at, 'clearDoors', 'reference'));
  }
  one(pack.signs?.clause, '/signs/clause');
  one(pack.opinion?.clause, '/opinion/clause');
  one(pack.capture?.prohibition, '/capture/prohibition', true);
  one(pack.capture?.duty, '/capture/duty');
  one(pack.capture?.images?.prohibition, '/capture/images/prohibition', true);
  one(pack.capture?.images?.reporting, '/capture/images/reporting');
  for (const [index, { clause, spared, only }] of (pack.tracks ?? []).entries()) {
    one(clause, child('/tracks', index, 'clause'));
    all(spared, child('/tracks', index, 'spared'), true);
    all(only, child('/tracks', index, 'only'), true);
  }
  for (const part of ['partitions', 'glazing', 'wholeRoom', 'innerLocks'] as const)
    one(pack.fittings?.[part]?.clause, `/fittings/${part}/clause`);
  for (const [index, row] of (pack.requirements ?? []).entries()) {
    all(row.clauses, child('/requirements', index, 'clauses'));
    for (const [n, { clauses: more }] of row.cases.entries())
      all(more, child('/requirements', index, 'cases', n, 'clauses'));
  }
  return found;
}

/** Reports zone kinds, roles and categories that don't exist. */
function vocabulary(pack: CheckedPack, say: AddProblem): void {
  const kinds = [...SHARED.zoneKinds, ...(pack.zoneKinds ?? []).map(({ id }) => id)];
  const categories = (pack.categories ?? []).map(({ id }) => id);
  const roles = (pack.categories ?? []).flatMap(({ declared = [] }) => declared.map(({ role }) => role));
  const tokens = [...kinds, ...roles, ...WORDS];
  const kind = (id: string, pointer: string) => {
    if (!kinds.includes(id)) say(packText.unknownKind({ id, hint: hintOf(id, kinds) }), pointer);
  };
  const token = (id: string, pointer: string) => {
    if (!tokens.includes(id)) say(packText.unknownToken({ id, hint: hintOf(id, tokens), words: WORD_LIST }), pointer);
  };
  const sites = [...new Set([...categories, ...SHARED.categories])];
  const category = (id: string, pointer: string) => {
    if (!sites.includes(id)) say(packText.unknownCategory({ id, hint: hintOf(id, sites) }), pointer);
  };
  const each = (ids: readonly string[] | undefined, pointer: string, check: (id: string, pointer: string) => void) => {
    for (const [index, id] of (ids ?? []).entries()) check(id, child(pointer, index));
  };
  once(pack.zoneKinds, '/zoneKinds', say);
  for (const [index, { id, expects }] of (pack.zoneKinds ?? []).entries()) {
    const at = child('/zoneKinds', index);
    if (SHARED.zoneKinds.includes(id)) say(packText.sharedKind({ id }), child(at, 'id'));
    if (WORDS.some((word) => word === id)) say(packText.wordKind({ id }), child(at, 'id'));
    each(expects, child(at, 'expects'), kind);
  }
  each(pack.applies.categories, '/applies/categories', category);
  once(pack.categories, '/categories', say);
  const barred = (pack.prohibitions ?? []).flatMap((row) => row.kinds);
  for (const [index, row] of (pack.categories ?? []).entries()) {
    const at = child('/categories', index);
    if (row.name === undefined && !SHARED.categories.includes(row.id))
      say(packText.unnamed({ id: row.id, hint: hintOf(row.id, SHARED.categories) }), child(at, 'id'));
    if (pack.protects !== undefined && row.wholePlace !== true && (row.named ?? []).length === 0)
      say(packText.namesNothing({ id: row.id }), child(at, 'id'));
    if (row.basis === 'contested' && (row.bare ?? 'review') === 'fail') say(packText.contestedFail, child(at, 'bare'));
    each(row.except, child(at, 'except'), category);
    each(row.exceptPerhaps, child(at, 'exceptPerhaps'), category);
    for (const list of ['named', 'related'] as const)
      for (const [n, selector] of (row[list] ?? []).entries()) token(selector.token, child(at, list, n, 'token'));
    each(row.notMeant?.tokens, child(at, 'notMeant', 'tokens'), token);
    for (const [n, { anyOf }] of (row.declared ?? []).entries()) each(anyOf, child(at, 'declared', n, 'anyOf'), token);
    for (const [n, expected] of (row.expectedPrivate ?? []).entries()) {
      const pointer = child(at, 'expectedPrivate', n, 'kind');
      kind(expected.kind, pointer);
      if (kinds.includes(expected.kind) && !barred.includes(expected.kind))
        say(packText.notBarred({ id: expected.kind }), pointer);
    }
  }
  once(pack.prohibitions, '/prohibitions', say);
  for (const [index, row] of (pack.prohibitions ?? []).entries()) {
    const at = child('/prohibitions', index);
    if (row.basis === 'contested' && row.inside === 'fail') say(packText.contestedFail, child(at, 'inside'));
    each(row.kinds, child(at, 'kinds'), kind);
    each(row.categories, child(at, 'categories'), category);
    each(row.sites, child(at, 'sites'), category);
    each(row.clearDoors?.categories, child(at, 'clearDoors', 'categories'), category);
    each(row.publicOnly?.doubtful, child(at, 'publicOnly', 'doubtful'), kind);
  }
  once(pack.criteria, '/criteria', say);
  for (const [index, row] of (pack.criteria ?? []).entries())
    each(row.tokens, child('/criteria', index, 'tokens'), token);
  for (const [index, row] of (pack.pointProtection ?? []).entries())
    each(row.tokens, child('/pointProtection', index, 'tokens'), token);
  each(pack.fittings?.rooms, '/fittings/rooms', kind);
  each(pack.fittings?.categories, '/fittings/categories', category);
  each(pack.fittings?.partitions?.doubtful, '/fittings/partitions/doubtful', kind);
  for (const list of ['open', 'entrances', 'ladders'] as const) each(pack.signs?.[list], `/signs/${list}`, kind);
  once(pack.requirements, '/requirements', say);
  const tracks = (pack.tracks ?? []).map(({ clause }) => clause);
  for (const [index, row] of (pack.requirements ?? []).entries()) {
    each(row.categories, child('/requirements', index, 'categories'), category);
    each(row.tracks, child('/requirements', index, 'tracks'), (id, pointer) => {
      if (!tracks.includes(id)) say(packText.unknownTrack({ id, hint: hintOf(id, tracks) }), pointer);
    });
  }
}

const WORD_LIST: Localized = {
  zh: WORDS.map((word) => quote(word, 'zh-CN')).join('、'),
  en: list(WORDS, 'en'),
};
