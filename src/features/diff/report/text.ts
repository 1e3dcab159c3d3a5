// Sentences and tables that all formats of a comparison share.
import type { LocalView } from '../../../findings/local.js';
import { verdictGroup } from '../../../findings/tally.js';
import { citedClauses, label } from '../../../findings/wording/citation.js';
import { subjectText } from '../../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../../findings/wording/terms.js';
import { render } from '../../../i18n/catalogue.js';
import { localizedList } from '../../../i18n/list.js';
import { inLocale, type Locale, type Localized, say } from '../../../i18n/locale.js';
import { metres, percent, squareMetres } from '../../../i18n/number.js';
import { isFinding } from '../../../lint/baseline/snapshot.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { TextTable } from '../../../render/document.js';
import { plainText } from '../../../render/escape.js';
import { gotWorse } from '../compare/exit.js';
import {
  type Compared,
  type EditLink,
  type Figures,
  type Shift,
  VERDICT_CHANGES,
  type VerdictChange,
  type VerdictEdit,
} from '../compare/types.js';
import { areaNote } from './areas.js';
import { editCounts, editName, editSubject, editText } from './edits.js';
import { type DiffPair, type DiffSide, pairState } from './types.js';
import { CHANGES, DIFF_TEXTS, STATES } from './words.js';

/** Returns the name of a side: plan.yaml, or plan.yaml（main）for a git revision; 无 if it is missing. */
export function sideText(side: DiffSide | undefined, locale: Locale): string {
  if (side === undefined) return inLocale(DIFF_TEXTS.missing, locale);
  const path = plainText(side.path);
  return side.revision === undefined
    ? path
    : say(locale, `${path}（${plainText(side.revision)}）`, `${path} (${plainText(side.revision)})`);
}

/** Returns the report whose names and packs are used: the new one, or the old one if the plan was removed. */
export function mainReport({ old, new: now }: Compared): Report | undefined {
  return now ?? old;
}

/** Returns the result of the comparison in one sentence or two, the worst first. */
export function headlineOf(pair: DiffPair, locale: Locale): string {
  const { compared, old, new: now, failOn } = pair;
  if (compared === undefined) {
    const sides = [
      old !== undefined && !old.result.ok ? DIFF_TEXTS.old : undefined,
      now !== undefined && !now.result.ok ? DIFF_TEXTS.new : undefined,
    ];
    const names = sides.flatMap((side) => (side === undefined ? [] : [inLocale(side, locale)]));
    return say(
      locale,
      `${names.join('、')}无法读取，未作比较：有无改动、有无加重，均未判定。`,
      `${names.join(' and ')} can't be read: nothing was compared, and nobody can say what changed.`,
    );
  }
  const state = pairState(pair);
  const worse = compared.verdicts.filter((edit) => gotWorse(edit, failOn)).length;
  const uncounted = changeCounts(compared, ['new', 'worse', 'unwaived']);
  const lead =
    state === 'unchanged'
      ? say(locale, '两份设计图没有差别。', 'The plans do not differ.')
      : worse === 0 && uncounted.length > 0
        ? say(
            locale,
            `${inLocale(localizedList(uncounted), locale)}，均未达到 --fail-on ${failOn} 所计的程度，不影响退出码。`,
            `${inLocale(localizedList(uncounted), locale)}: none of them counts under --fail-on ${failOn}, and the exit code isn't changed by them.`,
          )
        : worse === 0
          ? say(
              locale,
              `没有判定加重或者新增（按 --fail-on ${failOn} 计）。`,
              `No verdict that counts is new or worse (--fail-on ${failOn}).`,
            )
          : say(
              locale,
              `有${worse}项判定加重或者新增（按 --fail-on ${failOn} 计）。`,
              `${worse} ${worse === 1 ? 'verdict that counts is' : 'verdicts that count are'} new or worse (--fail-on ${failOn}).`,
            );
  const first =
    state === 'added' || state === 'removed' ? `${inLocale(STATES[state], locale)}${say(locale, '。', '. ')}` : '';
  return `${first}${capital(lead, locale)}`;
}

