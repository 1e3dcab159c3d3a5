// Citations of clauses and sentences on penalties.

import { memoize, memoizeNamed } from '../../base/memo.js';
import { inBoth } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { judgedInstruments, partsOf } from '../../law/compose.js';
import { cite, citeTogether, includesClause, instrumentOf, penaltiesFor, printedText } from '../../law/lookup.js';
import type { Clause, ClauseId, Pack } from '../../law/types.js';
import type { LintVerdict } from '../../lint/types.js';
import { clausesOf, leadingClauses, penaltiesOf } from '../../rules/bases.js';
import { t } from '../texts.js';

/** A clause as a report prints it: its label, the words to quote and a note on errata. */
export interface Citation {
  readonly id: ClauseId;
  /** Article, paragraph and item; with the instrument's short name if it isn't the one judged by. */
  readonly label: Localized;
  /** The words to quote, corrected if the source text has an erratum; '' if the pack doesn't hold them. */
  readonly words: Localized;
  /** The words before the items of its paragraph: 下列涉及个人隐私的场所和区域禁止安装…：; undefined if the clause is no item. */
  readonly lead: Localized | undefined;
  /** The pack's note on an erratum. */
  readonly note: Localized | undefined;
}

const clauses = memoize((pack: Pack) => new Map(pack.clauses.map((clause) => [clause.id, clause])));

function find(pack: Pack, id: ClauseId): Clause | undefined {
  return clauses(pack).get(id);
}

/** Returns the citation of clause `id`; the bare id if the pack doesn't hold the clause. */
export function label(pack: Pack, id: ClauseId): Localized {
  return labels(pack, id);
}

const labels = memoizeNamed((pack: Pack, id: ClauseId) =>
  find(pack, id) === undefined ? verbatim(id) : cite(pack, id),
);

/** Returns clause `id` with the words to quote. */
export function quotedCitation(pack: Pack, id: ClauseId): Citation {
  const clause = find(pack, id);
  return { id, label: label(pack, id), words: wordsOf(clause), lead: clause?.lead, note: clause?.corrected?.note };
}

/** Returns the words of a clause without their final stop: the sentence around the quotation ends it. */
function wordsOf(clause: Clause | undefined): Localized {
  if (clause === undefined) return verbatim('');
  return inBoth((locale) =>
    (locale === 'en' ? clause.text.en : printedText(clause))
      .replace(/\s*\n\s*/g, locale === 'en' ? ' ' : '')
      .trim()
      .replace(/[；。;.]$/, ''),
  );
}

function isMain(pack: Pack, id: ClauseId): boolean {
  return find(pack, id)?.instrument === pack.instruments[0]?.id;
}

function isJudged(pack: Pack, id: ClauseId): boolean {
  const instrument = find(pack, id)?.instrument;
  return instrument !== undefined && judgedInstruments(pack).has(instrument);
}

/**
 * Returns the clauses that `verdict` rests on, the main one first. Omits a clause if the verdict also cites a part of
 * it.
 */
export function citedClauses(verdict: LintVerdict): ClauseId[] {
  const clauses = clausesOf(verdict);
  return clauses.filter((whole) => !clauses.some((part) => part !== whole && includesClause(whole, part)));
}

/** Returns the clauses that `verdict` rests on with the words to quote, those of the pack's first law first. */
export function citations(pack: Pack, verdict: LintVerdict): Citation[] {
  const cited = citedClauses(verdict);
  const own = (id: ClauseId) => isMain(pack, id);
  // Cited after another law, a bare citation would read as that law's.
  return [...cited.filter(own), ...cited.filter((id) => !own(id))].map((id) => quotedCitation(pack, id));
}

/** Returns `citation` with its words in the quotation marks of the language. */
export function quotedClause({ label, words }: Citation): Localized {
  return words.zh === '' ? label : t.quoted({ label, words });
}

/**
 * Returns all that a finding quotes of a clause: `citation`, the words before the items of its paragraph, its words,
 * and the note on an erratum.
 */
export function quotedWhole(citation: Citation): Localized {
  const text = quotedClause({ ...citation, words: wordsAfterLead(citation) });
  return citation.note === undefined ? text : t.parenthesis({ text, note: citation.note });
}

