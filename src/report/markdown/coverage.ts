// The coverage of zones in Markdown.
import type { LocalView } from '../../findings/local.js';
import { verdictGroup } from '../../findings/tally.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { percent, squareMetres } from '../../i18n/number.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import type { Evidence } from '../../rules/verdict.js';
import { markdownTable } from './text.js';

/** Returns the table of measured coverage, by rule and zone. */
export function coverageSection(report: Report, view: LocalView): Section {
  const { locale } = view;
  const head = [
    say(locale, '区域', 'Zone'),
    say(locale, '楼层', 'Level'),
    say(locale, '规则', 'Rule'),
    say(locale, '本工具设定值（非法定）', "sitecam's threshold (not the law's)"),
    say(locale, '覆盖率', 'Coverage'),
    say(locale, '已覆盖／面积', 'Covered of area'),
    say(locale, '最大盲区', 'Largest blind area'),
    say(locale, '结论', 'Verdict'),
  ];
  const rows = report.verdicts.flatMap((verdict) => row(verdict, report, locale));
  return wholeSection(say(locale, '覆盖表', 'Coverage'), markdownTable(head, rows), 'coverage');
}

function row(verdict: LintVerdict, report: Report, locale: Locale): string[][] {
  const { evidence } = verdict;
  if (evidence?.coverage === undefined) return [];
  const { fraction, threshold, area, covered, level } = evidence.coverage;
  const known = report.pack.densityLevels.find(({ id }) => id === level);
  const detail = known === undefined ? level : inLocale(known.name, locale);
  return [
    [
      markdownText(render(subjectText(verdict.subject, report.site), locale)),
      markdownText(evidence.level),
      `\`${verdict.rule}\``,
      markdownText(`${percent(threshold, undefined, 0)} ${detail}`),
      percent(fraction, threshold),
      `${inLocale(squareMetres(covered), locale)}${locale === 'en' ? ' of ' : '／'}${inLocale(squareMetres(area), locale)}`,
      blind(evidence, locale),
      inLocale(SHORT_OUTCOMES[verdictGroup(verdict)], locale),
    ],
  ];
}

function blind({ uncovered }: Evidence, locale: Locale): string {
  const largest = uncovered?.[0];
  return largest === undefined ? '—' : inLocale(squareMetres(largest.area), locale);
}
