// Results in SARIF: one for each verdict.
import type { Result, Suppression } from 'sarif';
import { type LocalView, maybeIn } from '../../findings/local.js';
import { label, penaltySentences } from '../../findings/wording/citation.js';
import { coverageSentence, sightSentence } from '../../findings/wording/sightline.js';
import { render } from '../../i18n/catalogue.js';
import type { LintVerdict, Report, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { AttachmentsOf } from './attachments.js';
import { baselineState, isCompared } from './baseline.js';
import { codeFlows, logicalLocations, relatedLocations, rounded } from './evidence.js';
import { sarifFixes } from './fixes.js';
import { closedSentence, sarifMessage } from './message.js';
import type { Places } from './places.js';
import type { Taxonomies } from './taxonomies.js';

/** All that the parts of a log need of a run. */
export interface SarifWriter {
  readonly input: ReportInput;
  readonly view: LocalView;
  readonly places: Places;
  readonly taxonomies: Taxonomies;
  /** Gives the drawings beside the log. Absent: none. */
  readonly attachments?: AttachmentsOf;
}

/** Sentences from which a verdict's messages are made. */
export interface VerdictSentences {
  /** The rule's own sentence. */
  readonly text: string;
  readonly sight: string | undefined;
}

/** Returns the sentences of a verdict. */
export function verdictSentences(verdict: LintVerdict, report: Report, view: LocalView): VerdictSentences {
  return { text: view.text(verdict), sight: maybeIn(sightSentence(verdict, report), view.locale) };
}

/** Returns the sentences after the rule's own: evidence, the clause unless the message names it, penalties, advice. */
export function closingRemarks(
  { text, sight }: VerdictSentences,
  verdict: LintVerdict,
  report: Report,
  view: LocalView,
): string[] {
  const { locale } = view;
  const said = view.both.text(verdict);
  const main = verdict.clauses[0];
  const cited = main === undefined ? undefined : render(label(report.pack, main), locale);
  const advice = view.advice(verdict);
  return [
    sight,
    maybeIn(coverageSentence(verdict, said), locale),
    cited === undefined || text.includes(cited)
      ? undefined
      : locale === 'en'
        ? `Clause: ${cited}.`
        : `依据：${cited}。`,
    ...penaltySentences(report.pack, verdict, said)[locale === 'en' ? 'en' : 'zh'],
    advice === undefined ? undefined : closedSentence(advice, locale),
  ].filter((one) => one !== undefined);
}

/** Returns the full result of one verdict. `suppressions` are on every result of the run or on none. */
export function recordResult(verdict: LintVerdict, report: Report, writer: SarifWriter): Result {
  const { view, places, taxonomies } = writer;
  const related = relatedLocations(verdict, view, places);
  const taxa = taxonomies.taxa([...verdict.clauses, ...verdict.penalties]);
  const { evidence } = verdict;
  const attached = writer.attachments?.(verdict, report) ?? [];
  const words = verdictSentences(verdict, report, view);
  return {
    ruleId: verdict.rule,
    ruleIndex: view.ruleIndex(verdict.rule),
    kind: verdict.outcome,
    level: verdict.outcome === 'fail' ? verdict.level : 'none',
    ...(isCompared(writer) ? { baselineState: baselineState(verdict, report) } : {}),
    message: sarifMessage(
      view,
      verdict.rule,
      verdict.message,
      words.text,
      closingRemarks(words, verdict, report, view),
    ),
    locations: [{ ...places.physical(verdict.place), logicalLocations: logicalLocations(verdict) }],
    relatedLocations: related.length === 0 ? undefined : related,
    codeFlows: codeFlows(words.sight, verdict, report, view, places),
    taxa: taxa.length === 0 ? undefined : taxa,
    partialFingerprints: { 'ruleAndSubject/v1': verdict.fingerprint },
    suppressions: suppressions(verdict, places),
    fixes: sarifFixes(verdict, writer),
    attachments: attached.length === 0 ? undefined : [...attached],
    properties: {
      plan: plainText(report.path),
      subject: plainText(verdict.subject),
      pack: verdict.pack,
      // SARIF has a level only for fails; the rule declares its own.
      level: verdict.level === view.rule(verdict.rule)?.level ? undefined : verdict.level,
      evidence: evidence && rounded(evidence),
      changes: verdict.changes && [...verdict.changes],
      tainted: verdict.tainted && tainted(verdict.tainted, verdict, view),
    },
  };
}

/** Returns an author's waiver as a suppression: kept in the plan, on record, without legal effect. */
function suppressions({ waiver }: LintVerdict, places: Places): Suppression[] {
  if (waiver === undefined) return [];
  return [
    {
      kind: 'inSource',
      status: 'accepted',
      justification: plainText(waiver.reason),
      location: places.physical(waiver.place),
      properties: {
        by: plainText(waiver.by),
        until: plainText(waiver.until),
        ...(waiver.document === undefined ? {} : { document: plainText(waiver.document) }),
      },
    },
  ];
}

function tainted(taint: NonNullable<LintVerdict['tainted']>, verdict: LintVerdict, view: LocalView) {
  return {
    outcome: taint.outcome,
    text: view.messageText(taint.message, verdict.rule),
    by: taint.by.map(plainText),
  };
}
