// Counts of verdicts and the sentences that state them.
import { memoize } from '../base/memo.js';
import { inLocale, type Locale, type Localized } from '../i18n/locale.js';
import { isAdvisory } from '../lint/summary.js';
import type { LintResult, LintVerdict, Report } from '../lint/types.js';
import type { Inline } from '../render/document.js';
import { inlineText } from '../render/writers/inline.js';
import type { Outcome } from '../rules/verdict.js';
import { comparedSentence } from './baseline-words.js';
import { isLoosened } from './cautions.js';
import { SHORT_OUTCOMES } from './wording/terms.js';

/** The group that counts a verdict. Each verdict is in exactly one, so that the counts add up to all verdicts. */
export type VerdictGroup = 'fail' | 'open' | 'review' | 'warning' | 'waived' | 'pass' | 'notApplicable';

/** All groups, in the order in which readers must see them. */
export const VERDICT_GROUPS: readonly VerdictGroup[] = [
  'fail',
  'open',
  'review',
  'warning',
  'waived',
  'pass',
  'notApplicable',
];

/** True if the outcome is a finding, that is, not settled: fail, open or review. */
export function isFinding(outcome: Outcome): boolean {
  return outcome === 'fail' || outcome === 'open' || outcome === 'review';
}

/** Returns the group that counts `verdict`. */
export function verdictGroup(verdict: LintVerdict): VerdictGroup {
  if (!isFinding(verdict.outcome)) return verdict.outcome;
  if (verdict.waiver !== undefined) return 'waived';
  return isAdvisory(verdict) ? 'warning' : verdict.outcome;
}

/** Returns the verdicts by group, in the report's order within each. */
export const verdictsByGroup = memoize((report: Report): Readonly<Record<VerdictGroup, readonly LintVerdict[]>> => {
  const groups: Record<VerdictGroup, LintVerdict[]> = {
    fail: [],
    open: [],
    review: [],
    warning: [],
    waived: [],
    pass: [],
    notApplicable: [],
  };
  for (const verdict of report.verdicts) groups[verdictGroup(verdict)].push(verdict);
  return groups;
});

/** Returns the one sentence that sums up a report: how many findings fail, are open and are for review. */
export function headline(report: Report, locale: Locale): string {
  const groups = verdictsByGroup(report);
  const n = (group: VerdictGroup) => groups[group].length;
  const { zh, en } = n('fail') + n('open') + n('review') === 0 ? nothingFound(n('pass')) : found(n);
  const within = isLoosened(report) ? LOOSENED : WITHIN;
  return inLocale({ zh: `${within.zh}：${zh}`, en: `${within.en}: ${en}` }, locale);
}

const WITHIN: Localized = { zh: '在图中载明事项范围内', en: 'Within what the plan states' };

/** Scope of the headline under a loosened configuration: what it keeps from being found must not read as absent. */
const LOOSENED: Localized = {
  zh: '在图中载明事项范围内、按放宽后的配置（见首部）',
  en: 'Within what the plan states, and by a configuration that was loosened (see above)',
};

function found(n: (group: VerdictGroup) => number): Localized {
  const rest = n('pass') > 0;
  return {
    zh: `不符合${n('fail')}项，待补充${n('open')}项，须审查判定${n('review')}项${rest ? '；其余未发现不符合。' : '。'}`,
    en: `${n('fail')} not complying, ${n('open')} open, ${n('review')} for review${rest ? '; nothing found otherwise.' : '.'}`,
  };
}

/** Returns the headline without findings. If nothing was judged, it must not read as compliance. */
function nothingFound(passes: number): Localized {
  return passes === 0
    ? { zh: '没有可以判定的事项。', en: 'nothing could be judged.' }
    : { zh: '未发现不符合。', en: 'nothing found.' };
}

/**
 * Returns the sentence that counts every waiver of the plan; one that sets nothing aside is no less the author's word.
 */
function waiversText({ site, verdicts }: Report): Localized {
  const all = site.waivers.length;
  if (all === 0) return { zh: '', en: '' };
  const outside = site.waivers.filter((waiver) => waiver.outside === true).length;
  const holder: Localized =
    outside === 0
      ? { zh: '图中载有例外说明', en: 'The plan holds' }
      : outside === all
        ? { zh: '例外说明文件载有例外说明', en: 'The files of waivers hold' }
        : { zh: '图中和例外说明文件载有例外说明', en: 'The plan and the files of waivers hold' };
  const applied = new Set(verdicts.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver]))).size;
  return {
    zh: `${holder.zh}${all}条，其中${applied}条适用于上列问题。`,
    en: ` ${holder.en} ${all} ${all === 1 ? 'waiver' : 'waivers'}, of which ${applied} ${applied === 1 ? 'applies' : 'apply'} to a finding.`,
  };
}

