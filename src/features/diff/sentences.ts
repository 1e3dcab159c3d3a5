// Sentences on a comparison that several formats print: the result, the notes after it, verdicts and areas.

import { verdictGroup } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { label } from '../../findings/wording/citation.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { fixed, metres, percent, plainFigure, squareMetres } from '../../i18n/number.js';
import type { ClauseId } from '../../law/types.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { clausesOf } from '../../rules/bases.js';
import { isFinding } from '../../rules/verdict.js';
import {
  type AreaChange,
  type Compared,
  type EditLink,
  type Figures,
  type Shift,
  VERDICT_CHANGES,
  type VerdictChange,
  type VerdictEdit,
} from './compare/types.js';
import { clauseShifts, gotWorse } from './compare/verdicts.js';
import { editCounts, editName, plain } from './edits.js';
import { type DiffPair, type DiffSide, pairState } from './input.js';
import { CHANGES, t } from './texts.js';

/** A dash, printed where a value or an outcome is missing. */
export const DASH = verbatim('—');

/** Returns the name of a side: plan.yaml, or plan.yaml（main）for a git revision; 无 if it is missing. */
export function sideText(side: DiffSide | undefined): Localized {
  if (side === undefined) return t.missing;
  const path = plain(side.path);
  return side.revision === undefined ? path : t.brackets({ text: path, more: plain(side.revision) });
}

/** Returns the result of the comparison in one sentence or two, the worst first. */
export function headlineOf(pair: DiffPair): Localized {
  const { compared, old, new: now, failOn } = pair;
  if (compared === undefined) {
    const sides = [...(old?.result.ok === false ? [t.old] : []), ...(now?.result.ok === false ? [t.new] : [])];
    return t.notCompared({ sides: localizedList(sides) });
  }
  const state = pairState(pair);
  if (state === 'unchanged') return t.unchanged;
  const n = compared.verdicts.filter((edit) => gotWorse(edit, failOn)).length;
  const uncounted = changeCounts(compared, ['new', 'worse', 'unwaived']);
  const none =
    uncounted.length > 0 ? t.uncounted({ changes: localizedList(uncounted), failOn }) : t.notWorse({ failOn });
  const lead = n === 0 ? none : t.worse({ n, failOn });
  return state === 'added' || state === 'removed' ? joined([t[state], lead]) : lead;
}

/** Returns one sentence with the number of pairs, how many are in each state, and how many got worse. */
export function totalText(pairs: readonly DiffPair[]): Localized {
  const n = (state: ReturnType<typeof pairState>) => pairs.filter((pair) => pairState(pair) === state).length;
  return t.total({
    n: pairs.length,
    changed: n('changed'),
    added: n('added'),
    removed: n('removed'),
    unchanged: n('unchanged'),
    unreadable: n('unreadable'),
    worse: pairs.filter(({ compared, failOn }) => compared?.verdicts.some((edit) => gotWorse(edit, failOn))).length,
  });
}

/** Returns the sentences after the headline: the shift of the whole plan, edits, verdicts, areas. */
export function notesOf({ compared }: DiffPair): Localized[] {
  if (compared === undefined) return [];
  const { shift, edits, coverage, privacy } = compared;
  return [
    ...(shift === undefined ? [] : [shiftText(shift)]),
    ...(edits.length === 0 ? [] : [t.editCount({ n: edits.length, counts: editCounts(edits) })]),
    verdictNote(compared),
    ...(coverage.length === 0 ? [] : [t.seenNote({ parts: areaSums(coverage) })]),
    ...(privacy.length === 0 ? [] : [t.privateNote({ parts: areaSums(privacy) })]),
  ];
}

/** Returns the sentence on a shift of the whole plan; parts are compared after it. */
function shiftText({ east, north, distance }: Shift): Localized {
  return t.shifted({
    distance: metres(distance),
    east: (east >= 0 ? t.east : t.west)({ way: metres(Math.abs(east)) }),
    north: (north >= 0 ? t.north : t.south)({ way: metres(Math.abs(north)) }),
  });
}

