// Lines that `sitecam baseline` prints about what it recorded.

import { verdictsByGroup } from '../../../findings/tally.js';
import type { Localized } from '../../../i18n/locale.js';
import { cite, paragraphOf } from '../../../law/lookup.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import { leadingClauses } from '../../../rules/bases.js';

/** Facts about a written baseline that its summary prints. */
interface BaselineSummary {
  readonly target: string;
  readonly reports: readonly Report[];
  readonly findings: number;
  /** Plans in the baseline that were not linted this time. */
  readonly others: readonly string[];
  /** Those of `others` that no longer exist, as paths from the current folder. */
  readonly missing: readonly string[];
  /** True if the missing plans were dropped. */
  readonly prune: boolean;
  /** True if the file had to be written; false if its text was the same already. */
  readonly isNew: boolean;
}

/**
 * Returns the summary of a recorded baseline, one text per line. It lists every fail of a prohibition (plan, subject
 * and rule), because a baseline must not be taken as permission to build.
 */
export function recordedLines({
  target,
  reports,
  findings,
  others,
  missing,
  prune,
  isNew,
}: BaselineSummary): Localized[] {
  const n = (group: 'fail' | 'open' | 'review' | 'drawing' | 'warning' | 'undecided') =>
    reports.reduce((sum, report) => sum + verdictsByGroup(report)[group].length, 0);
  const undecided = n('undecided');
  const kept = others.length - (prune ? missing.length : 0);
  const plans = reports.length === 1 ? 'plan' : 'plans';
  return [
    {
      zh: `${isNew ? '已写入' : '无变化：'}“${target}”，记录${reports.length}份设计图的问题${findings}项（不符合${n('fail')}，待补充${n('open')}，须审查判定${n('review')}，图纸差错${n('drawing')}，提示${n('warning')}${undecided === 0 ? '' : `，另有${undecided}项因图纸内容有误未判定`}）${kept === 0 ? '' : `，另保留本次未列出的设计图${kept}份`}。`,
      en: `${isNew ? 'Wrote' : 'Nothing changed in'} '${target}': ${findings} findings of ${reports.length} ${plans} (${n('fail')} fail, ${n('open')} open, ${n('review')} review, ${n('drawing')} faults of the drawing, ${n('warning')} warnings${undecided === 0 ? '' : `, ${undecided} undecided for faults of the plan`})${kept === 0 ? '' : `; ${kept} not named this time kept`}.`,
    },
    ...prohibited(reports),
    {
      zh: '比对基准不改变结论：各报告仍列出并计入其中的全部问题。',
      en: 'A baseline changes no verdict: every report goes on listing and counting all of these.',
    },
    ...missing.map((plan) => ({
      zh: prune
        ? `已删去不存在的设计图“${plan}”。`
        : `设计图“${plan}”已不存在，原记录予以保留；要删去的，请加 --prune。`,
      en: prune
        ? `Dropped '${plan}', which no longer exists.`
        : `'${plan}' no longer exists; its entry was kept. To drop it, say --prune.`,
    })),
  ];
}

/** Returns lines on the fails of the law's prohibitions: their number, then each one. Empty if there are none. */
function prohibited(reports: readonly Report[]): Localized[] {
  const named = reports.flatMap((report) =>
    report.verdicts.filter((verdict) => isProhibited(verdict, report)).map((verdict) => ({ verdict, report })),
  );
  const [first] = named;
  if (first === undefined) return [];
  const { pack } = first.report;
  const law = cite(pack, paragraphOf(pack, pack.prohibitions[0].clause));
  return [
    {
      zh: `其中${named.length}项为${law.zh}的不符合，不因记入比对基准而符合：`,
      en:
        named.length === 1
          ? `1 of them fails ${law.en}, and being recorded doesn't make it comply:`
          : `${named.length} of them fail ${law.en}, and being recorded doesn't make them comply:`,
    },
    ...named.map(({ verdict, report }) => ({
      zh: `  ${report.path}  ${verdict.subject}  ${verdict.rule}`,
      en: `  ${report.path}  ${verdict.subject}  ${verdict.rule}`,
    })),
  ];
}

function isProhibited(verdict: LintVerdict, { pack }: Report): boolean {
  if (verdict.outcome !== 'fail' || verdict.waiver !== undefined) return false;
  const items = new Set(pack.prohibitions.flatMap(({ clause }) => [clause, paragraphOf(pack, clause)]));
  return leadingClauses(verdict).some((id) => items.has(id));
}
