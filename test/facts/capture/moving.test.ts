// Devices that move, by what the plan says of them or by what their names mean.
import { expect, test } from 'vitest';
import { movingDevices } from '../../../src/facts/capture/moving.js';
import { levelSite } from '../../plan/support.js';

const formOf = (keys: string) =>
  movingDevices(levelSite(`devices: [{id: C1, kind: camera, at: [1, 1], ${keys}}]`)).map(({ form, called }) => [
    form,
    called,
  ]);

test.each([
  ['巡检机器人', 'robot'],
  ['无人机', 'drone'],
  ['巡逻车', 'vehicle'],
  ['执法记录仪', 'body-worn'],
  ['手持终端', 'handheld'],
  ['平板电脑', 'handheld'],
])('%s is one of the form %s', (name, form) => {
  expect(formOf(`name: ${name}`)).toEqual([[form, name]]);
  expect(formOf('name: 走廊摄像机')).toEqual([]);
});

test.each(['robot', 'drone', 'vehicle', 'body-worn', 'handheld'])('the plan may say so itself: %s', (form) => {
  expect(formOf(`mobile: {form: ${form}}`)).toEqual([[form, undefined]]);
});