/** Returns the sentence that counts all verdicts, waived findings, waivers and grazes of a report. */
export function countsSentence(report: Report, locale: Locale): string {
  return inlineText(countsPieces(report), locale);
}

/** Returns the sentence of {@link countsSentence} in pieces, those that count something in its colour. */
export function countsPieces(report: Report): Inline[] {
  const waivers = waiversText(report);
  const compared = comparedSentence([report]);
  return [
    ...countsOf([report]),
    {
      zh: `；另有仅在门、帘开启时的轻微掠视${report.summary.grazes}处，按本工具参数（非法定）未列为问题。${waivers.zh}${compared.zh}`,
      en: `; ${report.summary.grazes} slight views only with a door or curtain open, by sitecam's parameters (not the law's) not made findings.${waivers.en}${compared.en}`,
    },
  ];
}

/**
 * Returns the sentence that counts over all plans of a run, with the number of plans that couldn't be read or judged.
 */
export function totalSentence(results: readonly LintResult[], locale: Locale): string {
  return inlineText(totalPieces(results), locale);
}

/** Returns the sentence of {@link totalSentence} in pieces, those that count something in its colour. */
export function totalPieces(results: readonly LintResult[]): Inline[] {
  const read = results.filter((result) => result.ok);
  const compared = comparedSentence(read);
  const unread = results.filter((result) => !result.ok && result.terms === undefined).length;
  const unjudged = results.filter((result) => !result.ok && result.terms !== undefined).length;
  const loose = results.filter((result) => result.ok && isLoosened(result)).length;
  const by: Localized =
    loose === 0
      ? { zh: '', en: '' }
      : {
          zh: `其中${loose}份按放宽后的配置审查，放宽事项见各图首部；`,
          en: `${loose} of them by a configuration that was loosened, as each says first; `,
        };
  const without: Localized[] = [
    ...(unread === 0
      ? []
      : [
          {
            zh: `${unread}份无法读取，未作任何判定`,
            en: `${unread} can't be read, and no verdicts on ${unread === 1 ? 'it' : 'them'}`,
          },
        ]),
    ...(unjudged === 0
      ? []
      : [
          {
            zh: `${unjudged}份不具备审查条件，未作任何判定`,
            en: `${unjudged} not judged for faults of configuration, law pack or region`,
          },
        ]),
  ];
  const none: Localized = {
    zh: without.length === 0 ? '' : `（${without.map(({ zh }) => zh).join('；')}）`,
    en: without.length === 0 ? '' : ` (${without.map(({ en }) => en).join('; ')})`,
  };
  return [
    {
      zh: `合计${results.length}份设计图${none.zh}：${by.zh}`,
      en: `${results.length} plans in all${none.en}: ${by.en}`,
    },
    ...countsOf(read),
    { zh: `。${compared.zh}`, en: `.${compared.en}` },
  ];
}

/**
 * Returns the sentence of a report on no plans (nothing changed, or an empty shard), since an empty page could mean
 * anything.
 */
export function noPlanSentence(locale: Locale): string {
  return inLocale(
    { zh: '本次没有须审查的设计图，未作任何判定。', en: 'No plan was to be linted; no verdicts.' },
    locale,
  );
}

/** Returns the counts of all groups; what is waived, and what there is none of, has no colour. */
function countsOf(reports: readonly Report[]): Inline[] {
  const n = (group: VerdictGroup) => reports.reduce((sum, report) => sum + verdictsByGroup(report)[group].length, 0);
  const all = VERDICT_GROUPS.reduce((sum, group) => sum + n(group), 0);
  return [
    { zh: `共${all}项判定：`, en: `${all} verdicts: ` },
    ...VERDICT_GROUPS.flatMap((group, place): Inline[] => {
      const { zh, en } = group === 'waived' ? WAIVED : SHORT_OUTCOMES[group];
      const text = { zh: `${zh}${n(group)}`, en: `${n(group)} ${en}${group === 'warning' ? 's' : ''}` };
      return [
        ...(place === 0 ? [] : [{ zh: '，', en: ', ' }]),
        n(group) === 0 || group === 'waived' ? text : { outcome: group, text },
      ];
    }),
  ];
}

const WAIVED: Localized = { zh: '例外说明（无豁免效力）', en: 'waived (without legal effect)' };
