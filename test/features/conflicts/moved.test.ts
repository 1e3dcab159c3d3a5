import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { conflictsOf } from '../../../src/features/conflicts/find.js';
import type { Conflict } from '../../../src/features/conflicts/types.js';
import { moved, turned } from '../../support/transform.js';
import { linted, textOf } from './plans.js';

/** What is said of the only conflict of a plan, but for where north is. */
function answerOf(text: string) {
  const [conflict] = conflictsOf(linted(text));
  if (conflict === undefined) throw new Error('no conflict');
  const { answer, criterion } = conflict;
  return { answer: plain(answer), criterion: criterion && plain(criterion.answer) };
}

/** Numbers to a degree or a per cent: arcs are drawn with other chords in a turned plan, and of two poses as good either may be taken. */
function plain(answer: Conflict['answer']) {
  switch (answer.is) {
    case 'pose':
      return [answer.is, answer.turn, answer.tilt, ...answer.kept.map(({ after }) => Math.round(after * 100))];
    case 'none':
      return [
        answer.is,
        answer.reason.is,
        ...(answer.reason.is === 'sight' ? answer.reason.by.map(({ id }) => id) : []),
      ];
    case 'undecided':
      return [answer.is, answer.why];
  }
}

function expectAlike(one: ReturnType<typeof answerOf>, other: ReturnType<typeof answerOf>) {
  const near = (said: readonly (string | number)[] | undefined) =>
    said?.map((value) => (typeof value === 'number' ? expect.closeTo(value, -0.3) : value));
  expect(one).toEqual({ answer: near(other.answer), criterion: near(other.criterion) });
}

describe('an answer turns with the plan', () => {
  test.each(['polling-pose', 'polling-none'])('%s', (name) => {
    const doc = parse(textOf(name));
    const drawn = answerOf(textOf(name));
    for (const motion of [turned(90, [250, -40]), turned(30, [-3, 7])]) {
      expectAlike(answerOf(stringify(moved(doc, motion))), drawn);
    }
    // The same drawing on a sheet whose north is elsewhere: headings of the file are other numbers, the camera turns alike.
    const north = { ...doc, north: 20 };
    for (const { devices } of north.levels) for (const device of devices) device.heading = (device.heading + 340) % 360;
    expectAlike(answerOf(stringify(north)), drawn);
  });
});
