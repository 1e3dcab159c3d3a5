// A hotel's guest floor as 天正 exports it (R12): filled walls, baths in the rooms, unit and code page unsaid.

import { Plan } from '../plan.js';
import { type Source, source } from '../source.js';

export function hotel(): Source {
  const plan = new Plan()
    .wall(0.24, [0, 0], [32, 0], [32, 15], [0, 15], [0, 0])
    .wall(0.2, [0, 6.5], [32, 6.5])
    .wall(0.2, [0, 8.5], [32, 8.5]);
  for (const x of [4, 8, 12, 16, 20, 24, 28]) plan.wall(0.2, [x, 0], [x, 6.5]);
  for (const x of [4, 8, 12, 16, 20, 25, 28]) plan.wall(0.2, [x, 8.5], [x, 15]);
  for (let index = 0; index < 7; index++) {
    const x = index * 4;
    plan
      .partition(0.1, [x + 1.9, 6.5], [x + 1.9, 4.2], [x, 4.2])
      .open('door', 0.9, [x + 3.1, 6.5], { hinge: index % 2 === 0 ? 1 : -1, side: -1 })
      .open('door', 0.7, [x + 1.9, 5.2], { side: -1 })
      .open('window', 2.1, [x + 2, 0])
      .room(`客房80${index + 1}`, [x + 2.2, 2.9])
      .room(`卫${index + 1}`, [x + 0.9, 5.6], false)
      .put({ what: 'bed', at: [x + 0.2, 2.2], turn: 270 }, { what: 'wc', at: [x + 0.5, 6.3], turn: 180 })
      .put({ what: 'basin', at: [x + 1.4, 4.3], turn: 0 });
  }
  for (let index = 0; index < 4; index++) {
    const x = index * 4;
    plan
      .partition(0.1, [x + 1.9, 8.5], [x + 1.9, 10.8], [x, 10.8])
      .open('door', 0.9, [x + 3.1, 8.5], { hinge: index % 2 === 0 ? -1 : 1 })
      .open('door', 0.7, [x + 1.9, 9.8], { side: -1, hinge: 1 })
      .open('window', 2.1, [x + 2, 15])
      .room(`客房81${index + 1}`, [x + 2.2, 11.8])
      .room(`卫${index + 11}`, [x + 0.9, 9.4], false)
      .put({ what: 'bed', at: [x + 0.2, 13], turn: 270 }, { what: 'wc', at: [x + 0.5, 8.7], turn: 0 });
  }
  plan
    .wall(0.2, [20, 10.8], [25, 10.8])
    .wall(0.2, [22.5, 10.8], [22.5, 15])
    .open('gap', 2.2, [22.5, 8.5])
    .open('sliding', 1.1, [21.2, 10.8])
    .open('sliding', 1.1, [23.8, 10.8])
    .open('double', 1.2, [26.5, 8.5])
    .open('door', 0.8, [29, 8.5])
    .open('door', 0.9, [18, 8.5])
    .open('door', 0.9, [29, 6.5], { side: -1 })
    .open('window', 1.5, [0, 7.5])
    .open('double', 1.4, [32, 7.5], { side: 1 })
    .open('window', 1.5, [26.5, 15])
    .open('window', 1.5, [30, 0])
    .room('走廊', [14, 7.5])
    .room('工作间', [30, 3])
    .room('消毒间', [18, 12])
    .room('电梯厅', [22.5, 9.4])
    .room('电梯1', [21.2, 13], false)
    .room('电梯2', [23.8, 13], false)
    .room('楼梯间', [26.5, 9.4])
    .room('布草间', [30, 12])
    .put({ what: 'cross', box: [20.1, 10.9, 22.4, 14.9] }, { what: 'cross', box: [22.6, 10.9, 24.9, 14.9] })
    .put({ what: 'treads', box: [25.1, 10.4, 27.9, 13.4], count: 11, along: 'y' })
    .put({ what: 'cabinet', at: [30, 14.6], turn: 180 })
    .device('SXJ-BQ', 'BQ-01', 'camera', [0.5, 7.5])
    .device('SXJ-BQ', 'BQ-02', 'camera', [16, 7.5])
    .device('SXJ-BQ', 'BQ-03', 'camera', [31.2, 7.8], 180)
    .device('SXJ-BQ', 'BQ-04', 'camera', [20.5, 9.2])
    .device('HW-TCQ', 'HW-01', 'intrusion-detector', [25.3, 8.9], 45);
  return source({
    name: 'hotel',
    what: '天正 T3: walls filled by SOLID, baths, lifts with crosses, treads; unit and code page unsaid',
    file: '客房层.dxf',
    title: '八层平面图',
    version: 'AC1009',
    unit: 0.001,
    walls: 'filled',
    leaves: 'scaled',
    mirrors: true,
    layers: { fill: 'WALL' },
    plan,
  });
}
