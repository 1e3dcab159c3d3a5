// A device built again alone is the one that is read, or none where more changes with it.
import { describe, expect, test } from 'vitest';
import { drawnDevice, redraw } from '../../src/plan/redraw.js';
import { deviceOf } from './support.js';
import { readFrom } from './write/support.js';

const plan = (device: string, zones: string, more = '') =>
  new Map([
    [
      'plan.yaml',
      `sitecam: 1
site: {name: 测试, categories: [hotel]}
levels:
  - id: F1
    ceiling: 3
    zones:
${zones}
    walls: [{id: w, thickness: 0.4, line: [[0, 6], [4, 6]]}]
    devices: [{id: C1, kind: camera, ${device}}]
${more}`,
    ],
  ]);
const ROOM = '      - {id: room, kind: office, rect: [0, 0, 4, 4]}';
const YARD = '      - {id: yard, kind: yard, enclosed: false, rect: [4, 0, 4, 4]}';
const WAS = 'at: [1, 1], height: 2.8, heading: 90, hfov: 90';

/** Returns the device built again with other keys, if it is; and as read, with whatever fault it then has. */
function both(zones: string, now: string, was = WAS, more = '') {
  const before = readFrom(plan(was, zones, more));
  const after = readFrom(plan(now, zones, more));
  const raw = drawnDevice(after.drawn, 'C1')?.raw;
  if (raw === undefined) expect.fail('no device');
  return {
    built: redraw(before.drawn, before.site, raw),
    read: deviceOf(after.site, 'C1'),
    faults: after.site.faults.map(({ rule }) => rule),
  };
}

describe('a device built again', () => {
  test.each([
    ['turned', ROOM, WAS.replace('90', '120')],
    ['moved within its room', ROOM, WAS.replace('[1, 1]', '[2, 3]')],
    ['moved to another zone', `${ROOM}\n${YARD}`, WAS.replace('[1, 1]', '[6, 1]')],
    ['moved out of any zone', `${ROOM}\n${YARD}`, WAS.replace('[1, 1]', '[5, 5]')],
    ['moved to a wall', ROOM, WAS.replace('[1, 1]', '[3.98, 1]').replace('90', '270')],
    ['of another field', ROOM, WAS.replace('hfov: 90', 'hfov: 60')],
    ['higher than the ceiling, outdoors', `${ROOM}\n${YARD}`, WAS.replace('[1, 1]', '[6, 1]').replace('2.8', '5')],
    ['as high as the ceiling', ROOM, WAS.replace('2.8', '3')],
    ['inside a wall, but taken away', ROOM, `${WAS.replace('[1, 1]', '[2, 5.88]')}, status: removed`],
  ])('is as it is read: %s', (_, zones, now) => {
    const { built, read, faults } = both(zones, now);
    expect(faults).toEqual([]);
    expect(built).toEqual(read);
  });

  test.each([
    ['higher than the ceiling', ROOM, WAS.replace('2.8', '5'), 'plan/impossible-dimension'],
    ['so, of a level with a yard', `${ROOM}\n${YARD}`, WAS.replace('2.8', '5'), 'plan/impossible-dimension'],
    ['below the floor', ROOM, WAS.replace('2.8', '-1'), 'plan/impossible-optics'],
    ['inside a wall', ROOM, WAS.replace('[1, 1]', '[2, 5.88]'), 'plan/device-in-wall'],
  ])('is none where a fault comes: %s', (_, zones, now, fault) => {
    const { built, faults } = both(zones, now);
    expect(faults).toContain(fault);
    expect(built).toBeUndefined();
  });

  test('is none where a fault goes, or where it was or is outside all that is drawn', () => {
    expect(both(ROOM, WAS, WAS.replace('2.8', '5')).built).toBeUndefined();
    expect(both(ROOM, WAS.replace('[1, 1]', '[9, 1]')).built).toBeUndefined();
    expect(both(ROOM, WAS, WAS.replace('[1, 1]', '[1, -9]')).built).toBeUndefined();
    expect(both(ROOM, `${WAS}, tilt: 10`, `${WAS}`).built).toBeDefined();
  });

  test('is none where its type, of a model, changes', () => {
    const types = 'deviceTypes: {a: {model: X-1}, b: {hfov: 60}}';
    expect(both(ROOM, `${WAS}, type: b`, WAS, types).built).toBeDefined();
    expect(both(ROOM, `${WAS}, type: a`, WAS, types).built).toBeUndefined();
    expect(both(ROOM, `${WAS}, type: b`, `${WAS}, type: a`, types).built).toBeUndefined();
  });

  test('is none of an id that the plan lacks', () => {
    const { drawn, site } = readFrom(plan(WAS, ROOM));
    const raw = drawnDevice(drawn, 'C1')?.raw;
    expect(raw && redraw(drawn, site, { ...raw, id: 'C2' })).toBeUndefined();
  });
});
