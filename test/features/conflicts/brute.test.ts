import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/features/conflicts/find.js';
import { excluder, type PoseQuery } from '../../../src/features/conflicts/search.js';
import { tried } from '../../../src/features/conflicts/trial.js';
import { Dice } from '../../fuzz/dice.js';
import { bestPoses, bruteForce, type Found } from './brute.js';
import { type Drawn, drawn } from './drawn.js';
import { linted, questionOn } from './plans.js';

/** Number of random conflicts: SITECAM_CONFLICTS=500 takes half an hour. */
const COUNT = Number(process.env.SITECAM_CONFLICTS ?? 3);

/** Share by which a pose must cover more than it has to, so that the points of a grid prove it. */
const SPARE = 0.02;

/** Degrees: widths of the cells about a pose. */
const WIDTHS = [8, 2, 0.25];

/** Where an answer of none is searched: degrees between headings, random headings, and poses tried on the plan itself. */
const FINE = { step: 1, headings: 60, poses: 40 };

type Headings = readonly [number, number];

test(`no pose that does both is excluded, nor is there one where none is found: ${COUNT} random conflicts`, () => {
  const tally = new Map<string, number>();
  const count = (name: string) => tally.set(name, (tally.get(name) ?? 0) + 1);
  const wrong: string[] = [];
  let left = COUNT;
  for (let seed = 1; left > 0; seed++) {
    const plan = drawn(seed);
    const report = linted(plan.text);
    const question = questionOn(report, 'C1');
    const answer = conflictsOf(report).find(({ device }) => device.id === 'C1')?.answer;
    if (question.needs.length === 0 || answer === undefined) continue;
    left -= 1;
    const { trial, poses, needs } = question;
    const threshold = Math.max(...needs.map((need) => need.threshold));
    const range = poses.headings ?? ([trial.lens.heading - 180, trial.lens.heading + 180] as const);
    const isNone = answer.is === 'none';
    const dice = new Dice(seed);
    const more = Array.from({ length: isNone ? FINE.headings : 0 }, () => dice.between(...range));
    const found = bruteForce(plan, range, threshold + SPARE, { step: isNone ? FINE.step : 4, more });
    count(found.length > 0 ? 'pinhole: pose' : 'pinhole: none found');
    count(`conflicts: ${answer.is}${answer.is === 'undecided' ? ` ${answer.why}` : ''}`);
    wrong.push(...excluded(question, plan, range, found).map((one) => `seed ${seed}: ${one}`));
    if (!isNone) continue;
    if (found.length > 0) wrong.push(`seed ${seed}: none, but ${said(found[0])}`);
    wrong.push(...refuting(question, plan, range, dice).map((one) => `seed ${seed}: none, but ${one}`));
  }
  if (process.env.SITECAM_CONFLICTS !== undefined)
    process.stderr.write(
      `${JSON.stringify(Object.fromEntries(tally))} ${new Set(wrong.map((one) => one.split(':')[0])).size} wrong\n`,
    );
  expect(wrong).toEqual([]);
  expect(tally.get('pinhole: pose')).toBeGreaterThan(COUNT / 10);
  expect(tally.get('conflicts: none')).toBeGreaterThan(COUNT / 4);
}, 36_000_000);

/** Before windows: sills near the edge of the picture, or poses of which most bring another finding. */
test.each([
  [53, 'none'],
  [163, 'pose'],
  [260, 'pose'],
  [308, 'none'],
])('the conflict of seed %i is decided: %s', (seed, is) => {
  const found = conflictsOf(linted(drawn(seed).text)).find(({ device }) => device.id === 'C1');
  expect(found?.answer.is).toBe(is);
});

/** The cells about poses that do both for a pinhole, and are excluded all the same. */
function excluded(question: PoseQuery, { hfov }: Drawn, range: Headings, found: readonly Found[]): string[] {
  const by = excluder(question);
  return found.flatMap((pose, i) =>
    WIDTHS.flatMap((width) => {
      const off = width * [0.5, 0.1, 0.9][i % 3];
      const headings = [
        Math.max(range[0], pose.heading - off),
        Math.min(range[1], pose.heading - off + width),
      ] as const;
      const tilts = [Math.max(0, pose.tilt - off), Math.min(90, pose.tilt - off + width)] as const;
      const reason = by({ headings, tilts, fields: [hfov, hfov] });
      return reason === undefined ? [] : [`${width}° by ${reason.is}, but ${said(pose)}`];
    }),
  );
}

/** The poses that do both on the plan itself: of those that are best for a pinhole, others near, and any at random. */
function refuting({ trial, needs }: PoseQuery, plan: Drawn, range: Headings, dice: Dice): string[] {
  const best = bestPoses(plan, range, { step: 4, more: [] }).slice(0, FINE.poses / 4);
  const within = (tilt: number) => Math.min(90, Math.max(0, tilt));
  const near = best.map(({ heading, tilt }) => {
    return { heading: heading + dice.between(-1, 1), tilt: within(tilt + dice.between(-2, 2)) };
  });
  const any = Array.from({ length: FINE.poses / 2 }, () => {
    return { heading: dice.between(...range), tilt: dice.between(0, 90) };
  });
  return [...best, ...near, ...any].flatMap(({ heading, tilt }) => {
    const one = tried(trial, { heading: heading + trial.north, tilt }, needs);
    return range[0] <= heading && heading <= range[1] && one.covers && one.clear
      ? [`heading ${heading} tilt ${tilt} on the plan`]
      : [];
  });
}

function said(pose: Found | undefined): string {
  return pose === undefined ? '' : `heading ${pose.heading} tilt ${pose.tilt} covers ${pose.covers.toFixed(2)}`;
}
