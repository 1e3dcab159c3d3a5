// A police station: partitions lie on the layer of inner doors, walls run on under openings, swings are polylines.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function station(): Source {
  const plan = new Plan()
    .wall(0.24, [0, 0], [28, 0], [28, 14], [0, 14], [0, 0])
    .wall(0.2, [0, 6], [28, 6])
    .wall(0.2, [0, 8], [28, 8])
    .wall(0.2, [10, 0], [10, 6])
    .wall(0.2, [14, 8], [14, 14]);
  for (const x of [13.5, 17, 20.5, 24]) plan.partition(0.1, [x, 0], [x, 6]);
  for (const x of [4, 8, 11, 17.5, 21, 24.5]) plan.partition(0.1, [x, 8], [x, 14]);
  plan
    .partition(0.1, [0, 3.4], [4.2, 3.4], [4.2, 0])
    .open('sidelit', 2.6, [7, 0])
    .open('double', 1.5, [7, 6])
    .open('door', 0.9, [4.2, 2], { side: 1 })
    .open('window', 1.6, [2, 3.4])
    .open('double', 1.5, [28, 7], { side: 1 })
    .open('door', 0.9, [0, 7], { side: -1 });
  for (const x of [11, 14.5, 18, 21.5, 25]) plan.open('door', 0.9, [x, 6], { side: -1, hinge: x > 20 ? 1 : -1 });
  for (const x of [1, 5, 9, 12, 15, 18.5, 22, 25.5]) plan.open('door', 0.9, [x, 8], { hinge: x < 10 ? -1 : 1 });
  for (const x of [2, 11.8, 15.2, 18.8, 22.2, 26]) plan.open('window', 1.5, [x, 0]);
  for (const x of [2, 6, 9.5, 12.5, 15.8, 26]) plan.open('window', 1.2, [x, 14]);
  plan.open('door', 0.8, [21, 12.5], { side: -1 });
  const south = ['询问室', '讯问室', '候问室', '值班室', '调解室'];
  const north = ['所长室', '内勤室', '男卫', '女卫', '监控室', '设备间', '装备库', '会议室'];
  for (const [index, name] of south.entries()) plan.room(name, [[11.7, 15.2, 18.7, 22.2, 26][index] ?? 0, 3.4]);
  for (const [index, name] of north.entries())
    plan.room(name, [[2, 6, 9.5, 12.5, 15.7, 19.2, 22.7, 26.2][index] ?? 0, 11]);
  plan
    .room('办证大厅', [7, 3.6])
    .room('户籍室', [2, 1.6])
    .room('走廊', [13, 7])
    .put({ what: 'desk', at: [2, 2.6], turn: 180 }, { what: 'desk', at: [2, 13.2], turn: 180 })
    .put({ what: 'table', at: [26.2, 12.4], turn: 0 }, { what: 'cabinet', at: [22.7, 13.7], turn: 180 })
    .put({ what: 'wc', at: [9.5, 13.8], turn: 180 }, { what: 'wc', at: [12.5, 13.8], turn: 180 });
  for (const [index, x] of [11.8, 15.3, 18.8].entries()) {
    plan.device('SXJ-QJ', `QJ-0${index + 1}`, 'camera', [x + 1.4, 0.4], 135);
    plan.device('SYQ', `SYQ-0${index + 1}`, 'microphone', [x, 5.4]);
  }
  plan
    .device('SXJ-BQ', 'BQ-01', 'camera', [6, 5.2], 270)
    .device('SXJ-BQ', 'BQ-02', 'camera', [0.5, 7.4])
    .device('SXJ-BQ', 'BQ-03', 'camera', [27.4, 6.5], 180)
    .device('DKQ', 'DK-01', 'access-reader', [14.4, 7.8])
    .device('JJAN', 'AN-01', 'panic-button', [22.2, 1.2]);
  return source({
    name: 'station',
    what: 'partitions on the layer of inner doors, walls that run on under doors and windows, swings as polylines',
    file: '派出所一层.dxf',
    title: '一层平面图',
    version: 'AC1015',
    header: { $INSUNITS: [70, 4], $DWGCODEPAGE: [3, 'ANSI_936'] },
    unit: 0.001,
    shift: [8.5, 3],
    walls: 'raw',
    through: true,
    chords: true,
    leaves: 'loose',
    layers: { wall: '墙体', partition: '内门', door: '内门', window: '窗', name: '房间名', code: '编号', axis: '轴线', dimension: '尺寸', furniture: '家具', sanitary: '洁具', device: '安防', frame: '图框' }, // biome-ignore format: layers
    mapping: `rules:
  - {where: {layer: 内门}, as: building}
`,
    plan,
  });
}
