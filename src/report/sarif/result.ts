// Results in SARIF: one for each verdict or fold of them, and for each resolved finding of the baseline.

import type { Region, ReportingDescriptor, Result, Fix as SarifFix, Suppression } from 'sarif';
import { memoize } from '../../base/memo.js';
import { goneWas } from '../../findings/baseline-words.js';
import { type Fold, isTurned, rowFigures } from '../../findings/groups.js';
import { allIn, type LocalView } from '../../findings/local.js';
import { t as findings } from '../../findings/texts.js';
import { rowsSentences } from '../../findings/wording/rows.js';
import { closedSentence, verdictSentences } from '../../findings/wording/sentences.js';
import { subjectText } from '../../findings/wording/subject.js';
import { render, withoutStop } from '../../i18n/locale.js';
import type { ResolvedFinding, Since } from '../../lint/baseline/types.js';
import { engineText } from '../../lint/notes/texts.js';
import type { ChecklistItem, LintVerdict, Report, ReportInput } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { plainText } from '../../render/escape.js';
import { clausesOf, penaltiesOf } from '../../rules/bases.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { lineColumn, lineStartsOf } from '../../source/place/lines.js';
import type { Place } from '../../source/types.js';
import type { AttachmentsOf } from './attachments.js';
import { codeFlows, logicalLocations, relatedLocations, rounded, stopsOf } from './evidence.js';
import { literal, sarifMessage } from './message.js';
import type { Places } from './places.js';
import type { Taxonomies } from './taxonomies.js';
import { t } from './texts.js';

/** Everything about a run that the parts of a SARIF log are written from. */
export interface SarifWriter {
  readonly input: ReportInput;
  readonly view: LocalView;
  readonly places: Places;
  readonly taxonomies: Taxonomies;
  /** Returns the verdicts of a plan as the log has them. */
  readonly foldsOf: (report: Report) => readonly Fold[];
  /** Address of the documentation on the web; absent: pages are named by their path in the package. */
  readonly docs?: string;
  /** Returns the descriptors of the rules in place of those of the record. */
  readonly rules?: readonly ReportingDescriptor[];
  /** Gives the drawings beside the log. Absent: none. */
  readonly attachments?: AttachmentsOf;
}

/**
 * Returns the full result of one verdict, or of a fold with its rows. It has `suppressions` even if it isn't waived,
 * then empty: SARIF wants them on every result of a run or on none.
 */
export function recordResult(fold: Fold, report: Report, writer: SarifWriter): Result {
  const { first: verdict, rows } = fold;
  const { view, places, taxonomies } = writer;
  const stops = stopsOf(verdict, report, view);
  // What the flow shows needn't be said twice.
  const besides = verdict.related.filter(({ place }) => !stops.some((stop) => isSamePlace(stop.place, place)));
  const related = relatedLocations(besides, view, places);
  const taxa = taxonomies.taxa([...clausesOf(verdict), ...penaltiesOf(verdict)]);
  const { evidence } = verdict;
  const attached = writer.attachments?.(verdict, report) ?? [];
  const { text, remarks } = verdictSentences(verdict, report, view);
  const more = rowsSentences(fold, report).flatMap((sentence) => allIn([sentence, t.rowsHere], view.locale));
  return {
    ruleId: verdict.rule,
    ruleIndex: view.ruleIndex(verdict.rule),
    kind: verdict.outcome,
    level: verdict.outcome === 'fail' ? verdict.level : 'none',
    ...(isCompared(writer) ? { baselineState: baselineState(verdict, report) } : {}),
    message: sarifMessage(view, verdict.rule, verdict.message, text, [...more, ...remarks]),
    locations: [{ ...places.physical(verdict.place), logicalLocations: logicalLocations(verdict) }],
    relatedLocations: related.length === 0 ? undefined : related,
    codeFlows: codeFlows(stops, places),
    taxa: taxa.length === 0 ? undefined : taxa,
    partialFingerprints: { 'sitecamFinding/v2': verdict.fingerprint },
    suppressions: suppressions(verdict, places),
    fixes: sarifFixes(verdict, writer),
    attachments: attached.length === 0 ? undefined : [...attached],
    properties: {
      plan: plainText(report.path),
      subject: plainText(verdict.subject),
      bases: verdict.bases.map(({ clause, role, outcome, basis }) => ({ clause, role, outcome, basis })),
      // SARIF has a level only for fails; the rule declares its own.
      level: verdict.level === view.rule(verdict.rule)?.level ? undefined : verdict.level,
      evidence: evidence && rounded(evidence),
      changes: verdict.changes && [...verdict.changes],
      rows: rows.length === 0 ? undefined : rows.map(rowRecord),
    },
  };
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.pointer === b.pointer && a.key === b.key;
}

