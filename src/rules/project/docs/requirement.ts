// Documentation page of the rule project/requirement.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

const USED = example(
  [
    'pass 10/alarm-link',
    'fail 13.5/use',
    'pass 15/design',
    'fail 15/maintenance',
    'open 13.4/inspection',
    'notApplicable 13.2/works',
    'tick 14/risk-grade',
  ],
  `
sitecam: 1
site: {name: 某宾馆, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 8, 6]}
    devices:
      - {id: B1, kind: panic-button, at: [1, 1], height: 1.2}
project:
  phase: in-use
  works: none
  inUseSince: "2024-05-01"
  acceptance: {result: none}
  alarmLink: {with: police, document: 联网证明〔2024〕3号}
  units:
    design: {name: 某设计院, filing: {number: 蒙技防备2023-011}}
    maintenance: {name: 某维修公司, filing: none}`,
);

const DESIGN = example(
  [
    'notApplicable 13.4/acceptance',
    'notApplicable 13.5/use',
    'fail 13.3/design-review',
    'tick 13.2/works',
    'tick 18.1/custody',
  ],
  `
sitecam: 1
site: {name: 某商场, categories: [shopping-mall], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, name: 大厅, rect: [0, 0, 8, 6]}
project:
  phase: design
  works: new
  coordination: {design: 综合设计说明第3章}
  designReview:
    required: 某国家规定
    date: "2026-03-02"
    document: 论证意见〔2026〕5号
    participants: [design-unit, construction-unit, experts]`,
);

/** The documentation page of project/requirement, in both languages. */
export const docs: RuleDocs = {
  zh: `图中有 \`project:\`（项目文件中的事项）的，按所用法规数据包的 requirements 逐行审查。对象为行号，如 \`10/alarm-link\`、\`13.4/inspection\`、\`15/design\`。

原件不在图中，本工具没有看过：写明有某项文件，最多是“图中载明…，原件未核”。条文只问一项文件能够写明的事实（是否联网、由谁检测、何时验收）的，载明后为未发现不符合；条文要求判断的（是否妥善保管、是否综合设计），列入材料核对清单，由审查人核对后勾选，不是判定，不影响计数和退出码。

| 图中情况 | 判定 |
|---|---|
| 载明的事实与条文不符（检测机构无资格、公安机关未参加验收、未经验收即使用、单位未备案…） | 不符合；有罚则的列出罚则 |
| 应当载明而未载明，或者载明的事实有误、互相矛盾（见 plan/project-fact） | 待补充 |
| 是否符合须看原件或者须判断 | 列入材料核对清单 |
| 条文仅适用于某类场所，而图中未载明本场所适用哪一条 | 待补充 |
| 所处阶段（phase）尚未到期 | 不适用，并写明何时审查 |
| 载明没有该事项（none）、条文不涉及本场所 | 不适用，请审查人核对 |

没有 \`project:\` 的，由 project/stated 列入材料核对清单。本规则不接受例外说明。

${USED}

${DESIGN}`,
  en: `Where a plan has \`project:\` (facts from the project's documents), each row of the pack's requirements is held against it. Subjects are the rows: \`10/alarm-link\`, \`13.4/inspection\`, \`15/design\`.

The documents aren't in the plan and nobody here has seen them: a document that is named is at most "the plan states …, not checked". Where the words ask for a fact that a file can state (linked with whom, inspected by whom, accepted when), stating it passes; where they ask for a judgement (well kept, designed jointly), it is a tick box of the checklist of papers, for the reviewer: no verdict, and it changes neither counts nor exit code.

| the plan | verdict |
|---|---|
| states what the words don't allow (an unqualified inspection body, an acceptance without the police, use before acceptance, a unit that isn't filed …) | fail, with the penalty where there is one |
| doesn't state what it must, or states what is wrong or contradicts itself (see plan/project-fact) | open |
| leaves it to the documents, or to judgement | a tick box of the checklist |
| doesn't state which article the site falls under, where a clause is about some places alone | open |
| is in a phase in which it isn't due yet | not applicable, and when it will be examined |
| states that there is no such thing (none), or the words don't speak of such a place | not applicable, for the reviewer to check |

Of a plan without \`project:\`, project/stated lists every clause on papers. No waiver is accepted.

${USED}

${DESIGN}`,
};
