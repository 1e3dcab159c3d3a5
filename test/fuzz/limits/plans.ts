import { parse } from 'yaml';
import type { PlanDoc } from '../document.js';

/** A plan one figure of which lies exactly at a limit. */
export interface AtLimit {
  readonly name: string;
  /** What is said of it because the figure is at its limit, or a little nearer to what the person must see. */
  readonly says: readonly string[];
  readonly doc: PlanDoc;
}

function plan(name: string, says: readonly string[], level: string, site = 'categories: [hotel]'): AtLimit {
  const text = `
sitecam: 1
site: {name: 示例, region: "150102", ${site}}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
${level}`;
  return { name, says, doc: parse(text) as PlanDoc };
}

/** Below the restroom, a corridor. */
const REST = `
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 4, 2]}
`;
const CAMERA = 'kind: camera, height: 2.8, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none';
const LOBBY = 'zones: [{id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 8, 6]}]';
const TWO_ROOMS = (overlap: number) => `
    zones:
      - {id: a, kind: office, name: 办公室, rect: [0, 0, 4, 3]}
      - {id: b, kind: lobby, name: 大堂, rect: [${4 - overlap}, 0, 4, 3]}
    openings:
      - {id: d1, kind: door, line: [[1, 0], [2, 0]]}
      - {id: d2, kind: door, line: [[5, 0], [6, 0]]}
`;
const POLLING = (box: string, more: string) => `
    zones:
      - {id: hall, kind: polling-hall, name: 投票站, rect: [0, 0, 14, 10]}
      - {id: box, kind: ballot-box, name: 选举箱, rect: ${box}}
    openings: [{id: d0, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [${more}]
`;
const BOUND_TO_VENUE = 'categories: [cultural-entertainment-venue], songAndDance: true';
const KARAOKE = (wall: string) => `
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 2]}
      - {id: k1, kind: entertainment-private-room, name: 阴山厅, rect: [0, 2, 6, 4]}
    walls: [{id: w9, line: ${wall}}]
    openings:
      - {id: d1, kind: glass-door, line: [[1, 2], [2, 2]], glazing: clear, lock: outer}
      - {id: w1, kind: window, line: [[3, 2], [5.5, 2]], glazing: clear, fixed: true}
`;
/** Two rooms with a wall across them, and a detector that covers one of two halves of a place to be protected. */
const HALF = `
    zones:
      - {id: e1, kind: main-entrance, name: 主要出入口, rect: [0, 0, 8, 4]}
    walls: [{id: w1, line: [[4, 0], [4, 4]]}]
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}]
    devices:
      - {id: P1, kind: intrusion-detector, at: [2, 2], height: 2.5, hfov: 360, range: 20}
`;

