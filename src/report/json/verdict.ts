// Verdicts as JSON records.
import { type LocalView, maybeIn } from '../../findings/local.js';
import { verdictGroup } from '../../findings/tally.js';
import { penaltySentences } from '../../findings/wording/citation.js';
import { coverageSentence, sightSentence } from '../../findings/wording/sightline.js';
import { render } from '../../i18n/locale.js';
import type { Message } from '../../i18n/message.js';
import { MOST_NAMED } from '../../lint/taint.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { lineColumn, lineStartsOf } from '../../source/place/lines.js';
import type { SourceFile } from '../../source/types.js';
import { placeRecord } from './places.js';
import { decisionRecord, waiverRecord } from './plan.js';

/**
 * Returns one verdict as the JSON report gives it, with all that the report holds on it.
 *
 * @param number number of the finding in every report and drawing of the run; undefined for a verdict that has none
 */
export function verdictRecord(verdict: LintVerdict, number: number | undefined, report: Report, view: LocalView) {
  const { files } = report;
  const { rule, level, outcome, subject, bases, evidence, waiver, decision, tainted, doubt, since, changes } = verdict;
  const message = messageRecord(verdict.message, rule, view);
  return {
    ...(number === undefined ? {} : { number }),
    rule,
    class: verdict.class,
    level,
    outcome,
    group: verdictGroup(verdict),
    subject,
    fingerprint: verdict.fingerprint,
    ...(verdict.geometry !== undefined && { geometry: verdict.geometry }),
    ...(since && { since }),
    ...(changes && { changes }),
    message,
    ...adviceOf(verdict, report, view),
    ...(verdict.edit && { edit: messageRecord(verdict.edit, rule, view) }),
    says: verdict.says.map((predicate) => messageRecord(predicate, rule, view)),
    bases: bases.map(({ because, ...basis }) => ({
      ...basis,
      ...(because && { because: messageRecord(because, rule, view) }),
    })),
    notes: notesOf(verdict, report, view),
    register: verdict.existing === true ? 'installed' : 'planned',
    place: placeRecord(verdict.place, view.spot(verdict.place, files)),
    related: verdict.related.map(({ place, caption }) => ({
      caption: plainText(render(caption, view.locale)),
      place: placeRecord(place, view.spot(place, files)),
    })),
    ...(evidence && { evidence }),
    ...(waiver && { waiver: waiverRecord(waiver, view, files) }),
    ...(decision && { decision: decisionRecord(decision, view, files) }),
    ...(tainted && {
      tainted: {
        outcome: tainted.outcome,
        message: messageRecord(tainted.message, rule, view),
        ...firstOf(tainted.by),
      },
    }),
    ...(doubt && { doubt: { ...firstOf(doubt.by), hiding: doubt.hiding, passing: doubt.passing } }),
  };
}

/** Returns the first faults that leave a verdict open, and the number of the others. */
function firstOf(by: readonly string[]): { readonly by: readonly string[]; readonly more?: number } {
  return by.length <= MOST_NAMED ? { by } : { by: by.slice(0, MOST_NAMED), more: by.length - MOST_NAMED };
}

/** Returns the sentences after the message: sight line, coverage and penalties. */
function notesOf(verdict: LintVerdict, report: Report, { locale, both }: LocalView): string[] {
  const said = both.text(verdict);
  return [
    maybeIn(sightSentence(verdict, report), locale),
    maybeIn(coverageSentence(verdict, said), locale),
    ...penaltySentences(report.pack, verdict, said)[locale === 'en' ? 'en' : 'zh'],
  ].filter((note) => note !== undefined);
}

/** Returns the rule's advice and the proved fixes, if there are any. */
function adviceOf(verdict: LintVerdict, { files }: Report, view: LocalView) {
  const { advice, rule } = verdict;
  const fixes = view.fixes(verdict);
  return {
    ...(advice && { advice: messageRecord(advice, rule, view) }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ message, edits }) => ({
        message: messageRecord(message, '', view),
        edits: edits.map((edit) => editRecord(edit, files)),
      })),
    }),
  };
}

/** Returns the record of an edit: the span that it replaces and the new text. */
function editRecord({ path, from, to, text }: TextEdit, files: readonly SourceFile[]) {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`an edit of '${path}', which wasn't read`);
  const starts = lineStartsOf(file);
  const [start, end] = [lineColumn(starts, from), lineColumn(starts, to)];
  return { file: path, ...start, endLine: end.line, endColumn: end.column, text };
}

/** Returns a message as text in the report's language, with its id and parameters. */
function messageRecord(message: Message, rule: string, view: LocalView) {
  const { id, params } = message;
  return { text: view.messageText(message, rule), id, params };
}
