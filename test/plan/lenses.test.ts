// Which field of view a lens has if its device and the type of that say it in different ways.
import { describe, expect, test } from 'vitest';
import { deviceOf, levelSite } from './support.js';

const SIZE = 'sensor: [5.37, 3.02]';
const WIDE = `focalLength: 2.8, ${SIZE}`;

/** The camera C1 with these keys, of a type with those. */
function cameraOf(own: string, type: string) {
  const keys = own === '' ? '' : `, ${own}`;
  const site = levelSite(
    `zones: [{id: hall, kind: corridor, rect: [0, 0, 8, 4]}]\ndevices: [{id: C1, type: dome, at: [1, 1]${keys}}]\n`,
    undefined,
    `deviceTypes: {dome: {kind: camera${type === '' ? '' : `, ${type}`}}}\n`,
  );
  return {
    fields: deviceOf(site, 'C1').lenses.map(({ hfov }) => hfov && Math.round(hfov)),
    faults: site.faults.map(({ rule, subject }) => `${rule} ${subject}`),
  };
}

describe('the field of view', () => {
  test.each([
    ['the angle of the type', '', 'hfov: 30', 30],
    ['what determines it in the type', '', WIDE, 88],
    ['what determines it in the device', WIDE, 'hfov: 30', 88],
    ['a focal length of the device before the sensor of the type', 'focalLength: 2.8', `hfov: 30, ${SIZE}`, 88],
    ['a sensor of the device behind the focal length of the type', SIZE, 'hfov: 30, focalLength: 2.8', 88],
    ['the angle of the device', 'hfov: 30', WIDE, 30],
    ['the angle of the type, if nothing of the device determines one', 'focalLength: 2.8', 'hfov: 30', 30],
    ['the angle of a fisheye, which its focal length does not give', WIDE, 'form: fisheye, hfov: 180', 180],
  ])('is %s', (_, own, type, field) => {
    expect(cameraOf(own, type)).toEqual({ fields: [field], faults: [] });
  });

  test('of each sensor is its own before that of the device', () => {
    const { fields, faults } = cameraOf(
      `sensors: [{heading: 0}, {heading: 90, ${WIDE}}, {heading: 180, hfov: 40}, {heading: 270, focalLength: 2.8}]`,
      `form: multi-sensor, hfov: 30, ${SIZE}`,
    );
    expect(fields).toEqual([30, 88, 40, 88]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['in the type', '', `hfov: 30, ${WIDE}`, 'C1/hfov'],
    ['in the device', `hfov: 30, ${WIDE}`, '', 'C1/hfov'],
    ['in the device, with the sensor of its type', 'hfov: 30, focalLength: 2.8', SIZE, 'C1/hfov'],
    ['in a sensor', `sensors: [{hfov: 30, ${WIDE}}]`, '', 'C1/sensors.0.hfov'],
    [
      'in a sensor, with the size that the device gives',
      'sensors: [{hfov: 30, focalLength: 2.8}]',
      SIZE,
      'C1/sensors.0.hfov',
    ],
  ])('and what determines it must not contradict each other %s', (_, own, type, subject) => {
    expect(cameraOf(own, type).faults).toEqual([`plan/impossible-optics ${subject}`]);
  });
});
