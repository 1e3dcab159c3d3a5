// Citations of clauses and sentences on penalties.
import { memoize, memoizeNamed } from '../../base/memo.js';
import { list } from '../../i18n/list.js';
import { inLocale, type Locale, verbatim } from '../../i18n/locale.js';
import { judgedInstruments, partsOf } from '../../law/compose.js';
import { cite, includesClause, instrumentOf, penaltiesFor, printedText } from '../../law/lookup.js';
import type { Clause, ClauseId, Pack } from '../../law/types.js';
import type { LintVerdict } from '../../lint/types.js';

/** A clause as a report prints it. */
export interface Citation {
  readonly id: ClauseId;
  /** 第九条第二款第（三）项; with the instrument's short name if it isn't the one judged by. */
  readonly label: string;
  /** The words to quote, corrected if the source text has an erratum; empty if the pack doesn't hold them. */
  readonly words: string;
  /** The words before the items of its paragraph: 下列涉及个人隐私的场所和区域禁止安装…：; empty if the clause is no item. */
  readonly lead: string;
  /** The pack's note on an erratum. */
  readonly note: string | undefined;
}

const clauses = memoize((pack: Pack) => new Map(pack.clauses.map((clause) => [clause.id, clause])));

function find(pack: Pack, id: ClauseId): Clause | undefined {
  return clauses(pack).get(id);
}

/** Returns the citation of clause `id`; the bare id if the pack doesn't hold the clause. */
export function label(pack: Pack, id: ClauseId, locale: Locale): string {
  return inLocale(labels(pack, id), locale);
}

const labels = memoizeNamed((pack: Pack, id: ClauseId) =>
  find(pack, id) === undefined ? verbatim(id) : cite(pack, id),
);

/** Returns clause `id` with the words to quote. */
export function quotedCitation(pack: Pack, id: ClauseId, locale: Locale): Citation {
  const clause = find(pack, id);
  const note = clause?.corrected === undefined ? undefined : inLocale(clause.corrected.note, locale);
  const lead = clause?.lead === undefined ? '' : inLocale(clause.lead, locale);
  return { id, label: label(pack, id, locale), words: wordsOf(clause, locale), lead, note };
}

/** Returns the words of a clause without their final stop: the sentence around the quotation ends it. */
function wordsOf(clause: Clause | undefined, locale: Locale): string {
  if (clause === undefined) return '';
  return (locale === 'en' ? clause.text.en : printedText(clause))
    .replace(/\s*\n\s*/g, locale === 'en' ? ' ' : '')
    .trim()
    .replace(/[；。;.]$/, '');
}

function isMain(pack: Pack, id: ClauseId): boolean {
  return find(pack, id)?.instrument === pack.instruments[0]?.id;
}

function isJudged(pack: Pack, id: ClauseId): boolean {
  const instrument = find(pack, id)?.instrument;
  return instrument !== undefined && judgedInstruments(pack).has(instrument);
}

/** Returns the clauses that `verdict` rests on, the main one first. Omits a whole clause cited beside its own part. */
export function citedClauses({ clauses }: LintVerdict): ClauseId[] {
  return [...new Set(clauses)].filter(
    (whole) => !clauses.some((part) => part !== whole && includesClause(whole, part)),
  );
}

/** Returns the clauses that `verdict` rests on with the words to quote, those of the judged instrument first. */
export function citations(pack: Pack, verdict: LintVerdict, locale: Locale): Citation[] {
  const cited = citedClauses(verdict);
  const own = (id: ClauseId) => isMain(pack, id);
  // Cited after another law, 第九条第二款 would read as that law's.
  return [...cited.filter(own), ...cited.filter((id) => !own(id))].map((id) => quotedCitation(pack, id, locale));
}

/** Returns `citation` with its words in the quotation marks of the language: 第八条第（八）项“旅店、…”. */
export function quotedClause({ label, words }: Citation, locale: Locale): string {
  if (words === '') return label;
  return locale === 'en' ? `${label}: '${words}'` : `${label}：“${words}”`;
}

/**
 * Returns all that a finding quotes of a clause: `citation`, the words before the items of its paragraph, its words,
 * and the note on an erratum.
 */
