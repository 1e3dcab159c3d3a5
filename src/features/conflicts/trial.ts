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

/** A camera that is tried in other poses. */
export interface Trial {
  readonly report: Report;
  /** The plan by each pack that it is judged by. */
  readonly contexts: readonly RuleContext[];
  readonly device: Device;
  readonly lens: Optics & { readonly heading: number; readonly tilt: number };
  /** Degrees to add to a heading of the model for that of the file. */
  readonly north: number;
}

/** How a pose does. */
export interface Tried {
  readonly pose: Pose;
  /** Degrees from the drawn pose. */
  readonly turn: number;
  readonly tilt: number;
  readonly kept: readonly PoseCoverage[];
  readonly covers: boolean;
  /** No view into a private zone is a finding. */
  readonly clear: boolean;
  /** Nor is there one that only is too small to be one. */
  readonly clean: boolean;
  /** What all that is wanted is covered, added up, 0–1 of each. */
  readonly worth: number;
}

export function trialOf(report: Report, contexts: readonly RuleContext[], device: Device): Trial | undefined {
  const [lens] = device.lenses;
  if (lens?.heading === undefined || lens.tilt === undefined) return undefined;
  const { heading, tilt } = lens;
  const keys = deviceKeysPlace(device, report);
  const said = keys && numberAt(keys.file, `${keys.pointer}/heading`);
  return { report, contexts, device, lens: { ...lens, heading, tilt }, north: said === undefined ? 0 : said - heading };
}

/** The device in a pose of the file. */
export function deviceInPose({ device, north }: Trial, { heading, tilt, hfov }: Pose): Device {
  return posed(device, bearing(heading - north), tilt, hfov);
}

/** What would be covered and seen in a pose, all else as it is. */
export function tried(trial: Trial, pose: Pose, needs: readonly Need[], wanted = needs): Tried {
  const { report, contexts, lens, north } = trial;
  const device = deviceInPose(trial, pose);
  const sight = sightForReport(report).moved(device);
  const covered = ({ zone, density, detectors, minus }: Need): number =>
    sight.coverage(zone, density, { detectors, minus }).fraction;
  const kept = needs.map((need): PoseCoverage => ({ need, after: covered(need) }));
  let worth: number | undefined;
  let grades: ReadonlySet<string> | undefined;
  // Costs all that is seen, on every level: asked for only where enough is covered.
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

/** Edits that write a pose into the plan; undefined where the camera's own keys don't stand with it. */
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

/** A design criterion is no law's: that it is missed keeps no pose from being proposed. */
const OURS = 'coverage/criterion';

/**
 * Whether in the pose all that was found of the camera's views is gone, and nothing is found newly or is worse; by the plan
 * as edited and read again, where the pose can be written into it.
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

export function counted(report: Report, criteria: boolean): Report {
  return criteria ? report : { ...report, verdicts: report.verdicts.filter(({ rule }) => rule !== OURS) };
}
