// Checks of the rows of a law pack that its JSON schema can't express.
import { list, quote } from '../../i18n/list.js';
import { plainFigure } from '../../i18n/number.js';
import { hintOf } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import { SHARED } from '../complete-pack.js';
import { includesClause } from '../lookup.js';
import type { Condition } from '../requirement.js';
import type { CheckedPack } from './sections.js';
import type { AddProblem, PackReferences } from './sense.js';
import { packText } from './texts.js';

/**
 * Reports faults within rows: thresholds out of order, parameters out of range, row ids that don't begin with their
 * main clause, misplaced cases, and conditions or sentences that refer to unknown facts.
 */
export function rowProblems(pack: CheckedPack, known: PackReferences, say: AddProblem): void {
  for (const [index, row] of (pack.prohibitions ?? []).entries())
    for (const rows of ['standing', 'glazing'] as const)
      for (const [n, { from }] of (row[rows] ?? []).entries()) {
        const before = row[rows]?.[n - 1]?.from;
        if (before !== undefined && from >= before)
          say(
            packText.order({
              value: plainFigure(from),
              before: plainFigure(before),
            }),
            child('/prohibitions', index, rows, n, 'from'),
          );
      }
  for (const [id, { value, range }] of Object.entries(pack.parameters ?? {})) {
    if (!SHARED.parameters.includes(id)) {
      const pointer = child('/parameters', id);
      say(packText.unknownParameter({ id, hint: hintOf(id, SHARED.parameters) }), pointer);
    }
    if (range !== undefined && (value < range[0] || value > range[1]))
      say(
        packText.range({
          id,
          value: plainFigure(value),
          range: range.map(plainFigure).join('–'),
        }),
        child('/parameters', id, 'value'),
      );
  }
  for (const [index, row] of (pack.requirements ?? []).entries()) {
    const at = child('/requirements', index);
    const main = row.clauses[0] ?? '';
    const expected = main.slice(main.indexOf('/') + 1);
    // The row's id may name only the article if its main clause is a paragraph.
    const named = `${main.slice(0, main.indexOf('/') + 1)}${row.id.slice(0, row.id.indexOf('/'))}`;
    if (!includesClause(named, main)) say(packText.rowId({ id: row.id, expected }), child(at, 'id'));
    if (row.deadline !== undefined) fact(row.deadline.from, child(at, 'deadline', 'from'), known, say);
    const bare = row.cases.findIndex(({ when }) => when === undefined);
    const last = row.cases.length - 1;
    if (bare < 0) say(packText.lastCase, child(at, 'cases', last));
    else if (bare < last) say(packText.deadCase, child(at, 'cases', bare));
    for (const [n, { when, say: sentence, advice }] of row.cases.entries()) {
      const here = child(at, 'cases', n);
      if (when !== undefined) condition(when, child(here, 'when'), known, say);
      for (const [key, text] of [
        ['say', sentence],
        ['advice', advice],
      ] as const)
        for (const locale of ['zh', 'en'] as const) words(text?.[locale] ?? '', child(here, key, locale), known, say);
    }
  }
}

function fact(id: string, pointer: string, { facts }: PackReferences, say: AddProblem): void {
  const path = id.replace(/\.\d+(?=\.|$)/g, '.*');
  if (!facts.includes(path)) say(packText.unknownFact({ id, hint: hintOf(id, facts) }), pointer);
}

/** Reports a term that is no fact, no calendar day, and neither `today` nor `deadline`. */
function day(term: string, pointer: string, known: PackReferences, say: AddProblem): void {
  if (term !== 'today' && term !== 'deadline' && !/^\d{4}-\d{2}-\d{2}$/.test(term)) fact(term, pointer, known, say);
}

function condition(when: Condition, pointer: string, known: PackReferences, say: AddProblem): void {
  if ('all' in when || 'any' in when) {
    const [key, parts] = 'all' in when ? ['all', when.all] : ['any', when.any];
    for (const [index, part] of parts.entries()) condition(part, child(pointer, key, index), known, say);
  } else if ('not' in when) condition(when.not, child(pointer, 'not'), known, say);
  else if ('missing' in when)
    for (const [index, id] of when.missing.entries()) fact(id, child(pointer, 'missing', index), known, say);
  else if ('fact' in when) fact(when.fact, child(pointer, 'fact'), known, say);
  else if ('day' in when) {
    day(when.day, child(pointer, 'day'), known, say);
    const [key, other] = 'before' in when ? ['before', when.before] : ['after', when.after];
    day(other, child(pointer, key), known, say);
  }
}

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9.*]*)\}/g;

function words(text: string, pointer: string, known: PackReferences, say: AddProblem): void {
  for (const [, id = ''] of text.matchAll(PLACEHOLDER)) {
    if (known.words.includes(id) || known.facts.includes(id.replace(/\.\d+(?=\.|$)/g, '.*'))) continue;
    const all = { zh: known.words.map((word) => quote(word, 'zh-CN')).join('、'), en: list(known.words, 'en') };
    say(packText.unknownWord({ id, words: all, hint: hintOf(id, [...known.words, ...known.facts]) }), pointer);
  }
}
