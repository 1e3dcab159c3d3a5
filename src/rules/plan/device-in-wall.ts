// Rule plan/device-in-wall: devices that are drawn inside a wall.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/device-in-wall, which reports a fault found while the plan is read: devices that are drawn inside a
 * wall.
 */
export const rule = faultRule(
  'plan/device-in-wall',
  {
    zh: `设备画在墙体内部：距墙面超过5厘米的墙体里，或者按内墙线绘制的两个房间之间。在那里它什么也看不到，不能据此判定。距墙面5厘米以内的，视为安装在墙面上。

**怎么改**：把设备画到它所朝房间的墙面上。`,
    en: `A device drawn inside a wall: deeper than 5 cm in it, or between two rooms drawn by their inner faces. It sees nothing from there, so nothing can be judged of it. Within 5 cm of a face it counts as mounted on it.

**What to do**: draw it on the face of the room it looks into.`,
  },
  example(
    ['fail c1'],
    `
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 2]}
      - {id: r1, kind: guest-room, name: "101", rect: [0, 2.3, 4, 3]}
    openings:
      - {id: d1, kind: door, line: [[1, 2.15], [1.9, 2.15]], thickness: 0.3}
    devices:
      - {id: c1, kind: camera, at: [3, 2.15], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none}
`,
  ),
);
