// The figure of the form: the levels with problems, and the number of each row at its place.
import { figureOf } from '../../draw/figure.js';
import { type DrawnFinding, drawingOf, findingsOf, type LevelDrawing } from '../../draw/model.js';
import { levelIn } from '../../findings/wording/subject.js';
import { interiorPoint } from '../../geometry/index.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Zone } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import type { FormRow } from './rows.js';
import { t } from './texts.js';

/** Size of the figure in CSS px: the width between the margins, and 84 mm. */
const SIZE = { width: 634, height: 317 } as const;

/** Most levels of the figure; others are in the annex. */
const MOST = 2;

/** Drawing of the form of an opinion, and the words that say where on it each row's problem is. */
export interface FormFigure {
  /** Draws the figure; undefined if no problem has a place on a level. */
  readonly svg: ((locale: 'zh-CN' | 'en') => string) | undefined;
  /** Returns where a row's problem is: on the figure, on a level that isn't on it, or in the papers. */
  readonly whereIs: (row: FormRow) => Localized;
}

/** Returns the figure for rows. Its ids in SVG begin with `prefix`, so that several figures can stand on one page. */
export function formFigure(rows: readonly FormRow[], report: Report, prefix: string): FormFigure {
  const { levels } = report.site;
  const placed = rows.map((row) => ({ row, on: levelsOf(row, report) }));
  const drawn = placed.filter(({ row }) => row.outcome !== 'review');
  const fails = (id: string) => drawn.filter(({ row, on }) => row.outcome === 'fail' && on.includes(id)).length;
  const all = (id: string) => drawn.filter(({ on }) => on.includes(id)).length;
  const chosen = levels
    .filter(({ id }) => all(id) > 0)
    .sort((a, b) => fails(b.id) - fails(a.id) || all(b.id) - all(a.id))
    .slice(0, MOST);
  const shown = levels.filter((level) => chosen.includes(level));
  const nameOf = (id: string) => verbatim(plainText(levels.find((level) => level.id === id)?.name ?? id));
  return {
    svg:
      shown.length === 0
        ? undefined
        : (locale) =>
            figureOf(
              shown.map(({ id }) => ({
                drawing: marked(drawingOf(report, id), rows, report),
                caption: render(nameOf(id), locale),
              })),
              { ...SIZE, locale, prefix },
            ),
    whereIs(row) {
      const on = levelsOf(row, report);
      const [first] = on;
      if (levels.length === 0) return t.hidden;
      if (first === undefined) return row.facts[0].verdict.rule.startsWith('project/') ? t.onPaper : t.wholeSite;
      if (on.some((id) => shown.some((level) => level.id === id)))
        return t.inFigure({ mark: verbatim(circled(row.number)) });
      return nameOf(first);
    },
  };
}

/** Returns a number in a circle: ③. */
function circled(n: number): string {
  return n <= 20 ? String.fromCodePoint(0x245f + n) : String(n);
}

/** Returns the levels on which a row has a mark or a line, the device's first. */
function levelsOf({ device, facts }: FormRow, report: Report): string[] {
  const own = device === undefined ? [] : [directoryOf(report.site).devices.get(device)?.level ?? []].flat();
  const seen = report.site.levels
    .filter(({ id }) => facts.some(({ verdict }) => placedOn(findingsOf(report, id), verdict).length > 0))
    .map(({ id }) => id);
  const parts =
    device === undefined && seen.length === 0 ? facts.flatMap(({ verdict }) => partOf(verdict, report)) : [];
  const onLevels = facts.flatMap(({ verdict }) => levelIn(verdict.subject, report.site) ?? []);
  return [...new Set([...own, ...seen, ...parts.flatMap(({ levels }) => levels), ...onLevels])];
}

/** Returns the zone of which a finding is about a part, such as a way in: `hall/edge`. */
function partOf({ subject }: LintVerdict, { site }: Report): Zone | [] {
  return directoryOf(site).zones.get(subject.slice(0, Math.max(0, subject.lastIndexOf('/')))) ?? [];
}

function placedOn(findings: readonly DrawnFinding[], { rule, subject }: LintVerdict): DrawnFinding[] {
  return findings.filter((one) => one.rule === rule && one.subject === subject);
}

/** Returns a level with the marks of the rows, sight lines of fails alone, and only devices that a row is about. */
function marked(drawing: LevelDrawing, rows: readonly FormRow[], report: Report): LevelDrawing {
  const findings = rows.flatMap((row) => marksOf(row, drawing, report));
  const causes = new Set(rows.map(({ device }) => device));
  return {
    ...drawing,
    devices: drawing.devices.filter(({ id }) => causes.has(id)),
    visitors: [],
    signs: [],
    findings,
  };
}

function marksOf({ number, outcome, device, facts }: FormRow, drawing: LevelDrawing, report: Report): DrawnFinding[] {
  const { rule, subject } = facts[0].verdict;
  const about = { number, rule, subject, subjectName: verbatim(subject), device };
  const mark = { ...about, outcome, group: outcome, warning: false, points: [] };
  const here = facts.flatMap(({ verdict }) => placedOn(drawing.findings, verdict));
  if (device === undefined) {
    const places = new Map(here.map(({ at }) => [String(at), at]));
    if (places.size === 0) {
      const parts = facts.flatMap(({ verdict }) => partOf(verdict, report));
      for (const { id, region } of parts)
        if (drawing.zones.some((zone) => zone.id === id)) places.set(id, interiorPoint(region));
    }
    return [...places.values()].map((at) => ({ ...mark, at }));
  }
  const lines = outcome === 'fail' ? here.map(({ points }) => ({ ...mark, points, at: undefined })) : [];
  const at = drawing.devices.find(({ id }) => id === device)?.at ?? here[0]?.at;
  return at === undefined ? lines : [...lines, { ...mark, at }];
}
