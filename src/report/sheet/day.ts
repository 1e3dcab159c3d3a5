// The first page of a set of review sheets: all plans of the day.
import { sharedCautions } from '../../findings/cautions.js';
import { clauseRows } from '../../findings/clauses.js';
import { totalSentence, VERDICT_GROUPS, type VerdictGroup, verdictsByGroup } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { label } from '../../findings/wording/citation.js';
import { headingName } from '../../findings/wording/site.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { exitCode } from '../../lint/exit.js';
import { isAdvisory } from '../../lint/summary.js';
import type { Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import type { Cell, Document } from '../../render/document.js';
import { categoriesText, paragraph } from './chapters.js';
import { t } from './texts.js';
import { placeOfFault } from './where.js';

const COUNTED = ['fail', 'open', 'review'] as const satisfies readonly VerdictGroup[];

/** Returns the first page of a day's submissions: a table of all plans with their counts. */
export function daySheet({ results, today }: ReportInput, view: ReportView): Document {
  const counts = COUNTED.map((group) => SHORT_OUTCOMES[group]);
  const rows = results.map((result, n): Cell[] => [
    verbatim(String(n + 1)),
    verbatim(result.path),
    ...(result.ok ? judgedCells(result, view) : unreadCells(result, view)),
  ]);
  return {
    title: t.dayTitle,
    blocks: [
      paragraph(t.aid, 'note'),
      ...sharedCautions(results).map((caution) => paragraph(caution, 'caution')),
      paragraph(totalSentence(results), 'conclusion'),
      paragraph(t.dayOf({ day: dayText(today) })),
      {
        block: 'table',
        sort: 'day',
        head: [t.rowNumber, t.planFile, t.siteColumn, ...counts, t.gravest, t.exitCode],
        rows,
      },
      paragraph(t.dayNote),
    ],
  };
}

function judgedCells(report: Report, view: ReportView): Cell[] {
  const groups = verdictsByGroup(report);
  const { name, categories } = report.site;
  const site = headingName(name);
  return [
    { lines: categories.length === 0 ? [site] : [site, categoriesText(report)] },
    ...COUNTED.map((group): Cell => {
      const count = groups[group].length;
      return { lines: [verbatim(String(count))], ...(count > 0 && { strong: true }) };
    }),
    gravest(report, view),
    meaning(report),
  ];
}

/** Returns the first clause with the gravest outcome, and that outcome; — if there is no finding. */
function gravest(report: Report, view: ReportView): Localized {
  const rows = clauseRows(report, view).map((row) => ({
    ...row,
    rank: VERDICT_GROUPS.indexOf(row.group),
  }));
  const worst = Math.min(...rows.map(({ rank }) => rank));
  const row = rows.find(({ rank }) => rank === worst);
  if (row === undefined || worst > VERDICT_GROUPS.indexOf('review')) return t.none;
  const clause = row.key.startsWith('rule:') ? row.name : label(report.pack, row.key);
  return t.gravestClause({ clause, verdict: SHORT_OUTCOMES[row.group] });
}

/** Groups of findings that make the exit code 1 unless something sets them aside. */
const SET_ASIDE = ['fail', 'open', 'drawing', 'undecided', 'waived'] as const satisfies readonly VerdictGroup[];

function meaning(report: Report): Localized {
  if (exitCode([report], 'error') === 1) return t.toCorrect;
  const groups = verdictsByGroup(report);
  const { review, pass } = groups;
  // Hints aren't among them: nobody has to set one aside for the exit code to be 0.
  const isSetAside = SET_ASIDE.some((group) => groups[group].some((verdict) => !isAdvisory(verdict)));
  if (review.length > 0) return isSetAside ? t.toJudgeBesides : t.toJudge;
  if (isSetAside) return t.setAside;
  return pass.length === 0 ? t.notJudged : t.nothingFound;
}

/**
 * Returns the cells of an unreadable plan. They state the reason, so that the plan can be sent back without turning to
 * its page.
 */
function unreadCells(result: UnreadableReport, view: ReportView): Cell[] {
  const [first, ...rest] = faultsUnder(result);
  const code = exitCode([result], 'error');
  const why = first && [placeOfFault(first, result, view, result.path) ?? [], faultText(first, result, view)];
  const lines = [
    t.noVerdicts({ code, reason: noVerdicts(result) }),
    ...(why === undefined ? [] : [joined(why.flat(), t.colon)]),
    ...(rest.length === 0 ? [] : [t.moreFaults({ n: rest.length })]),
  ];
  return [t.none, ...COUNTED.map(() => t.none), t.none, { lines }];
}
