// Trials of a camera in other poses.

import type { RuleContext } from '../../facts/context.js';
import { withDevice } from '../../lint/fixes/prove.js';
import { type PrivateView, seenBy } from '../../lint/search/private.js';
import { deviceInPose, editsFor, isBetter, isProved, type Trial, trialOf } from '../../lint/search/trial.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Device } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { Need, Pose, PoseCoverage } from './types.js';

/** A camera to be tried in other poses, whose first lens has a heading and a tilt. */
export interface ConflictTrial extends Trial {
  readonly lens: Trial['lens'] & { readonly tilt: number };
}

/**
 * Returns the camera ready to be tried in other poses; undefined if the plan gives no heading or tilt for its first
 * lens.
 */
export function conflictTrial(
  report: Report,
  contexts: readonly RuleContext[],
  device: Device,
): ConflictTrial | undefined {
  const trial = trialOf(report, contexts, device);
  const { tilt } = trial?.lens ?? {};
  return trial === undefined || tilt === undefined ? undefined : { ...trial, lens: { ...trial.lens, tilt } };
}

/**
 * A pose that was tried: how much it covers of each need (a zone that isn't covered enough without the camera), and
 * whether it sees into private zones.
 */
export interface Tried {
  readonly pose: Pose;
  /** Degrees from the drawn heading, -180 to 180, clockwise positive. */
  readonly turn: number;
  /** Degrees from the drawn tilt, downwards positive. */
  readonly tilt: number;
  /** Coverage of each need in this pose. */
  readonly kept: readonly PoseCoverage[];
  /** True if every need is met. */
  readonly covers: boolean;
  /** True if no view into a private zone is a finding. */
  readonly clear: boolean;
  /** True if there is no view into a private zone, not even one too small to be a finding. */
  readonly clean: boolean;
  /** Sum of the covered shares, 0–1 each, of all that is wanted. */
  readonly worth: number;
}

/**
 * Returns what the camera would cover and see in a pose, with everything else unchanged.
 *
 * @param needs what the pose should cover: `kept` and `covers` of the result are about these
 * @param wanted `worth` of the result is the sum of their covered shares (0–1), by which poses can be ranked
 */
export function tried(trial: ConflictTrial, pose: Pose, needs: readonly Need[], wanted = needs): Tried {
  const { report, contexts, lens, north } = trial;
  const device = deviceInPose(trial, pose);
  const sight = sightForReport(report).moved(device);
  const covered = ({ zone, density, detectors, minus }: Need): number =>
    sight.coverage(zone, density, { detectors, minus }).fraction;
  const kept = needs.map((need): PoseCoverage => ({ need, after: covered(need) }));
  let worth: number | undefined;
  let views: readonly PrivateView[] | undefined;
  // Needs every view on every level, so it is computed only if enough is covered.
  const seen = () => {
    views ??= seenBy(contexts, device);
    return views;
  };
  const covers = kept.every(({ need, after }) => after >= need.threshold);
  const turned = bearing(pose.heading - north - lens.heading);
  return {
    pose,
    turn: turned > 180 ? turned - 360 : turned,
    tilt: pose.tilt - lens.tilt,
    kept,
    covers,
    get worth() {
      worth ??= wanted.reduce((sum, need) => sum + covered(need), 0);
      return worth;
    },
    get clear() {
      return !seen().some(({ grade }) => grade.is === 'finding');
    },
    get clean() {
      return seen().length === 0;
    },
  };
}

/** The rule on design criteria. They aren't the law's, so missing one keeps no pose from being proposed. */
const OURS = 'coverage/criterion';

/**
 * Returns the edits of a pose that is proved: all findings in `settles` are gone, and none is new or worse, as linted
 * again. The edited plan is read again if the pose can be written into it; otherwise `edits` is undefined and only the
 * model changes. Undefined if the pose isn't proved.
 *
 * @param criteria true if verdicts on design criteria count too
 */
export function provedPose(
  trial: Trial,
  pose: Pose,
  settles: readonly LintVerdict[],
  criteria: boolean,
): { readonly edits: readonly TextEdit[] | undefined } | undefined {
  const { report, device } = trial;
  const edits = editsFor(trial, pose);
  const counts = (all: Report) => counted(all, criteria);
  const isGood =
    edits === undefined
      ? isBetter(report, withDevice(report, deviceInPose(trial, pose)), settles, device, counts)
      : isProved(report, edits, settles, device, counts);
  return isGood ? { edits } : undefined;
}

/** Returns the report, without the verdicts on design criteria unless `criteria`. */
export function counted(report: Report, criteria: boolean): Report {
  return criteria ? report : { ...report, verdicts: report.verdicts.filter(({ rule }) => rule !== OURS) };
}
