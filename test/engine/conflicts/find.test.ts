import { describe, expect, test } from 'vitest';
import { conflictsOf } from '../../../src/engine/conflicts/find.js';
import { tried } from '../../../src/engine/conflicts/trial.js';
import type { Conflict } from '../../../src/engine/conflicts/types.js';
import type { Report } from '../../../src/engine/types.js';
import { applyEdits } from '../../../src/source/edit.js';
import { expected, linted, NAMES, questionOn, textOf } from './plans.js';

const LONG = process.env.SITECAM_LONG !== undefined;

/** Degrees between headings and between tilts of the poses by which a proof of none is tried. */
const GRID = LONG ? { heading: 1, tilt: 2 } : { heading: 9, tilt: 7 };

const known = new Map<string, { report: Report; conflicts: readonly Conflict[] }>();
function found(name: string) {
  const report = linted(textOf(name));
  const one = known.get(name) ?? { report, conflicts: conflictsOf(report) };
  known.set(name, one);
  return one;
}

const said = ({ device, answer, mask }: Conflict) =>
  [
    device.id,
    answer.is,
    ...(answer.is === 'none' ? [answer.reason.is] : []),
    ...(mask === undefined ? [] : ['mask']),
  ].join(' ');

const findings = ({ verdicts }: Report) =>
  verdicts
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'open' || outcome === 'review')
    .map(({ rule, subject, outcome }) => `${rule} ${subject} ${outcome}`);

describe('plans in which both things are asked of a camera', () => {
  test.each(NAMES)('%s: each camera has the answer that the plan says', (name) => {
    const { conflicts } = found(name);
    expect(conflicts.map(said)).toEqual(expected(textOf(name)).map((words) => words.join(' ')));
    for (const { needs, sees } of conflicts) expect(needs.length + sees.length).toBeGreaterThan(0);
  });

  test.each(NAMES)('%s: a pose or a mask that is proposed lints clean, written into the plan', (name) => {
    const { report, conflicts } = found(name);
    const before = new Set(findings(report));
    for (const { answer, device, sees, needs, criterion, mask } of conflicts) {
      const edits = answer.is === 'pose' ? answer.edits : mask;
      if (edits === undefined) continue;
      expect(sees).not.toEqual([]);
      const after = linted(applyEdits(textOf(name), edits));
      const left = findings(after);
      expect(left.filter((one) => !before.has(one) && !one.startsWith('coverage/criterion'))).toEqual([]);
      expect(left.filter((one) => one.startsWith(`capture/view-into-private-zone ${device.id}>`))).toEqual([]);
      for (const { zone } of needs)
        expect(left.filter((one) => one.startsWith(`coverage/protected ${zone.id} `))).toEqual([]);
      for (const { zone } of criterion?.answer.is === 'pose' ? criterion.needs : []) {
        expect(left.filter((one) => one.startsWith(`coverage/criterion ${zone.id} `))).toEqual([]);
      }
      if (answer.is !== 'pose') continue;
      for (const value of [answer.pose.heading, answer.pose.tilt, answer.pose.hfov ?? 0]) expect(value % 0.5).toBe(0);
    }
  });

  test.each(NAMES)('%s: no pose of a grid refutes a proof of none', (name) => {
    const { report, conflicts } = found(name);
    for (const { device, answer, needs, criterion } of conflicts) {
      const asked: { needs: Conflict['needs']; answer: Conflict['answer'] }[] = [
        { needs, answer },
        ...(criterion === undefined ? [] : [{ needs: criterion.needs, answer: criterion.answer }]),
      ];
      for (const one of asked) {
        if (one.answer.is !== 'none' || one.answer.reason.is === 'inside' || one.answer.reason.is === 'ptz') continue;
        const { trial, poses } = questionOn(report, device.id);
        const [from, to] = poses.headings ?? [0, 359];
        let count = 0;
        for (let heading = from; heading <= to; heading += GRID.heading) {
          for (let tilt = 0; tilt <= 90; tilt += GRID.tilt) {
            const hfov = trial.lens.form === 'varifocal' ? { hfov: 32 + ((count * 7) % 69) } : {};
            const pose = tried(trial, { heading: heading + trial.north, tilt, ...hfov }, one.needs);
            count += 1;
            expect(pose.covers && pose.clear, `${device.id} heading ${heading} tilt ${tilt}`).toBe(false);
          }
        }
        expect(count).toBeGreaterThan(50);
      }
    }
  });
});
