// A KTV as 中望CAD draws it: version 2000 in GBK, which the file doesn't say; doors as blocks with names that say nothing.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function ktv(): Source {
  const plan = new Plan()
    .wall(0.24, [0, 0], [24, 0], [24, 15], [0, 15], [0, 0])
    .wall(0.24, [0, 6.5], [24, 6.5])
    .wall(0.24, [0, 8.5], [24, 8.5]);
  for (const x of [4.5, 9, 15]) plan.partition(0.2, [x, 0], [x, 6.5]);
  for (const x of [18, 21]) plan.partition(0.12, [x, 0], [x, 6.5]);
  for (const x of [4, 8, 12, 16]) plan.partition(0.2, [x, 8.5], [x, 15]);
  for (const x of [18.5, 21]) plan.partition(0.12, [x, 8.5], [x, 15]);
  plan.partition(0.12, [2, 15], [2, 13.2], [0, 13.2]).partition(0.12, [6, 15], [6, 13.2], [4, 13.2]);
  plan
    .open('sidelit', 3, [12, 0], { side: 1 })
    .open('gap', 2.4, [12, 6.5])
    .open('door', 0.9, [3.6, 6.5], { side: -1, swing: 75 })
    .open('door', 0.9, [5.4, 6.5], { hinge: 1, side: -1, swing: 60 })
    .open('door', 0.9, [15.8, 6.5], { side: -1 })
    .open('door', 0.9, [18.8, 6.5], { side: -1 })
    .open('door', 0.9, [22.9, 6.5], { hinge: 1, side: -1 })
    .open('window', 1.6, [15, 3]);
  for (const x of [3, 7, 11, 13])
    plan.open('door', 0.9, [x, 8.5], { hinge: x < 10 ? 1 : -1, swing: x === 11 ? 45 : 90 });
  plan
    .open('door', 0.8, [17.2, 8.5])
    .open('door', 0.8, [19.6, 8.5])
    .open('door', 0.8, [22, 8.5], { hinge: 1 })
    .open('door', 0.7, [1.2, 13.2], { side: -1 })
    .open('door', 0.7, [5.2, 13.2], { side: -1 })
    .open('double', 1.5, [0, 7.5], { side: 1, swing: 80 })
    .open('door', 0.9, [24, 7.5], { side: -1 });
  for (const x of [19.5, 22.5]) plan.open('window', 1.5, [x, 0]);
  for (const x of [17.2, 19.8]) plan.open('window', 0.9, [x, 15]);
  for (const [name, x] of [['包间A01', 2.2], ['包间A02', 6.7], ['大厅', 12], ['收银', 16.5], ['办公室', 19.5], ['监控室', 22.5]] as const) plan.room(name, [x, 4.2]); // biome-ignore format: rows
  for (const [name, x] of [['包间A03', 2], ['包间A05', 6], ['包间A06', 10], ['包间A08', 14], ['男卫', 17.2], ['女卫', 19.8], ['布草间', 22.5]] as const) plan.room(name, [x, 10.2]); // biome-ignore format: rows
  plan.room('走道', [8, 7.5]).room('卫生间1', [1, 14.4], false).room('卫生间2', [5, 14.4], false);
  for (const x of [2.2, 6.7])
    plan.put({ what: 'sofa', at: [x, 0.3], turn: 0 }, { what: 'table', at: [x, 2.4], turn: 0 });
  for (const x of [10, 14])
    plan.put({ what: 'sofa', at: [x, 14.7], turn: 180 }, { what: 'table', at: [x, 12.6], turn: 0 });
  for (const [x, y] of [[0.5, 14.8], [4.5, 14.8], [17.5, 14.6], [20.2, 14.6]] as const) plan.put({ what: 'wc', at: [x, y], turn: 180 }); // biome-ignore format: rows
  plan
    .put({ what: 'desk', at: [19.5, 1.2], turn: 0 }, { what: 'desk', at: [22.5, 1.2], turn: 0 })
    .put({ what: 'tiles', box: [9.2, 0.2, 14.8, 6.3], step: 0.8 })
    .device('SXJ-BQ', 'BQ-01', 'camera', [1, 7.5])
    .device('SXJ-BQ', 'BQ-02', 'camera', [12, 7.7], 270)
    .device('SXJ-BQ', 'BQ-03', 'camera', [22, 7.5], 180)
    .device('SXJ-QJ', 'QJ-01', 'camera', [9.3, 6.1], 315)
    .device('SXJ-QJ', 'QJ-02', 'camera', [17.6, 6.1], 225)
    .device('JJAN', 'AN-01', 'panic-button', [16.2, 1])
    .device('HW-TCQ', 'HW-01', 'intrusion-detector', [15.4, 0.6], 45)
    .device('DKQ', 'DK-01', 'access-reader', [22, 6.75]);
  return source({
    name: 'ktv',
    what: '中望: GBK unsaid, blocks without a name that speaks, a passage of 2.4 m, leaves at 45–90°',
    file: '娱乐城二层.dxf',
    title: '二层安防平面图',
    version: 'AC1015',
    header: { $INSUNITS: [70, 4] },
    unit: 0.001,
    shift: [41.3, -8.25],
    walls: 'tidy',
    leaves: 'named',
    mirrors: true,
    layers: { wall: '0-墙体', partition: '0-隔墙', door: '0-门窗', name: '0-文字', axis: '0-轴线', dimension: '0-标注', furniture: '0-家具', device: '安防设备', number: '安防文字' }, // biome-ignore format: layers
    plan,
  });
}
