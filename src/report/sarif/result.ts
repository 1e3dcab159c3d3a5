// Results in SARIF: one for each verdict, and for each resolved finding of the baseline.

import type { Region, Result, Fix as SarifFix, Suppression } from 'sarif';
import { memoize } from '../../base/memo.js';
import { goneWas } from '../../findings/baseline-words.js';
import type { LocalView } from '../../findings/local.js';
import { t as findings } from '../../findings/texts.js';
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
import type { Place, SourceFile } from '../../source/types.js';
import type { AttachmentsOf } from './attachments.js';
import { codeFlows, logicalLocations, relatedLocations, rounded } from './evidence.js';
import { literal, sarifMessage } from './message.js';
import type { Places } from './places.js';
import type { Taxonomies } from './taxonomies.js';
import { t } from './texts.js';

/** All that the parts of a log need of a run. */
export interface SarifWriter {
  readonly input: ReportInput;
  readonly view: LocalView;
  readonly places: Places;
  readonly taxonomies: Taxonomies;
  /** Gives the drawings beside the log. Absent: none. */
  readonly attachments?: AttachmentsOf;
}

/** Returns the full result of one verdict. `suppressions` are on every result of the run or on none. */
export function recordResult(verdict: LintVerdict, report: Report, writer: SarifWriter): Result {
  const { view, places, taxonomies } = writer;
  const related = relatedLocations(verdict, view, places);
  const taxa = taxonomies.taxa([...clausesOf(verdict), ...penaltiesOf(verdict)]);
  const { evidence } = verdict;
  const attached = writer.attachments?.(verdict, report) ?? [];
  const { text, sight, remarks } = verdictSentences(verdict, report, view);
  return {
    ruleId: verdict.rule,
    ruleIndex: view.ruleIndex(verdict.rule),
    kind: verdict.outcome,
    level: verdict.outcome === 'fail' ? verdict.level : 'none',
    ...(isCompared(writer) ? { baselineState: baselineState(verdict, report) } : {}),
    message: sarifMessage(view, verdict.rule, verdict.message, text, remarks),
    locations: [{ ...places.physical(verdict.place), logicalLocations: logicalLocations(verdict) }],
    relatedLocations: related.length === 0 ? undefined : related,
    codeFlows: codeFlows(sight, verdict, report, view, places),
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
          deletedRegion: regionOf(edit, places.files),
          insertedContent: { text: edit.text },
        })),
    })),
  }));
}

/** Returns the region that an edit replaces; that of an insertion is empty. */
function regionOf({ path, from, to }: TextEdit, files: readonly SourceFile[]): Region {
  const file = files.find((one) => one.path === path);
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

/** True if the run has a baseline. Every result then has a baseline state, else none has. */
function isCompared({ input }: SarifWriter): boolean {
  return input.results.some((result) => result.ok && result.baseline !== undefined);
}

/**
 * Returns the baseline state of a result. A baseline holds findings alone, so a verdict that is no finding or is waived
 * is `unchanged`, or `updated` if the baseline has a finding in its place.
 */
function baselineState({ rule, subject, since }: LintVerdict, report: Report): Result.baselineState {
  if (since !== undefined) return STATES[since];
  return goneKeys(report).has(`${rule}\0${subject}`) ? 'updated' : 'unchanged';
}

const goneKeys = memoize(
  ({ baseline }: Report) => new Set(baseline?.gone.map(({ rule, subject }) => `${rule}\0${subject}`)),
);

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
