// Documentation page of the rule capture/unknown-use.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(
    ['open x1'],
    `
    zones:
      - {id: x1, kind: other, name: 亲子房2, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 8, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: C3, kind: camera, at: [2, 1], height: 2.8, heading: 90, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
  example(
    ['review o1', 'pass o2'],
    `
    zones:
      - {id: o1, kind: office, name: 抚触室, rect: [0, 0, 4, 3]}
      - {id: o2, kind: office, name: 财务办公室, rect: [4, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 8, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
      - {id: d2, kind: door, line: [[5, 3], [5.9, 3]]}
    devices:
      - {id: C5, kind: camera, at: [2, 1], height: 2.8, heading: 270, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
      - {id: C6, kind: camera, at: [6, 1], height: 2.8, heading: 90, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
  example(
    ['open C1', 'open store'],
    `
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 2]}
      - {id: store, kind: store, name: 库房, rect: [0, 2, 3, 4]}
    openings:
      - {id: d1, kind: door, line: [[0, 0.5], [0, 1.5]]}
    devices:
      - {id: C1, kind: camera, at: [5, 6], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
      - {id: C2, kind: camera, at: [1, 4], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
].join('\n');

/** The documentation page of capture/unknown-use, in both languages. */
export const docs: RuleDocs = {
  zh: `禁止采集的场所，条文以“其他”兜底，任何词语表都不能穷尽。因此，设有采集设备（或者可能具有采集功能的设备）的房间，其类型和名称应当足以认定不涉及个人隐私。

- **待补充**：类型为“其他”（\`other\`）而名称未表明用途；办公室、会议室、教室等工作用房未写名称；只属于旅店的场所内标为住宅，未写明是否用于接待旅客住宿。
- **待补充**（没有画的）：采集设备不在任何区域内；在涉及个人隐私的区域中挖去而未另画的部分内；距所画的一切超过50米（本工具判定值，非法定）；设于外墙上或者紧邻外墙而没有画室外区域（合为一项）；所在房间四周封闭而没有画门窗洞口（车辆除外）。
- **须审查判定**：名称与所标类型可能不一致（走廊名为“3号包”、办公室名为“抚触室”、餐厅名为“听雨轩”）；工作用房的名称不能印证用途（“201”）；名称未使用汉字而不能识读；以 \`kindConfirmed\` 为“其他”载明用途。
- **通过**：类型和名称足以认定；名称以“走廊”“办公室”“库房”等结尾；以 \`kindConfirmed\` 书面说明。

不封闭、位于用途已定的房间之内的区域，是该房间的一部分。

**怎么改**：补画区域、室外区域（\`yard\`）、门窗洞口，或者更正设备的位置、楼层、坐标单位；写明类型（\`kind\`）和名称；名称确另有所指的，写明 \`kindConfirmed: {reason, by}\`。

${PLANS}`,
  en: `The law lists places where nobody may capture and ends with "other" places, so no list of words is complete. A room in which a device captures, or may, must be settled by its kind and its name not to be one.

- **open**: the kind is \`other\` and the name doesn't say what the room is for; an office, meeting room, classroom or the like without a name; a dwelling on a site that is a hotel alone, where travellers may be lodged in it.
- **open** (what isn't drawn): the device stands in no zone; in a part cut out of a private place that is drawn as nothing; more than 50 m from all that is drawn (this tool's figure, not the law's); on an outer wall or right beside it, where no outdoor area is drawn (one finding for all); in a room without any opening (but for vehicles).
- **review**: the name may not agree with the kind (a corridor called 'private room 3', an office called 'infant massage', a dining room called 'Rain Pavilion'); the name of a work room says nothing (201); it isn't in Chinese characters and can't be read; \`kindConfirmed\` states the use of a zone of kind \`other\`.
- **pass**: kind and name settle it; the name ends in a word such as corridor, office, store; \`kindConfirmed\` explains it.

A zone without walls that lies in a settled room is part of it.

**What to do**: draw the zone, the outdoors (\`yard\`) or the openings, or correct the device's place, level or unit; give the room its \`kind\` and its name; where the name does mean something else, say so with \`kindConfirmed: {reason, by}\`.

${PLANS}`,
};