/** Returns a row of a fold: all that differs from the verdict in full, and that needs no sentence. */
function rowRecord(verdict: LintVerdict) {
  const { subject, fingerprint } = verdict;
  const { area, density, covered } = rowFigures(verdict);
  return {
    subject: plainText(subject),
    fingerprint,
    area: rounded(area),
    density: rounded(density),
    covered: rounded(covered),
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

/**
 * Returns the fixes of a finding, one for each way to settle it, with the replacements in each file; undefined if there
 * are none.
 */
function sarifFixes(verdict: LintVerdict, { view, places }: SarifWriter): SarifFix[] | undefined {
  const fixes = view.fixes(verdict);
  if (fixes.length === 0) return undefined;
  return fixes.map(({ message, edits }) => ({
    description: { text: literal(closedSentence(capital(view.messageText(message)), view.locale)) },
    artifactChanges: [...new Set(edits.map(({ path }) => path))].map((path) => ({
      artifactLocation: places.artifact(path),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({
          deletedRegion: regionOf(edit, places),
          insertedContent: { text: edit.text },
        })),
    })),
  }));
}

/** Returns the region that an edit replaces; that of an insertion is empty. */
function regionOf({ path, from, to }: TextEdit, places: Places): Region {
  const file = places.source(path);
  if (file === undefined) throw new Error(`an edit of '${path}', which wasn't read`);
  const starts = lineStartsOf(file);
  const [start, end] = [lineColumn(starts, from), lineColumn(starts, to)];
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Returns the result of one tick box of the checklist: informational, since it is no verdict. */
export function checklistResult(
  { rule, subject, clause, item, stated }: ChecklistItem,
  report: Report,
  writer: SarifWriter,
): Result {
  const { view, places, taxonomies } = writer;
  const text = t.paper({ item, stated: stated === undefined ? findings.notStatedYet : withoutStop(stated) });
  const taxa = taxonomies.taxa([clause]);
  return {
    ruleId: rule,
    ruleIndex: view.ruleIndex(rule),
    kind: 'informational',
    level: 'none',
    ...(isCompared(writer) ? { baselineState: 'unchanged' as const } : {}),
    message: { text: literal(plainText(render(text, view.locale))) },
    locations: [places.physical(report.site.project?.place ?? report.site.place)],
    taxa: taxa.length === 0 ? undefined : taxa,
    suppressions: [],
    properties: { plan: plainText(report.path), subject: plainText(subject) },
  };
}

const STATES: Readonly<Record<Since, Result.baselineState>> = {
  new: 'new',
  changed: 'updated',
  unchanged: 'unchanged',
};

/**
 * True if the run has a baseline. Every result then has a baseline state, else none has. Known once for a run: it is
 * asked for each result, and there may be thousands of plans.
 */
const isCompared = memoize(({ input }: SarifWriter): boolean =>
  input.results.some((result) => result.ok && result.baseline !== undefined),
);

/**
 * Returns the baseline state of a result. A baseline holds findings alone, so a verdict that is no finding or is waived
 * is `unchanged`, or `updated` if the baseline has a finding in its place.
 */
function baselineState(verdict: LintVerdict, report: Report): Result.baselineState {
  if (verdict.since !== undefined) return STATES[verdict.since];
  return isTurned(verdict, report) ? 'updated' : 'unchanged';
}

/**
 * Returns the result of a resolved finding as it was, located at its subject if that is still drawn, else at the plan.
 */
export function absentResult(gone: ResolvedFinding, report: Report, writer: SarifWriter): Result {
  const { view, places } = writer;
  const { rule, subject, outcome, fingerprint } = gone;
  const text = engineText.gone({ subject: subjectText(subject, report.site), outcome: goneWas(gone, view) });
  const message = sarifMessage(view, rule, text);
  return {
    ruleId: rule,
    ruleIndex: view.ruleIndex(rule),
    kind: outcome,
    level: outcome === 'fail' ? (view.rule(rule)?.level ?? 'error') : 'none',
    baselineState: 'absent',
    // A rule that only another version of sitecam has comes without message templates.
    message: view.rule(rule) === undefined ? { text: message.text } : message,
    locations: [{ ...places.physical(subjectPlace(subject, report)), logicalLocations: logicalLocations({ subject }) }],
    partialFingerprints: { 'sitecamFinding/v2': fingerprint },
    suppressions: [],
    properties: { plan: plainText(report.path), subject: plainText(subject) },
  };
}

/** Returns the place of the device or zone that a subject names; else the place of the site. */
export function subjectPlace(subject: string, { site }: Pick<Report, 'site'>): Place {
  const { devices, zones } = directoryOf(site);
  const [first = '', ...rest] = subject.split('>');
  return (devices.get(first) ?? zones.get(rest.at(-1) ?? first))?.place ?? site.place;
}
