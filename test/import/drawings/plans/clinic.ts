// A health centre of which somebody put walls and doors on one layer: `as: building`. Narrow partitions, a bevelled corner.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function clinic(): Source {
  const plan = new Plan()
    .wall(0.24, [2.5, 0], [21, 0], [21, 12], [0, 12], [0, 2.5])
    .wall(0.24, [2.5, 0], [0, 2.5])
    .wall(0.12, [0, 5], [15, 5])
    .wall(0.12, [0, 7], [15, 7])
    .wall(0.24, [15, 0], [15, 12]);
  for (const x of [4.2, 7.8, 11.4]) plan.wall(0.12, [x, 0], [x, 5]);
  for (const x of [3.6, 7.2, 10.8]) plan.wall(0.12, [x, 7], [x, 12]);
  plan
    .wall(0.12, [15, 4], [21, 4])
    .wall(0.12, [15, 8], [21, 8])
    .wall(0.12, [18, 8], [18, 12])
    .wall(0.12, [12.8, 7], [12.8, 9.4])
    .wall(0.12, [10.8, 9.4], [15, 9.4]);
  for (const x of [3.3, 6.8, 10.4, 13.9]) plan.open('door', 0.9, [x, 5], { hinge: x < 8 ? 1 : -1, side: -1 });
  for (const x of [1, 4.6, 8.2]) plan.open('door', 0.9, [x, 7], { side: 1, swing: 85 });
  plan
    .open('door', 0.8, [11.8, 7], { side: 1 })
    .open('door', 0.8, [13.9, 7], { hinge: 1, side: 1 })
    .open('door', 0.8, [11.8, 9.4])
    .open('gap', 1.5, [15, 6])
    .open('double', 1.6, [21, 6], { side: 1 })
    .open('door', 0.9, [17, 4], { side: -1 })
    .open('door', 0.9, [16.5, 8])
    .open('door', 0.9, [19.5, 8], { hinge: 1 })
    .open('door', 0.9, [0, 6], { side: -1 });
  for (const x of [6, 9.6, 13.2, 18]) plan.open('window', 1.5, [x, 0]);
  for (const x of [1.8, 5.4, 9, 12.8, 16.5, 19.5]) plan.open('window', 1.5, [x, 12]);
  plan
    .room('全科诊室', [2.4, 3])
    .room('中医诊室', [6, 3])
    .room('治疗室', [9.6, 3])
    .room('输液室', [13.2, 3])
    .room('接种室', [1.8, 9.5])
    .room('化验室', [5.4, 9.5])
    .room('B超室', [9, 9.5])
    .room('男厕', [11.7, 8.2])
    .room('女厕', [13.9, 8.2])
    .room('污物间', [12.8, 10.8])
    .room('走道', [8, 6])
    .room('候诊厅', [18, 6])
    .room('药房', [18, 2])
    .room('收费', [16.5, 10])
    .room('档案室', [19.5, 10])
    .put({ what: 'bed', at: [8.1, 2], turn: 270 }, { what: 'bed', at: [7.5, 10.6], turn: 270 })
    .put({ what: 'desk', at: [6, 0.5], turn: 0 }, { what: 'cabinet', at: [18, 0.6], turn: 0 })
    .put({ what: 'sofa', at: [19, 7.6], turn: 180 })
    .device('SXJ-BQ', 'BQ-01', 'camera', [0.6, 6])
    .device('SXJ-BQ', 'BQ-02', 'camera', [20, 7.5], 225)
    .device('SXJ-QJ', 'QJ-01', 'camera', [15.5, 11.6], 315)
    .device('JJAN', 'AN-01', 'panic-button', [16.8, 9])
    .device('HW-TCQ', 'HW-01', 'intrusion-detector', [15.4, 0.5], 45)
    .device('MC', 'MC-01', 'door-contact', [17, 3.8]);
  return source({
    name: 'clinic',
    what: 'walls, windows and swings on one layer, a bevelled corner, passages undrawn; GBK unsaid, unit unsaid',
    file: '卫生服务中心.dxf',
    title: '一层平面图',
    version: 'AC1009',
    unit: 0.001,
    shift: [120, 60],
    walls: 'raw',
    rough: true,
    leaves: 'loose',
    layers: { wall: '建筑', door: '建筑', code: '文字', name: '文字', axis: '轴线', dimension: '标注', furniture: '家具', sanitary: '家具', device: '弱电', number: '弱电', frame: '图框' }, // biome-ignore format: layers
    mapping: `rules:
  - {where: {layer: 建筑}, as: building}
`,
    plan,
  });
}
