// Tables of a lint report for pages: verdicts by clause, coverage, devices, what is settled, assumptions.
import { groupBy } from '../../base/arrays.js';
import { GONE_TITLE, goneRows } from '../../findings/baseline-words.js';
import { clauseRows, countsText, rowText } from '../../findings/clauses.js';
import { foldsOf } from '../../findings/groups.js';
import { assumptionsTable, checklistTable, errataOf, waivedTable } from '../../findings/tables.js';
import { verdictGroup, verdictsByGroup } from '../../findings/tally.js';
import { t as findings } from '../../findings/texts.js';
import type { ReportView } from '../../findings/view.js';
import { lensHeading } from '../../findings/wording/headings.js';
import { rowsSentences } from '../../findings/wording/rows.js';
import { evidenceText } from '../../findings/wording/sightline.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import { percent, plainFigure, squareMetres } from '../../i18n/number.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { pointText } from '../../plan/check/coordinates.js';
import { AUDIO, DEVICE_NAMES, STATUS, VIDEO } from '../../plan/device-names.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, Optics } from '../../plan/model.js';
import type { Cell, Section } from '../../render/document.js';
import type { Weight } from '../../render/writers/budget.js';
import { isFinding } from '../../rules/verdict.js';
import { t } from './texts.js';
import { positionOf, subjectOf, tableSection, withMore } from './words.js';

const MISSING = verbatim('—');

/**
 * Returns a row for each clause that verdicts rest on: the worst outcome, the counts and the evidence. `weight`
 * decides how soon a budget leaves the table out.
 */
export function clausesSection(report: Report, view: ReportView, weight: Weight = 'always'): Section {
  const rows = clauseRows(report, view).map((row): Cell[] => [
    row.name,
    { strong: SHORT_OUTCOMES[row.group] },
    countsText(row),
    withMore(rowText(row, row.worst, view), evidenceText(row.worst, report)),
  ]);
  return tableSection(t.clauses, weight, [t.clause, t.verdict, t.counts, t.basis], rows);
}

/** Returns the waived findings: on record, without legal effect. */
export function waivedSection(report: Report, view: ReportView): Section {
  const { head, rows } = waivedTable(report, view);
  const places = verdictsByGroup(report).waived.map(({ place }) => positionOf(place, report.files, view));
  const cells = rows.map((row, n): Cell[] => [...row, { place: places[n] }]);
  return tableSection(t.waivers, 'waived', [...head, t.place], cells);
}

/** Returns the resolved findings of the baseline. */
export function goneSection(report: Report, view: ReportView): Section {
  const { head, rows } = goneRows(report, view);
  return tableSection(GONE_TITLE, 'settled', head, rows);
}

/** Returns the measured coverage, by rule and zone. */
export function coverageSection(report: Report): Section {
  const head = [t.zone, t.level, t.rule, t.threshold, t.covered, t.coveredOfArea, t.largestBlind, t.verdict];
  return tableSection(
    t.coverage,
    'coverage',
    head,
    report.verdicts.flatMap((verdict) => coverageRows(verdict, report)),
  );
}

function coverageRows(verdict: LintVerdict, { site, pack }: Report): Cell[][] {
  const { evidence, rule, subject } = verdict;
  if (evidence?.coverage === undefined) return [];
  const { fraction, threshold, area, covered, level } = evidence.coverage;
  const detail = pack.densityLevels.find(({ id }) => id === level)?.name ?? verbatim(level);
  const blind = evidence.uncovered?.[0];
  return [
    [
      subjectText(subject, site),
      verbatim(evidence.level),
      { code: rule },
      joined([verbatim(percent(threshold, undefined, 0)), detail], verbatim(' ')),
      verbatim(percent(fraction, threshold)),
      t.ofArea({ covered: squareMetres(covered), area: squareMetres(area) }),
      blind === undefined ? MISSING : squareMetres(blind.area),
      SHORT_OUTCOMES[verdictGroup(verdict)],
    ],
  ];
}

