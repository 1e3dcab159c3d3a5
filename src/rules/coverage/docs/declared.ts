// Documentation page of the rule coverage/declared.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

const OPEN = example(
  [
    'open hotel/8(8)/main-entrance',
    'pass hotel/8(8)/passage@F2',
    'pass hotel/9.2(1)/guest-room',
    'review hotel/9.2(3)/restroom',
  ],
  `
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F2
    ceiling: 3
    zones:
      - {id: way, kind: corridor, name: 走廊, rect: [0, 0, 10, 2]}
      - {id: r201, kind: guest-room, name: "201", rect: [0, 2, 4, 5]}
    openings:
      - {id: d201, kind: door, line: [[1, 2], [1.9, 2]]}`,
);

const ABSENT = example(
  [
    'notApplicable bank/8(3)/business-hall',
    'notApplicable bank/9.2(4)/customer-information-area',
    'notApplicable 8(8)',
  ],
  `
sitecam: 1
site:
  name: 某银行现金中心
  categories: [bank]
  absent:
    - {role: business-hall, reason: 不对外营业, by: 设计单位}
    - {role: counter, reason: 不对外营业, by: 设计单位}
    - {role: self-service-bank, reason: 不对外营业, by: 设计单位}
    - {role: customer-information-area, reason: 不对外营业, by: 设计单位}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: vault, kind: vault, name: 金库, rect: [0, 0, 6, 6]}`,
);

const PLACE = example(
  ['fail school/8(10)/place'],
  `
sitecam: 1
site: {name: 某学校, categories: [school]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: crowd-area, name: 礼堂, rect: [0, 0, 20, 12]}`,
);

/** The documentation page of coverage/declared, in both languages. */
export const docs: RuleDocs = {
  zh: `审查设防条款所涉及的部位是否已在图中标明。图中没有的部位无从判断是否设防，不能当作符合。

对象为“类别/条文/部位”，如 \`hotel/8(8)/main-entrance\`；通道按有房间的楼层分别判定，如 \`hotel/8(8)/passage@F2\`；学校等场所以 \`school/8(10)/place\` 判定整个场所。

| 图中情况 | 判定 |
|---|---|
| 已标明（客房、住宅等禁止采集音视频的房间之内的走廊、楼梯等不算） | 未发现不符合 |
| 未标明，但在 site.absent 中载明无此部位；条文所列为几类部位之一的（展厅或者藏品库），各类均载明 | 不适用（列出供核对） |
| 已标明，又在 site.absent 中载明无此部位 | 须审查判定 |
| 未标明，或者载明无此部位而未写明理由、由谁载明，或者只载明其中几类 | 待补充 |
| 条文所列为整个场所（如学校、博物馆），全图没有条文要求的设备或者系统 | 不符合 |
| 同上，全图只有紧急报警装置、对讲设备或者类型为“其他”的设备 | 须审查判定 |
| 纪念馆、展览馆未载明是否存放有重要物品，治安保卫重点单位未载明确定文件，或者载明的确定日期在审查日之后 | 待补充 |
| 治安保卫重点单位的确定文件由公安机关、乡镇等作出，从名称看不是旗县级以上人民政府 | 须审查判定 |
| 治安保卫重点单位同时为条文可能不及的类别（如学校，可能是高等学校），名称也不是中学、小学 | 须审查判定 |
| 场所通常设有的禁止采集音视频的区域（如宾馆的客房）未标明 | 须审查判定；银行、保险、证券机构的客户信息区域为待补充 |
| 条文不涉及本场所的类别 | 不适用 |

处理：补充标明该部位（区域的 kind、roles、important、designated 等），或者在 site.absent 中书面说明。本规则不接受例外说明。

${OPEN}

${ABSENT}

${PLACE}`,
  en: `Checks that the plan shows what a protection clause speaks of. Whether a place that isn't shown is protected can't be told, and silence must not read as a pass.

Subjects are category/item/role (\`hotel/8(8)/main-entrance\`); passages are judged on each level with rooms (\`hotel/8(8)/passage@F2\`); schools and the like also as a whole (\`school/8(10)/place\`).

| the plan | verdict |
|---|---|
| shows it (corridors, stairs and the like inside a room where capture is banned, such as a guest room, don't count) | pass |
| doesn't, and site.absent states that there is none; where it may be several kinds of place (an exhibition hall or a collection store), that there is none of any | not applicable (listed for the reviewer) |
| does, and site.absent states that there is none | review |
| doesn't, or states that there is none without a reason or without who says so, or of some kinds only | open |
| of a place that the clause lists as a whole (a school, a museum) shows no protection anywhere | fail |
| of such a place shows nothing but panic buttons, intercoms or devices of kind 'other' | review |
| of a memorial hall or exhibition venue doesn't say whether important items are kept there; of a key unit doesn't name the designating document, or one dated after the day of the report | open |
| of a key unit names an authority that by its Chinese name is no government at banner or county level or above (the police, a township) | review |
| of a key unit also gives a category that the clause may not reach (a school, which may be one of higher education), and its name isn't that of a primary or middle school | review |
| lacks a private area such a site usually has (guest rooms in a hotel) | review; open for the customer-information area of a bank, an insurer or a securities firm |
| is of a category the item doesn't speak of | not applicable |

What to do: show the place (kind, roles, important, designated), or state in site.absent that there is none. No waiver is accepted.

${OPEN}

${ABSENT}

${PLACE}`,
};
