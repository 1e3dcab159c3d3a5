// What an editor offers to do about the marks in a stretch of text.
import type { CodeAction, Diagnostic, TextEdit as LspEdit, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { memoize } from '../base/memo.js';
import type { Repair, Repaired } from '../features/repair/repair.js';
import { reportView } from '../findings/view.js';
import { type Locale, type Localized, render } from '../i18n/locale.js';
import { isFixable } from '../lint/fixes/fixes.js';
import { fileOf, keysPlace } from '../lint/fixes/places.js';
import type { Fix, LintResult, LintVerdict, Report } from '../lint/types.js';
import { directoryOf } from '../plan/directory.js';
import { plainText } from '../render/escape.js';
import { shortHead } from '../report/lint/short/short.js';
import { rules } from '../rules/registry.gen.js';
import { appendItem } from '../source/edit/items.js';
import { respell } from '../source/edit/respell.js';
import { has, setMember, type TextEdit } from '../source/edit/splice.js';
import type { SourceFile } from '../source/types.js';
import type { Mark, Marks } from './diagnostics.js';
import { rangeOf } from './text.js';
import { t } from './texts.js';

/** The results of judging the open text from which editor actions (quick fixes) are made. */
export interface Judged {
  readonly result: LintResult;
  readonly marks: Marks;
  /** Respellings of the text as it was judged; worked out when somebody first asks. */
  readonly repaired: () => Repaired;
  /** Edits found so far that settle findings; empty: none does. */
  readonly fixes: ReadonlyMap<LintVerdict, readonly Fix[]>;
  /** Returns edits of the text as it was judged, as the editor takes them. */
  readonly editOf: (edits: readonly TextEdit[]) => WorkspaceEdit;
}

/**
 * What the editor sends back when a quick fix is chosen whose edits are still to be computed: path of the plan, and
 * fingerprint of the finding.
 */
export interface FixSearch {
  readonly plan: string;
  readonly fingerprint: string;
}

/** The kind of the action that corrects the spelling of a whole plan at once: editors can run it when they save. */
export const FIX_ALL = 'source.fixAll.sitecam';

/** Returns the actions for the marks that touch a range of the file at `path`. */
export function actionsAt(judged: Judged, path: string, range: Range, locale: Locale): CodeAction[] {
  const { result, marks } = judged;
  const here = (marks.get(path) ?? []).filter(({ diagnostic }) => touches(diagnostic.range, range));
  if (here.length === 0) return [];
  const repairs = here.some(mayBeRepaired) ? repairActions(judged, path, here, locale) : [];
  if (!result.ok) return repairs;
  return [...repairs, ...here.flatMap((mark) => markActions(judged, result, mark, locale))];
}

/**
 * Returns the action that corrects at once all words of a plan whose correction is proved to change no meaning;
 * undefined if there are none.
 */
export function fixAllAction({ repaired, editOf }: Judged, locale: Locale): CodeAction | undefined {
  const { edits, repairs } = repaired();
  if (edits.length === 0) return undefined;
  return { title: text(t.respellAll({ n: repairs.length }), locale), kind: FIX_ALL, edit: editOf(edits) };
}

/** Returns the finding with the fingerprint of a search; undefined if the plan no longer has it. */
export function searched({ result }: Judged, { fingerprint }: FixSearch): LintVerdict | undefined {
  return result.ok ? result.verdicts.find((verdict) => verdict.fingerprint === fingerprint) : undefined;
}

/** Returns the sentence that no fix was found for `verdict`; if it is undefined, that the finding is gone. */
export function noFix(verdict: LintVerdict | undefined, { result }: Judged, locale: Locale): string {
  if (verdict === undefined || !result.ok) return text(t.gone, locale);
  return text(t.noFix({ subject: shortHead(verdict, 0, result, viewOf(result)) }), locale);
}

/** Returns what a fix does, as the title of an action. */
export function fixTitle({ message }: Fix, report: Report, locale: Locale): string {
  const said = text(viewOf(report).messageText(message), locale);
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

const viewOf = memoize((report: Report) =>
  reportView({ tool: { name: 'sitecam', version: '' }, results: [report], rules, today: report.today }),
);

/** Faults of reading and of the drawing are what misspelt words lead to; a finding of a law is none. */
function mayBeRepaired({ verdicts: [first] }: Mark): boolean {
  return first === undefined || first.class === 'drawing' || first.rule.startsWith('plan/');
}

function repairActions(
  { repaired, editOf }: Judged,
  path: string,
  here: readonly Mark[],
  locale: Locale,
): CodeAction[] {
  const { repairs, suggestions } = repaired();
  const offered = [
    ...repairs.map((one) => ({ one, isSure: true })),
    ...suggestions.map((one) => ({ one, isSure: false })),
  ];
  return offered.flatMap(({ one, isSure }): CodeAction[] => {
    const marked = one.path === path ? here.find(({ diagnostic }) => stands(one, diagnostic)) : undefined;
    if (marked === undefined || one.edits.length === 0) return [];
    const title = text(t.respell({ from: one.from, to: one.to }), locale);
    const action = { title, kind: 'quickfix', diagnostics: [marked.diagnostic], edit: editOf(one.edits) };
    return [isSure ? { ...action, isPreferred: true } : action];
  });
}

/** True if a respelling is of a word that a mark is on, or in its lines. */
function stands({ at }: Repair, { range }: Diagnostic): boolean {
  return at.line - 1 >= range.start.line && at.line - 1 <= range.end.line;
}

function markActions(judged: Judged, report: Report, { diagnostic, verdicts }: Mark, locale: Locale): CodeAction[] {
  const [first] = verdicts;
  if (first === undefined || first.waiver !== undefined) return [];
  const action = (title: Localized, edits: readonly (TextEdit | undefined)[]): CodeAction[] => {
    const whole = edits.filter((edit) => edit !== undefined);
    if (whole.length === 0 || whole.length < edits.length) return [];
    const edit = judged.editOf(whole);
    return [{ title: text(title, locale), kind: 'quickfix', diagnostics: [diagnostic], edit }];
  };
  return [
    ...verdicts.flatMap((verdict) => fixActions(judged, report, diagnostic, verdict, locale)).slice(0, MOST_FIXES),
    ...kindActions(first, report, action),
    ...(isWaivable(first) ? action(t.writeWaiver, [waiverEdit(first, report)]) : []),
  ];
}

/** A fault of the drawing is corrected, not waived. */
function isWaivable({ rule, class: of }: LintVerdict): boolean {
  return of !== 'drawing' && rules.find(({ id }) => id === rule)?.waivable === true;
}

/** Most actions of a mark that turn, mask or mute a device: a mark may stand for eighty rooms. */
const MOST_FIXES = 6;

/** Returns the edits found for a finding, or the action that looks for them: it takes a run of the linter each. */
function fixActions(
  { fixes, editOf }: Judged,
  report: Report,
  diagnostic: Diagnostic,
  verdict: LintVerdict,
  locale: Locale,
): CodeAction[] {
  if (!isFixable(verdict)) return [];
  const known = fixes.get(verdict);
  const action = { kind: 'quickfix', diagnostics: [diagnostic] };
  if (known !== undefined) {
    return known.map((fix) => ({ ...action, title: fixTitle(fix, report, locale), edit: editOf(fix.edits) }));
  }
  const data: FixSearch = { plan: report.path, fingerprint: verdict.fingerprint };
  const subject = shortHead(verdict, 0, report, viewOf(report));
  return [{ ...action, title: text(t.findFix({ subject }), locale), data }];
}

type Act = (title: Localized, edits: readonly (TextEdit | undefined)[]) => CodeAction[];

/** Returns the two ways to settle a zone whose name and kind differ: another kind, or a reason why not. */
function kindActions({ rule, subject, advice }: LintVerdict, report: Report, action: Act): CodeAction[] {
  const zone = directoryOf(report.site).zones.get(subject);
  const id = advice?.params.id;
  if (rule !== 'plan/zone-kind-mismatch' || zone === undefined) return [];
  const { file, pointer } = keysPlace(zone, report);
  const kind = zone.kindPlace ?? { path: file.path, pointer: `${pointer}/kind` };
  return [
    ...(typeof id === 'string' ? action(t.otherKind({ id }), [respell(fileOf(kind, report), kind, id)]) : []),
    ...action(t.confirmKind, [setMember(file, pointer, 'kindConfirmed', { reason: '', by: '' })]),
  ];
}

/** Returns the edit that writes a waiver, its reason and the rest still to be given: until then it has no effect. */
function waiverEdit({ rule, subject }: LintVerdict, report: Report): TextEdit | undefined {
  const [file] = report.files;
  if (file === undefined) return undefined;
  const waiver = { rule, subject, reason: '', by: '', until: '' };
  const holder = has(file, '/features') ? '/sitecam' : '';
  if (has(file, `${holder}/waivers`)) return appendItem(file, `${holder}/waivers`, waiver);
  return setMember(file, holder, 'waivers', [waiver]);
}

/** Returns those of `edits` that are in `file`, as text edits of the language server protocol (LSP). */
export function lspEdits(file: SourceFile, edits: readonly TextEdit[]): LspEdit[] {
  return edits
    .filter(({ path }) => path === file.path)
    .map(({ from, to, text: newText }) => ({ range: rangeOf(file, from, to), newText }));
}

function touches(a: Range, b: Range): boolean {
  const isBefore = (one: Range['start'], other: Range['start']) =>
    one.line < other.line || (one.line === other.line && one.character < other.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function text(localized: Localized, locale: Locale): string {
  return plainText(render(localized, locale));
}
