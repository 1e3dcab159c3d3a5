// A bank's hall as 浩辰CAD draws it: both faces of each wall, uncleaned; curved walls, columns, loose arcs on the layer 门.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function bank(): Source {
  const plan = new Plan()
    .wall(0.3, [0, 0], [24, 0], [24, 16], [0, 16], [0, 0])
    .wall(0.2, [0, 11], [24, 11])
    .wall(0.2, [14, 0], [14, 11])
    .wall(0.2, [14, 5.5], [24, 5.5])
    .wall(0.2, [18, 5.5], [18, 11])
    .wall(0.1, [21, 5.5], [21, 11])
    .wall(0.2, [4, 11], [4, 16])
    .wall(0.2, [9, 11], [9, 16])
    .wall(0.2, [12, 11], [12, 16])
    .wall(0.1, [9, 13.2], [24, 13.2])
    .wall(0.1, [17, 13.2], [17, 16])
    .wall(0.1, [20, 13.2], [20, 16])
    .curve({ centre: [0, 0], radius: 4.6, from: 0, to: 90, thickness: 0.2 })
    .curve({ centre: [14, 0], radius: 4, from: 90, to: 180, thickness: 0.2 })
    .column(0.5, [6, 6], [11, 6], [6, 9], [11, 9]);
  plan
    .open('sliding', 2.4, [7.2, 0])
    .open('sidelit', 2, [0, 2.4], { side: -1 })
    .open('door', 0.9, [14, 4.8], { hinge: 1, side: 1 })
    .open('double', 1.5, [2, 11])
    .open('door', 0.9, [8, 11], { swing: 80 })
    .open('door', 0.9, [10.2, 11], { hinge: 1 })
    .open('door', 0.9, [14.6, 5.5], { side: -1 })
    .open('door', 0.9, [15, 11], { hinge: 1, side: 1 })
    .open('door', 0.9, [19, 5.5])
    .open('door', 0.9, [22, 5.5], { swing: 70 })
    .open('gap', 1, [12, 12.1])
    .open('door', 0.9, [10.5, 13.2])
    .open('door', 0.9, [15, 13.2], { hinge: 1 })
    .open('door', 0.8, [18, 13.2])
    .open('door', 0.8, [21, 13.2])
    .open('door', 1, [24, 12.1], { side: -1 })
    .open('window', 2.4, [11, 0])
    .open('window', 2, [0, 8])
    .open('window', 2, [2, 16])
    .open('window', 2, [6.5, 16])
    .open('window', 2, [24, 3])
    .open('window', 1.2, [18.5, 16])
    .open('door', 0.9, [4, 15], { hinge: 1 })
    .room('营业大厅', [6, 7.5])
    .room('自助银行', [1.6, 1.8])
    .room('贵宾室', [12.2, 1.6])
    .room('现金区', [19, 2.6])
    .room('加钞间', [16, 8.5])
    .room('监控室', [19.5, 8.5])
    .room('库房', [22.5, 8.5])
    .room('主任室', [2, 13.6])
    .room('会议室', [6.5, 13.6])
    .room('前室', [10.5, 12.1])
    .room('走廊', [18, 12.1])
    .room('茶水间', [10.5, 14.6])
    .room('更衣室', [14.5, 14.6])
    .room('男厕', [18.5, 14.6])
    .room('女厕', [22, 14.6])
    .put({ what: 'sofa', at: [9, 10.6], turn: 180 }, { what: 'desk', at: [2, 14.6], turn: 0 })
    .put({ what: 'table', at: [6.5, 14.6], turn: 0 }, { what: 'desk', at: [16, 1], turn: 0 })
    .put({ what: 'desk', at: [18.5, 1], turn: 0 }, { what: 'desk', at: [21, 1], turn: 0 })
    .put({ what: 'wc', at: [18.5, 15.8], turn: 180 }, { what: 'wc', at: [22, 15.8], turn: 180 })
    .put({ what: 'tiles', box: [4.8, 4.4, 9.6, 10.8], step: 0.8 });
  plan.open('door', 0.9, [14, 1.6], { side: -1 }).wall(0.1, [12, 13.2], [12, 16]);
  for (const [number, x, y, turn] of [
    ['01', 0.4, 10.6, 315],
    ['02', 13.6, 10.6, 225],
    ['03', 14.4, 0.5, 45],
    ['04', 23.5, 0.6, 135],
    ['05', 3.8, 0.5, 135],
    ['06', 18.3, 10.6, 315],
  ] as const) {
    // biome-ignore format: rows
    plan.device('SXJ-QJ', `QJ-${number}`, 'camera', [x, y], turn);
  }
  for (const [number, x, y] of [
    ['01', 16, 10.4],
    ['02', 22.5, 10.4],
    ['03', 14, 12.1],
    ['04', 22, 12.3],
  ] as const) {
    // biome-ignore format: rows
    plan.device('A$C3F2B1', `BQ-${number}`, 'camera', [x, y], 270);
  }
  plan
    .device('JJAN', 'AN-01', 'panic-button', [16.9, 1.9])
    .device('JJAN', 'AN-02', 'panic-button', [21.6, 1.9])
    .device('DKQ', 'DK-01', 'access-reader', [13.8, 4])
    .device('DKQ', 'DK-02', 'access-reader', [18.3, 5.2])
    .device('HW-TCQ', 'HW-01', 'intrusion-detector', [23.6, 10.6], 225)
    .device('SYQ', 'SY-01', 'microphone', [18, 1.9]);
  return source({
    name: 'bank',
    what: '浩辰: curved walls, columns, faces that run on; loose arcs on 门; side lights; many devices',
    file: '支行一层.dxf',
    title: '营业厅安防平面图',
    version: 'AC1015',
    header: { $INSUNITS: [70, 4] },
    unit: 0.001,
    shift: [-30, 100],
    walls: 'raw',
    rough: true,
    leaves: 'loose',
    layers: { wall: '墙', column: '柱', door: '门', window: '窗', name: '房间名', code: '门窗编号', axis: '轴网', dimension: '尺寸', furniture: '家具', sanitary: '洁具', fill: '地面', device: '安防', frame: '图框' }, // biome-ignore format: layers
    mapping: `rules:
  - {where: {block: "A$C3F2B1"}, as: device, kind: camera}
`,
    plan,
  });
}
