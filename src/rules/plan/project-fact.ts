import { dayText } from '../../i18n/day.js';
import type { MessageParam } from '../../i18n/message.js';
import type { Fact } from '../../plan/project/model.js';
import { factName, factValue } from '../../plan/project/names.js';
import { example } from '../example.js';
import { type Doubt, doubtsOf } from '../project/shared/doubts.js';
import { defineRule, type RuleContext, remark, type Statement } from '../rule.js';

const messages = {
  malformed: {
    zh: '图中载明的{first}为{value}，不是日期（YYYY-MM-DD）。',
    en: 'The plan states {value} for the {first}, which is no day (YYYY-MM-DD).',
  },
  future: {
    zh: '图中载明的{first}为{value}，在审查日{today}之后，不能是已经发生的事项。',
    en: 'The plan states {value} for the {first}, which lies after the day of this report, {today}: it can’t have happened.',
  },
  order: {
    zh: '图中载明的{first}为{value}，晚于{second}（{other}），二者矛盾。',
    en: 'The plan states {value} for the {first}, which is after the {second} ({other}): they contradict each other.',
  },
  phase: {
    zh: '图中载明项目处于{value}阶段，又载明{second}（{other}），二者矛盾。',
    en: "The plan states that the project is in its phase '{value}', and also a {second} ({other}): they contradict each other.",
  },
  none: {
    zh: '图中载明的{first}为“{value}”，又载明{second}（{other}），二者矛盾。',
    en: "The plan states '{value}' for the {first}, and also a {second} ({other}): they contradict each other.",
  },
  installed: {
    zh: '图中载明项目处于{value}阶段，而图中全部设备均标明已安装，二者矛盾。',
    en: "The plan states that the project is in its phase '{value}', while every device is marked as installed: they contradict each other.",
  },
  correct: { zh: '核对原件，更正{first}。', en: 'Check the documents and correct the {first}.' },
} as const;

const PLANS = example(
  ['fail project/inspection.date/acceptance.date', 'fail project/units.design.filing.date'],
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
  phase: acceptance
  inspection: {date: "2026-05-20"}
  acceptance: {date: "2026-05-06"}
  units:
    design: {name: 某设计院, filing: {number: 蒙技防备2023-011, date: 2023年5月}}`,
);

/** Facts of the project that can't be so: what rests on them is open. */
export const rule = defineRule({
  id: 'plan/project-fact',
  level: 'error',
  title: { zh: '项目文件中的事项有误或者互相矛盾', en: 'Facts of the project that are wrong or contradict each other' },
  clauses: [],
  waivable: true,
  messages,
  docs: {
    zh: `\`project:\` 中的日期写作 YYYY-MM-DD；写明已经发生的，不得在审查日（\`--today\`）之后；先后、阶段、图中设备的状态须互相一致。不一致的，依此判定的事项为待补充。

投入使用早于验收不在此列：那是第十三条第五款的事，由 project/requirement 判定。

${PLANS}`,
    en: `Days in \`project:\` are YYYY-MM-DD; what is stated as done doesn't lie after the day of the report (\`--today\`); order, phase and the status of the devices agree. Where they don't, what rests on them is open.

Use before acceptance isn't among this: that is for Art. 13(5), which project/requirement judges.

${PLANS}`,
  },
  check,
});

function check({ site, today }: RuleContext): readonly Statement[] {
  const { project } = site;
  return project === undefined ? [] : doubtsOf(project, site, today).map((doubt) => finding(doubt, today));
}

function finding({ kind, facts }: Doubt, today: string): Statement {
  const [first, second] = facts;
  const params: Record<string, MessageParam> = {
    first: factName(first.path),
    value: factValue(first),
    today: dayText(today),
    ...(second !== undefined && { second: factName(second.path), other: factValue(second) }),
  };
  return remark({
    subject: ['project', ...facts.map(({ path }: Fact) => path)].join('/'),
    outcome: 'fail',
    message: { id: kind, params },
    advice: { id: 'correct', params },
    place: first.place,
    related: second === undefined ? [] : [{ place: second.place, caption: factName(second.path) }],
  });
}
