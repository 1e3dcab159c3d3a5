// Trials of a camera in other poses: the device so aimed, the edits that write it, and their proof.

import type { RuleContext } from '../../facts/context.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, Optics } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { posed } from '../../sight/optics/poses.js';
import { numberAt, setMember, type TextEdit } from '../../source/edit/splice.js';
import { keysPlace } from '../fixes/places.js';
import { improves, relint } from '../fixes/prove.js';
import type { LintVerdict, Report } from '../types.js';

/** Direction of a camera, in degrees as in the plan's file: heading clockwise from north, tilt below the horizon. */
export interface Aim {
  readonly heading: number;
  /** Absent: as drawn. */
  readonly tilt?: number;
  /** Horizontal field of view; set only if the lens is to be locked at another than its own. */
  readonly hfov?: number;
}

/** A camera whose other poses a search tries, with the plan as each pack sees it. */
export interface Trial {
  readonly report: Report;
  /** The plan as seen by each pack that it is judged by. */
  readonly contexts: readonly RuleContext[];
  readonly device: Device;
  /** The camera's first lens, which has a heading. */
  readonly lens: Optics & { readonly heading: number };
  /** Degrees to add to a heading of the model to get that of the plan's file. */
  readonly north: number;
}

/**
 * Returns a trial of the camera; undefined if the plan gives no heading for its first lens. `contexts` has the plan as
 * seen by each pack that it is judged by.
 */
export function trialOf(report: Report, contexts: readonly RuleContext[], device: Device): Trial | undefined {
  const [lens] = device.lenses;
  if (lens?.heading === undefined) return undefined;
  const { heading } = lens;
  const keys = keysPlace(device, report);
  const said = numberAt(keys.file, `${keys.pointer}/heading`);
  return { report, contexts, device, lens: { ...lens, heading }, north: said === undefined ? 0 : said - heading };
}

/**
 * True if the camera may be aimed elsewhere: each lens has one aim (fixed or varifocal), and the device is no face
 * terminal or intercom, which must face whoever stands before it.
 */
export function isTurnable({ kind, lenses }: Device): boolean {
  return (
    kind !== 'face-terminal' &&
    kind !== 'intercom' &&
    lenses.every(({ form }) => form === 'fixed' || form === 'varifocal')
  );
}

/** Returns the device in a pose given as in the plan's file. */
export function deviceInPose({ device, lens, north }: Trial, { heading, tilt = lens.tilt, hfov }: Aim): Device {
  return posed(device, bearing(heading - north), tilt, hfov);
}

/**
 * Returns the edits that write a pose into the plan; undefined if the plan doesn't state the heading with the camera
 * itself but, for example, in its type.
 */
export function editsFor({ report, device, lens, north }: Trial, pose: Aim): readonly TextEdit[] | undefined {
  const { file, pointer } = keysPlace(device, report);
  if (numberAt(file, `${pointer}/heading`) === undefined) return undefined;
  const edits = [
    ...(pose.heading === bearing(lens.heading + north)
      ? []
      : [setMember(file, pointer, 'heading', bearing(pose.heading))]),
    ...(pose.tilt === undefined || pose.tilt === lens.tilt ? [] : [setMember(file, pointer, 'tilt', pose.tilt)]),
    ...(pose.hfov === undefined
      ? []
      : [setMember(file, pointer, 'hfov', pose.hfov), setMember(file, `${pointer}/varifocal`, 'locked', true)]),
  ];
  const whole = edits.filter((edit) => edit !== undefined);
  return whole.length < edits.length ? undefined : whole;
}

/**
 * True if edits are proved: the edited plan is read and linted again, all findings in `settles` are gone, and no
 * other is new or graver.
 *
 * @param device must stand in the same zones afterwards: if it turned into its wall it would count to the zone behind
 * @param counted returns a report without the verdicts that don't count
 */
export function isProved(
  report: Report,
  edits: readonly TextEdit[],
  settles: readonly LintVerdict[],
  device?: Device,
  counted: (report: Report) => Report = (all) => all,
): boolean {
  const after = relint(report, edits);
  return after !== undefined && isBetter(report, after, settles, device, counted);
}

/** True if `after` is better than `before`, as {@link isProved} requires of the report on an edited plan. */
export function isBetter(
  before: Report,
  after: Report,
  settles: readonly LintVerdict[],
  device?: Device,
  counted: (report: Report) => Report = (all) => all,
): boolean {
  if (!improves(counted(before), counted(after), settles)) return false;
  const zones = device && directoryOf(after.site).devices.get(device.id)?.zones;
  return device === undefined || zones?.join() === device.zones.join();
}
