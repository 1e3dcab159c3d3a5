// Fixes that turn a camera away from private zones.
import { memoize, memoizeByName } from '../../base/memo.js';
import type { Device } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { seenBy, zoneSeenByAll } from '../search/private.js';
import { type Closed, stagesOf } from '../search/search.js';
import { type Aim, deviceInPose, editsFor, isBetter, isTurnable, trialOf } from '../search/trial.js';
import type { LintVerdict, Report } from '../types.js';
import { withDevice } from './prove.js';
import { fixText } from './texts.js';
import type { Proposal } from './types.js';
import { contextOf, type Watcher } from './views.js';

/** Largest turn to either side, degrees. */
const MOST = 180;

/** Step of the first search over turns, degrees. A heading that is clear over less than this is too narrow to mount. */
const STEP = 3;

/** Most turns to each side that are judged by all rules; those after the smallest rarely cover more. */
const MOST_JUDGED = 3;

/**
 * Yields the smallest turns, in whole degrees to either side, after which the camera captures nothing private; if there
 * is none, those after which the finding of `verdict` is gone. All rules judge each turn without reading the plan
 * again. The smallest come first.
 */
export function* smallestTurns(
  verdict: LintVerdict,
  { device, findings }: Watcher,
  report: Report,
): Generator<Proposal> {
  const contexts = [contextOf(report)];
  const trial = device.lenses.length === 1 && isTurnable(device) ? trialOf(report, contexts, device) : undefined;
  if (trial === undefined || editsFor(trial, { heading: 0 }) === undefined) return;
  const aimAt = (by: number): Aim => ({ heading: written(trial.lens.heading + trial.north + by) });
  const zone = verdict.subject.slice(verdict.subject.indexOf('>') + 1);
  const seenAt = memoizeByName((by: number) => seenBy(contexts, deviceInPose(trial, aimAt(by))));
  const aims: readonly [clear: (by: number) => boolean, settles: readonly LintVerdict[], only?: string][] = [
    [(by) => seenAt(by).length === 0, findings],
    [(by) => !seenAt(by).some(({ target }) => target.zone.id === zone), [verdict], zone],
  ];
  for (const [clear, settles, only] of aims) {
    const excluded = searched(report)(device)(only ?? '');
    for (const by of turns((turn) => !excluded(turn) && clear(turn))) {
      const edits = editsFor(trial, aimAt(by));
      const turned = () => withDevice(report, deviceInPose(trial, aimAt(by)));
      if (edits === undefined || !isBetter(report, turned(), settles)) continue;
      const degrees = Math.abs(by);
      yield {
        message: by < 0 ? fixText.fixLeft({ degrees }) : fixText.fixRight({ degrees }),
        edits,
        settles,
        device,
      };
    }
  }
}

/** Degrees: turns are excluded in spans of this width, divided into cells down to the least width. */
const SPAN = { first: 24, least: 12 } as const;

/** The turns of each device that are excluded, so that findings on one device share them. */
const searched = memoize((report: Report) =>
  memoize((device: Device) => memoizeByName((only: string) => excludedTurns(device, report, only || undefined))),
);

/**
 * Returns a function that is true for turns after which the camera certainly sees something private (`only`: that
 * zone), as bounds over whole cells of turns show. False where the bounds don't tell.
 */
function excludedTurns(device: Device, report: Report, only: string | undefined): (by: number) => boolean {
  const context = contextOf(report);
  const poses = context.sight.poses(device);
  const { heading, tilt, hfov } = device.lenses[0] ?? {};
  if (poses === undefined || heading === undefined || tilt === undefined || hfov === undefined) return () => false;
  const seen = zoneSeenByAll([context], device, poses, { only });
  const [least, most] = poses.headings ?? [heading - MOST, heading + MOST];
  const closedIn = memoizeByName((span: number): readonly Closed<unknown>[] => {
    const from = Math.max(least, heading + SPAN.first * span);
    const to = Math.min(most, heading + SPAN.first * (span + 1));
    if (from >= to) return [];
    const cells = [{ headings: [from, to], tilts: [tilt, tilt], fields: [hfov, hfov] }] as const;
    return [...stagesOf({ cells, widths: [SPAN.least], excluded: seen })].flatMap(({ closed }) => closed);
  });
  return (by) => {
    const at = heading + by;
    return closedIn(Math.floor(by / SPAN.first)).some(
      ({ box: { headings } }) => headings[0] <= at && at <= headings[1],
    );
  };
}

/** Yields the first clear turns to each side, the smallest first. */
function* turns(clear: (by: number) => boolean): Generator<number> {
  const found = new Map<number, number>();
  for (let by = STEP; by <= MOST; by += STEP) {
    const both = (by === MOST ? [1] : [-1, 1]).flatMap((side) => {
      const count = found.get(side) ?? 0;
      if (count >= MOST_JUDGED || !clear(side * by)) return [];
      found.set(side, count + 1);
      let least = by;
      while (count === 0 && least > by - STEP + 1 && clear(side * (least - 1))) least -= 1;
      return [side * least];
    });
    yield* both.sort((a, b) => Math.abs(a) - Math.abs(b));
  }
}

/** Returns a heading as people write it: in [0°, 360°), rounded to a millionth of a degree. */
function written(heading: number): number {
  return Math.round(bearing(heading) * 1e6) / 1e6;
}
