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
  zh: `条文要求安装“符合标准”的技防产品或者技防系统，并执行国家有关标准。图纸看不出是否符合标准，因此不作判定，列入材料核对清单，由审查人按原件核对后勾选，不影响计数和退出码。

清单写明图中载明的标准（project.standards）和检验检测报告（project.testReports）；均未载明的，写“图中未载明”。

${OPEN}

${STATED}`,
  en: `The law asks for products and systems that "meet the standards" and for following those of the state. No drawing shows that, so it is no verdict but a tick box of the checklist of papers, for the reviewer to check by the documents; it changes neither counts nor exit code.

The box says what the plan states of the standards followed (project.standards) and the test reports (project.testReports).

${OPEN}

${STATED}`,
};