function verdictNote(compared: Compared): Localized {
  const counts = changeCounts(compared, VERDICT_CHANGES);
  const n = compared.verdicts.filter((edit) => !isOfFinding(edit)).length;
  return t.verdictNote({
    changes: counts.length === 0 ? t.verdictsSame : t.verdictsChanged({ counts: joined(counts, t.comma) }),
    settled: n === 0 ? '' : t.settled({ n }),
    n: compared.unchanged,
  });
}

/** Returns how many findings changed in each of these ways: 新增2项, 加重1项. Ways without a finding are left out. */
function changeCounts({ verdicts }: Compared, changes: readonly VerdictChange[]): Localized[] {
  return changes.flatMap((change) => {
    const n = verdicts.filter((edit) => edit.change === change && isOfFinding(edit)).length;
    return n === 0 ? [] : [t.changeCount({ change: CHANGES[change], n })];
  });
}

/** True if a finding changed, appeared or went; false if only what passed or doesn't apply changed. */
export function isOfFinding({ old, new: now }: Pick<VerdictEdit, 'old' | 'new'>): boolean {
  return [old, now].some((verdict) => verdict !== undefined && isFinding(verdict.outcome));
}

/** Returns the verdict to name and the report that holds it: the new one, or the old one if it is gone. */
export function mainVerdict(
  { old, new: now }: VerdictEdit,
  compared: Compared,
): { readonly verdict: LintVerdict; readonly report: Report } {
  const [verdict, report] = now === undefined ? [old, compared.old] : [now, compared.new];
  if (verdict === undefined || report === undefined) throw new Error('a changed verdict is of neither plan');
  return { verdict, report };
}

/** Returns the subject of a changed verdict, from the new plan if it has the verdict. */
export function subjectOf(edit: VerdictEdit, compared: Compared): Localized {
  const { verdict, report } = mainVerdict(edit, compared);
  return subjectText(verdict.subject, report.site);
}

/**
 * Returns both outcomes, with the figures that changed: 未发现不符合 → 不符合. If the outcomes are the same, also those
 * by each clause that changed.
 */
export function outcomesText({ old, new: now, from, to }: VerdictEdit, compared: Compared): Localized {
  const name = (verdict: LintVerdict | undefined) =>
    verdict === undefined ? DASH : SHORT_OUTCOMES[verdictGroup(verdict)];
  const text = t.arrow({ from: name(old), to: name(now) });
  const shifts = old === undefined || now === undefined || old.outcome !== now.outcome ? [] : clauseShifts(old, now);
  const figures = [
    ...shifts.map((one) =>
      t.keyArrow({ key: clauseName(one.clause, compared), from: SHORT_OUTCOMES[one.from], to: SHORT_OUTCOMES[one.to] }),
    ),
    ...figure('seen', t.area, squareMetres),
    ...figure('depth', t.depth, metres),
    ...figure('covered', t.covered, (value) => verbatim(percent(value, undefined, 1))),
  ];
  return figures.length === 0 ? text : t.brackets({ text, more: joined(figures, t.comma) });

  function figure(key: keyof Figures, label: Localized, write: (value: number) => Localized): Localized[] {
    const [before, after] = [from[key], to[key]];
    if (before === undefined || after === undefined || write(before).en === write(after).en) return [];
    return [t.figure({ name: label, from: write(before), to: write(after) })];
  }
}

/** Returns a change and its outcomes: 加重：未发现不符合 → 不符合. */
export function changeText(edit: VerdictEdit, compared: Compared): Localized {
  return t.colon({ label: CHANGES[edit.change], text: outcomesText(edit, compared) });
}

function clauseName(clause: ClauseId, { old, new: now }: Compared): Localized {
  const packs = [now, old].flatMap((report) => (report === undefined ? [] : [report.pack]));
  const pack = packs.find(({ clauses }) => clauses.some(({ id }) => id === clause));
  return pack === undefined ? verbatim(clause) : label(pack, clause);
}

