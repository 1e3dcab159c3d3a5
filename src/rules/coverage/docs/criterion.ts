// Documentation page of the rule coverage/criterion.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

const PASS = example(
  ['pass hall'],
  `
sitecam: 1
site: {name: 某博物馆, categories: [museum]}
coordinates: metres
levels:
  - id: F1
    ceiling: 4
    zones:
      - {id: hall, kind: exhibition-hall, name: 一号展厅, rect: [0, 0, 8, 6]}
    devices:
      - {id: C1, kind: camera, audio: none, at: [0.1, 0.1], height: 2.8, heading: 53, tilt: 25, hfov: 98, resolution: [2560, 1440]}
      - {id: C2, kind: camera, audio: none, at: [7.9, 5.9], height: 2.8, heading: 233, tilt: 25, hfov: 98, resolution: [2560, 1440]}`,
);

const FAIL = example(
  ['fail way'],
  `
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: way, kind: corridor, name: 走廊, rect: [0, 0, 40, 2]}
    devices:
      - {id: C1, kind: camera, audio: none, at: [0.1, 1], height: 2.6, heading: 90, tilt: 15, hfov: 90, resolution: [1920, 1080]}`,
);

/** The documentation page of coverage/criterion, in both languages. */
export const docs: RuleDocs = {
  zh: `本工具设定的设计指标，不是法规的要求：设防条款所列部位中，视频应当看清多大比例。像素密度分级取自欧洲标准 EN 62676-4:2015，不是国家有关标准。

| 部位 | 覆盖率 | 等级 |
|---|---|---|
| 主要出入口 | 95% | 识别（125像素/米） |
| 通道 | 90% | 观察（62.5像素/米） |
| 金库、柜台 | 95% | 识别（125像素/米） |
| 其他所列部位 | 80% | 侦测（25像素/米） |

覆盖率按最小可视范围计算：目标高度1.5米，门按关闭，默认预置位，扣除安装误差和遮蔽。禁止采集音视频的区域及其附近不计入，也不要求覆盖。

判定：达到为未发现不符合；低于为提示；与设定值之差在容差以内为须审查判定。

处理：增设或者调整摄像机，先补最大盲区。可以作例外说明（waivers）。

${PASS}

${FAIL}`,
  en: `A design criterion of sitecam's, not a demand of a law: how much of the places that must be protected video should show clearly. The levels are those of the European EN 62676-4:2015, no national standard.

| place | coverage | level |
|---|---|---|
| main entrance | 95% | recognise (125 px/m) |
| passage | 90% | observe (62.5 px/m) |
| vault, counter | 95% | recognise (125 px/m) |
| other named places | 80% | detect (25 px/m) |

Coverage is by the smallest view: targets at 1.5 m, doors closed, home presets, less tolerance and masks. Areas where capture is banned, and what is near a ballot box, are left out.

Verdict: pass when met; a warning when missed; review within the tolerance of the threshold.

What to do: add or turn cameras, beginning with the largest blind area. It can be waived.

${PASS}

${FAIL}`,
};
