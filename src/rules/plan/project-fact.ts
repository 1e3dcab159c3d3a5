// Rule plan/project-fact: project facts that are wrong or contradict each other.

import type { RuleContext } from '../../facts/context.js';
import { type Contradiction, contradictions } from '../../facts/project/contradictions.js';
import { factsOf } from '../../facts/project/stated-facts.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import type { Fact, Project } from '../../plan/project/model.js';
import { factName, factValue } from '../../plan/project/names.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
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
  earlier: {
    zh: '图中载明工程为{works}、项目处于{value}阶段，又载明{second}（{other}）；后者是现有系统的还是本项目的，须由审查人判定。',
    en: "The plan says '{works}' of the works, that the project is in its phase '{value}', and also a {second} ({other}). Whether that is of the system that was there before or of this project is for the reviewer to judge.",
  },
  cameras: {
    zh: '图中载明项目处于{value}阶段，而图中全部图像采集设备均标明已安装；项目是否仍处于该阶段，须由审查人判定。',
    en: "The plan states that the project is in its phase '{value}', while every image-capturing device is marked as installed. Whether it still is in that phase is for the reviewer to judge.",
  },
  tell: {
    zh: '核对原件；与项目所处阶段不符的，更正所处阶段。',
    en: 'Check the documents, and correct the phase where it is another.',
  },
  correct: { zh: '核对原件，更正{first}。', en: 'Check the documents and correct the {first}.' },
});

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

/**
 * The rule plan/project-fact, which reports facts of `project` that are wrong or contradict each other or the drawing.
 * What rests on such facts is `open`.
 */
export const rule = defineRule({
  id: 'plan/project-fact',
  level: 'error',
  title: { zh: '项目文件中的事项有误或者互相矛盾', en: 'Facts of the project that are wrong or contradict each other' },
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `\`project:\` 中的日期写作 YYYY-MM-DD；写明已经发生的，不得在审查日（\`--today\`）之后；先后、阶段、图中设备的状态须互相一致。不一致的，依此判定的事项为待补充。

改建、扩建工程（\`works: altered\`、\`extended\`）的场所原有系统，其备案和操作人员的培训与项目所处阶段不矛盾；检测、验收、投入使用的日期是现有系统的还是本项目的，须审查判定：两种情形结论相同的，照常判定，不同的，须审查判定。新建项目处于设计阶段而图中全部图像采集设备标明已安装的，同样处理。操作人员在投入使用前培训，也不矛盾。

投入使用早于验收不在此列，由 project/requirement 判定。

${PLANS}`,
    en: `Days in \`project:\` are YYYY-MM-DD; what is stated as done doesn't lie after the day of the report (\`--today\`); order, phase and the status of the devices agree. Where they don't, what rests on them is open.

Where works alter or extend a place (\`works: altered\`, \`extended\`) there was a system before: that it was filed and its operators trained contradicts no phase. Whether an inspection, an acceptance or a day of being put into use is of that system or of this project is for the reviewer: what comes out alike either way is judged, what doesn't is review. So it is where a new project is in design and every image-capturing device is marked as installed. Operators trained before use contradict nothing either.

Use before acceptance isn't among this: project/requirement judges it.

${PLANS}`,
  },
  check,
});

function check({ site, today }: RuleContext): readonly Statement[] {
  const { project } = site;
  return project === undefined
    ? []
    : contradictions(project, site, today).map((doubt) => finding(doubt, project, today));
}

function finding({ kind, facts }: Contradiction, project: Project, today: string): Statement {
  const [first, second] = facts;
  const [works] = kind === 'earlier' ? factsOf(project).at('works') : [];
  const isSaidTwoWays = kind === 'earlier' || kind === 'cameras';
  const params = {
    first: factName(first.path),
    value: factValue(first),
    // A day in the others would make another finding of them each day.
    ...(kind === 'future' && { today: dayText(today) }),
    ...(works !== undefined && { works: factValue(works) }),
    ...(second !== undefined && { second: factName(second.path), other: factValue(second) }),
  };
  return statement({
    subject: ['project', ...facts.map(({ path }: Fact) => path)].join('/'),
    outcome: isSaidTwoWays ? 'review' : 'fail',
    message: textOf(t, kind, params),
    advice: isSaidTwoWays ? t.tell : t.correct(params),
    place: first.place,
    related: second === undefined ? [] : [{ place: second.place, caption: factName(second.path) }],
  });
}
