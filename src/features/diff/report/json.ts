// The comparison as JSON, version 1 of schemas/diff-1.schema.json.

import { type LocalView, localView } from '../../../findings/local.js';
import { verdictGroup } from '../../../findings/tally.js';
import { faultSpot } from '../../../findings/view.js';
import { type Locale, render } from '../../../i18n/locale.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import { fileRecord, placeRecord } from '../../../report/json/places.js';
import { jsonText } from '../../../report/json/write.js';
import { leadingClauses } from '../../../rules/bases.js';
import type { SourceFile } from '../../../source/types.js';
import type { AreaChange, Compared, Edit, VerdictEdit } from '../compare/types.js';
import { gotWorse } from '../compare/verdicts.js';
import { editText } from '../edits.js';
import { type DiffInput, type DiffPair, type DiffSide, pairState, reportInput } from '../input.js';
import { headlineOf, mainVerdict, notesOf } from '../sentences.js';

/** Returns the comparison as JSON text, described by schemas/diff-1.schema.json. Ids and keys are exact. */
export function renderDiffJson(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  const view = localView(reportInput(input), locale);
  const record = {
    version: 1,
    tool: input.tool,
    language: locale,
    today: input.today,
    since: input.since ?? null,
    plans: input.pairs.map((pair) => pairRecord(pair, view)),
  };
  return `${jsonText(record, 0)}\n`;
}

function pairRecord(pair: DiffPair, view: LocalView) {
  const { path, old, new: now, compared, failOn } = pair;
  return {
    path,
    state: pairState(pair),
    headline: render(headlineOf(pair), view.locale),
    failOn,
    worse: compared === undefined ? null : compared.verdicts.filter((edit) => gotWorse(edit, failOn)).length,
    old: sideRecord(old, view),
    new: sideRecord(now, view),
    ...(compared === undefined ? {} : comparedRecord(pair, compared, view)),
  };
}

function sideRecord(side: DiffSide | undefined, view: LocalView) {
  if (side === undefined) return null;
  const { path, revision, result } = side;
  return {
    path,
    revision: revision ?? null,
    readable: result.ok,
    files: result.files.map(fileRecord),
    ...(result.ok
      ? { site: result.site.name, pack: result.pack.id, counts: result.summary.counts }
      : {
          unreadable: result.unreadable.map((fault) => ({
            code: fault.code,
            text: view.messageText(fault.message),
            place: placeRecord(fault.place, faultSpot(fault, result, view)),
          })),
        }),
  };
}

function comparedRecord(pair: DiffPair, compared: Compared, view: LocalView) {
  return {
    notes: notesOf(pair).map((note) => render(note, view.locale)),
    shift: compared.shift ?? null,
    edits: compared.edits.map((edit) => editRecord(edit, compared, view)),
    verdicts: compared.verdicts.map((edit) => verdictRecord(edit, compared, pair.failOn, view)),
    unchanged: compared.unchanged,
    coverage: compared.coverage.map(areaRecord),
    privacy: compared.privacy.map(areaRecord),
  };
}

function editRecord(edit: Edit, compared: Compared, view: LocalView) {
  const report = edit.side === 'old' ? compared.old : compared.new;
  const place = edit.place === undefined ? null : placeRecord(edit.place, view.spot(edit.place, filesOf(report)));
  const text = render(editText(edit, compared), view.locale);
  if (edit.of === 'fact') {
    const { number, group, path, about, from, to, side } = edit;
    return { number, of: 'fact', group, path, about, text, from: from ?? null, to: to ?? null, side, place };
  }
  const { number, element, change, id, was, name, kind, level, moved, turned, keys, side } = edit;
  return {
    number,
    of: element,
    change,
    id,
    was: was ?? null,
    name: name ?? null,
    kind: kind ?? null,
    level,
    text,
    moved: moved ?? null,
    turned: turned.map(({ sensor, by, from, to }) => ({ sensor: sensor ?? null, by, from, to })),
    keys: keys.map(({ key, from, to }) => ({ key, from: from ?? null, to: to ?? null })),
    side,
    place,
  };
}

function verdictRecord(edit: VerdictEdit, compared: Compared, failOn: DiffPair['failOn'], view: LocalView) {
  const { change, old, new: now, from, to, why } = edit;
  const { verdict } = mainVerdict(edit, compared);
  const { rule, subject, fingerprint } = verdict;
  return {
    change,
    counts: gotWorse(edit, failOn),
    rule,
    subject,
    fingerprint,
    clauses: leadingClauses(verdict),
    old: old === undefined ? null : { ...saidRecord(old, compared.old, view), figures: from },
    new: now === undefined ? null : { ...saidRecord(now, compared.new, view), figures: to },
    why: why.map(({ edit, how }) => ({ edit, how })),
  };
}

function saidRecord(verdict: LintVerdict, report: Report | undefined, view: LocalView) {
  const { outcome, level, subject, place } = verdict;
  return {
    outcome,
    group: verdictGroup(verdict),
    level,
    subject,
    text: view.text(verdict),
    place: placeRecord(place, view.spot(place, filesOf(report))),
  };
}

function filesOf(report: Report | undefined): readonly SourceFile[] {
  return report?.files ?? [];
}

/** Returns the record of a changed area: figures without rings. Drawings show where. */
function areaRecord({ zone, name, level, density, asked, area, seen, gained, lost }: AreaChange) {
  const sides = ({ old, new: now }: { readonly old: number | undefined; readonly new: number | undefined }) => ({
    old: old ?? null,
    new: now ?? null,
  });
  return {
    zone,
    name: name ?? null,
    level,
    density: sides(density),
    asked,
    area: sides(area),
    seen: sides(seen),
    gained,
    lost,
  };
}
