// A school as 天正 exports it (R12): two floors side by side in one file, doors as unit blocks of negative scale, brick of 370 mm with insulation.

import { Drawing } from '../../../support/dxf-writer.js';
import { draw, drawSheet, type Manner } from '../draw.js';
import { counted, type Expected } from '../expected.js';
import { Plan, type XY } from '../plan.js';
import { bytesOf, layersOf, type Source } from '../source.js';

function storey(floor: 1 | 2): Plan {
  const names =
    floor === 1 ? ['教师办公室', '一年级1班', '一年级2班', '门厅'] : ['美术教室', '三年级1班', '三年级2班', '图书角'];
  const plan = new Plan().wall(0.37, [0, 0], [36, 0], [36, 10], [0, 10], [0, 0]).wall(0.24, [0, 2.4], [36, 2.4]);
  for (const x of [8, 17, 26, 30, 33]) plan.wall(0.24, [x, 2.4], [x, 10]);
  if (floor === 1) plan.open('double', 1.8, [28, 0], { side: 1 });
  plan.open('gap', 2, [28, 2.4]).room(names[3] ?? '', [28, 6]);
  for (const [index, [from, to]] of (
    [
      [0, 8],
      [8, 17],
      [17, 26],
    ] as const
  ).entries()) {
    // biome-ignore format: rows
    const middle = (from + to) / 2;
    plan
      .open('door', 1, [from + 1.2, 2.4], { side: 1 })
      .open('door', 1, [to - 1.2, 2.4], { hinge: 1, side: 1 })
      .open('window', 2.4, [middle, 2.4])
      .room(names[index] ?? '', [middle, 8]);
    for (const x of [from + 2, to - 2]) plan.open('window', 2, [x, 10]);
    for (const x of [-2, 0, 2]) for (const y of [4, 5.6]) plan.put({ what: 'desk', at: [middle + x, y], turn: 0 });
  }
  for (const x of [4, 12.5, 21.5]) plan.open('window', 3, [x, 0]);
  return plan
    .open('door', 0.8, [31, 2.4], { side: 1 })
    .open('door', 0.8, [34, 2.4], { hinge: 1, side: 1 })
    .open('window', 1.2, [31.5, 10])
    .open('window', 1.2, [34.5, 10])
    .open('double', 1.5, [36, 1.2], { side: floor === 1 ? 1 : -1 })
    .room('走廊', [14, 1.2])
    .room('男厕', [31.5, 6])
    .room('女厕', [34.5, 6])
    .put({ what: 'wc', at: [31, 9.8], turn: 180 }, { what: 'wc', at: [32, 9.8], turn: 180 })
    .put({ what: 'wc', at: [34, 9.8], turn: 180 }, { what: 'wc', at: [35, 9.8], turn: 180 })
    .put({ what: 'treads', box: [26.2, 6.8, 29.8, 9.6], count: 10, along: 'y' })
    .device('SXJ-QJ', `QJ-${floor}01`, 'camera', [0.3, 1.2])
    .device('SXJ-QJ', `QJ-${floor}02`, 'camera', [35.6, 1.6], 180)
    .device('SXJ-BQ', `BQ-${floor}01`, 'camera', [28, 2.8], 90);
}

/** Tells rooms of one name on both floors apart. */
function onFloor(floor: number, expected: Expected): Expected {
  const at = (name: string) => `${name} ${floor}F`;
  return {
    ...expected,
    rooms: expected.rooms.map((room) => ({ ...room, name: at(room.name) })),
    inner: expected.inner.map(({ rooms: [a, b], ...one }) => ({ ...one, rooms: [at(a), at(b)] })),
    outside: expected.outside.map((one) => ({ ...one, room: at(one.room) })),
  };
}

export function school(): Source {
  const manner = {
    unit: 0.001,
    walls: 'raw',
    rough: true,
    insulation: 0.08,
    leaves: 'scaled',
    mirrors: true,
    layers: layersOf({}),
  } as const;
  const drawing = new Drawing({ version: 'AC1009' });
  const parts = (
    [
      [1, [0, 0]],
      [2, [55, 0]],
    ] as const
  ).map(([floor, shift]): Expected => {
    // biome-ignore format: floors
    const plan = storey(floor);
    const own: Manner = { ...manner, shift: shift as XY };
    draw(drawing, drawing, plan, own);
    drawSheet(drawing, plan, own, `${floor === 1 ? '一' : '二'}层平面图`);
    return onFloor(floor, counted(plan, 0.001, shift as XY, false));
  });
  const all = <K extends 'rooms' | 'inner' | 'outside' | 'devices'>(key: K) => parts.flatMap((part) => part[key] as Expected[K][number][]); // biome-ignore format: one line
  return {
    name: 'school',
    what: '天正 T3: two floors side by side, unit blocks of negative scale, windows to the corridor, a passage of 2 m',
    file: '教学楼.dxf',
    bytes: bytesOf(drawing, 'gbk'),
    mapping: `levels:
  - {key: F1, region: [-8000, -9000, 44000, 16000]}
  - {key: F2, region: [46000, -9000, 100000, 16000], elevation: 3.6}
`,
    expected: {
      unit: 0.001,
      rooms: all('rooms'),
      inner: all('inner'),
      outside: all('outside'),
      devices: all('devices'),
    },
  };
}