function capital(text: string, locale: Locale): string {
  return locale === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Returns the sentences after the headline: the shift of the whole plan, edits, verdicts, areas. */
export function notesOf(compared: Compared, locale: Locale): string[] {
  const { shift, edits, coverage, privacy } = compared;
  return [
    ...(shift === undefined ? [] : [shiftText(shift, locale)]),
    ...(edits.length === 0
      ? []
      : [
          say(
            locale,
            `改动${edits.length}项：${editCounts(edits, locale)}。`,
            `${edits.length} edits: ${editCounts(edits, locale)}.`,
          ),
        ]),
    ...verdictNotes(compared, locale),
    ...areaNote(coverage, locale, say(locale, '确定可视范围', 'Seen for certain')),
    ...areaNote(privacy, locale, say(locale, '禁止采集区域的可见范围', 'Private places that may be seen')),
  ];
}

/** Returns the sentence on a shift of the whole plan; parts are compared after it. */
function shiftText({ east, north, distance }: Shift, locale: Locale): string {
  const way = (value: number, zh: readonly [string, string], en: readonly [string, string]) => {
    const n = value >= 0 ? 0 : 1;
    return say(
      locale,
      `${zh[n]}${inLocale(metres(Math.abs(value)), locale)}`,
      `${inLocale(metres(Math.abs(value)), locale)} ${en[n]}`,
    );
  };
  const parts = [way(east, ['向东', '向西'], ['east', 'west']), way(north, ['向北', '向南'], ['north', 'south'])];
  const all = inLocale(metres(distance), locale);
  return say(
    locale,
    `图面整体平移${all}（${parts.join('，')}），各项改动按平移后比较。`,
    `The plan was shifted as a whole by ${all} (${parts.join(', ')}); what follows is beside that.`,
  );
}

/** Returns how many findings changed in each of these ways: 新增2项, 加重1项. Ways without a finding are left out. */
function changeCounts({ verdicts }: Compared, changes: readonly VerdictChange[]): Localized[] {
  const found = verdicts.filter(isOfFinding);
  return changes.flatMap((change) => {
    const n = found.filter((edit) => edit.change === change).length;
    const { zh, en } = CHANGES[change];
    return n === 0 ? [] : [{ zh: `${zh}${n}项`, en: `${n} ${en}` }];
  });
}

function verdictNotes(compared: Compared, locale: Locale): string[] {
  const { verdicts, unchanged } = compared;
  const found = verdicts.filter(isOfFinding);
  const counts = changeCounts(compared, VERDICT_CHANGES).map((count) => inLocale(count, locale));
  const settled = verdicts.length - found.length;
  const rest = say(
    locale,
    `${settled === 0 ? '' : `另有${settled}项未发现不符合、不适用的判定有变化；`}未变${unchanged}项。`,
    `${settled === 0 ? '' : `${settled} more only among what passed or does not apply; `}${unchanged} unchanged.`,
  );
  const lead =
    counts.length === 0
      ? say(locale, '判定：问题没有变化', 'Verdicts: no finding changed')
      : say(locale, `判定：${counts.join('，')}`, `Verdicts: ${counts.join(', ')}`);
  return [`${lead}${say(locale, '；', '; ')}${rest}`];
}

/** True if a finding changed, appeared or went; false if only what passed or doesn't apply changed. */
export function isOfFinding({ old, new: now }: Pick<VerdictEdit, 'old' | 'new'>): boolean {
  return [old, now].some((verdict) => verdict !== undefined && isFinding(verdict.outcome));
}

/**
 * Returns the changed findings in the order in which people must see them: what got worse first, each in report order.
 */
export function listed(compared: Compared): VerdictEdit[] {
  const found = compared.verdicts.filter(isOfFinding);
  return VERDICT_CHANGES.flatMap((change) => found.filter((edit) => edit.change === change));
}

/** Returns a table with a row for each edit. */
export function editsTable(compared: Compared, locale: Locale): TextTable {
  const pack = mainReport(compared)?.pack;
  return {
    head: [DIFF_TEXTS.number, DIFF_TEXTS.level, DIFF_TEXTS.what, DIFF_TEXTS.edit].map((word) => inLocale(word, locale)),
    rows:
      pack === undefined
        ? []
        : compared.edits.map((edit) => [
            String(edit.number),
            edit.of === 'element' ? plainText(edit.level) : '—',
            editSubject(edit, pack, locale),
            editText(edit, pack, locale),
          ]),
  };
}

/** Returns a table with a row for each finding that changed. */
export function verdictsTable(compared: Compared, view: LocalView): TextTable {
  const { locale } = view;
  return {
    head: [
      DIFF_TEXTS.change,
      DIFF_TEXTS.subject,
      DIFF_TEXTS.verdict,
      DIFF_TEXTS.clause,
      DIFF_TEXTS.text,
      DIFF_TEXTS.why,
    ].map((word) => inLocale(word, locale)),
    rows: listed(compared).map((edit) => [
      inLocale(CHANGES[edit.change], locale),
      `${subjectOf(edit, compared, locale)}${say(locale, '　', ' · ')}${ruleOf(edit)}`,
      outcomesText(edit, locale),
      clauseText(edit, compared, locale),
      currentText(edit, view),
      whyText(edit, compared, locale),
    ]),
  };
}

/** Returns the subject of a changed verdict as text, from the new plan if it has the verdict. */
export function subjectOf({ old, new: now }: VerdictEdit, compared: Compared, locale: Locale): string {
  if (now !== undefined && compared.new !== undefined)
    return render(subjectText(now.subject, compared.new.site), locale);
  return old === undefined || compared.old === undefined
    ? ''
    : render(subjectText(old.subject, compared.old.site), locale);
}

/** Returns the id of the rule of a changed verdict. */
export function ruleOf({ old, new: now }: VerdictEdit): string {
  return (now ?? old)?.rule ?? '';
}

/** Returns both outcomes, with the figures that changed: 未发现不符合 → 不符合. */
export function outcomesText({ old, new: now, from, to }: VerdictEdit, locale: Locale): string {
  const name = (verdict: LintVerdict | undefined) =>
    verdict === undefined ? '—' : inLocale(SHORT_OUTCOMES[verdictGroup(verdict)], locale);
  const figures = figuresText(from, to, locale);
  const text = `${name(old)} → ${name(now)}`;
  return figures === '' ? text : say(locale, `${text}（${figures}）`, `${text} (${figures})`);
}

function figuresText(from: Figures, to: Figures, locale: Locale): string {
  const parts = [
    change(from.seen, to.seen, (value) => inLocale(squareMetres(value), locale), say(locale, '可及面积', 'area')),
    change(from.depth, to.depth, (value) => inLocale(metres(value), locale), say(locale, '深入', 'depth')),
    change(from.covered, to.covered, (value) => percent(value, undefined, 1), say(locale, '覆盖率', 'coverage')),
  ];
  return parts.filter((part) => part !== '').join(say(locale, '，', ', '));
}

function change(
  from: number | undefined,
  to: number | undefined,
  text: (value: number) => string,
  name: string,
): string {
  if (from === undefined || to === undefined || text(from) === text(to)) return '';
  return `${name}${/[a-z]$/.test(name) ? ' ' : ''}${text(from)} → ${text(to)}`;
}

/** Returns the main clause that a verdict rests on; — if there is none. */
export function clauseText({ old, new: now }: VerdictEdit, compared: Compared, locale: Locale): string {
  const [verdict, report] = now === undefined ? [old, compared.old] : [now, compared.new];
  if (verdict === undefined || report === undefined) return '—';
  const clause = (verdict.decides ?? citedClauses(verdict))[0] ?? verdict.clauses[0];
  return clause === undefined ? '—' : render(label(report.pack, clause), locale);
}

/** Returns the text of the new verdict; if it is gone, that of the old one. */
export function currentText({ old, new: now }: VerdictEdit, view: LocalView): string {
  const verdict = now ?? old;
  if (verdict === undefined) return '';
  const text = view.text(verdict);
  return now === undefined ? say(view.locale, `原为：${text}`, `It was: ${text}`) : text;
}

/** Number of edits that are named; of many the first are enough. */
const NAMED = 5;

/**
 * Returns the edits that may explain a verdict's change, by number and name: those linked by its subject, evidence or
 * rule. If there are none, those of the devices, the levels or the site it rests on, marked as only possible.
 */
export function whyText({ why }: VerdictEdit, { edits, old, new: now }: Compared, locale: Locale): string {
  if (old === undefined) return say(locale, '新增的设计图', 'the plan is new');
  if (now === undefined) return say(locale, '设计图已删除', 'the plan was removed');
  const [first] = why;
  if (first === undefined) return say(locale, '未能归于某项改动', 'no edit could be told');
  const direct = why.filter(({ how }) => DIRECT.has(how));
  const told = direct.length > 0 ? direct : why.filter(({ how }) => how === first.how);
  const named = told.slice(0, NAMED).flatMap(({ edit }) => {
    const found = edits[edit - 1];
    if (found === undefined) return [];
    return [say(locale, `${edit}（${editName(found, locale)}）`, `${edit} (${editName(found, locale)})`)];
  });
  const rest = told.length - named.length;
  const more = rest === 0 ? '' : say(locale, `等${told.length}项`, ` and ${rest} more`);
  const text = `${named.join(say(locale, '、', ', '))}${more}`;
  return direct.length > 0 ? text : say(locale, `可能与${text}有关`, `perhaps ${text}`);
}

/** Links by which an edit affects a verdict itself, not just by being on the same level. */
const DIRECT: ReadonlySet<EditLink> = new Set(['subject', 'evidence', 'rule']);

/** Returns one sentence on how all pairs came out. */
export function totalText(pairs: readonly DiffPair[], locale: Locale): string {
  const n = (state: ReturnType<typeof pairState>) => pairs.filter((pair) => pairState(pair) === state).length;
  const worse = pairs.filter(
    ({ compared, failOn }) => compared?.verdicts.some((edit) => gotWorse(edit, failOn)) === true,
  ).length;
  return say(
    locale,
    `共比较${pairs.length}份设计图：有改动${n('changed')}，新增${n('added')}，删除${n('removed')}，没有差别${n('unchanged')}，无法读取${n('unreadable')}；有判定加重或者新增的${worse}份。`,
    `${pairs.length} plans: ${n('changed')} changed, ${n('added')} new, ${n('removed')} removed, ${n('unchanged')} without a difference, ${n('unreadable')} that can't be read; in ${worse} a verdict that counts is new or worse.`,
  );
}
