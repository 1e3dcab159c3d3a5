// A design as devices of the plan's text, and whether lint accepts the plan so drawn.

import { sharing } from '../../facts/memo.js';
import type { Point } from '../../geometry/types.js';
import type { Localized } from '../../i18n/locale.js';
import { graverIn, REVIEW } from '../../lint/fixes/gravity.js';
import { relint } from '../../lint/fixes/prove.js';
import { judgeMoved } from '../../lint/lint.js';
import { drawnOf } from '../../lint/support/drawn.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { onGround, withDevices } from '../../plan/ground.js';
import type { Device } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import type { Drawn } from '../../plan/read/read.js';
import { FINE_ROUNDING, positionWritten, writtenFigure } from '../../plan/write/changes.js';
import { nextIds } from '../../plan/write/ids.js';
import type { Change, NewDevice, NewTypes, Redesign } from '../../plan/write/types.js';
import { redesign } from '../../plan/write/write.js';
import { createSight } from '../../sight/sight.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { CameraType, SuggestedCamera } from './types.js';

/** Comment above the first suggested camera of each level. */
const COMMENT = 'sitecam suggest：本工具推荐，非法定';

/** The change that draws a design. */
type Drawing = Extract<Change, { change: 'draw' }>;

/** A camera of a design, with the id under which it is written into the plan. */
export interface Named {
  readonly id: string;
  readonly device: Device;
  readonly type: CameraType;
}

/** Returns the cameras of a design, each with a new id, which continues the ids of the cameras on its level. */
export function named(report: Report, cameras: readonly Omit<Named, 'id'>[]): Named[] {
  const given: string[] = [];
  const levels = [...new Set(cameras.map(({ device }) => device.level))];
  return levels.flatMap((level) => {
    const own = cameras.filter(({ device }) => device.level === level);
    const ids = nextIds(report.site, level, own.length, given);
    given.push(...ids);
    return own.map((one, n): Named => ({ ...one, id: ids[n] ?? '' }));
  });
}

/**
 * Returns where a device is in the numbers by which it is written into the plan's file: its coordinates and unit, rounded.
 * `drawn`: the plan as read; undefined: plan metres, as they are.
 */
export function placeAsWritten(drawn: Drawn | undefined, { at }: Pick<Device, 'at'>): Point {
  return drawn === undefined ? at : positionWritten(at, drawn);
}

/**
 * Returns place and aim of a new camera in the numbers that are written into the plan's file; undefined if its lens has
 * no heading or tilt. `drawn` as in {@link placeAsWritten}.
 */
export function poseAsWritten(
  report: Report,
  drawn: Drawn | undefined,
  device: Device,
): Pick<SuggestedCamera, 'heading' | 'tilt' | 'written'> | undefined {
  const [lens] = device.lenses;
  if (lens?.heading === undefined || lens.tilt === undefined) return undefined;
  return {
    heading: writtenFigure('heading', lens.heading - (report.site.north ?? 0), FINE_ROUNDING),
    tilt: writtenFigure('tilt', lens.tilt, FINE_ROUNDING),
    written: placeAsWritten(drawn, device),
  };
}

/**
 * The edits that write a design into the plan, and the report on the plan so edited; or why it can't be written (`reason`:
 * undefined if there is none to give).
 */
export type Written =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly after: Report }
  | { readonly ok: false; readonly reason: Localized | undefined };

/**
 * Returns the change of the plan that adds the cameras of a design, and those of their device types that the plan
 * lacks.
 */
export function drawing(report: Report, cameras: readonly Named[]): Drawing {
  const north = report.site.north ?? 0;
  const devices = cameras.map(({ id, device, type }): NewDevice => {
    const [lens] = device.lenses;
    return {
      id,
      level: device.level,
      at: device.at,
      keys: {
        kind: 'camera',
        type: type.id,
        ...(device.height !== undefined && { height: device.height }),
        ...(lens?.heading !== undefined && { heading: bearing(lens.heading - north) }),
        ...(lens?.tilt !== undefined && { tilt: lens.tilt }),
      },
    };
  });
  const types = new Map(cameras.flatMap(({ type: { id, keys } }) => (keys === undefined ? [] : [[id, keys] as const])));
  return { change: 'draw', devices, types: [...types], comment: COMMENT };
}

/**
 * Returns the plan with a design written into it, read and judged again. `others`: changes to devices that the plan
 * has, and those that are taken out.
 */
export function written(report: Report, cameras: readonly Named[], others: Omit<Redesign, 'add'>): Written {
  const { devices, types } = drawing(report, cameras);
  return redrawn(report, { ...others, add: devices }, new Map(types));
}

/**
 * Returns the plan with the devices of `design` added, changed and removed in its text, read and judged again. `types`:
 * the keys of device types; those that a new device names and the plan lacks are added to the plan.
 */
export function redrawn(report: Report, design: Redesign, types: NewTypes): Written {
  const drawn = drawnOf(report);
  if (drawn === undefined) return { ok: false, reason: undefined };
  const writing = redesign(drawn, design, { comment: COMMENT, types });
  if (!writing.ok) return { ok: false, reason: writing.reason };
  const after = relint(report, writing.edits);
  return after === undefined ? { ok: false, reason: undefined } : { ok: true, edits: writing.edits, after };
}

/**
 * Returns the report on the plan without the devices `gone`. Faults about these go with them, and so do doubts about
 * devices that the model left out since they repeat an id of these. The model is judged again in the metres of
 * `report`; the text isn't read again, since without the devices its coordinates might count from another origin.
 */
export function bareOf(report: Report, gone: readonly Device[]): Report {
  if (gone.length === 0) return report;
  const ids = new Set(gone.map(({ id }) => id));
  const site = withDevices(report.site, ({ devices }) => devices.filter(({ id }) => !ids.has(id)));
  const faults = site.faults.filter(({ subject }) => !ids.has(subject));
  const doubts = site.doubts?.filter(({ id, passing }) => passing.devices === undefined || !ids.has(id));
  const bare = onGround({ ...site, faults, ...(doubts && { doubts }) }, site);
  return judgeMoved(report, bare, sharing(createSight(bare), sightForReport(report)));
}

/** True if the verdict is of a rule on signs. These ask for signs where cameras are, and signs aren't suggested. */
export function isOnSigns({ rule }: LintVerdict): boolean {
  return rule.startsWith('signs/');
}

/**
 * True if the verdict is on a waiver that sets nothing aside. A design causes that by removing the finding that was
 * waived, or its device; no other design would avoid it.
 */
export function isOnUnusedWaiver({ rule }: LintVerdict): boolean {
  return rule === 'waiver/unused';
}

/**
 * Returns the verdicts of `after` that are graver, by any law, than any verdict of `before` with the same rule and subject,
 * or that weren't there and are graver than a pass. Verdicts on signs are left out.
 *
 * @param privacy fails: those that a person must review are left out, too
 */
export function newVerdicts(before: Report, after: Report, privacy: 'strict' | 'fails'): LintVerdict[] {
  return graverIn(before, after, privacy === 'strict' ? 0 : REVIEW).filter((verdict) => !isOnSigns(verdict));
}

/** Returns those of `cameras` that a verdict in `found` is about, or on which it depends (`dependsOn.devices`). */
export function guiltyOf<T extends { readonly id: string }>(found: readonly LintVerdict[], cameras: readonly T[]): T[] {
  return cameras.filter(({ id }) =>
    found.some(
      ({ subject, dependsOn }) => subject === id || subject.startsWith(`${id}>`) || dependsOn.devices?.includes(id),
    ),
  );
}
