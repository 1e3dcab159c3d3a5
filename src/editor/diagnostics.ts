// Findings and faults as an editor marks them in the text: one mark for each cause.
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import { groupBy, listsOf } from '../base/arrays.js';
import { originOf } from '../base/lazy.js';
import { deviceOf } from '../findings/groups.js';
import { numberedFindings } from '../findings/numbering.js';
import { headline, verdictGroup, verdictsByGroup } from '../findings/tally.js';
import { faultSpot, type ReportView, reportView, type Spot } from '../findings/view.js';
import { zoneOf } from '../findings/wording/subject.js';
import { dayText } from '../i18n/day.js';
import { type Locale, type Localized, render } from '../i18n/locale.js';
import type { LintResult, LintVerdict, Report, ReportInput, UnreadableReport } from '../lint/types.js';
import { directoryOf } from '../plan/directory.js';
import { type Ground, groundOf } from '../plan/ground.js';
import type { Device } from '../plan/model.js';
import { plainText } from '../render/escape.js';
import { linesBelow, shortHead } from '../report/lint/short/short.js';
import { rules } from '../rules/registry.gen.js';
import type { Place } from '../source/types.js';
import { rangeOfSpan } from './text.js';
import { t } from './texts.js';

/** How diagnostics are written: language, addresses, and texts kept from an earlier version. */
export interface DiagnosticsOptions {
  readonly locale: Locale;
  /** Version of sitecam. */
  readonly version: string;
  /** Returns the URI of a file by its path. */
  readonly uriOf: (path: string) => string;
  /** Returns the address of a rule's page. */
  readonly pageOf: (rule: string) => string;
  /** What marks of an earlier version of the plan said. */
  readonly kept?: KeptTexts;
}

/** A diagnostic that the editor shows, with the findings that it stands for. */
export interface Mark {
  readonly diagnostic: Diagnostic;
  /** Empty for a fault that keeps the plan from being judged. */
  readonly verdicts: readonly LintVerdict[];
}

/**
 * Texts of a plan's earlier diagnostics, kept so that a finding that stayed keeps the wording that the editor shows.
 */
export class KeptTexts {
  private ground: Ground | undefined;
  private known = new WeakMap<object, KeptText>();

  /** Returns the lines of a finding that stands for `others` besides itself: as told before, else as `make` tells them. */
  linesOf(verdict: LintVerdict, others: number, { site }: Report, make: () => readonly string[]): readonly string[] {
    const ground = groundOf(site);
    // Zones and openings are told by their names.
    if (this.ground !== ground) {
      this.ground = ground;
      this.known = new WeakMap();
    }
    const origin = originOf(verdict);
    const device = directoryOf(site).devices.get(deviceOf(verdict.subject) ?? verdict.subject);
    const known = this.known.get(origin);
    if (known?.others === others && known.device === device) return known.lines;
    const lines = make();
    this.known.set(origin, { others, device, lines });
    return lines;
  }
}

interface KeptText {
  readonly others: number;
  readonly device: Device | undefined;
  readonly lines: readonly string[];
}

/** Marks by the path of the file that they are in; the plan's own path has an entry, perhaps an empty one. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

const ERROR: DiagnosticSeverity = 1;
const WARNING: DiagnosticSeverity = 2;
const INFORMATION: DiagnosticSeverity = 3;
const HINT: DiagnosticSeverity = 4;
const UNNECESSARY: DiagnosticTag = 1;

const SOURCE = 'sitecam';

/** Most places that a mark leads to besides its own. */
const MOST_RELATED = 20;

/** Returns the marks of a judged plan, or of one that can't be read. */
export function marksOf(result: LintResult, options: DiagnosticsOptions): Marks {
  const input: ReportInput = {
    tool: { name: 'sitecam', version: options.version },
    results: [result],
    rules,
    today: result.ok ? result.today : '',
  };
  const view = reportView(input);
  const marks = result.ok ? findingMarks(result, view, options) : faultMarks(result, view, options);
  return new Map([[result.path, []], ...listsOf(marks.map(({ path, mark }) => [path, mark] as const))]);
}

/** Returns a judged plan's verdict in a sentence; of one that can't be read, that it wasn't judged. */
export function headlineOf(result: LintResult, locale: Locale): string {
  return plainText(render(result.ok ? headline(result) : t.unjudged, locale));
}

interface Placed {
  readonly path: string;
  readonly mark: Mark;
}

function findingMarks(report: Report, view: ReportView, options: DiagnosticsOptions): Placed[] {
  const marks = marking(report, view, options);
  return [
    // What is read as one finding is one mark where it stands in one place, such as a camera that sees eight rooms.
    ...numberedFindings(report).flatMap(({ first, rest }) => {
      const all = [first, ...rest];
      const places = groupBy(all, ({ place }) => `${place.path} ${place.pointer} ${place.key === true}`);
      return [...places.values()].flatMap(([one = first, ...others]) => marks.finding(one, others));
    }),
    ...verdictsByGroup(report).waived.flatMap((verdict) => marks.waived(verdict)),
  ];
}

