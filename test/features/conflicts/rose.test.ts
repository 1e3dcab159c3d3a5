// The drawing of a camera with a conflict: where it looks, and where it could.
import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/features/conflicts/find.js';
import { roseSvg } from '../../../src/features/conflicts/rose.js';
import { linted, textOf } from './plans.js';

test('a thin arrow points where the camera looks as drawn, a thick one where it is to look', () => {
  const report = linted(textOf('ktv-pose'));
  const [conflict] = conflictsOf(report);
  const svg = roseSvg(report, conflict, 'zh-CN') ?? expect.fail('no rose');
  const arrows = [
    ...svg.matchAll(/<path d="M(\S+) (\S+)L(\S+) ([\d.]+)M[^"]*" fill="none" [^>]*stroke-width="(.*?)"/g),
  ];
  const pointed = arrows.map(([, ...numbers]) => {
    const [fromX, fromY, toX, toY, width] = numbers.map(Number) as [number, number, number, number, number];
    return [(Math.atan2(toX - fromX, fromY - toY) * 180) / Math.PI, width];
  });
  const to = conflict.answer.is === 'pose' ? conflict.answer.pose.heading : expect.fail('no pose');
  expect(pointed).toEqual([
    [expect.closeTo(48, 1), 1],
    [expect.closeTo(to, 1), 2.5],
  ]);
});
