// What is said of a device that moves about an area.
import { expect, test } from 'vitest';
import { site, verdicts } from './judged.js';

const ROBOT =
  'id: R1, kind: camera, name: 清洁机器人, at: [2, 4], height: 1.2, tilt: 0, hfov: 90, resolution: [1920, 1080], audio: none';
const HALL = 'id: hall, kind: corridor, name: 走廊, rect: [0, 3, 4, 2]';

function said(area: string, ...zones: string[]) {
  const plan = site('hotel', {
    zones: [HALL, ...zones],
    openings: ['id: d1, kind: door, line: [[1, 3], [1.9, 3]]'],
    devices: [`${ROBOT}, mobile: {form: robot, area: [${area}]}`],
  });
  return verdicts(plan)
    .filter(({ rule }) => rule === 'capture/mobile-device')
    .map(({ outcome, subject }) => `${outcome} ${subject}`);
}

test('an office whose name may mean care is for review, as it is for a device that stands there', () => {
  expect(said('hall, x', 'id: x, kind: office, name: 抚触室, rect: [0, 0, 4, 3]')).toEqual(['review R1']);
});

test('a private place without walls of its own is shut off by the walls of the room beside it', () => {
  const store = 'id: store, kind: store, name: 库房, rect: [0, 0, 4, 3]';
  const change = (more: string) => `id: change, kind: changing-room, name: 更衣处, enclosed: false, ${more}`;
  expect(said('hall, store', store, change('rect: [4, 0, 3, 3]'))).toEqual(['pass R1']);
  expect(said('hall, store', `${store}, enclosed: false`, change('rect: [4, 0, 3, 3]'))).toEqual(['review R1']);
});