export function quotedWhole({ label, lead, words, note }: Citation, locale: Locale): string {
  if (words === '') return label;
  const text = lead === '' ? words : locale === 'en' ? `${lead} … ${words}` : `${lead}……${words}`;
  if (locale === 'en') return `${label}: '${text}'${note === undefined ? '' : ` (${note})`}`;
  return `${label}：“${text}”${note === undefined ? '' : `（${note}）`}`;
}

/**
 * Returns sentences on penalties, only for a fail of a rule of level error, and never saying that one will be imposed.
 * Leaves out sentences that the verdict's own text `said` contains.
 */
export function penaltySentences(pack: Pack, verdict: LintVerdict, said: string, locale: Locale): string[] {
  if (verdict.outcome !== 'fail' || verdict.level !== 'error') return [];
  const out: string[] = [];
  if (verdict.penalties.length > 0) {
    const labels = list(
      verdict.penalties.map((id) => label(pack, id, locale)),
      locale,
    );
    const [zh, en] = verdict.existing
      ? ['如经查证属实', 'If it is found to be as marked']
      : ['如按本图实施', 'If carried out as drawn'];
    out.push(
      locale === 'en'
        ? `${en}, ${labels} may apply; whether and how much to punish is for the public security organ to decide by law.`
        : `${zh}，可能适用${labels}；是否处罚及幅度由公安机关依法决定。`,
    );
  }
  for (const id of verdict.penalties) {
    const relation = pack.penalties.find(({ clause }) => clause === id)?.relation;
    if (relation !== undefined) out.push(inLocale(relation, locale));
  }
  return [...out, ...withoutPenalty(pack, verdict, locale)].filter((sentence) => !said.includes(sentence));
}

/**
 * Returns the sentence 第九条第一款本条例未设罚则。 for duties of the judged instrument that nothing in it punishes. Says nothing of
 * a law for which the pack holds no penalties, or that comes with a pack of somebody else.
 */
function withoutPenalty(pack: Pack, verdict: LintVerdict, locale: Locale): string[] {
  const duties = verdict.clauses.filter((id) => isJudged(pack, id) && penaltiesFor(pack, [id]).length === 0);
  return duties.map((id) => {
    if (!hasAllPenalties(pack, id)) {
      const name = label(pack, id, locale);
      return locale === 'en' ? `The pack states no penalty for ${name}.` : `法规数据包未载${name}的罚则。`;
    }
    return locale === 'en'
      ? `${isMain(pack, id) ? 'This' : 'That'} regulation sets no penalty for ${label(pack, id, locale)}.`
      : `${label(pack, id, locale)}${isMain(pack, id) ? '本条例' : '，该条例'}未设罚则。`;
  });
}

/** True if the pack holds every penalty clause of the law that `id` belongs to. */
function hasAllPenalties(pack: Pack, id: ClauseId): boolean {
  const { id: law } = instrumentOf(pack, id);
  const own = partsOf(pack).find(({ instruments: [first] }) => first?.id === law);
  return own?.written === undefined && pack.penalties.some(({ clause }) => instrumentOf(pack, clause).id === law);
}

/**
 * Writes sums with thousands separators, 5000元 as 5,000元. Only for sitecam's summaries: the law's words are quoted
 * unchanged.
 */
function withThousands(text: string): string {
  return text.replace(/\d(?=(?:\d{3})+元)/g, '$&,');
}

/** Returns the penalty clauses with summaries of their penalties: 第二十四条：责令改正，并处1万元以上3万元以下罚款. */
export function penaltySummaries(pack: Pack, verdict: LintVerdict, locale: Locale): string[] {
  return verdict.penalties.flatMap((id) => {
    const penalty = pack.penalties.find(({ clause }) => clause === id);
    if (penalty === undefined) return [];
    const colon = locale === 'en' ? ': ' : '：';
    return [`${label(pack, id, locale)}${colon}${withThousands(inLocale(penalty.summary, locale))}`];
  });
}

/** Returns all sentences on penalties on one line; '' if there are none. */
export function penaltyText(pack: Pack, verdict: LintVerdict, said: string, locale: Locale): string {
  const summaries = penaltySummaries(pack, verdict, locale);
  const sentences = summaries.map((text) => (locale === 'en' ? `${text}.` : `${text}。`));
  return [...penaltySentences(pack, verdict, said, locale), ...sentences].join(locale === 'en' ? ' ' : '');
}
