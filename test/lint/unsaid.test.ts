import { expect, test } from 'vitest';
import { missingFacts } from '../../src/lint/notes/missing-facts.js';
import { levelSite } from '../plan/support.js';

/** A camera of which everything is said but what isn't. */
const whole = 'heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080], height: 2.8, pickup: 4';

function gaps(...devices: readonly string[]): string[] {
  const site = levelSite(`devices:\n${devices.map((device) => `  - {at: [1, 1], ${device}}\n`).join('')}`);
  return missingFacts({ ...site, levels: site.levels.map((level) => ({ ...level, ceiling: 3 })) }).map(
    ([what, value]) => `${what.en}: ${value.en.replace(/^.*: /, '')}`,
  );
}

const without = (key: RegExp) => whole.replace(key, '').replace(/, $/, '');

test('nothing is listed of which all is said', () => {
  expect(gaps(`id: C1, kind: camera, audio: microphone, ${whole}`)).toEqual([]);
  expect(gaps('id: B1, kind: panic-button')).toEqual([]);
});

test('each thing is listed of those alone that lack it', () => {
  const camera = (key: RegExp) =>
    gaps(
      `id: C1, kind: camera, audio: microphone, ${whole}`,
      `id: C2, kind: camera, audio: microphone, ${without(key)}`,
    );
  expect(camera(/heading: 0, /)).toEqual(['No heading: C2']);
  expect(camera(/tilt: 20, /)).toEqual(['No tilt: C2']);
  expect(camera(/hfov: 90, /)).toEqual(['No field of view: C2']);
  expect(camera(/resolution: .*?\], /)).toEqual(['No recorded resolution: C2']);
  expect(camera(/height: 2.8, /)).toEqual(['No mounting height: C2']);
  expect(camera(/, pickup: 4/)).toEqual(['No pickup distance: C2']);
});

test('nothing is asked of what needs it not', () => {
  // Removed; a fisheye looks all round and down; a detector takes no pictures; what hears nothing has no distance.
  expect(gaps('id: C1, kind: camera, status: removed')).toEqual([]);
  expect(
    gaps('id: C1, kind: camera, audio: none, form: fisheye, hfov: 180, resolution: [2000, 2000], height: 2.8'),
  ).toEqual([]);
  expect(gaps('id: I1, kind: intrusion-detector, height: 2')).toEqual(['No heading: I1', 'No field of view: I1']);
  expect(gaps('id: M1, kind: microphone, audio: none')).toEqual([]);
});

test('a camera said to take no pictures is asked all the same', () => {
  expect(gaps('id: C1, kind: camera, video: none, audio: none, heading: 0, hfov: 90, height: 2.8')).toEqual([
    'No tilt: C1',
    'No recorded resolution: C1',
  ]);
});

test('those that lack it are named in order, once each', () => {
  const sensors =
    'sensors: [{heading: 0, tilt: 20, resolution: [1920, 1080]}, {heading: 90, tilt: 20, resolution: [1920, 1080]}]';
  expect(
    gaps(
      `id: C2, kind: camera, audio: none, height: 2.8, form: multi-sensor, ${sensors}`,
      `id: C1, kind: camera, audio: none, ${without(/hfov: 90, /)}`,
      `id: C3, kind: camera, audio: none, ${without(/hfov: 90, /)}`,
    ),
  ).toEqual(['No field of view: C1, C2 and C3']);
});
