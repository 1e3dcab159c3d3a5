import type { PrivateZone } from '../../facts/capture/private-zones.js';
import { isSurelyFinding, viewsOf } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import type { LintVerdict } from '../../lint/types.js';
import type { Range, Zone } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import type { PoseBox, Poses } from '../../sight/types.js';
import { best, inBox } from './best.js';
import { type Closed, divide, type Excluded, firstCells } from './cells.js';
import { mostCovered } from './needs.js';
import { isProved, type Trial, type Tried, tried } from './trial.js';
import { type ConflictAnswer, type Need, type NoPoseCause, SEARCH } from './types.js';

/** What is asked of a camera's poses. */
export interface PoseQuery {
  readonly trial: Trial;
  readonly poses: Poses;
  readonly needs: readonly Need[];
  /** Of what does, that pose is the best which covers the most of these. */
  readonly wanted: readonly Need[];
  /** All that is found of its views into private zones. */
  readonly settles: readonly LintVerdict[];
  /** Whether a design criterion that is newly missed keeps a pose from being proposed. */
  readonly criteria: boolean;
}

/** Degrees: how wide cells are, one stage after the other, in whose middle a pose is tried before they are divided further. */
const STAGES = [3, 1.5, 0.75, SEARCH.resolution] as const;

/** Stages after which poses that do both, and each of which brings something else with it, are enough to say so. */
const ENOUGH = 2;

/** Poses that are tried on the plan itself, at most: each costs a run. */
const MOST_PROVED = 12;

/** Whether any pose of the camera covers what it must and sees nothing private, and which is the best. */
export function searchPoses(question: PoseQuery): ConflictAnswer {
  const { trial } = question;
  const drawn = answerIn(question, fieldsOf(trial, false));
  const zooms = fieldsOf(trial, true);
  if (drawn.is === 'pose' || zooms === undefined) return drawn;
  // A lens that is locked sees no more than one that may zoom: what no locked one can do, no other can.
  const locked = answerIn(question, zooms);
  return locked.is === 'pose' ? locked : { ...locked, cells: locked.cells + drawn.cells };
}

/** The fields to look at: the lens's own; or, of a lens that zooms, all it may be locked at, undefined of any other. */
function fieldsOf({ lens }: Trial, zoom: false): Range;
function fieldsOf({ lens }: Trial, zoom: true): Range | undefined;
function fieldsOf({ lens: { form, varifocal, hfov = 0, vfov } }: Trial, zoom: boolean): Range | undefined {
  if (!zoom) return [hfov, hfov];
  if (form !== 'varifocal' || varifocal === undefined || varifocal.locked || vfov !== undefined) return undefined;
  const [tele, wide] = [Math.min(...varifocal.hfov), Math.max(...varifocal.hfov)];
  return wide > tele ? [tele, wide] : undefined;
}

function answerIn(question: PoseQuery, fields: Range): ConflictAnswer {
  const { trial, poses, needs, wanted } = question;
  const { lens } = trial;
  const headings = poses.headings ?? [lens.heading - 180, lens.heading + 180];
  const tilts: Range = [Math.min(SEARCH.tilts[0], lens.tilt), SEARCH.tilts[1]];
  const excluded = excluder(question);
  const closed: Closed[] = [];
  let open: readonly PoseBox[] = firstCells(lens, { headings, tilts, fields });
  let count = 0;
  for (const [stage, width] of STAGES.entries()) {
    const cells = divide(open, width, excluded, count);
    ({ open, count } = cells);
    closed.push(...cells.closed);
    if (open.length === 0) return { is: 'none', reason: reasonOf(closed, trial.north), cells: count };
    if (cells.cut) break;
    const found = candidates(open.slice(0, MOST_TRIED));
    const pose = proved(question, found);
    if (pose !== undefined) return pose;
    // No proof of none is left to find where a pose does both: what is left is whether one brings nothing else with it.
    if (stage + 1 >= ENOUGH && found.some(({ covers, clear }) => covers && clear)) {
      return { is: 'undecided', why: 'others', cells: count };
    }
    if (stage + 1 === STAGES.length) return { is: 'undecided', why: 'resolution', cells: count };
  }
  return { is: 'undecided', why: 'effort', cells: count };

  function candidates(boxes: readonly PoseBox[]): Tried[] {
    const seen = new Map<string, Tried>();
    for (const box of boxes) {
      const pose = inBox(trial, box);
      const key = `${pose.heading} ${pose.tilt} ${pose.hfov}`;
      if (!seen.has(key)) seen.set(key, tried(trial, pose, needs, wanted));
    }
    return [...seen.values()];
  }
}

