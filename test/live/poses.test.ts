// Poses that a session tries one by one: what it says of them is what a fresh run says of the plan so drawn.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintPlan } from '../../src/lint/lint.js';
import { createSession } from '../../src/live/session.js';
import type { PoseCell } from '../../src/live/types.js';
import { isFinding } from '../../src/rules/verdict.js';
import { Dice } from '../fuzz/dice.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const OPTIONS = { today: '2026-11-28' };

function opened(path = HOTEL, text = readFileSync(path, 'utf8')) {
  return createSession({ path, files: new Map([[path, new TextEncoder().encode(text)]]), options: OPTIONS });
}

/** Rules on what a camera sees and hears and where it stands, and the one on what must be protected. */
const CAPTURE = [
  'capture/view-into-private-zone',
  'capture/sound-from-private-zone',
  'capture/unknown-capability',
  'capture/device-in-private-zone',
  'capture/cross-level',
];

/** Returns what a fresh run says of a pose: the zone of the device protected, and nothing captured that nobody may. */
function linted(cell: PoseCell, device: string, zone: string, text?: string) {
  const session = opened(HOTEL, text);
  const { at, heading } = cell;
  const made = session.commit([{ change: 'set', device, at, ...(heading !== undefined && { heading }) }]);
  if (!made.ok) throw new Error(made.reason.en);
  const files = new Map(made.update.report?.files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  const report = lintPlan(HOTEL, (path) => files.get(path), OPTIONS);
  if (!report.ok) throw new Error('unreadable');
  const { verdicts } = report;
  return {
    ...cell,
    covers: verdicts.some((one) => one.rule === 'coverage/protected' && one.subject === zone && one.outcome === 'pass'),
    clear: !verdicts.some(
      ({ rule, subject, outcome }) => CAPTURE.includes(rule) && subject.startsWith(`${device}>`) && isFinding(outcome),
    ),
  };
}

test('C3-03 of the hotel: some poses satisfy both articles, and a fresh run agrees on each of a sample', () => {
  const poses = opened().poses('C3-03');
  if (!poses.ok) throw new Error(poses.reason.en);
  const cells: PoseCell[] = [];
  let slices = 0;
  for (let next = poses.slices.next(); next.done !== true; next = poses.slices.next()) {
    cells.push(...next.value);
    slices += 1;
  }
  expect(slices).toBe(poses.places);
  const good = cells.filter(({ covers, clear }) => covers && clear);
  expect(good.length).toBeGreaterThan(0);
  expect(good.length).toBeLessThan(cells.length);
  const dice = new Dice(3);
  const sample = [dice.pick(good), ...cells.filter((_, n) => n % 40 === 20)];
  for (const cell of sample) expect(linted(cell, 'C3-03', 'elevator-lobby-3')).toEqual(cell);
});

test.each(['microphone', 'unknown'])(
  'a pose in which C3-03 with audio: %s hears a room is none that holds',
  (audio) => {
    const text = readFileSync(HOTEL, 'utf8').replace('{id: C3-03, ', `{id: C3-03, audio: ${audio}, `);
    const cells = (one?: string) => {
      const poses = opened(HOTEL, one).poses('C3-03');
      if (!poses.ok) throw new Error(poses.reason.en);
      const all: PoseCell[] = [];
      for (let next = poses.slices.next(); next.done !== true; next = poses.slices.next()) all.push(...next.value);
      return all;
    };
    const [deaf, hearing] = [cells(), cells(text)];
    const changed = hearing.filter(({ clear }, n) => clear !== deaf[n]?.clear);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.some(({ clear }) => clear)).toBe(false);
    const dice = new Dice(5);
    const held = hearing.filter(({ clear }) => clear);
    for (const cell of [dice.pick(changed), ...(held.length > 0 ? [dice.pick(held)] : [])])
      expect(linted(cell, 'C3-03', 'elevator-lobby-3', text)).toEqual(cell);
  },
);

test.each([
  ['nobody', /no device/],
  ['S2-01', /takes no images/],
])('says why the poses of %s are not tried', (device, why) => {
  const poses = opened().poses(device);
  expect(poses.ok ? '' : poses.reason.en).toMatch(why);
});
