// A storey of flats as 天正 exports it (R12): one flat is a block, mirrored for the other; treads and the lift's cross on WALL.

import { Drawing } from '../../../support/dxf-writer.js';
import { draw, drawSheet, type Manner } from '../draw.js';
import { counted } from '../expected.js';
import { Plan } from '../plan.js';
import { bytesOf, layersOf, type Source } from '../source.js';

/** The flat to the east of the core. */
function flat(): Plan {
  const plan = new Plan()
    .wall(0.2, [3, 0], [13, 0], [13, 11], [3, 11], [3, 0])
    .wall(0.1, [3, 0], [3, -1.5], [8, -1.5], [8, 0])
    .partition(0.2, [3, 5.5], [13, 5.5])
    .partition(0.2, [8, 0], [8, 5.5])
    .partition(0.1, [3, 8], [6, 8])
    .partition(0.1, [6, 5.5], [6, 11])
    .partition(0.1, [6, 6.8], [13, 6.8])
    .partition(0.1, [8.4, 6.8], [8.4, 11]);
  plan
    .open('door', 1, [3, 6.2], { hinge: 1, side: -1 })
    .open('gap', 1.6, [4.6, 5.5])
    .open('gap', 1.1, [6, 6.15])
    .open('sliding', 1.6, [4.5, 8])
    .open('door', 0.7, [7.2, 6.8], { hinge: 1 })
    .open('door', 0.9, [9.2, 6.8])
    .open('door', 0.9, [9, 5.5], { side: -1 })
    .open('sliding', 3, [5.5, 0])
    .open('window', 4, [5.5, -1.5])
    .open('window', 2.1, [10.5, 0])
    .open('window', 1.8, [10.7, 11])
    .open('window', 0.6, [7.2, 11])
    .open('window', 1.2, [4.5, 11])
    .room('客厅', [5.5, 2.5])
    .room('餐厅', [4.4, 7])
    .room('厨房', [4.4, 9.5])
    .room('卫生间', [7.2, 8.8])
    .room('过道', [10, 6.15])
    .room('次卧', [10.7, 8.8])
    .room('主卧', [10.5, 2.8])
    .room('阳台', [5.5, -0.8]);
  return plan.put(
    { what: 'bed', at: [12.8, 2.4], turn: 90 },
    { what: 'bed', at: [12.8, 9], turn: 90 },
    { what: 'sofa', at: [3.2, 2.6], turn: 270 },
    { what: 'wc', at: [6.4, 10.9], turn: 180 },
    { what: 'basin', at: [8.2, 10], turn: 90 },
    { what: 'desk', at: [12, 0.3], turn: 0 },
  );
}

/** What both flats share. */
function core(): Plan {
  return new Plan()
    .wall(0.2, [-3, 4], [3, 4])
    .wall(0.2, [-3, 7], [3, 7])
    .wall(0.2, [-3, 11], [3, 11])
    .wall(0.2, [0.2, 7], [0.2, 11])
    .wall(0.1, [0.2, 9.3], [3, 9.3])
    .open('window', 1.8, [-1.2, 4])
    .open('double', 1.2, [-1.4, 7], { side: 1 })
    .open('sliding', 1, [1.6, 7])
    .open('door', 0.6, [0.2, 10.2], { side: -1 })
    .open('window', 1.2, [-1.4, 11])
    .room('电梯厅', [0, 5.5])
    .room('楼梯间', [-2.4, 8.2])
    .room('电梯', [1.6, 8.2], false)
    .room('水暖井', [1.6, 10.2])
    .put({ what: 'treads', box: [-2.9, 8.6, 0.1, 10.5], count: 8, along: 'y' })
    .put({ what: 'cross', box: [0.3, 7.1, 2.9, 9.25] })
    .device('SXJ-BQ', 'BQ-01', 'camera', [-2.7, 5.5])
    .device('DKQ', 'DK-01', 'access-reader', [-2.4, 6.8]);
}

export function flats(): Source {
  const options = { version: 'AC1009' } as const;
  const manner: Manner = {
    unit: 0.001,
    shift: [0, 0],
    walls: 'tidy',
    leaves: 'scaled',
    mirrors: true,
    layers: layersOf({ stairs: 'WALL' }),
  };
  const drawing = new Drawing(options);
  const at = [25, 12.4] as const;
  const moved: Manner = { ...manner, shift: at };
  const block = drawing.block('户型A', (sheet) => draw(drawing, sheet, flat(), manner));
  for (const scale of [[1, 1], [-1, 1]] as const) drawing.insert('0', block, { at: [at[0] * 1000, at[1] * 1000], scale }); // biome-ignore format: scales
  draw(drawing, drawing, core(), moved);
  const whole = new Plan().add(flat(), { suffix: '东' }).add(flat(), { mirror: true, suffix: '西' }).add(core());
  drawSheet(drawing, whole, moved, '标准层平面图');
  return {
    name: 'flats',
    what: '天正 T3: a flat as a block, mirrored; treads and a lift cross on WALL; passages undrawn; unit unsaid',
    file: '住宅标准层.dxf',
    bytes: bytesOf(drawing, 'gbk'),
    mapping: undefined,
    expected: counted(whole, manner.unit, at, false),
  };
}
