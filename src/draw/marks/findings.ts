// Findings of a report with their places on a level.
import { originOf } from '../../base/lazy.js';
import { memoize } from '../../base/memo.js';
import { deviceOf } from '../../findings/groups.js';
import { numberedFindings } from '../../findings/numbering.js';
import { type VerdictGroup, verdictGroup } from '../../findings/tally.js';
import { subjectText } from '../../findings/wording/subject.js';
import { halfway, interiorPoint, type Point } from '../../geometry/index.js';
import type { Localized } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { type Ground, groundOf } from '../../plan/ground.js';
import type { Device, Level, Zone } from '../../plan/model.js';
import type { Outcome } from '../../rules/verdict.js';

/** A finding with its place on a level. Findings of one cluster share a number. */
export interface DrawnFinding {
  /** Number of the finding in the report. */
  readonly number: number;
  readonly rule: string;
  readonly subject: string;
  /** Name of the subject for people. */
  readonly subjectName: Localized;
  readonly outcome: Outcome;
  /** The group under which reports list it. */
  readonly group: VerdictGroup;
  /** True if the rule is a criterion of sitecam's or structural, not the law. */
  readonly warning: boolean;
  /** Id of the device that the finding is about; undefined if it is about none. */
  readonly device: string | undefined;
  /** Sight line, or path of sound, from the device to the witness point; empty if there is none. Plan metres. */
  readonly points: readonly Point[];
  /** Place of the number, plan metres: the witness point, the middle of the largest blind area, the device or the zone. */
  readonly at: Point | undefined;
}

/**
 * Returns the findings with a place on `level`, by number. A finding on the whole site has no place. `zones`: all on the
 * level, also those of other levels that span it.
 */
export function findingsOn(report: Report, level: Level, zones: readonly Zone[]): DrawnFinding[] {
  const here = new Map(zones.map((zone) => [zone.id, zone]));
  const ground = groundOf(report.site);
  const { devices } = directoryOf(report.site);
  return numberedFindings(report).flatMap(({ number, first, rest }) =>
    [first, ...rest].flatMap((verdict) => {
      const known = drawnBefore(originOf(verdict)).get(level.id);
      const device = devices.get(deviceOf(verdict.subject) ?? verdict.subject);
      const isSame = known !== undefined && known.ground === ground && known.device === device;
      if (isSame && (known.is === undefined || known.is.number === number)) return known.is ?? [];
      const is = isSame && known.is ? { ...known.is, number } : drawnFinding(report, level, here, verdict, number);
      drawnBefore(originOf(verdict)).set(level.id, { ground, device, is });
      return is ?? [];
    }),
  );
}

/** What was drawn of a verdict on a level, on a ground, for a device; undefined if it has no place there. */
interface Before {
  readonly ground: Ground;
  readonly device: Device | undefined;
  readonly is: DrawnFinding | undefined;
}

/** Verdicts that a moved device leaves as they are have their places already. */
const drawnBefore = memoize((_: object) => new Map<string, Before>());

function drawnFinding(
  report: Report,
  level: Level,
  here: ReadonlyMap<string, Zone>,
  verdict: LintVerdict,
  number: number,
): DrawnFinding | undefined {
  const place = placeOn(report, level, here, verdict);
  if (place === undefined) return undefined;
  const { rule, subject, outcome } = verdict;
  const subjectName = subjectText(subject, report.site);
  const device = verdict.evidence?.sightLine?.device ?? idOfDevice(report, subject);
  const group = verdictGroup(verdict);
  // A fault of the drawing is for its author to settle, as what is open is.
  const drawn = group === 'drawing' ? 'open' : outcome;
  return { number, rule, subject, subjectName, outcome: drawn, group, warning: group === 'warning', device, ...place };
}

type Placed = Pick<DrawnFinding, 'points' | 'at'>;

function placeOn(
  report: Report,
  level: Level,
  zones: ReadonlyMap<string, Zone>,
  { subject, evidence }: LintVerdict,
): Placed | undefined {
  const line = evidence?.sightLine?.points;
  if (line !== undefined && line.length > 0) {
    return evidence?.level === level.id ? { points: line, at: line.at(-1) } : undefined;
  }
  const blind = evidence?.uncovered?.[0];
  if (blind !== undefined && evidence?.level === level.id) {
    const [outer, ...holes] = blind.outline;
    return { points: [], at: outer && interiorPoint({ rings: [outer], shadows: holes }) };
  }
  const at = pointOf(report, level, zones, subject);
  return at === undefined ? undefined : { points: [], at };
}

/** Returns the position of what a subject names: a device, else a zone, an opening or a wall. */
function pointOf(report: Report, level: Level, zones: ReadonlyMap<string, Zone>, subject: string): Point | undefined {
  const { devices, openings } = directoryOf(report.site);
  const device = devices.get(deviceOf(subject) ?? subject);
  if (device !== undefined) return device.level === level.id ? device.at : undefined;
  const zone = zones.get(subject);
  if (zone !== undefined) return interiorPoint(zone.region);
  const opening = openings.get(subject);
  if (opening?.level === level.id) return halfway(...opening.line);
  const wall = level.walls.find(({ id }) => id === subject)?.line;
  return wall?.[0] && wall[1] && halfway(wall[0], wall[1]);
}

function idOfDevice(report: Report, subject: string): string | undefined {
  const id = deviceOf(subject) ?? subject;
  return directoryOf(report.site).devices.has(id) ? id : undefined;
}
