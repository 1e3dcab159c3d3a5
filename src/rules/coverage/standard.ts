// Rule coverage/standard: the clauses that ask for products and systems that meet the standards.

import type { RuleContext } from '../../facts/context.js';
import { factsOf } from '../../facts/project/stated-facts.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { cite } from '../../law/lookup.js';
import { factName, factValue } from '../../plan/project/names.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';
import { docs } from './docs/standard.js';

const t = catalogue('', {
  item: { zh: '执行的标准和检验检测报告', en: 'the standards followed and the test reports' },
  unstated: {
    zh: '{clauses}要求符合、执行有关标准；图中未载明{missing}，是否符合标准无法判定。',
    en: "{clauses} ask for what meets the standards. The plan doesn't state {missing}; whether they are met can't be told.",
  },
  stated: {
    zh: '图中载明执行的标准：{standards}；检验检测报告：{reports}。是否符合标准（{clauses}），须由审查人按原件判定。',
    en: 'The plan states the standards {standards} and the test reports {reports}. Whether the standards are met ({clauses}) is for the reviewer to judge by the documents.',
  },
  state: {
    zh: '在 project.standards 和 project.testReports 中载明。',
    en: 'State them in project.standards and project.testReports.',
  },
});

/**
 * The rule coverage/standard. No drawing shows whether products and system meet the standards, so its one verdict is
 * never a pass.
 */
export const rule = defineRule({
  id: 'coverage/standard',
  level: 'warning',
  title: { zh: '符合标准（图纸不能判定）', en: 'Meeting the standards (which no drawing shows)' },
  clausesIn: ({ standards = [] }) => standards,
  appliesTo: ({ standards }) => standards !== undefined,
  waivable: false,
  messages: templatesOf(t),
  check,
  docs,
});

function check({ site, pack }: RuleContext): readonly Statement[] {
  const { project } = site;
  const facts = project && factsOf(project);
  const [standards] = facts?.at('standards') ?? [];
  const [reports] = facts?.at('testReports') ?? [];
  const cited = pack.standards ?? [];
  const clauses = localizedList(cited.map((id) => cite(pack, id)));
  const common = { subject: 'site/standard', clauses: cited, outcome: 'review' } as const;
  if (standards !== undefined && reports !== undefined) {
    const message = t.stated({ clauses, standards: factValue(standards), reports: factValue(reports) });
    const tick = { item: t.item, stated: message };
    return [statement({ ...common, message, tick, place: standards.place })];
  }
  const unstated = [...(standards ? [] : ['standards']), ...(reports ? [] : ['testReports'])];
  const message = t.unstated({ clauses, missing: localizedList(unstated.map(factName)) });
  const place = (standards ?? reports ?? project ?? site).place;
  const tick = { item: t.item, ...(unstated.length === 1 && { stated: message }) };
  return [statement({ ...common, message, tick, advice: t.state, place })];
}
