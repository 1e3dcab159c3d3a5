// Sections of a survey on faults of the plan and open verdicts.

import { spotText } from '../../../findings/view.js';
import { subjectText } from '../../../findings/wording/subject.js';
import { render } from '../../../i18n/catalogue.js';
import { inLocale } from '../../../i18n/locale.js';
import { type FindingReason, faultRules } from '../findings.js';
import { NAMED, type SurveyWriter } from './writer.js';

/** Returns the section on faults of the plan itself, each with its file and line. */
export function faultsSection(w: SurveyWriter): string {
  const { faults } = w.survey;
  return w.section(
    w.titled('图纸自身的问题', 'Faults of the plan', countOf(faults)),
    faults.flatMap(({ rule = '', verdicts }) => [
      ...w.wrapped(w.t(`${ruleText(w, rule)}：${verdicts.length}处`, `${ruleText(w, rule)}: ${verdicts.length}`)),
      ...verdicts.slice(0, NAMED).flatMap((verdict) => {
        const spot = spotText(w.view.spot(verdict.place, w.report.files), verdict.place.path);
        return w.wrapped(`${spot}  ${w.view.text(verdict)}`, 4);
      }),
      ...moreLines(w, verdicts.length - NAMED),
    ]),
  );
}

/** Returns the section on open verdicts by reason, with one example of each. */
export function openSection(w: SurveyWriter): string {
  const { open } = w.survey;
  return w.section(
    w.titled('待补充（无法判定）的事项', 'Open verdicts, and why', countOf(open)),
    open.flatMap((reason) => reasonLines(w, reason)),
  );
}

function countOf(reasons: readonly FindingReason[]): number {
  return reasons.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
}

function reasonLines(w: SurveyWriter, { rule, verdicts }: FindingReason): string[] {
  const [first] = verdicts;
  const subject = render(subjectText(first.subject, w.report.site), w.view.locale);
  const faults = faultRules(first.tainted?.by ?? []).map((fault) => ruleText(w, fault));
  const name =
    rule === undefined
      ? w.t(`因图纸自身的问题（${faults.join('、')}）`, `for faults of the plan (${faults.join(', ')})`)
      : ruleText(w, rule);
  const example = verdicts.length === 1 ? subject : w.t(`例如${subject}`, `for example ${subject}`);
  return [
    ...w.wrapped(w.t(`${verdicts.length}项：${name}`, `${verdicts.length}: ${name}`)),
    ...w.wrapped(`${example}${w.t('：', ': ')}${w.view.text(first)}`, 4),
  ];
}

/** Returns the title of a rule, then its id. */
function ruleText({ view }: SurveyWriter, rule: string): string {
  const title = view.rule(rule)?.title;
  return title === undefined ? rule : `${inLocale(title, view.locale)} ${rule}`;
}

function moreLines(w: SurveyWriter, rest: number): string[] {
  if (rest <= 0) return [];
  return w.wrapped(w.t(`……另有${rest}处，见 --format json`, `… and ${rest} more, see --format json`), 4);
}
