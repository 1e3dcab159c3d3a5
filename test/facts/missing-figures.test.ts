// Figures without which nothing is certain of what a device covers.
import { expect, test } from 'vitest';
import { missingForCoverage } from '../../src/facts/missing-figures.js';
import { deviceOf, levelSite } from '../plan/support.js';

const missing = (keys: string) =>
  missingForCoverage(deviceOf(levelSite(`devices: [{id: C1, at: [1, 1], ${keys}}]`), 'C1'));
const ALL = 'kind: camera, height: 3, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080]';

test.each([
  [ALL, []],
  ['kind: camera', ['height', 'heading', 'tilt', 'hfov', 'resolution']],
  [ALL.replace('hfov: 90', 'varifocal: {hfov: [30, 90]}'), []],
  [ALL.replace('heading: 0, ', 'form: fisheye, '), []],
  ['kind: camera, form: ptz, height: 3', ['home', 'resolution']],
  [`${ALL}, form: ptz`, []],
  [ALL.replace('hfov: 90', 'form: ptz'), []],
  ['kind: camera, form: ptz, height: 3, ptz: {home: {heading: 0, tilt: 20, hfov: 60}}', ['resolution']],
  ['kind: camera, height: 3, sensors: [{heading: 0, tilt: 1, hfov: 60}, {tilt: 1}]', ['resolution', 'heading', 'hfov']],
  ['kind: intrusion-detector', ['range', 'heading', 'hfov']],
  ['kind: intrusion-detector, range: 8, hfov: 360', []],
  ['kind: intrusion-detector, range: 8, hfov: 90', ['heading']],
  ['kind: microphone', []],
  ['kind: camera, video: depth', []],
])('%s', (keys, figures) => {
  expect(missing(keys)).toEqual(figures);
});