/** Returns the citation of the main clause that a verdict rests on; undefined if there is none. */
export function clauseText(edit: VerdictEdit, compared: Compared): Localized | undefined {
  const { verdict, report } = mainVerdict(edit, compared);
  const [clause] = clausesOf(verdict);
  return clause === undefined ? undefined : label(report.pack, clause);
}

/** Returns the text of the new verdict; if it is gone, that of the old one. */
export function currentText({ old, new: now }: VerdictEdit, view: ReportView): Localized {
  if (now !== undefined) return view.text(now);
  return old === undefined ? verbatim('') : t.was({ text: view.text(old) });
}

/** Number of edits that are named; of many the first are enough. */
const NAMED = 5;

/** Links by which an edit affects a verdict itself, not just by being on the same level. */
const DIRECT: ReadonlySet<EditLink> = new Set(['subject', 'evidence', 'rule']);

/**
 * Returns the edits that may explain a verdict's change, by number and name: those linked by its subject, evidence or
 * rule. If there are none, those of the most direct other link (device, level or site), marked as only possible. Says
 * so if no edit may explain it, or if the plan was added or removed.
 */
export function whyText({ why }: VerdictEdit, { edits, old, new: now }: Compared): Localized {
  if (old === undefined) return t.planAdded;
  if (now === undefined) return t.planRemoved;
  const [first] = why;
  if (first === undefined) return t.noEdit;
  const direct = why.filter(({ how }) => DIRECT.has(how));
  const all = direct.length > 0 ? direct : why.filter(({ how }) => how === first.how);
  const names = all.slice(0, NAMED).map(({ edit }) => t.brackets({ text: edit, more: editName(edits[edit - 1]) }));
  const more = all.length - names.length;
  const text = joined([joined(names, t.pause), ...(more === 0 ? [] : [t.more({ all: all.length, more })])]);
  return direct.length > 0 ? text : t.perhaps({ edits: text });
}

/** Returns how much more and less is seen in all. */
function areaSums(changes: readonly AreaChange[]): Localized {
  const sum = (of: 'gained' | 'lost') => changes.reduce((all, one) => all + one[of], 0);
  return areaParts(sum('gained'), sum('lost'), t.moreSeen, t.lessSeen);
}

function areaParts(gained: number, lost: number, more: typeof t.moreSeen, less: typeof t.lessSeen): Localized {
  return joined(
    [
      ...(gained === 0 ? [] : [more({ area: squareMetres(gained) })]),
      ...(lost === 0 ? [] : [less({ area: squareMetres(lost) })]),
    ],
    t.comma,
  );
}

/** Returns a change on one line: 大厅：减少4.92平方米（原可视35.45/36.00平方米，现30.54/36.00平方米；25像素/米）. */
export function areaLine(one: AreaChange): Localized {
  return t.areaLine({
    ...areaTexts(one),
    parts: areaParts(one.gained, one.lost, t.gainedArea, t.lostArea),
  });
}

/**
 * Returns texts on a change: its zone, its density, and the area seen of the whole area before and after:
 * 35.45/36.00平方米.
 */
export function areaTexts({ zone, name, density: { old, new: now }, asked, seen, area }: AreaChange) {
  const figures = [...new Set([old, now].flatMap((value) => (value === undefined ? [] : [plainFigure(value)])))];
  const density = t.pixels({ figures: figures.join(' → ') });
  const part = (side: 'old' | 'new') => joined([verbatim(`${fixed(seen[side], 2)}/`), squareMetres(area[side])]);
  return {
    zone: name === undefined || name === zone ? plain(zone) : t.zoneName({ id: plain(zone), name: plainText(name) }),
    density: asked ? density : t.noCriterion({ density }),
    before: part('old'),
    after: part('new'),
  };
}