/** Returns all devices of the plan, removed ones included, with what they can capture. */
export function devicesSection(report: Report): Section {
  const head = [
    ...[t.id, t.device, t.model, t.level, t.standsIn, t.at, t.height, t.heading, t.fieldOfView, t.resolution],
    ...[t.video, t.audio, t.status],
  ];
  const devices = report.site.levels.flatMap((level) => level.devices);
  return tableSection(
    t.devices,
    'devices',
    head,
    devices.map((device) => deviceCells(device, report)),
  );
}

function deviceCells(device: Device, { site }: Report): Localized[] {
  const { id, kind, name, type, level, zones, at, height, lenses, video, audio, status } = device;
  const listed = (texts: readonly string[]) => (texts.length === 0 ? MISSING : joined(texts.map(verbatim), t.comma));
  const figure = (value: number | undefined) => (value === undefined ? MISSING.zh : plainFigure(value));
  const lens = (part: (optics: Optics) => string) => listed(lenses.map(part));
  return [
    verbatim(id),
    name === undefined ? DEVICE_NAMES[kind] : t.nameOfDevice({ kind: DEVICE_NAMES[kind], name: quoted(name) }),
    type === undefined ? MISSING : verbatim(type),
    verbatim(level),
    listed(zones.map((zone) => directoryOf(site).zones.get(zone)?.name ?? zone)),
    pointText(site, at),
    verbatim(figure(height)),
    lens((optics) => figure(lensHeading(optics, site))),
    lens(({ hfov }) => figure(hfov)),
    lens(({ resolution }) => resolution?.join('×') ?? MISSING.zh),
    VIDEO[video],
    AUDIO[audio],
    STATUS[status],
  ];
}

/** Returns how the undecided would count were the plan right; empty if all would be settled, which would read as a pass. */
function hiddenText(undecided: readonly LintVerdict[]): Localized[] {
  const hidden = undecided.flatMap(({ tainted }) => (tainted && isFinding(tainted.outcome) ? [tainted.outcome] : []));
  const counts = [...groupBy(hidden, (outcome) => outcome)].map(([outcome, all]) =>
    findings.count({ name: SHORT_OUTCOMES[outcome], n: all.length }),
  );
  return counts.length === 0 ? [] : [t.wereItRight({ counts: joined(counts, t.comma) })];
}

/** Returns every verdict that passed or isn't applicable, so that readers see what was checked; a fold is one row. */
export function settledSection(report: Report, view: ReportView): Section {
  const { undecided, pass, notApplicable } = verdictsByGroup(report);
  // What one fault leaves undecided is one row for each rule, not one for each subject.
  const folded = [...groupBy(undecided, ({ rule }) => rule)].map(([rule, same]): Cell[] => [
    joined(
      same.map((verdict) => subjectOf(verdict, report)),
      t.comma,
    ),
    SHORT_OUTCOMES.undecided,
    joined([view.text(same[0]), ...hiddenText(same)], SENTENCE_GAP),
    { code: rule },
  ]);
  const settled = foldsOf([...pass, ...notApplicable], report).map((fold): Cell[] => {
    const { first, rows } = fold;
    const text = withMore(view.text(first), evidenceText(first, report));
    return [
      joined(
        [first, ...rows].map((verdict) => subjectOf(verdict, report)),
        t.comma,
      ),
      SHORT_OUTCOMES[verdictGroup(first)],
      joined([text, ...rowsSentences(fold, report)], SENTENCE_GAP),
      { code: first.rule },
    ];
  });
  return tableSection(t.settled, 'settled', [t.subject, t.verdict, t.content, t.rule], [...folded, ...settled]);
}

/** Returns the papers that the reviewer checks and ticks. `weight` decides how soon a budget leaves the table out. */
export function checklistSection(report: Report, weight: Weight = 'always'): Section {
  const { head, rows } = checklistTable(report);
  return tableSection(findings.checklist, weight, head, rows);
}

/**
 * Returns the page of assumptions: every threshold, default and claim that verdicts rest on, and its origin. `weight`
 * decides how soon a budget leaves it out.
 */
export function assumptionsSection(report: Report, weight: Weight = 'always'): Section {
  const { head, rows } = assumptionsTable(report);
  const section = tableSection(t.assumptions, weight, head, rows);
  return {
    ...section,
    blocks: [...section.blocks, { block: 'list', weight, name: t.assumptions, items: errataOf(report) }],
  };
}
