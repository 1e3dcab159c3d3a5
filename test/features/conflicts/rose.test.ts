// The drawing of a camera with a conflict: where it looks, and where it could.
import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/features/conflicts/find.js';
import { roseSvg } from '../../../src/features/conflicts/rose.js';
import { distance } from '../../../src/geometry/index.js';
import { linted, textOf } from './plans.js';

test('a thin arrow points where the camera looks as drawn, a thick one where it is to look', () => {
  const report = linted(textOf('ktv-pose'));
  const [conflict] = conflictsOf(report);
  const svg = roseSvg(report, conflict, 'zh-CN') ?? expect.fail('no rose');
  const arrows = [...svg.matchAll(/<path d="(M[^"MZz]*M[^"]*)" fill="none" [^>]*stroke-width="(.*?)"/g)];
  const pointed = arrows.map(([, d = '', width]) => {
    const [from, tip, barb, , other] = [...d.matchAll(/([\d.]+) ([\d.]+)/g)].map(
      ([, x, y]) => [x, y].map(Number) as [number, number],
    );
    if (from === undefined || tip === undefined || barb === undefined || other === undefined) expect.fail(d);
    // Both barbs are as long, and shorter than the arrow.
    expect(distance(barb, tip)).toBeCloseTo(distance(other, tip), 1);
    expect(distance(barb, tip)).toBeLessThan(distance(from, tip) / 2);
    return [(Math.atan2(tip[0] - from[0], from[1] - tip[1]) * 180) / Math.PI, Number(width)];
  });
  const to = conflict.answer.is === 'pose' ? conflict.answer.pose.heading : expect.fail('no pose');
  expect(pointed).toEqual([
    [expect.closeTo(48, 1), 1],
    [expect.closeTo(to, 1), 2.5],
  ]);
});
