import { describe, expect, test } from 'vitest';
import type { LintVerdict } from '../../../src/lint/types.js';
import { rule } from '../../../src/rules/capture/sound-from-private-zone.js';
import type { Reach, Sight } from '../../../src/sight/types.js';
import { CORRIDOR, opening, room, seeing, site, text, verdicts } from './judged.js';

const RULE = 'capture/sound-from-private-zone';

function plan(device: string, door = opening('door')) {
  return verdicts(
    site('hotel', { zones: [room('guest-room', '客房101'), CORRIDOR], openings: [door], devices: [device] }),
  );
}

function heard(device: string, door?: string): LintVerdict {
  const found = plan(device, door).find(({ rule, outcome }) => rule === RULE && outcome === 'review');
  if (found === undefined) throw new Error('nothing heard');
  return found;
}

describe('the pickup', () => {
  test('is this tool’s where the plan gives none, and says so', () => {
    const verdict = heard('id: M1, kind: microphone, at: [1.5, 6], height: 2.5');
    expect(text(verdict)).toContain('其拾音范围（5米，本工具参数）');
    expect(text(verdict, 'en')).toContain("its pickup (5 m, this tool's parameter)");
  });

  test('is the plan’s where it gives one', () => {
    const verdict = heard('id: M1, kind: microphone, at: [1.5, 6], height: 2.5, pickup: 3');
    expect(text(verdict)).toContain('其拾音范围（3米，图中标明）');
    expect(text(verdict)).not.toContain('本工具参数');
  });
});

describe('what takes sound', () => {
  const aside = 'at: [5, 5.3], height: 1.5';
  test.each([
    ['a microphone', `id: D1, kind: microphone, ${aside}`],
    ['an intercom, which speaks both ways', `id: D1, kind: intercom, ${aside}, video: none`],
    [
      'a face terminal with two-way sound',
      `id: D1, kind: face-terminal, ${aside}, heading: 0, hfov: 60, audio: two-way`,
    ],
    ['a camera with a microphone', `id: D1, kind: camera, ${aside}, heading: 0, hfov: 60, audio: microphone`],
    ['a panic button to speak into', `id: D1, kind: panic-button, ${aside}, audio: two-way`],
  ])('%s hears round the door frame', (_, device) => {
    expect(heard(device).subject).toBe('D1>room');
  });

  test.each([
    ['a camera without', `id: D1, kind: camera, ${aside}, heading: 0, hfov: 60, audio: none`],
    ['a smoke detector', `id: D1, kind: smoke-detector, ${aside}`],
  ])('%s does not', (_, device) => {
    expect(() => heard(device)).toThrow();
  });

  test('what doesn’t say whether it does is to be settled', () => {
    const open = plan(`id: D1, kind: camera, ${aside}, heading: 0, tilt: 10, hfov: 60`).filter(
      ({ rule, outcome }) => rule === 'capture/unknown-capability' && outcome === 'open',
    );
    expect(open.map(({ subject }) => subject)).toEqual(['D1>room']);
  });
});

describe('a position tolerance', () => {
  const at = 'at: [1.5, 6.05], height: 2.5, pickup: 1';

  test('is added to the pickup, in which the door lies then', () => {
    expect(() => heard(`id: M1, kind: microphone, ${at}`)).toThrow();
    expect(heard(`id: M1, kind: microphone, ${at}, tolerance: {position: 0.2}`).subject).toBe('M1>room');
  });

  test('also where it isn’t said whether there is a microphone', () => {
    const open = plan(`id: T1, kind: other, ${at}, video: none, tolerance: {position: 0.2}`).filter(
      ({ rule }) => rule === 'capture/unknown-capability',
    );
    expect(open.map(({ subject, outcome }) => `${outcome} ${subject}`)).toEqual(['open T1>room']);
  });
});

describe('the way of a sound', () => {
  test('leads from the device over the door frame it bends round', () => {
    // 3 m along the corridor's wall from (5, 5) to the jamb (2, 5), and 2 m on.
    const line = heard(
      'id: C1, kind: camera, at: [5, 5], heading: 0, height: 2.5, tilt: 20, hfov: 90, audio: microphone',
    ).evidence?.sightLine;
    expect(line?.openings).toEqual(['o1']);
    expect(line?.points[0]).toEqual([5, 5]);
    expect(line?.points[1]?.[0]).toBeCloseTo(2, 3);
    expect(line?.points[1]?.[1]).toBeCloseTo(5, 3);
    expect(line?.points).toHaveLength(3);
    expect(line?.distance).toBeCloseTo(5, 1);
    expect(line?.depth).toBeCloseTo(2, 1);
    expect(line?.density).toBeUndefined();
  });
});

test('a room with no opening drawn is open, beside what is heard of it all the same', () => {
  const plan = site('hotel', {
    zones: [room('guest-room', '客房101'), CORRIDOR],
    devices: ['id: M1, kind: microphone, at: [1.5, 6], height: 2.5'],
  });
  const context = seeing(plan, () => undefined);
  const said = (reach: ReturnType<Sight['hear']>) =>
    rule
      .check({ ...context, sight: { ...context.sight, hear: () => reach } })
      .filter(({ outcome }) => outcome !== 'notApplicable')
      .map(({ outcome, subject }) => `${outcome} ${subject}`);
  const heard: Reach = {
    device: plan.levels[0].devices[0],
    level: 'F1',
    area: 1,
    bound: 0,
    depth: 1,
    isDeeperThan: (by) => by < 1,
    worst: { point: [1, 4], distance: 2, density: undefined },
    crossings: [],
    via: [],
    standing: true,
    density: undefined,
    pieces: [],
  };
  expect(said(heard)).toEqual(['review M1>room', 'open room']);
  expect(said(undefined)).toEqual(['open room']);
});
