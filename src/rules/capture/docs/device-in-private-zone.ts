// Documentation page of the rule capture/device-in-private-zone.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(
    ['fail C1>wc'],
    `
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 8, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: C1, kind: camera, at: [2, 1], height: 2.8, heading: 90, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
  example(
    ['pass wc'],
    `
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 8, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: P1, kind: intrusion-detector, at: [2, 1], height: 2.2, heading: 0, hfov: 90, range: 8}
`,
  ),
  example(
    ['fail M1>r101'],
    `
sitecam: 1
site: {name: Example, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: r101, kind: guest-room, name: "101", rect: [0, 0, 4, 5]}
    openings:
      - {id: d1, kind: door, line: [[1, 5], [1.9, 5]]}
    devices:
      - {id: M1, kind: microphone, at: [2, 2], height: 2.5}
`,
  ),
].join('\n\n');

/** The documentation page of capture/device-in-private-zone, in both languages. */
export const docs: RuleDocs = {
  zh: `第九条第二款禁止在客房、包间、集体宿舍和公寓房间、哺乳室、公共浴室、更衣室、化妆间、卫生间等处**安装**具有音视频采集功能的技防系统。
国务院令第799号（数据包 cn-799-2025）第八条第一款禁止在公共场所的客房、饭店包间、宿舍和单位内部休息房间、公共的浴室、卫生间、更衣室、哺乳室、试衣间等处安装图像采集设备；仅能拾音的设备、住宅和公寓房间不在其内。
本规则看设备能够采集什么，而不看它叫什么：可见光、热成像和任何拾音都算；入侵探测器、门磁、读卡器不算；带摄像机的复核型探测器算。

- **不符合**：设备在该区域（含其中嵌套的任何区域，孔洞除外）之内；对选举箱、举报箱、写票处，则是在 3 米（本工具参数）以内且其间无遮挡，无论朝向。
- **须审查判定**：深度相机；条文未列举而本工具认为可能属于第（六）项的区域；场所类别不在该项所称之列。
- **待补充**：投票站内未标明选举箱、写票处；设备所在的楼层没有划定任何区域。用途未定的房间见 \`capture/unknown-use\`。
- **怎么改**：移出。遮蔽、软件限位、关闭录制都不改变“安装”。

${PLANS}`,
  en: `Art. 9(2) prohibits *installing* systems with sound or image capture in guest rooms, entertainment private rooms, dormitory and apartment rooms, nursing rooms, public bathrooms, changing rooms, make-up rooms, restrooms and the like.
Art. 8(1) of State Council Order 799 (pack cn-799-2025) prohibits installing image-capturing devices in guest rooms, private dining rooms, dormitory and staff rest rooms, public bathrooms, restrooms, changing, nursing and fitting rooms and the like of public places; what only takes sound, dwellings and apartments are not in it.
The rule asks what a device can capture, not what it is called: visible light, heat and any microphone count; intrusion detectors, contacts and readers don't; a verifying detector with a camera does.

- **fail**: the device is in the zone (whatever is nested in it included; only holes free it); for ballot boxes, report boxes and writing places: within 3 m (this tool's parameter) with nothing between, whatever its heading.
- **review**: depth cameras; zones the text doesn't name and this tool reads into item (6); a site of another category than the item speaks of.
- **open**: a polling hall in which no box or writing place is marked; devices on a level of which no zone is drawn. Rooms of unknown use: \`capture/unknown-use\`.
- **what to do**: move it out. Masks, software limits and switching the recording off don't undo the installing.

${PLANS}`,
};