/** Cells of a stage whose middle is tried, at most. */
const MOST_TRIED = 2000;

/** The best of the poses that proves right on the plan itself. */
function proved(question: PoseQuery, all: readonly Tried[]): ConflictAnswer | undefined {
  const { trial, settles, criteria } = question;
  const good = all.filter(({ covers, clear }) => covers && clear);
  if (good.length === 0) return undefined;
  let count = 0;
  for (const one of best(question, good)) {
    if (count >= MOST_PROVED) return undefined;
    count += 1;
    const proof = isProved(trial, one.pose, settles, criteria);
    if (proof === undefined) continue;
    return { is: 'pose', pose: one.pose, turn: one.turn, tilt: one.tilt, kept: one.kept, edits: proof.edits };
  }
  return undefined;
}

/** Tells whether no pose of a cell does both, and why not. */
export function excluder({
  trial,
  poses,
  needs,
}: Pick<PoseQuery, 'trial' | 'poses' | 'needs'>): (box: PoseBox) => Excluded | undefined {
  const { contexts, device } = trial;
  let targets = contexts.flatMap((context) => privateAround(context, trial));
  return (box) => {
    for (const need of needs) {
      if (mostCovered(need, poses.mustInSome(box, need.density)) < need.threshold - ROUNDING) return { is: 'coverage' };
    }
    const found = targets.find(({ context, target }) =>
      isSurelyFinding(context, device, target, (region, density, world) =>
        poses.mayInEvery(box, region, density, world),
      ),
    );
    if (found === undefined) return undefined;
    // What stood in the way of one cell is looked at first in the next.
    targets = [found, ...targets.filter((one) => one !== found)];
    return { is: 'sight', zone: found.target.zone };
  };
}

const ROUNDING = 1e-9;

/** Private zones on its level that the camera may see into, aimed anywhere and with any lens. */
function privateAround(
  context: RuleContext,
  { device, lens }: Trial,
): { readonly context: RuleContext; readonly target: PrivateZone }[] {
  const { hfov: _, varifocal: __, resolution: ___, vfov: ____, ...rest } = lens;
  const blind = { ...rest, form: 'varifocal', hfov: undefined, vfov: undefined } as const;
  const round = { ...device, masks: [], lenses: [{ ...blind, varifocal: undefined, resolution: undefined }] };
  return viewsOf(context, round)
    .filter(({ target, grade }) => grade.is === 'finding' && target.zone.levels.includes(device.level))
    .map(({ target }) => ({ context, target }));
}

/** Why none does: where coverage never is what fails, some private zones are always in sight. */
function reasonOf(closed: readonly Closed[], north: number): NoPoseCause {
  const zones = new Map<string, Zone>();
  const spans: Range[] = [];
  for (const { box, by } of closed) {
    if (by.is !== 'sight') continue;
    zones.set(by.zone.id, by.zone);
    spans.push([box.headings[0] + north, box.headings[1] + north]);
  }
  if (zones.size === 0) return { is: 'coverage' };
  const by = [...zones.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { is: 'sight', by, sectors: united(spans) };
}

/** Spans of headings as few as they can be, within [0, 360) at their start. */
export function united(spans: readonly Range[]): Range[] {
  const turned = spans
    .map(([from, to]): Range => {
      const start = bearing(from);
      return [start, start + to - from];
    })
    .sort((a, b) => a[0] - b[0]);
  const parts: [number, number][] = [];
  for (const [from, to] of turned) {
    const last = parts.at(-1);
    if (last !== undefined && from <= last[1] + 1e-6) last[1] = Math.max(last[1], to);
    else parts.push([from, to]);
  }
  const [first, last] = [parts[0], parts.at(-1)];
  if (first !== undefined && last !== undefined && last[1] - 360 >= first[0] - 1e-6) {
    if (first === last) return [last[1] - last[0] >= 360 ? [0, 360] : [last[0], last[1]]];
    parts.shift();
    last[1] = Math.max(last[1], first[1] + 360);
  }
  return parts.some(([from, to]) => to - from >= 360) ? [[0, 360]] : parts;
}
