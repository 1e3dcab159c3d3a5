// A dormitory as somebody drew it long ago: single lines, all on layer 0, doors ajar or undrawn; in cm, and the header says mm.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function dormitory(): Source {
  const plan = new Plan()
    .wall(0.2, [0, 0], [25.6, 0], [25.6, 13], [0, 13], [0, 0])
    .wall(0.2, [0, 5.6], [25.6, 5.6])
    .wall(0.2, [0, 7.4], [25.6, 7.4]);
  for (const x of [3.6, 7.2, 10.8, 14.4, 18]) plan.partition(0.1, [x, 0], [x, 5.6]);
  for (const x of [3.6, 7.2, 10.8, 14.4, 20]) plan.partition(0.1, [x, 7.4], [x, 13]);
  const swings = [8, 15, 20, 5, 90, 12];
  for (let index = 0; index < 5; index++) {
    const x = index * 3.6 + 1.8;
    plan
      .open('door', 0.9, [x, 5.6], { hinge: index % 2 === 0 ? 1 : -1, side: -1, swing: swings[index] ?? 10 })
      .open('window', 1.5, [x, 0])
      .room(`宿舍10${index + 1}`, [x, 3])
      .put({ what: 'bed', at: [x - 0.9, 0.4], turn: 0 });
  }
  for (let index = 0; index < 4; index++) {
    const x = index * 3.6 + 1.8;
    if (index < 2) plan.open('gap', 0.9, [x, 7.4]);
    else plan.open('door', 0.9, [x, 7.4], { hinge: 1, swing: swings[index + 2] ?? 10 });
    plan
      .open('window', 1.5, [x, 13])
      .room(`宿舍11${index + 1}`, [x, 10])
      .put({ what: 'bed', at: [x - 0.9, 12.8], turn: 180 });
  }
  plan
    .open('gap', 1.2, [17.2, 7.4])
    .open('door', 0.8, [22, 7.4], { swing: 90 })
    .partition(0.1, [20, 10.2], [25.6, 10.2])
    .open('gap', 0.8, [23, 10.2])
    .open('gap', 1.6, [21, 5.6])
    .open('double', 1.6, [21, 0], { side: 1 })
    .open('gap', 0.9, [18, 4.6])
    .partition(0.1, [18, 3.4], [14.4, 3.4])
    .open('window', 1.2, [25.6, 9])
    .open('door', 0.9, [0, 6.5], { side: 1, swing: 18 })
    .room('活动室', [17.2, 10])
    .room('盥洗室', [22.8, 8.8])
    .room('厕所', [22.8, 11.8])
    .room('门厅', [21, 3])
    .room('值班室', [16.2, 4.6])
    .room('走道', [10, 6.5])
    .put({ what: 'wc', at: [21, 12.8], turn: 180 }, { what: 'wc', at: [22, 12.8], turn: 180 })
    .put({ what: 'table', at: [17.2, 11.6], turn: 0 });
  return source({
    name: 'dormitory',
    what: 'single lines, all on layer 0, leaves ajar by 5–20°, plain gaps; centimetres under a header of mm',
    file: '宿舍楼.dxf',
    title: '一层平面图',
    version: 'AC1015',
    header: { $INSUNITS: [70, 4] },
    unit: 0.01,
    walls: 'single',
    rough: true,
    leaves: 'loose',
    layers: { wall: '0', door: '0', code: 'TEXT', name: 'TEXT', axis: 'AXIS', dimension: 'DIM', furniture: 'FUR', sanitary: 'FUR', frame: 'FRAME' }, // biome-ignore format: layers
    mapping: `rules:
  - {where: {layer: "0"}, as: building}
`,
    plan,
  });
}