/** Returns what makes the marks of a report. */
function marking(report: Report, view: ReportView, options: DiagnosticsOptions) {
  const { locale, uriOf, pageOf, kept = new KeptTexts() } = options;
  const text = (localized: Localized) => plainText(render(localized, locale));
  const spotOf = (place: Place) => view.spot(place, report.files);
  const related = (place: Place, caption: Localized): DiagnosticRelatedInformation[] => {
    const spot = spotOf(place);
    if (spot === undefined) return [];
    return [{ location: { uri: uriOf(spot.file.path), range: rangeOfSpan(spot.span) }, message: text(caption) }];
  };
  /** Returns where else a finding shows: what it reaches, and the places that explain it. */
  const placesOf = (verdict: LintVerdict, others: readonly LintVerdict[]): DiagnosticRelatedInformation[] => {
    const all = [
      ...verdict.related.flatMap(({ place, caption }) => related(place, caption)),
      ...others.flatMap((other) => {
        const place = zoneOf(other.subject, report.site)?.place ?? other.related[0]?.place;
        return place === undefined ? [] : related(place, shortHead(other, 0, report, view));
      }),
    ];
    return all.slice(0, MOST_RELATED);
  };
  const made = (
    verdict: LintVerdict,
    others: readonly LintVerdict[],
    more: Pick<Diagnostic, 'severity' | 'tags'>,
    lines: readonly string[],
    around: DiagnosticRelatedInformation[],
  ): Placed[] => {
    const { rule } = verdict;
    const spot = spotOf(verdict.place);
    const path = spot?.file.path ?? report.path;
    const diagnostic: Diagnostic = {
      range: rangeIn(spot),
      ...more,
      code: rule,
      codeDescription: { href: pageOf(rule) },
      source: SOURCE,
      message: lines.join('\n'),
      ...(around.length > 0 && { relatedInformation: around }),
    };
    return [{ path, mark: { diagnostic, verdicts: [verdict, ...others] } }];
  };
  const head = (verdict: LintVerdict, others: number) => text(shortHead(verdict, others, report, view));
  return {
    finding: (verdict: LintVerdict, others: readonly LintVerdict[]): Placed[] => {
      const lines = kept.linesOf(verdict, others.length, report, () => {
        const below = linesBelow(verdict, report, view).flatMap((line) => (line === undefined ? [] : [text(line)]));
        return [head(verdict, others.length), ...below];
      });
      return made(verdict, others, { severity: severityOf(verdict) }, lines, placesOf(verdict, others));
    },
    waived: (verdict: LintVerdict): Placed[] => {
      const { waiver } = verdict;
      if (waiver === undefined) return [];
      const { reason, by, until } = waiver;
      const lines = [head(verdict, 0), text(t.waived({ by, until: dayText(until), reason }))];
      const around = related(waiver.place, t.waiver);
      return made(verdict, [], { severity: HINT, tags: [UNNECESSARY] }, lines, around);
    },
  };
}

function severityOf(verdict: LintVerdict): DiagnosticSeverity {
  switch (verdictGroup(verdict)) {
    case 'fail':
      return ERROR;
    case 'review':
      return INFORMATION;
    case 'warning':
      return HINT;
    case 'drawing':
      return verdict.outcome === 'fail' ? ERROR : WARNING;
    default:
      return WARNING;
  }
}

/** A fault of another file is told in the plan, too: a plan without a mark would read as one that complies. */
function faultMarks(result: UnreadableReport, view: ReportView, { locale, uriOf }: DiagnosticsOptions): Placed[] {
  const faults = result.unreadable.map((fault) => {
    const spot = faultSpot(fault, result, view);
    const message = plainText(render(fault.message, locale));
    return { path: spot?.file.path ?? fault.place.path, range: rangeIn(spot), code: fault.code, message };
  });
  const marks = faults.map(({ path, ...mark }) => ({ path, mark: faultMark(mark) }));
  if (faults.some(({ path }) => path === result.path)) return marks;
  const files = [...new Set(faults.map(({ path }) => path))].join(', ');
  const relatedInformation = faults.slice(0, MOST_RELATED).map(({ path, range, message }) => ({
    location: { uri: uriOf(path), range },
    message,
  }));
  const message = plainText(render(t.unjudgedBy({ files }), locale));
  return [...marks, { path: result.path, mark: faultMark({ range: rangeIn(undefined), message, relatedInformation }) }];
}

function faultMark(said: Pick<Diagnostic, 'range' | 'code' | 'message' | 'relatedInformation'>): Mark {
  return { diagnostic: { ...said, severity: ERROR, source: SOURCE }, verdicts: [] };
}

function rangeIn(spot: Spot | undefined): Diagnostic['range'] {
  if (spot === undefined) return { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  return rangeOfSpan(spot.span);
}
