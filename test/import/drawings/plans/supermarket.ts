// A supermarket in metres: walls are closed polylines with a hatch of lines, doors slide or roll; no unit in the header.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function supermarket(): Source {
  const plan = new Plan()
    .wall(0.3, [0, 0], [42, 0], [42, 26], [0, 26], [0, 0])
    .wall(0.2, [0, 19], [42, 19])
    .wall(0.2, [33, 0], [33, 19])
    .wall(0.2, [33, 4], [42, 4])
    .wall(0.2, [33, 8], [42, 8])
    .wall(0.2, [33, 15], [42, 15])
    .wall(0.1, [37.5, 0], [37.5, 4])
    .wall(0.1, [37.5, 8], [37.5, 15])
    .wall(0.1, [33, 12], [42, 12])
    .wall(0.2, [9, 19], [9, 26])
    .wall(0.2, [22, 19], [22, 26])
    .wall(0.2, [28, 19], [28, 26])
    .wall(0.2, [35, 19], [35, 26])
    .wall(0.1, [28, 22.5], [35, 22.5])
    .column(0.6, [8, 6.5], [16, 6.5], [24, 6.5], [8, 12.5], [16, 12.5], [24, 12.5]);
  plan
    .open('sliding', 3, [6, 0])
    .open('sliding', 3, [27, 0])
    .open('shutter', 4, [16, 0])
    .open('double', 1.8, [4, 19], { side: 1 })
    .open('double', 1.8, [15, 19], { side: 1 })
    .open('sliding', 1.6, [25, 19])
    .open('gap', 1.2, [31, 19])
    .open('shutter', 3, [15, 26])
    .open('double', 1.8, [22, 21], { side: 1 })
    .open('door', 0.9, [32, 22.5])
    .open('door', 0.9, [35, 21], { side: -1 })
    .open('double', 1.6, [39, 26], { side: -1 })
    .open('door', 0.9, [33, 6], { side: -1 })
    .open('door', 0.9, [35, 4], { side: -1 })
    .open('door', 0.9, [39, 4], { side: -1 })
    .open('door', 0.9, [36, 8])
    .open('door', 0.9, [39, 8])
    .open('door', 0.8, [36, 12], { hinge: 1 })
    .open('door', 0.8, [39, 12], { hinge: 1 })
    .open('door', 0.9, [33, 17], { hinge: 1, side: -1 })
    .open('window', 2, [35.2, 0])
    .open('window', 2, [40, 0])
    .open('window', 2.4, [42, 17])
    .open('window', 1.2, [42, 13.5])
    .room('卖场', [20, 9.6])
    .room('生鲜加工', [4, 22])
    .room('仓库', [15, 24])
    .room('冷库', [25, 23])
    .room('员工通道', [30, 20.8])
    .room('配电间', [31, 24.4])
    .room('收货区', [38.5, 22])
    .room('办公室', [35, 2])
    .room('监控室', [39.5, 2])
    .room('走道', [38, 6])
    .room('男更衣', [35, 10])
    .room('女更衣', [39.8, 10])
    .room('男卫', [35, 13.6])
    .room('女卫', [39.8, 13.6])
    .room('母婴室', [38, 17]);
  for (const y of [3, 7, 8.2, 14, 15.2])
    for (const x of [5, 12, 20, 28]) plan.put({ what: 'shelf', at: [x, y], turn: 0 });
  for (const x of [12, 18]) plan.put({ what: 'shelf', at: [x, 22], turn: 0 });
  for (const x of [34, 36]) plan.put({ what: 'wc', at: [x, 14.9], turn: 180 });
  for (const x of [39, 41]) plan.put({ what: 'wc', at: [x, 14.9], turn: 180 });
  plan.put({ what: 'desk', at: [35, 0.5], turn: 0 }, { what: 'desk', at: [39.5, 0.5], turn: 0 });
  for (const [number, x, y, turn] of [
    ['01', 0.5, 0.6, 45],
    ['02', 32.5, 0.6, 135],
    ['03', 0.5, 18.5, 315],
    ['04', 32.5, 18.5, 225],
  ] as const) {
    // biome-ignore format: rows
    plan.device('GQJ', `QJ${number}`, 'camera', [x, y], turn);
  }
  for (const [number, x, y] of [
    ['01', 12, 10.6],
    ['02', 20, 10.8],
    ['03', 28, 10.6],
    ['04', 38, 7],
  ] as const) {
    // biome-ignore format: rows
    plan.device('BQSXJ', `BQ${number}`, 'camera', [x, y], 270);
  }
  plan
    .device('MJ-DKQ', 'MJ01', 'access-reader', [34, 3.7])
    .device('JJAN', 'AN01', 'panic-button', [35.8, 1.2])
    .device('HW-SJ', 'SJ01', 'intrusion-detector', [9.5, 25.5], 315);
  return source({
    name: 'supermarket',
    what: 'closed polylines under a hatch of lines, shutters, sliding doors, shelves in rows; metres, unit unsaid',
    file: '超市一层.dxf',
    title: '一层平面图',
    version: 'AC1015',
    header: { $INSUNITS: [70, 0], $DWGCODEPAGE: [3, 'ANSI_936'] },
    unit: 1,
    shift: [300, 120],
    walls: 'outlined',
    leaves: 'named',
    layers: { wall: 'QT-墙', fill: 'QT-填充', door: 'MC', name: 'WZ', code: 'WZ-BH', axis: 'ZX', dimension: 'BZ', furniture: 'HJ', sanitary: 'JJ', device: 'RD-SB', number: 'RD-WZ', frame: 'TK' }, // biome-ignore format: layers
    mapping: `rules:
  - {where: {layer: QT-墙}, as: wall}
  - {where: {layer: MC, entity: [LINE, LWPOLYLINE, ARC, INSERT]}, as: opening, kind: door}
  - {where: {block: [GQJ, BQSXJ]}, as: device, kind: camera}
`,
    plan,
  });
}