/**
 * Returns the words to quote of a clause; of an item, the words of its paragraph that introduce the items, an ellipsis,
 * and the item's own words.
 */
export function wordsAfterLead({ lead, words }: Citation): Localized {
  return lead === undefined || words.zh === '' ? words : t.afterLead({ lead, words });
}

/**
 * Returns sentences on penalties by language, only for a fail of a rule of level error, and never saying that one will
 * be imposed. Leaves out sentences that the verdict's own text `said` contains in that language.
 */
export function penaltySentences(pack: Pack, verdict: LintVerdict, said: Localized): Record<'zh' | 'en', string[]> {
  if (verdict.outcome !== 'fail' || verdict.level !== 'error') return { zh: [], en: [] };
  const penalties = penaltiesOf(verdict);
  // How penalties of two laws relate is a question only where both come up.
  const several = new Set(penalties.map((id) => instrumentOf(pack, id).id)).size > 1;
  const relations = several ? penalties.map((id) => pack.penalties.find(({ clause }) => clause === id)?.relation) : [];
  const all = [...mayApply(pack, verdict), ...relations, ...withoutPenalty(pack, verdict)];
  const sentences = all.filter((sentence) => sentence !== undefined);
  return {
    zh: sentences.map(({ zh }) => zh).filter((sentence) => !said.zh.includes(sentence)),
    en: sentences.map(({ en }) => en).filter((sentence) => !said.en.includes(sentence)),
  };
}

function mayApply(pack: Pack, verdict: LintVerdict): Localized[] {
  const penalties = penaltiesOf(verdict);
  if (penalties.length === 0) return [];
  const clauses = localizedList(citeTogether(pack, penalties));
  return [t.mayApply({ condition: verdict.existing ? t.ifConfirmed : t.ifBuilt, clauses })];
}

/**
 * Returns the sentence that the law sets no penalty for duties of the judged instrument that nothing in it punishes. Says
 * nothing of a law for which the pack holds no penalties, or that comes with a pack of somebody else.
 */
function withoutPenalty(pack: Pack, verdict: LintVerdict): Localized[] {
  // A clause on signs states its own consequence.
  const own = new Set(partsOf(pack).flatMap(({ signs }) => signs?.clause ?? []));
  const duties = leadingClauses(verdict).filter(
    (id) => isJudged(pack, id) && !own.has(id) && penaltiesFor(pack, [id]).length === 0,
  );
  return duties.map((id) => {
    const clause = label(pack, id);
    if (!hasAllPenalties(pack, id)) return t.packWithoutPenalty({ clause });
    return isMain(pack, id) ? t.noPenalty({ clause }) : t.noPenaltyThere({ clause });
  });
}

/** True if the pack holds every penalty clause of the law that `id` belongs to. */
function hasAllPenalties(pack: Pack, id: ClauseId): boolean {
  const { id: law } = instrumentOf(pack, id);
  const own = partsOf(pack).find(({ instruments: [first] }) => first?.id === law);
  return own?.written === undefined && pack.penalties.some(({ clause }) => instrumentOf(pack, clause).id === law);
}

/** Returns the penalty clauses with summaries of their penalties. */
export function penaltySummaries(pack: Pack, verdict: LintVerdict): Localized[] {
  const penalties = penaltiesOf(verdict).flatMap((id) => pack.penalties.find(({ clause }) => clause === id) ?? []);
  const labels = citeTogether(
    pack,
    penalties.map(({ clause }) => clause),
  );
  return penalties.map(({ summary }, n) => t.labelled({ label: labels[n], text: summary }));
}

/**
 * Returns all sentences on penalties, with the summaries, on one line; undefined if there are none. Leaves out sentences
 * that `said`, the verdict's own text, contains.
 */
export function penaltyText(pack: Pack, verdict: LintVerdict, said: Localized): Localized | undefined {
  const summaries = penaltySummaries(pack, verdict).map((text) => t.ended({ text }));
  const { zh, en } = penaltySentences(pack, verdict, said);
  if (zh.length + en.length + summaries.length === 0) return undefined;
  return {
    zh: [...zh, ...summaries.map((one) => one.zh)].join(''),
    en: [...en, ...summaries.map((one) => one.en)].join(' '),
  };
}
