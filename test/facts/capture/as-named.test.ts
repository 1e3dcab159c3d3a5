// What a device may see beyond what is drawn, by what its name means.
import { describe, expect, test } from 'vitest';
import { widerReadings } from '../../../src/facts/capture/as-named.js';
import { deviceOf, levelSite } from '../../plan/support.js';

const readings = (keys: string) =>
  widerReadings(deviceOf(levelSite(`devices: [{id: C1, kind: camera, at: [1, 1], ${keys}}]`), 'C1')).map(
    ({ meaning, called, device }) => {
      const [{ form, ptz, varifocal } = {}] = device.lenses;
      return { meaning, called, form, ...(ptz && { ptz }), ...(varifocal && { varifocal }) };
    },
  );
const AIM = 'heading: 90, tilt: 20, hfov: 60';
const home = { heading: 90, tilt: 20, hfov: 60 };
const anywhere = { pan: undefined, tilt: undefined, hfov: [60, 60], limits: 'software', home };

describe('a name that means more than is drawn', () => {
  test.each([
    ['ptz', '高速球'],
    ['allRound', '全景摄像机'],
    ['several', '双目摄像机'],
  ])('of %s: it may look anywhere, with the field as drawn', (meaning, name) => {
    expect(readings(`name: ${name}, ${AIM}`)).toEqual([{ meaning, called: name, form: 'ptz', ptz: anywhere }]);
    expect(readings(`name: ${name}, heading: 90`)).toMatchObject([
      { meaning, ptz: { hfov: undefined, home: { heading: 90, tilt: 0, hfov: 100 } } },
    ]);
    expect(readings(`name: ${name}`)).toMatchObject([{ meaning, ptz: { hfov: undefined, home: undefined } }]);
  });

  test('of a zoom: it may widen to 100°', () => {
    expect(readings(`name: 变焦摄像机, ${AIM}`)).toEqual([
      { meaning: 'zoom', called: '变焦摄像机', form: 'varifocal', varifocal: { hfov: [60, 100], locked: false } },
    ]);
    expect(readings('name: 变焦摄像机, hfov: 100')).toEqual([]);
    expect(readings('name: 变焦摄像机')).toEqual([]);
  });

  test('of several forms: each by itself', () => {
    expect(readings(`name: 全景变焦球机, ${AIM}`).map(({ meaning }) => meaning)).toEqual(['ptz', 'allRound', 'zoom']);
  });

  test('says nothing of a device that is drawn so, or takes no pictures', () => {
    const PTZ = 'ptz: {hfov: [3, 60], home: {heading: 90, tilt: 20, hfov: 60}}';
    expect(readings(`name: 高速球, form: ptz, ${PTZ}`)).toEqual([]);
    expect(readings('name: 全景摄像机, form: fisheye, hfov: 180')).toEqual([]);
    expect(readings('name: 双目摄像机, sensors: [{hfov: 60, heading: 0}, {hfov: 60, heading: 90}]')).toEqual([]);
    expect(readings(`name: 走廊, ${AIM}`)).toEqual([]);
  });
});
