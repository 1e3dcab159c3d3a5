import type { Localized } from '../i18n/locale.js';
import type { Outcome } from '../rules/rule.js';
import type { Judged, Summary } from './types.js';

/** Counts of what was found. Waived findings count only as waived. */
export function summarise(verdicts: readonly Judged[]): Summary {
  const live = verdicts.filter(({ waiver }) => waiver === undefined);
  const counts: Record<Outcome, number> = { fail: 0, open: 0, review: 0, pass: 0, notApplicable: 0 };
  for (const { outcome } of live) counts[outcome] += 1;
  return {
    counts,
    warnings: live.filter(isWarning).length,
    waived: verdicts.length - live.length,
    grazes: verdicts.reduce((sum, { evidence }) => sum + (evidence?.grazes ?? 0), 0),
  };
}

/**
 * The verdict in one sentence. Findings on rules of level warning are criteria of ours, not of the law, so they are
 * counted after it and never among what doesn't comply.
 */
export function headline(verdicts: readonly Judged[]): Localized {
  const live = verdicts.filter(({ waiver }) => waiver === undefined);
  const count = (outcome: Outcome) =>
    live.filter((verdict) => verdict.outcome === outcome && !isWarning(verdict)).length;
  const [fail, open, review] = [count('fail'), count('open'), count('review')];
  const warnings = live.filter(isWarning).length;
  const waived = verdicts.length - live.length;
  const zh = [
    `在图中载明事项范围内：不符合${fail}项，待补充${open}项，须审查判定${review}项；其余未发现不符合。`,
    warnings === 0 ? '' : `另有提示${warnings}项（非法定）。`,
    waived === 0 ? '' : `设计单位作例外说明${waived}项（无豁免效力）。`,
  ];
  const en = [
    `Within what the plan states: ${fail} not complying, ${open} to be supplied, ${review} for a person to judge; nothing else found that does not comply.`,
    warnings === 0 ? '' : ` Also ${warnings} hints (not required by law).`,
    waived === 0 ? '' : ` ${waived} set aside by the author's waivers (which have no legal effect).`,
  ];
  return { zh: zh.join(''), en: en.join('') };
}

function isWarning({ level, outcome }: Judged): boolean {
  return level === 'warning' && (outcome === 'fail' || outcome === 'open' || outcome === 'review');
}