/** Plans with a figure at each limit, as far as one can be drawn with numbers of a grid. */
export const AT_LIMITS: readonly AtLimit[] = [
  plan(
    'a passage 2 m wide, half of a side of 4 m',
    ['plan/undivided-room wc/hall review'],
    `${REST}    openings: [{id: p1, kind: passage, line: [[1, 2], [3, 2]]}, {id: d1, kind: door, line: [[1, 0], [2, 0]]}]`,
  ),
  plan(
    'zones without walls 0.4 m apart',
    ['plan/undivided-room wc/hall review'],
    `
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2.4, 4, 3], enclosed: false}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 4, 2], enclosed: false}
`,
  ),
  plan(
    'a restroom of 0.5 m²',
    ['plan/undivided-room wc review'],
    `
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 1, 0.5]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 4, 2]}
    openings: [{id: d1, kind: door, line: [[0.1, 2], [0.9, 2]]}]
`,
  ),
  ...[0.4, 15].map((width) =>
    plan(
      `a door ${width} m wide`,
      [],
      `
    zones: [{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 40, 4]}]
    openings: [{id: d1, kind: door, line: [[1, 4], [${1 + width}, 4]]}]
`,
    ),
  ),
  plan(
    'a corridor of 0.5 m²',
    [],
    `
    zones: [{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 0.5, 1]}]
`,
  ),
  plan(
    'a door 50 mm off its wall',
    [],
    `${REST}    openings: [{id: d1, kind: door, line: [[1, 2.05], [2, 2.05]]}, {id: d2, kind: door, line: [[1, -0.05], [2, -0.05]]}]
    devices: [{id: C1, at: [1.5, 0.5], heading: 0, ${CAMERA}}]`,
  ),
  plan(
    'a door at 10° to its wall',
    [],
    `${REST}    openings:
      - {id: d1, kind: door, line: [[1, 2], [1.984807753, 2.173648178]]}
      - {id: d2, kind: door, line: [[1, 0], [2, 0]]}`,
  ),
  plan(
    'a wall 0.3 m behind a door, across half of it',
    ['plan/opening-blocked d1/w1 fail'],
    `${REST}    walls: [{id: w1, line: [[1, 1.7], [1.5, 1.7]]}]
    openings: [{id: d1, kind: door, line: [[1, 2], [2, 2]]}, {id: d2, kind: door, line: [[1, 0], [2, 0]]}]`,
  ),
  ...[
    [0.05, 1.99],
    [0.05, 0.05],
  ].map(([x, y]) =>
    plan(
      `a camera 50 mm off a wall at ${x}, ${y}`,
      [],
      `${REST}    openings: [{id: d1, kind: door, line: [[1, 2], [2, 2]]}, {id: d2, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [${x}, ${y}], heading: 60, ${CAMERA}}, {id: C2, at: [3, 2.05], heading: 180, ${CAMERA}}]`,
    ),
  ),
  ...[89, 90, 91, 89.9, 90.1].map((heading) =>
    plan(
      `a camera on a wall that heads ${heading}°`,
      heading === 90 ? ['plan/heading-along-wall C1 review'] : [],
      `${REST}    openings: [{id: d1, kind: door, line: [[1, 2], [2, 2]]}, {id: d2, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [3, 2], heading: ${heading}, ${CAMERA}}, {id: C2, at: [3, 1.999], heading: ${heading}, ${CAMERA}}]`,
    ),
  ),
  plan(
    'a camera in a corner 1 mm off a wall along which it heads',
    [],
    `${REST}    openings: [{id: d1, kind: door, line: [[1, 2], [2, 2]]}, {id: d2, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [0.03, 0.001], heading: 90, ${CAMERA}}]`,
  ),
  ...[
    [0.005, ['plan/light-leak a/b review']],
    [0.05, ['plan/light-leak a/b review']],
  ].map(([gap, says]) =>
    plan(
      `a gap of ${Number(gap) * 1000} mm`,
      says as string[],
      `    ${LOBBY}
    walls: [{id: a, line: [[2, 3], [4, 3]]}, {id: b, line: [[${4 + Number(gap)}, 3], [6, 3]]}]
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [4, 1], heading: 0, ${CAMERA}}]`,
    ),
  ),
  plan(
    'gaps before walls that meet, and two gaps between the same walls',
    ['plan/light-leak a/b/c review', 'plan/light-leak d/e review', 'plan/light-leak d/e/2 review'],
    `    ${LOBBY}
    walls:
      - {id: a, line: [[2, 3], [4, 3]]}
      - {id: b, line: [[4.02, 2], [4.02, 3], [4.02, 4]]}
      - {id: c, line: [[4.02, 3], [5, 3]]}
      - {id: d, line: [[1, 5], [3, 5]]}
      - {id: e, line: [[3.02, 5], [3.02, 5.5], [0.98, 5.5], [0.98, 5]]}
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}]`,
  ),
  ...[
    [0.05, []],
    [0.052, ['plan/overlapping-zones b/a fail']],
  ].map(([overlap, says]) =>
    plan(`rooms that overlap by ${Number(overlap) * 1000} mm`, says as string[], TWO_ROOMS(Number(overlap))),
  ),
  plan(
    'a room that sticks out of another by 50 mm',
    [],
    `
    zones:
      - {id: hall, kind: lobby, name: 大堂, rect: [0, 0, 8, 6]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [5.05, 1, 3, 3]}
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}, {id: d2, kind: door, line: [[5.05, 2], [5.05, 3]]}]
`,
  ),
  plan(
    'a room that fills 95 % of another',
    ['plan/overlapping-zones wc/hall fail'],
    `
    zones:
      - {id: hall, kind: lobby, name: 大堂, rect: [0, 0, 10, 4]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 0, 9.5, 4]}
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}]
`,
  ),
  plan(
    'the same place twice',
    ['plan/overlapping-zones wc/hall fail'],
    `
    zones:
      - {id: hall, kind: lobby, name: 大堂, rect: [0, 0, 10, 4]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 0, 10, 4]}
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [2, 2], heading: 0, ${CAMERA}}]
`,
  ),
  ...[3, 3.05].map((far) =>
    plan(
      `a camera ${far} m from a ballot box`,
      far === 3 ? ['capture/device-in-private-zone C1>box review'] : [],
      POLLING('[6, 5, 0.6, 0.6]', `{id: C1, at: [${6.6 + far}, 5.3], heading: 90, ${CAMERA}}`),
      'categories: [school]',
    ),
  ),
  plan(
    'a ballot box half of which stands in its hall',
    [],
    POLLING('[13.5, 5, 1, 0.6]', `{id: C1, at: [10.7, 5.3], heading: 90, ${CAMERA}}`),
    'categories: [school]',
  ),
  plan(
    'a microphone 5 m from a box’s near area',
    [],
    POLLING('[6, 5, 0.6, 0.6]', '{id: M1, kind: microphone, at: [14, 5.3], height: 2.5, pickup: 4.4}'),
    'categories: [school]',
  ),
  ...[5, 20].map((pickup) =>
    plan(
      `a microphone ${pickup} m from a restroom`,
      [],
      `
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, -30, 4, 32]}
    openings: [{id: d1, kind: door, line: [[0.5, 2], [3.5, 2]]}, {id: d2, kind: door, line: [[0, -29], [0, -28]]}]
    devices: [{id: M1, kind: microphone, at: [2, ${2 - pickup}], height: 2.5, pickup: ${pickup}}]
`,
    ),
  ),
  plan(
    'a view 1 m deep through a door',
    ['capture/view-into-private-zone C1>wc review'],
    `
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 40, 1]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 40, 2]}
    openings: [{id: d1, kind: door, line: [[20, 2], [20.9, 2]]}, {id: d2, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [20.45, 0.2], heading: 0, ${CAMERA}}]
`,
  ),
  plan(
    'a view 0.1 m deep through glass',
    ['capture/view-into-private-zone C1>wc review'],
    `
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 20, 0.1]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 20, 2]}
    openings:
      - {id: w1, kind: window, line: [[9, 2], [11, 2]], glazing: clear, fixed: true, sill: 0.2}
      - {id: d2, kind: door, line: [[1, 0], [2, 0]]}
    devices: [{id: C1, at: [10, 0.2], heading: 0, ${CAMERA}}]
`,
  ),
  plan(
    'a view of 0.05 m² of a place of 0.1 m²',
    ['capture/view-into-private-zone C1>pin review'],
    `
    zones:
      - {id: hall, kind: business-hall, name: 营业厅, rect: [0, 0, 8, 6]}
      - {id: pin, kind: customer-information-area, name: 密码键盘区, rect: [4, 3, 0.2, 0.5]}
    walls: [{id: w1, line: [[0, 3.25], [8, 3.25]]}]
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}, {id: d2, kind: door, line: [[1, 6], [2, 6]]}]
    devices: [{id: C1, at: [4.1, 1], heading: 0, ${CAMERA}}]
`,
    'categories: [bank]',
  ),
  plan(
    'a camera 0.3 m before the wall of a restroom',
    ['capture/faces-private-wall C1>wc review'],
    `${REST}    openings: [{id: d1, kind: door, line: [[1, 2], [2, 2]]}, {id: d2, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [3, 1.7], heading: 0, ${CAMERA}}]`,
  ),
  plan(
    'a camera whose axis runs along the wall of a restroom',
    [],
    `
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 4.123, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 9, 2]}
      - {id: shop, kind: shop, name: 商店, rect: [4.123, 2, 4.877, 3]}
    openings:
      - {id: d1, kind: door, line: [[1, 2], [2, 2]]}
      - {id: d2, kind: door, line: [[1, 0], [2, 0]]}
      - {id: d3, kind: door, line: [[5, 2], [6, 2]]}
    devices: [{id: C1, at: [4.223, 5], heading: 270, ${CAMERA}}, {id: C2, at: [4.223, 1.9], heading: 270, ${CAMERA}}]`,
  ),
  plan('a wall 0.3 m off its room’s boundary', [], KARAOKE('[[0.5, 5.7], [5.5, 5.7]]'), BOUND_TO_VENUE),
  plan(
    'a wall 0.31 m off its room’s boundary',
    ['rooms/fittings k1/partition fail'],
    KARAOKE('[[0.5, 5.69], [5.5, 5.69]]'),
    BOUND_TO_VENUE,
  ),
  plan('a place half of which is protected', ['coverage/protected e1 review'], HALF),
  plan(
    'a button in a room of 30 m²',
    [],
    `
    zones:
      - {id: c1, kind: cash-loading, name: 现金装卸区, rect: [0, 0, 6, 5]}
      - {id: v1, kind: counter, name: 柜台, rect: [6, 0, 6, 5]}
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}, {id: d2, kind: door, line: [[7, 0], [8, 0]]}]
    devices: [{id: B1, kind: panic-button, at: [3, 2]}, {id: B2, kind: panic-button, at: [9, 2]}]
`,
    'categories: [bank]',
  ),
  plan(
    'a view of 2 m² that are in no zone',
    ['plan/unzoned-view C1 review'],
    `
    zones:
      - {id: a, kind: lobby, name: 大堂, rect: [0, 0, 6, 6]}
      - {id: b, kind: lobby, name: 后厅, rect: [8, 0, 6, 6]}
    walls: [{id: w1, line: [[6, 2], [8, 2]]}, {id: w2, line: [[6, 3], [8, 3]]}]
    openings: [{id: p1, kind: passage, line: [[6, 2], [6, 3]]}]
    devices: [{id: C1, at: [6, 2.5], heading: 90, kind: camera, form: fisheye, height: 2.8, hfov: 360, resolution: [3000, 3000], audio: none}]
`,
  ),
  plan(
    'a camera 50 mm deep in a wall, and 10 mm before its face',
    ['plan/device-in-wall C2 fail'],
    `    ${LOBBY}
    walls: [{id: w1, line: [[2, 3], [6, 3]], thickness: 0.3}]
    openings: [{id: d1, kind: door, line: [[1, 0], [2, 0]]}]
    devices: [{id: C1, at: [3, 3.05], heading: 0, ${CAMERA}}, {id: C2, at: [4, 3.14], heading: 0, ${CAMERA}}]`,
  ),
  plan(
    'a hole 1 mm outside its outline',
    [],
    `
    zones:
      - {id: hall, kind: lobby, name: 大堂, polygon: [[0, 0], [8, 0], [8, 6], [0, 6]], holes: [[[2, -0.001], [4, -0.001], [4, 2], [2, 2]]]}
    openings: [{id: d1, kind: door, line: [[0, 1], [0, 2]]}]
`,
  ),
  ...[2.998, 2.99, 3, 3.01, 3.02].map((far) =>
    plan(
      `a sign ${far} m before the door`,
      [],
      `
    zones:
      - {id: yard, kind: yard, name: 院落, rect: [0, -10, 20, 10]}
      - {id: hall, kind: lobby, name: 大堂, rect: [0, 0, 20, 6]}
    openings: [{id: d1, kind: door, line: [[9, 0], [11, 0]]}]
    devices: [{id: C1, at: [10, 5], heading: 180, ${CAMERA}}]
    signs: [{id: S1, at: [10, ${far}], heading: 180, text: 本区域有图像采集设备}]
`,
    ),
  ),
];
