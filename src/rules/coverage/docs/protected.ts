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
  zh: `审查设防条款所列的部位是否设有条文要求的设备或者系统：入侵报警、视频安防监控、出入口控制、防爆安全检查等，不限于摄像机；感烟火灾探测器、可以移动的设备（\`mobile\`）不计。

每个部位一个判定，场所有几个类别的，条文合并列出：

| 图中情况 | 判定 |
|---|---|
| 摄像机、探测器作用于该部位一半以上 | 未发现不符合（是否符合标准不作审查） |
| 作用不到一半（本工具判定值，非法定），或者只有类型为“其他”的设备 | 须审查判定 |
| 只有识读装置、门磁、紧急报警装置、金属探测门、X射线安全检查设备 | 见下表 |
| 没有设于或者作用于该部位的设备，该部位为条文所列 | 不符合 |
| 同上，该部位是否为条文所列有不同理解（如旅店的楼梯、次要通道、电梯轿厢），或者为本工具建议设防部位 | 须审查判定 |
| 同上，条文所列为整个场所、未列明部位（如学校、博物馆），别处已设防 | 须审查判定 |
| 居民住宅区的商户用房，图中未写明 \`public: true\` | 不适用（列出） |
| 走廊、楼梯等在客房、住宅等禁止采集音视频的房间之内：没有不采集音视频的设备作用于其一半以上 | 须审查判定（可能只是该房间的内部部分；不设设计指标） |
| 部位同时禁止采集音视频，或者全部在选举箱、意见箱等附近：没有不采集音视频的设备 | 须审查判定 |
| 设防是否足够取决于图中未载明的参数（录像分辨率、朝向、俯角、视场角、安装高度、云台的 \`ptz.home\`、探测距离），写明后可能达到一半 | 待补充 |
| 名称与类型不一致、似为禁止采集音视频的区域 | 待补充 |
| 用途未定（\`kindUnknown\`），属于与不属于禁止采集音视频的区域结论不同；或者可能属于条文所列而未见足够设防（全图合为一项） | 待补充 |

单个设备保护它所控制的洞口；房间的每个入口均受控制的，保护该房间。它不保护厅堂和通道。哪些部位可以由单个设备设防，由法规数据包写明；自治区条例的数据包如下，没有写明的一律须审查判定：

| 部位 | 每个入口均设识读装置或者门磁 | 只设在部分入口 | 只有紧急报警装置 | 只有金属探测门、X射线安全检查设备 |
|---|---|---|---|---|
| 出入口、大门 | 未发现不符合（每道外门或者每道内门） | 须审查判定 | 须审查判定 | 未发现不符合 |
| 走廊、楼梯、电梯厅 | 须审查判定 | 须审查判定 | 须审查判定 | 须审查判定 |
| 营业厅、自助银行、大堂、等候厅、展厅等厅堂和公共区域 | 须审查判定 | 须审查判定 | 须审查判定 | 须审查判定 |
| 柜台、接待处、监控中心 | 未发现不符合 | 须审查判定 | 30平方米以下的（参数 \`pointRoomArea\`，非法定）未发现不符合 | 须审查判定 |
| 库房、机房、生产和研制场所、标为重要或者经确定的房间 | 未发现不符合 | 须审查判定 | 须审查判定 | 须审查判定 |
| 金库、藏品库、现金装卸区 | 未发现不符合 | 须审查判定 | 须审查判定 | 须审查判定 |
| 公共交通工具、货币押运车辆 | 须审查判定 | 须审查判定 | 未发现不符合 | 须审查判定 |

没有围墙的区域别处也可进入，除出入口的外门外，不认为入口均受控制。敞口、门帘和常开（\`normallyOpen\`）的门没有关闭的门扇，其上的识读装置、门磁不算控制该入口。摄像机以最小可视范围（侦测级）、探测器以最小探测范围计算面积；其中禁止采集音视频的区域及其附近不计入。

处理：补设相应的设备或者系统并在图中标明；摄像机应标明朝向、俯角、视场角和录像分辨率，未标明的不计面积。本规则不接受例外说明。

${PASS}

${FAIL}

${REVIEW}`,
  en: `Checks that the places a protection clause names have what the clause asks for: intrusion alarm, video, access control, security inspection, not cameras alone. Smoke detectors and devices that move (\`mobile\`) don't count.

One verdict per zone, the clauses of all the site's categories merged:

| the plan shows | verdict |
|---|---|
| cameras and detectors that act on half of it or more | pass (whether they meet the standards is not examined) |
| less than half (sitecam's figure, not the law's), or only devices of kind 'other' | review |
| only readers, contacts, panic buttons, metal detectors or scanners | see the next table |
| nothing in it or acting on it, and the item names it | fail |
| the same, but others may not read the item as listing it (stairs, secondary passages and elevator cars of a hotel), or sitecam only suggests protecting it | review |
| the same, and the item lists the whole place and no part of it (a school, a museum), with protection elsewhere | review |
| premises of a tenant in a residential compound, unless the plan writes \`public: true\` | not applicable (listed) |
| corridor, stairs or the like inside a room where capture is banned (a guest room, a dwelling), and nothing that captures nothing acts on half of it | review (it may be only a part of that room; no design criterion applies) |
| capture is banned there too, or all of it is near a ballot box, an opinion box or the like, and nothing that captures nothing protects it | review |
| whether its protection is enough hangs on a figure the plan leaves out (resolution, heading, tilt, field of view, height, a PTZ's \`ptz.home\`, a detection range), with which it might reach half | open |
| its name disagrees with its kind and reads like a place where capture is banned | open |
| its use is unknown (\`kindUnknown\`) and it matters whether capture is banned there; or it may be one the clause lists and shows no sufficient protection (one verdict for the plan) | open |

A point device protects the opening it guards, and a room if every way in is guarded. It never protects a hall or a passage. Which places it protects by itself is the pack's word; the regional pack says the following, and elsewhere it is for review:

| place | reader or contact on every way in | on some | panic button alone | metal detector or scanner alone |
|---|---|---|---|---|
| entrances, gates | pass (every outer or every inner door) | review | review | pass |
| corridors, stairs, elevator lobbies | review | review | review | review |
| business halls, self-service banks, lobbies, waiting and exhibition halls, public zones | review | review | review | review |
| counters, receptions, control rooms | pass | review | pass up to 30 m² (parameter \`pointRoomArea\`, ours) | review |
| stores, machine rooms, plants, production, research, rooms marked as important or designated | pass | review | review | review |
| vaults, collection stores, cash loading | pass | review | review | review |
| public transport and cash vehicles | review | review | pass | review |

A zone without walls can be entered anywhere: but for the outer doors of an entrance, its ways in don't count as guarded. Nor does a way in without a leaf that shuts: a passage, a curtain, a door that stands open (\`normallyOpen\`). Cameras count by their smallest view (detect), detectors by what they must detect; areas where capture is banned, and what is near a ballot box, are left out.

What to do: add suitable protection and show it; give cameras their heading, tilt, field of view and recorded resolution, without which their view counts for nothing. No waiver is accepted.

${PASS}

${FAIL}

${REVIEW}`,
};
