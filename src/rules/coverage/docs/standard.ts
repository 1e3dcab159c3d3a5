// Documentation page of the rule coverage/standard.
import { example } from '../../example.js';
import type { RuleDocs } from '../../rule.js';

const OPEN = example(
  ['tick site/standard'],
  `
sitecam: 1
site: {name: 某宾馆, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 8, 6]}`,
);

const STATED = example(
  ['tick site/standard'],
  `
sitecam: 1
site: {name: 某宾馆, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 8, 6]}
project:
  phase: design
  standards: [GB 50348-2018 安全防范工程技术标准]
  testReports: [摄像机检验报告 2025-0117]`,
);

/** The documentation page of coverage/standard, in both languages. */
export const docs: RuleDocs = {
  zh: `条文要求安装“符合标准”的技防产品或者技防系统，并执行国家有关标准。图纸看不出是否符合标准，因此每个场所一项，从不判为未发现不符合，也不影响退出码（无论 --fail-on 如何设定；配置为 error 的除外）。

| 图中情况 | 判定 |
|---|---|
| 未载明执行的标准（project.standards）或者检验检测报告（project.testReports） | 待补充 |
| 两者均已载明 | 须审查判定（原件未核） |

${OPEN}

${STATED}`,
  en: `The law asks for products and systems that "meet the standards" and for following those of the state. No drawing shows that, so there is one verdict per site, which never passes and changes no exit code, whatever --fail-on says (unless a configuration makes an error of it).

| the plan | verdict |
|---|---|
| doesn't state the standards followed (project.standards) or the test reports (project.testReports) | open |
| states both | review (the documents were not checked) |

${OPEN}

${STATED}`,
};
