import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/features/conflicts/find.js';
import { excluder } from '../../../src/features/conflicts/search.js';
import { bruteForce, type Found } from './brute.js';
import { drawn } from './drawn.js';
import { linted, questionOn } from './plans.js';

/** Number of random conflicts: SITECAM_CONFLICTS=500 takes some minutes. SITECAM_LONG asks for each whole answer, too. */
const COUNT = Number(process.env.SITECAM_CONFLICTS ?? 25);
const LONG = process.env.SITECAM_LONG !== undefined;

/** Share by which a pose must cover more than it has to, so that the points of a grid prove it. */
const SPARE = 0.02;

/** Degrees: widths of the cells about a pose. */
const WIDTHS = [8, 2, 0.25];

test(`no pose of a pinhole that does both lies in a cell that is excluded: ${COUNT} random conflicts`, () => {
  const tally = new Map<string, number>();
  const count = (name: string) => tally.set(name, (tally.get(name) ?? 0) + 1);
  const wrong: string[] = [];
  let left = COUNT;
  for (let seed = 1; left > 0; seed++) {
    const plan = drawn(seed);
    const report = linted(plan.text);
    const question = questionOn(report, 'C1');
    const { trial, poses, needs } = question;
    const conflict = LONG ? conflictsOf(report).find(({ device }) => device.id === 'C1') : undefined;
    if (needs.length === 0 || (LONG && conflict === undefined)) continue;
    left -= 1;
    const threshold = Math.max(...needs.map((need) => need.threshold));
    const range = poses.headings ?? ([trial.lens.heading - 180, trial.lens.heading + 180] as const);
    const found = bruteForce(plan, range, threshold + SPARE);
    count(found.length > 0 ? 'pinhole: pose' : 'pinhole: none found');
    if (conflict !== undefined) count(`conflicts: ${conflict.answer.is}`);
    if (conflict?.answer.is === 'none' && found.length > 0) wrong.push(`seed ${seed}: none, but ${said(found[0])}`);
    const excluded = excluder(question);
    for (const [i, pose] of found.entries()) {
      for (const width of WIDTHS) {
        const off = width * [0.5, 0.1, 0.9][i % 3];
        const headings = [
          Math.max(range[0], pose.heading - off),
          Math.min(range[1], pose.heading - off + width),
        ] as const;
        const tilts = [Math.max(0, pose.tilt - off), Math.min(90, pose.tilt - off + width)] as const;
        const by = excluded({ headings, tilts, fields: [plan.hfov, plan.hfov] });
        if (by !== undefined) wrong.push(`seed ${seed}: ${width}° by ${by.is}, but ${said(pose)}`);
      }
    }
  }
  if (COUNT !== 25)
    process.stderr.write(
      `${JSON.stringify(Object.fromEntries(tally))} ${new Set(wrong.map((one) => one.split(':')[0])).size} wrong\n`,
    );
  expect(wrong).toEqual([]);
  expect(tally.get('pinhole: pose')).toBeGreaterThan(COUNT / 10);
}, 36_000_000);

function said(pose: Found | undefined): string {
  return pose === undefined ? '' : `heading ${pose.heading} tilt ${pose.tilt} covers ${pose.covers.toFixed(2)}`;
}
