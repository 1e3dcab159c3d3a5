// Findings on the views of one camera into private zones.
import type { RuleContext } from '../../facts/context.js';
import type { Device } from '../../plan/model.js';
import { isFinding } from '../../rules/verdict.js';
import { sightForReport } from '../support/report-sight.js';
import type { LintVerdict, Report } from '../types.js';
import { subjectDevice } from './audio.js';

const VIEW = 'capture/view-into-private-zone';
const INSIDE = 'capture/device-in-private-zone';

/** Returns the context in which rules judge the plan of a report: its site, sight, pack and day. */
export function contextOf(report: Report): RuleContext {
  const { site, pack, today } = report;
  return { site, sight: sightForReport(report), pack, today };
}

/** A camera and all findings on its views into private zones. */
export interface Watcher {
  readonly device: Device;
  readonly findings: readonly LintVerdict[];
}

/**
 * Returns the camera that a verdict on a view is about. Undefined for any other verdict, and if the camera itself
 * stands in a private zone: it must be moved out, and no turn or mask replaces that.
 */
export function watcherOf(verdict: LintVerdict, report: Report): Watcher | undefined {
  if (verdict.rule !== VIEW || verdict.tainted !== undefined || verdict.doubt !== undefined) return undefined;
  const device = subjectDevice(verdict, report);
  if (device === undefined || device.place.pointer !== verdict.place.pointer) return undefined;
  const own = report.verdicts.filter(
    (one) =>
      isFinding(one.outcome) && one.subject.startsWith(`${device.id}>`) && (one.rule === VIEW || one.rule === INSIDE),
  );
  if (own.some(({ rule }) => rule === INSIDE)) return undefined;
  return { device, findings: own };
}
