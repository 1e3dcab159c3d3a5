// Trials of a camera in other poses.

import { viewsOf } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import { deviceKeysPlace } from '../../lint/fixes/places.js';
import { improves, relint, withDevice } from '../../lint/fixes/prove.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, Optics } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { posed } from '../../sight/optics/poses.js';
import { numberAt, setMember, type TextEdit } from '../../source/edit/splice.js';
import type { Need, Pose, PoseCoverage } from './types.js';

/** A camera to be tried in other poses. */
export interface Trial {
  readonly report: Report;
  /** The plan as seen by each pack that it is judged by. */
  readonly contexts: readonly RuleContext[];
  readonly device: Device;
  /** The camera's first lens, which has a heading and a tilt. */
  readonly lens: Optics & { readonly heading: number; readonly tilt: number };
  /** Degrees to add to a heading of the model to get that of the plan's file. */
  readonly north: number;
}

/** A pose with what it covers and sees. */
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

/** Returns a trial of the camera; undefined if the plan gives no heading or tilt for its first lens. */
export function trialOf(report: Report, contexts: readonly RuleContext[], device: Device): Trial | undefined {
  const [lens] = device.lenses;
  if (lens?.heading === undefined || lens.tilt === undefined) return undefined;
  const { heading, tilt } = lens;
  const keys = deviceKeysPlace(device, report);
  const said = keys && numberAt(keys.file, `${keys.pointer}/heading`);
  return { report, contexts, device, lens: { ...lens, heading, tilt }, north: said === undefined ? 0 : said - heading };
}

/** Returns the device in a pose given as in the plan's file. */
export function deviceInPose({ device, north }: Trial, { heading, tilt, hfov }: Pose): Device {
  return posed(device, bearing(heading - north), tilt, hfov);
}

/** Returns what the camera would cover and see in a pose, with everything else unchanged. */
export function tried(trial: Trial, pose: Pose, needs: readonly Need[], wanted = needs): Tried {
  const { report, contexts, lens, north } = trial;
  const device = deviceInPose(trial, pose);
  const sight = sightForReport(report).moved(device);
  const covered = ({ zone, density, detectors, minus }: Need): number =>
    sight.coverage(zone, density, { detectors, minus }).fraction;
  const kept = needs.map((need): PoseCoverage => ({ need, after: covered(need) }));
  let worth: number | undefined;
  let grades: ReadonlySet<string> | undefined;
  // Needs every view on every level, so it is computed only if enough is covered.
  const sees = (grade: 'finding' | 'sliver') => {
    grades ??= new Set(contexts.flatMap((context) => viewsOf(context, device).map((view) => view.grade.is)));
    return grades.has(grade);
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
      return !sees('finding');
    },
    get clean() {
      return !sees('finding') && !sees('sliver');
    },
  };
}

/**
 * Returns the edits that write a pose into the plan; undefined if the camera's keys aren't written with it, as in a
 * type.
 */
export function editsFor({ report, device, lens, north }: Trial, pose: Pose): readonly TextEdit[] | undefined {
  const keys = deviceKeysPlace(device, report);
  if (keys === undefined || numberAt(keys.file, `${keys.pointer}/heading`) === undefined) return undefined;
  const { file, pointer } = keys;
  const edits = [
    ...(pose.heading === bearing(lens.heading + north)
      ? []
      : [setMember(file, pointer, 'heading', bearing(pose.heading))]),
    ...(pose.tilt === lens.tilt ? [] : [setMember(file, pointer, 'tilt', pose.tilt)]),
    ...(pose.hfov === undefined
      ? []
      : [setMember(file, pointer, 'hfov', pose.hfov), setMember(file, `${pointer}/varifocal`, 'locked', true)]),
  ];
  const whole = edits.filter((edit) => edit !== undefined);
  return whole.length < edits.length ? undefined : whole;
}

/** The rule on design criteria. They aren't the law's, so missing one keeps no pose from being proposed. */
const OURS = 'coverage/criterion';

/**
 * Returns the edits of a pose that is proved: all findings in `settles` are gone, and none is new or worse, as linted
 * again. The edited plan is read again if the pose can be written into it; otherwise `edits` is undefined and only the
 * model changes. Undefined if the pose isn't proved.
 */
export function isProved(
  trial: Trial,
  pose: Pose,
  settles: readonly LintVerdict[],
  criteria: boolean,
): { readonly edits: readonly TextEdit[] | undefined } | undefined {
  const { report, device } = trial;
  const edits = editsFor(trial, pose);
  const after = edits === undefined ? withDevice(report, deviceInPose(trial, pose)) : relint(report, edits);
  if (after === undefined || !improves(counted(report, criteria), counted(after, criteria), settles)) return undefined;
  const zones = directoryOf(after.site).devices.get(device.id)?.zones;
  return zones?.join() === device.zones.join() ? { edits } : undefined;
}

/** Returns the report, without the verdicts on design criteria unless `criteria`. */
export function counted(report: Report, criteria: boolean): Report {
  return criteria ? report : { ...report, verdicts: report.verdicts.filter(({ rule }) => rule !== OURS) };
}
