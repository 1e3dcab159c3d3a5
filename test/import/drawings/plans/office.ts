// An office as 浩辰CAD draws it: walls are wide polylines, doors have side lights or slide; in metres, and the header says mm.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function office(): Source {
  const plan = new Plan()
    .wall(0.3, [0, 0], [36, 0], [36, 16], [0, 16], [0, 0])
    .partition(0.2, [0, 7], [36, 7])
    .partition(0.2, [0, 9], [36, 9]);
  for (const x of [5, 10, 15, 20, 25, 30]) plan.partition(0.12, [x, 0], [x, 7]);
  for (const x of [12, 17, 21, 25, 27, 30, 33]) plan.partition(0.12, [x, 9], [x, 16]);
  for (const x of [2, 7, 12, 17, 22]) plan.open('sidelit', 1.9, [x, 7], { side: -1 });
  for (const x of [1.8, 5, 8.2, 14.5, 19, 23]) plan.open('window', 2.2, [x, 16]);
  for (const x of [2.5, 7.5, 12.5, 17.5, 22.5, 27.5, 33]) plan.open('window', 2.4, [x, 0]);
  plan
    .open('door', 0.9, [25.8, 7], { side: -1 })
    .open('sliding', 1.8, [32, 7])
    .open('door', 0.9, [29.2, 7], { hinge: 1, side: -1 })
    .open('double', 1.8, [3, 9])
    .open('gap', 1.2, [10.8, 9])
    .open('sliding', 2, [14.5, 9])
    .open('door', 0.9, [18, 9])
    .open('door', 0.9, [22, 9])
    .open('door', 0.8, [26, 9], { side: -1 })
    .open('door', 0.8, [28, 9], { hinge: 1 })
    .open('door', 0.8, [31, 9], { hinge: 1 })
    .open('gap', 1.1, [34.5, 9])
    .open('door', 0.9, [25, 5], { hinge: 1 })
    .open('sidelit', 1.8, [0, 8])
    .open('door', 1, [36, 8], { side: -1 });
  for (const [index, name] of ['办公室1', '办公室2', '办公室3', '财务室', '人事部'].entries()) {
    plan.room(name, [2.5 + index * 5, 4]).put({ what: 'desk', at: [2.5 + index * 5, 1.2], turn: 0 });
  }
  for (const [name, x] of [['开放办公区', 6], ['会议室', 14.5], ['经理室', 19], ['档案室', 23], ['弱电间', 26], ['男厕', 28.5], ['女厕', 31.5], ['茶水间', 34.5]] as const) plan.room(name, [x, 11]); // biome-ignore format: rows
  plan.room('走道', [16, 8]).room('总经理室', [27.5, 4]).room('大会议室', [33, 4]);
  for (const x of [1, 3.5, 6, 8.5])
    plan.put({ what: 'desk', at: [x + 0.5, 13.2], turn: 0 }, { what: 'desk', at: [x + 0.5, 14.9], turn: 180 });
  plan
    .put({ what: 'table', at: [33, 2.4], turn: 0 }, { what: 'table', at: [14.5, 13], turn: 90 })
    .put({ what: 'cabinet', at: [23, 15.5], turn: 180 }, { what: 'wc', at: [28, 15.7], turn: 180 })
    .put({ what: 'wc', at: [29, 15.7], turn: 180 }, { what: 'wc', at: [31, 15.7], turn: 180 })
    .device('SXJ-BQ', 'BQ-01', 'camera', [0.6, 8])
    .device('SXJ-BQ', 'BQ-02', 'camera', [18, 8])
    .device('SXJ-BQ', 'BQ-03', 'camera', [35.4, 8], 180)
    .device('MJ-DKQ', 'DK-01', 'access-reader', [0.4, 7.25])
    .device('MJ-DKQ', 'DK-02', 'access-reader', [16.2, 7.25])
    .device('HW-TCQ', 'HW-01', 'intrusion-detector', [15.4, 0.5], 45)
    .device('JJAN', 'AN-01', 'panic-button', [18.6, 1.4]);
  return source({
    name: 'office',
    what: '浩辰: walls as wide polylines, side lights, sliding doors; metres under a header of mm',
    file: '写字楼十二层.dxf',
    title: '十二层平面图',
    version: 'AC1015',
    header: { $INSUNITS: [70, 4], $DWGCODEPAGE: [3, 'ANSI_936'] },
    unit: 1,
    shift: [4, 7.5],
    walls: 'wide',
    leaves: 'named',
    layers: { wall: 'A-WALL', partition: 'A-WALL-PRTN', door: 'A-DOOR', window: 'A-GLAZ', name: 'A-ANNO-NAME', code: 'A-ANNO-DOOR', axis: 'S-GRID', dimension: 'A-ANNO-DIMS', furniture: 'I-FURN', sanitary: 'P-SANR', device: 'E-SAFE-DEV', number: 'E-SAFE-TEXT', frame: 'A-ANNO-TTLB' }, // biome-ignore format: layers
    mapping: `rules:
  - {where: {layer: A-DOOR}, as: opening, kind: door}
  - {where: {layer: A-GLAZ}, as: opening, kind: window}
`,
    plan,
  });
}
