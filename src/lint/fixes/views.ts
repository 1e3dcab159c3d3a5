import { type GradedDeviceView, viewsOf } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import type { Device } from '../../plan/model.js';
import { sightForReport } from '../support/report-sight.js';
import type { LintVerdict, Report } from '../types.js';
import { subjectDevice } from './audio.js';

const VIEW = 'capture/view-into-private-zone';
const INSIDE = 'capture/device-in-private-zone';

/** A view into a private zone that is a finding, or too small to be one and too large to be nothing. */
export type PrivateView = GradedDeviceView & { readonly grade: { readonly is: 'finding' | 'sliver' } };

/** What is seen of private zones by the device if it were so; not what is only grazed when a door opens. */
export function seenBy(device: Device, report: Report): readonly PrivateView[] {
  const { site, pack, today } = report;
  const context: RuleContext = { site, sight: sightForReport(report), pack, today };
  return viewsOf(context, device).filter((view): view is PrivateView => view.grade.is !== 'graze');
}

/** A camera, and all that is found of its views into private zones. */
export interface Watcher {
  readonly device: Device;
  readonly findings: readonly LintVerdict[];
}

/**
 * The camera that a verdict on a view is about. Undefined for any other verdict, and where the camera stands in a private
 * zone itself: it must be moved out, and nothing that is done to it where it is takes the place of that.
 */
export function watcherOf(verdict: LintVerdict, report: Report): Watcher | undefined {
  if (verdict.rule !== VIEW || verdict.tainted !== undefined) return undefined;
  const device = subjectDevice(verdict, report);
  if (device === undefined || device.place.pointer !== verdict.place.pointer) return undefined;
  const own = report.verdicts.filter(
    (one) => isUnsettled(one) && one.subject.startsWith(`${device.id}>`) && (one.rule === VIEW || one.rule === INSIDE),
  );
  if (own.some(({ rule }) => rule === INSIDE)) return undefined;
  return { device, findings: own };
}

function isUnsettled({ outcome }: LintVerdict): boolean {
  return outcome === 'fail' || outcome === 'open' || outcome === 'review';
}
