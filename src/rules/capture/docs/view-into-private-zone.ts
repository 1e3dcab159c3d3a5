// Documentation page of the rule capture/view-into-private-zone.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(
    ['fail C1>wc'],
    `
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 4, 4]}
    openings:
      - {id: p1, kind: passage, line: [[1, 3], [2, 3]]}
    devices:
      - {id: C1, kind: camera, at: [1.5, 7], height: 2.8, heading: 180, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
  example(
    ['review C1>wc'],
    `
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 4, 4]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [2, 3]]}
    devices:
      - {id: C1, kind: camera, at: [1.5, 7], height: 2.8, heading: 180, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
  example(
    ['pass wc'],
    `
sitecam: 1
site: {name: Example, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: wc, kind: restroom, name: Restroom, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: Corridor, rect: [0, 3, 4, 4]}
    openings:
      - {id: p1, kind: passage, line: [[1, 3], [2, 3]]}
    devices:
      - {id: C1, kind: camera, at: [1.5, 3.2], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
].join('\n\n');

/** The documentation page of capture/view-into-private-zone, in both languages. */
export const docs: RuleDocs = {
  zh: `第九条第二款禁止的是“安装”；设于区域外、视线及于区域内的，适用第九条第一款的一般义务，本条例未设罚则。依国务院令第799号（数据包 cn-799-2025），设于能够拍摄、窥视他人隐私的区域、部位的，适用其第八条第一款第（四）项。
本规则按**最大可视范围**审查：门、帘可能打开，云台可能转到硬限位之内的任何方向，未标明永久遮蔽的玻璃按透明计。

- **不符合**：不须开门即可及（敞口、透明窗、常开门）客房、卫生间等，面积大于0.05平方米且深度大于0.1米（本工具参数，非法定）；对可能泄露客户个人信息的区域、选举箱等，以像素密度判定（判定值为本工具参数，非法定）。
- **须审查判定**：仅在门、帘开启时可及；条文未列举的区域；依法应当安装透明门的包间（图中载明不是歌舞娱乐场所的除外）；只摄及选举箱附近。
- **其他楼层**：经中庭、楼梯间或者室外，可及其他楼层的，同样判定，并写明两个楼层；图中数据不足以计算的，由 \`capture/cross-level\` 提出。
- 仅在门、帘开启时掠及边缘（深不足1.0米且不足该区域5%，本工具参数，非法定）的只计数，不作为问题。
- **待补充**：封闭区域未标明任何门窗；是否可及取决于图中未载明的朝向、俯角、视场角或者录像分辨率。
- **怎么改**：调整位置、朝向、视场角，云台设硬限位，或者设永久遮蔽。

${PLANS}`,
  en: `Art. 9(2) bans *installing*; a view from outside falls under the general duty of Art. 9(1), for which the regulation sets no penalty. By State Council Order 799 (pack cn-799-2025) it is Art. 8(1)(4): areas where the privacy of others can be filmed or spied on.
The rule takes the **largest view**: doors and curtains may open, a PTZ may turn anywhere within its hard limits, and glass not marked as permanently covered counts as clear.

- **fail**: without anything being opened (a passage, clear glass, a door that stands open) more than 0.05 m² and more than 0.1 m deep (this tool's parameters) of a guest room, restroom and the like; for customer information and ballot boxes the pixel density decides (this tool's thresholds, not the law's).
- **review**: only with a door or curtain open; zones the text doesn't name; private rooms that must have clear doors by law (not where the plan states that the site is no song-and-dance venue); only the surroundings of a ballot box.
- **other levels**: what is seen there through an atrium, stairs or from outdoors is judged alike, and both levels are named; where the plan says too little to compute it, \`capture/cross-level\` says so.
- A view that only grazes the edge when a door opens (less than 1.0 m deep and less than 5 % of the zone: this tool's parameters) is counted, not reported.
- **open**: an enclosed zone with no door or window marked; a view that hangs on a heading, tilt, field of view or resolution which the plan leaves out.
- **what to do**: move, turn or narrow the camera, give a PTZ hard limits, or set a permanent mask.

${PLANS}`,
};
