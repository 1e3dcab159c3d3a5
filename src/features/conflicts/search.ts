// Search for a pose that covers what it must and sees nothing private, with proof if there is none.

import { firstCells } from '../../lint/search/cells.js';
import { zoneSeenByAll } from '../../lint/search/private.js';
import { type Closed, stagesOf } from '../../lint/search/search.js';
import type { LintVerdict } from '../../lint/types.js';
import type { Range, Zone } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import type { PoseBox, Poses } from '../../sight/types.js';
import { best, inBox } from './best.js';
import { mostCovered } from './needs.js';
import { type ConflictTrial, provedPose, type Tried, tried } from './trial.js';
import { type ConflictAnswer, type Need, type NoPoseCause, SEARCH } from './types.js';

/** Reason that excludes every pose of a cell: too little is covered, or a private zone is seen. */
type Excluded = { readonly is: 'coverage' } | { readonly is: 'sight'; readonly zone: Zone };

/**
 * The input of a search for a better pose of one camera: the camera, the poses that it can take, the zones that it must
 * go on covering, and the findings that the pose must remove.
 */
export interface PoseQuery {
  readonly trial: ConflictTrial;
  readonly poses: Poses;
  /** Coverage that a pose must reach. */
  readonly needs: readonly Need[];
  /** Coverage that ranks the poses: of those that do both, the best covers the most of these. */
  readonly wanted: readonly Need[];
  /** All findings about the camera's views into private zones; a proposed pose must remove them. */
  readonly settles: readonly LintVerdict[];
  /** True if a pose that newly misses a design criterion isn't proposed. */
  readonly criteria: boolean;
}

/**
 * Cell widths in degrees, stage by stage. A pose is tried in the middle of each cell before the cells are divided
 * further.
 */
const STAGES = [3, 1.5, 0.75, 0.25, SEARCH.resolution] as const;

/** Stages after which the search stops if poses do both but each one tried brings another finding. */
const ENOUGH = 2;

/** Number of best poses, and of others apart from them, that are tried on the plan itself. Each costs a lint run. */
const MOST_PROVED = 12;

/**
 * Returns the best pose of the camera that covers what it must and sees nothing private, or the proof that there is
 * none, or why it is undecided.
 */
export function searchPoses(question: PoseQuery): ConflictAnswer {
  const { trial } = question;
  const drawn = answerIn(question, fieldsOf(trial, false));
  const zooms = fieldsOf(trial, true);
  if (drawn.is === 'pose' || zooms === undefined) return drawn;
  // A locked lens sees no more than one that may zoom. So what no locked lens can do, no other can.
  const locked = answerIn(question, zooms);
  return locked.is === 'pose' ? locked : { ...locked, cells: locked.cells + drawn.cells };
}

/**
 * Returns the fields of view (degrees) to search: the lens's own, or with `zoom` all that a varifocal lens may be
 * locked at. Undefined with `zoom` for any other lens.
 */
function fieldsOf({ lens }: ConflictTrial, zoom: false): Range;
function fieldsOf({ lens }: ConflictTrial, zoom: true): Range | undefined;
function fieldsOf({ lens: { form, varifocal, hfov = 0, vfov } }: ConflictTrial, zoom: boolean): Range | undefined {
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
  const cells = firstCells(lens, { headings, tilts, fields });
  const known = new Map<string, Tried>();
  let [count, stages] = [0, 0];
  for (const stage of stagesOf({ cells, widths: STAGES, excluded: excluder(question) })) {
    const { open, closed, cut, last } = stage;
    count = stage.count;
    if (open.length === 0) return { is: 'none', reason: reasonOf(closed, trial.north), cells: count };
    const found = candidates(open.slice(0, MOST_TRIED));
    const pose = proved(question, found);
    if (pose !== undefined) return pose;
    // Once a pose does both, "none" can't be proved; the question left is whether one brings no other finding.
    stages += 1;
    if (stages >= ENOUGH && found.some(({ covers, clear }) => covers && clear)) {
      return { is: 'undecided', why: 'others', cells: count };
    }
    if (last) return { is: 'undecided', why: cut ? 'effort' : 'resolution', cells: count };
  }
  return { is: 'undecided', why: 'effort', cells: count };

  function candidates(boxes: readonly PoseBox[]): Tried[] {
    const found = new Set<Tried>();
    for (const box of boxes) {
      const pose = inBox(trial, box);
      const key = `${pose.heading} ${pose.tilt} ${pose.hfov}`;
      const one = known.get(key) ?? tried(trial, pose, needs, wanted);
      known.set(key, one);
      found.add(one);
    }
    return [...found];
  }
}

/** Most cells of a stage in whose middle a pose is tried. */
const MOST_TRIED = 2000;

/** Returns the best of the poses that passes a lint of the plan itself; undefined if none of those tried does. */
function proved(question: PoseQuery, all: readonly Tried[]): ConflictAnswer | undefined {
  const { trial, settles, criteria } = question;
  const good = all.filter(({ covers, clear }) => covers && clear);
  if (good.length === 0) return undefined;
  for (const { pose, turn, tilt, kept } of inTurn(best(question, good))) {
    const proof = provedPose(trial, pose, settles, criteria);
    if (proof !== undefined) return { is: 'pose', pose, turn, tilt, kept, edits: proof.edits };
  }
  return undefined;
}

/** Degrees: poses this near to one that brings another finding are likely to bring it too. */
const APART = 6;

/** Yields the poses that are proved: the best, then as many others, each apart from all before. */
function* inTurn(all: readonly Tried[]): Generator<Tried> {
  const done: Tried[] = all.slice(0, MOST_PROVED);
  yield* done;
  for (const one of all.slice(MOST_PROVED)) {
    if (done.length >= 2 * MOST_PROVED) return;
    const isNear = ({ turn, tilt }: Tried) =>
      Math.min(Math.abs(turn - one.turn), 360 - Math.abs(turn - one.turn)) < APART && Math.abs(tilt - one.tilt) < APART;
    if (done.some(isNear)) continue;
    done.push(one);
    yield one;
  }
}

/**
 * Returns a function that is given a box of poses and returns the reason why none of them both covers what it must and
 * sees nothing private; undefined if some pose may.
 */
export function excluder({
  trial,
  poses,
  needs,
}: Pick<PoseQuery, 'trial' | 'poses' | 'needs'>): (box: PoseBox) => Excluded | undefined {
  const seen = zoneSeenByAll(trial.contexts, trial.device, poses);
  return (box) => {
    for (const need of needs) {
      if (mostCovered(need, poses.mustInSome(box, need.density)) < need.threshold - ROUNDING) return { is: 'coverage' };
    }
    const zone = seen(box);
    return zone && { is: 'sight', zone };
  };
}

const ROUNDING = 1e-9;

/**
 * Returns why no pose does both. If any cell was excluded by sight, some private zones are seen by every pose that
 * covers.
 */
function reasonOf(closed: readonly Closed<Excluded>[], north: number): NoPoseCause {
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

/** Returns the union of spans of headings (degrees) as few spans, each starting in [0, 360). */
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
