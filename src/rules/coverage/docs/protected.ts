// Documentation page of the rule coverage/protected.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

const PASS = example(
  ['pass entrance', 'pass office'],
  `
sitecam: 1
site: {name: 某电视台, categories: [television, hotel]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: entrance, kind: main-entrance, name: 主要出入口, rect: [0, 0, 6, 4]}
      - {id: office, kind: office, name: 播控值班室, important: true, rect: [6, 0, 4, 4]}
    openings:
      - {id: d1, kind: door, line: [[6, 1.5], [6, 2.5]]}
    devices:
      - {id: C1, kind: camera, audio: none, at: [0.1, 0.1], height: 2.8, heading: 50, tilt: 25, hfov: 98, resolution: [2560, 1440]}
      - {id: R1, kind: access-reader, at: [5.9, 2.7], heading: 270, opening: d1}`,
);

const FAIL = example(
  ['fail entrance'],
  `
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: entrance, kind: main-entrance, name: 主要出入口, rect: [0, 0, 6, 4]}
    devices:
      - {id: S1, kind: smoke-detector, at: [3, 2], height: 3}`,
);

const REVIEW = example(
  ['review way', 'review car'],
  `
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: way, kind: corridor, name: 走廊, rect: [0, 0, 40, 2]}
      - {id: car, kind: elevator-car, name: 电梯轿厢, rect: [0, 2, 2, 2]}
    devices:
      - {id: P1, kind: intrusion-detector, at: [0.1, 1], height: 2.2, heading: 90, hfov: 90, range: 8}`,
);

/** The documentation page of coverage/protected, in both languages. */
export const docs: RuleDocs = {
  zh: `审查第八条所列部位是否设有技防产品或者技防系统。第八条所称技防产品、技防系统包括入侵报警、视频安防监控、出入口控制、防爆安全检查等（第三条），不限于摄像机；感烟火灾探测器不是技防产品。

每个部位一个判定，场所有几个类别的，条文合并列出：

| 图中情况 | 判定 |
|---|---|
| 设备作用于该部位一半以上，或者门上设有识读装置、门磁开关，或者设有该部位适用的紧急报警、安全检查设备 | 未发现不符合（是否“符合标准”不作审查） |
| 作用不到一半（本工具判定值，非法定），或者只有类型为“其他”的设备 | 须审查判定 |
| 没有设于或者作用于该部位的技防产品，该部位为条文所列 | 不符合（第二十三条） |
| 同上，该部位为本工具建议设防部位 | 须审查判定 |
| 部位同时禁止采集音视频：没有不采集音视频的技防产品 | 须审查判定 |
| 名称与类型不一致、似为禁止采集音视频的区域 | 待补充 |
| 用途未定（\`kindUnknown\`），属于与不属于禁止采集音视频的区域结论不同；或者可能属于该条所列而未见足够设防（全图合为一项） | 待补充 |

摄像机以最小可视范围（侦测级）、探测器以最小探测范围计算面积；其中禁止采集音视频的区域及其附近不计入。

处理：补设相应的技防产品并在图中标明；摄像机应标明朝向、俯角、视场角和录像分辨率，未标明的不计面积。本规则不接受例外说明。

${PASS}

${FAIL}

${REVIEW}`,
  en: `Checks that the places Art. 8 names have technical security products or systems: intrusion alarm, video, access control, security inspection (Art. 3), not cameras alone. A smoke detector is none.

One verdict per zone, the clauses of all the site's categories merged:

| the plan shows | verdict |
|---|---|
| devices that act on half of it or more, a reader or contact on its door, or a panic button or inspection device suited to it | pass (whether they meet the standards is not examined) |
| less than half (sitecam's figure, not the law's), or only devices of kind 'other' | review |
| nothing in it or acting on it, and the item names it | fail (Art. 23) |
| the same, and sitecam only suggests protecting it | review |
| capture is banned there too, and nothing that captures nothing protects it | review |
| its name disagrees with its kind and reads like a place where capture is banned | open |
| its use is unknown (\`kindUnknown\`) and it matters whether capture is banned there; or it may be one the article lists and shows no sufficient protection (one verdict for the plan) | open |

Cameras count by their smallest view (detect), detectors by what they must detect; areas where capture is banned, and what is near a ballot box, are left out.

What to do: add suitable protection and show it; give cameras their heading, tilt, field of view and recorded resolution, without which their view counts for nothing. No waiver is accepted.

${PASS}

${FAIL}

${REVIEW}`,
};
