// Rule project/stated: says of a plan without project facts which articles weren't examined.

import type { RuleContext } from '../../facts/context.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { DEFAULT_PACK, loadPack } from '../../law/load.js';
import { cite, clausesOfRequirements } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  none: {
    zh: '图中未载明项目资料，{clauses}未作审查，须由审查人按项目文件核对。',
    en: "The plan states nothing of the project's documents; {clauses} were not examined, and the reviewer must check the documents.",
  },
  state: {
    zh: '在图中增加项目资料（project），载明所处阶段（phase）和各项文件。',
    en: 'Add project to the plan, with the phase it is in and its documents.',
  },
});

const PLANS = example(
  ['review site/project'],
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

/**
 * The rule project/stated. For a plan that states nothing of the project's documents it names the articles that nobody
 * examined.
 */
export const rule = defineRule({
  id: 'project/stated',
  level: 'warning',
  alwaysPrinted: true,
  title: { zh: '未载明项目文件，有关条文未审查', en: "No project documents: the articles on them weren't examined" },
  clauses: clausesOfRequirements(loadPack(DEFAULT_PACK)),
  clausesIn: clausesOfRequirements,
  appliesTo: ({ requirements }) => requirements !== undefined,
  waivable: false,
  messages: templatesOf(t),
  docs: {
    zh: `图中没有 \`project:\`（项目文件中的事项）时，写明哪些条没有审查。每份法规一项，须审查判定，不影响退出码；不是设计缺陷。

**怎么改**：在图中增加 \`project:\`，各项见 schema；此后由 project/requirement 逐条判定。

${PLANS}`,
    en: `Of a plan without \`project:\` (facts from the project's documents), says which articles were not examined. One for each law, for review; it changes no exit code and is no defect of the design.

**What to do**: add \`project:\`; its keys are in the schema. From then on project/requirement judges article by article.

${PLANS}`,
  },
  check,
});

/** Returns nothing if there are project facts: project/requirement then speaks of every row. */
function check({ site, pack }: RuleContext): readonly Statement[] {
  if (site.project !== undefined) return [];
  return [
    statement({
      subject: 'site/project',
      outcome: 'review',
      message: t.none({ clauses: clausesOf(pack) }),
      advice: t.state,
      place: site.place,
    }),
  ];
}

/** Returns the citations in one list that names each article once: 第十三条第二款、第三款. */
function clausesOf(pack: Pack): Localized {
  const ids = [...new Set((pack.requirements ?? []).flatMap(({ clauses }) => clauses.slice(0, 1)))];
  const cited = ids.map((id) => cite(pack, id));
  const named = cited.map(({ zh, en }, n): Localized => {
    const article = apart({ zh, en });
    if (n === 0 || apart(cited[n - 1]).zh !== article.zh) return { zh, en };
    return { zh: zh.slice(article.zh.length) || zh, en: en.slice(article.en.length) || en };
  });
  return localizedList(named);
}

/** Returns the article's part of a citation: 第十三条 of 第十三条第二款, Art. 13 of Art. 13(2). */
function apart({ zh, en }: Localized): Localized {
  return { zh: /^.*?条/.exec(zh)?.[0] ?? zh, en: /^[^(]*/.exec(en)?.[0] ?? en };
}
