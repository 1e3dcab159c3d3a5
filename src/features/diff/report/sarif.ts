// The comparison as a full SARIF record with baseline states.
import type { Result } from 'sarif';
import { memoize } from '../../../base/memo.js';
import { type Fold, foldsOf } from '../../../findings/groups.js';
import { closedSentence } from '../../../findings/wording/sentences.js';
import { type Locale, render } from '../../../i18n/locale.js';
import type { Report } from '../../../lint/types.js';
import { plainText } from '../../../render/escape.js';
import { logicalLocations } from '../../../report/sarif/evidence.js';
import { log, writerOf } from '../../../report/sarif/log.js';
import { literal } from '../../../report/sarif/message.js';
import { recordResult, type SarifWriter, subjectPlace } from '../../../report/sarif/result.js';
import type { Compared, VerdictEdit } from '../compare/types.js';
import { type DiffInput, mainReport, pairState, reportInput } from '../input.js';
import { changeText, clauseText, currentText, headlineOf, notesOf, subjectOf, whyText } from '../sentences.js';
import { t } from '../texts.js';

/**
 * Returns, in parts, the comparison as a SARIF 2.1.0 log: all results on the new plans, each with its `baselineState`
 * beside the old plan (`new`, `unchanged`, `updated`), and as `absent` those that only the old plan had. A pair with an
 * unreadable side has no results: they would pass for compared.
 */
export function diffSarifParts(input: DiffInput, { locale }: { readonly locale: Locale }): Iterable<string> {
  const writer = writerIn(input, locale);
  const { components } = writer.taxonomies;
  return log(writer, records(input, writer), {
    ...(components.length === 0 ? {} : { taxonomies: [...components] }),
    properties: {
      today: input.today,
      ...(input.since && { since: plainText(input.since.revision) }),
      plans: input.pairs.map((pair) => ({
        plan: plainText(pair.path),
        state: pairState(pair),
        headline: render(headlineOf(pair), locale),
        ...(pair.compared && { notes: notesOf(pair).map((note) => render(note, locale)) }),
      })),
    },
  });
}

/** Returns the writer of the log: verdicts that changed stand by themselves, the others in folds. */
function writerIn(input: DiffInput, locale: Locale): SarifWriter {
  const changed = new Set(
    input.pairs.flatMap(({ compared }) => compared?.verdicts.flatMap((edit) => edit.new ?? []) ?? []),
  );
  return {
    ...writerOf(reportInput(input), { locale }),
    foldsOf: memoize((report: Report) =>
      foldsOf(report.verdicts, report, { passesInFull: 1, isApart: (verdict) => changed.has(verdict) }),
    ),
  };
}

function* records({ pairs }: DiffInput, writer: SarifWriter): Generator<Result> {
  for (const { compared } of pairs) {
    if (compared === undefined) continue;
    const edits = new Map(
      compared.verdicts.flatMap((edit) => (edit.new === undefined ? [] : [[edit.new, edit] as const])),
    );
    const report = compared.new;
    if (report !== undefined)
      for (const fold of writer.foldsOf(report)) yield present(fold, report, edits.get(fold.first), compared, writer);
    for (const edit of compared.verdicts) if (edit.new === undefined) yield* absent(edit, compared, writer);
  }
}

function present(
  fold: Fold,
  report: Report,
  edit: VerdictEdit | undefined,
  compared: Compared,
  writer: SarifWriter,
): Result {
  const result = recordResult(fold, report, writer);
  const state = edit === undefined ? 'unchanged' : edit.change === 'new' ? 'new' : 'updated';
  return {
    ...result,
    baselineState: state,
    ...(edit && { properties: { ...result.properties, ...changeOf(edit, compared, writer) } }),
  };
}

function changeOf(edit: VerdictEdit, compared: Compared, { view: { locale } }: SarifWriter) {
  return {
    change: edit.change,
    changed: render(changeText(edit, compared), locale),
    edits: render(whyText(edit, compared), locale),
    why: edit.why.map(({ edit: number, how }) => ({ edit: number, how })),
  };
}

/**
 * Yields the result for a verdict that only the old plan had, placed at what is left of its subject, else at the site.
 */
function* absent(edit: VerdictEdit, compared: Compared, writer: SarifWriter): Generator<Result> {
  const { old } = edit;
  if (old === undefined) return;
  const { view, places } = writer;
  const { locale } = view;
  const clause = clauseText(edit, compared);
  const text = [
    render(t.gone({ subject: subjectOf(edit, compared) }), locale),
    closedSentence(render(currentText(edit, view.both), locale), locale),
    ...(clause === undefined ? [] : [render(t.byClauseStop({ clause }), locale)]),
  ].join(locale === 'en' ? ' ' : '');
  const report = mainReport(compared);
  yield {
    ruleId: old.rule,
    ruleIndex: view.ruleIndex(old.rule),
    kind: old.outcome,
    level: old.outcome === 'fail' ? old.level : 'none',
    baselineState: 'absent',
    message: { text: literal(text) },
    locations: [{ ...places.physical(subjectPlace(old.subject, report)), logicalLocations: logicalLocations(old) }],
    partialFingerprints: { 'sitecamFinding/v2': old.fingerprint },
    suppressions: [],
    properties: { plan: plainText(report.path), subject: plainText(old.subject), ...changeOf(edit, compared, writer) },
  };
}
