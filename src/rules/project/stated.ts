// Rule project/stated: the papers to check of a plan that states nothing of its project.

import type { RuleContext } from '../../facts/context.js';
import { rowApplies } from '../../facts/project/track.js';
import { canBeMeant, categoryStatuses } from '../../facts/protection/site.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { cite, clausesOfRequirements } from '../../law/lookup.js';
import type { Requirement } from '../../law/requirement.js';
import type { ClauseId } from '../../law/types.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  none: {
    zh: '图中未载明项目资料；{item}（{clause}）须由审查人按项目文件核对。',
    en: "The plan states nothing of the project's documents; by them the reviewer must check {item} ({clause}).",
  },
});

const PLANS = example(
  ['tick 13.4/inspection', 'tick 18.1/custody'],
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
 * The rule project/stated. For a plan that states nothing of the project's documents it gives a tick box for each clause
 * on them.
 */
export const rule = defineRule({
  id: 'project/stated',
  level: 'warning',
  title: { zh: '未载明项目文件，列入材料核对清单', en: 'No project documents: listed in the checklist of papers' },
  clausesIn: clausesOfRequirements,
  appliesTo: ({ requirements }) => requirements !== undefined,
  waivable: false,
  messages: templatesOf(t),
  docs: {
    zh: `图中没有 \`project:\`（项目文件中的事项）时，把条文对项目文件的要求逐条列入材料核对清单，供审查人勾选。清单不是判定，不影响计数和退出码。

**怎么改**：在图中增加 \`project:\`，各项见 schema；此后由 project/requirement 逐条判定。

${PLANS}`,
    en: `Of a plan without \`project:\` (facts from the project's documents), puts each clause that asks something of them into the checklist of papers, for the reviewer to tick. The checklist is no verdict and changes neither counts nor exit code.

**What to do**: add \`project:\`; its keys are in the schema. From then on project/requirement judges article by article.

${PLANS}`,
  },
  check,
});

/** Returns nothing if there are project facts: project/requirement then speaks of every row. */
function check({ site, pack }: RuleContext): readonly Statement[] {
  if (site.project !== undefined) return [];
  const meant = new Set(categoryStatuses(site).flatMap((each) => (canBeMeant(each) ? [each.category.id] : [])));
  const rows = new Map<ClauseId, Requirement[]>();
  for (const row of pack.requirements ?? []) {
    const [clause] = row.clauses;
    if (clause === undefined || rowApplies(site, pack, row).is === 'no') continue;
    if (row.categories?.some((id) => meant.has(id)) === false) continue;
    rows.set(clause, [...(rows.get(clause) ?? []), row]);
  }
  return [...rows].map(([clause, asked]) => {
    const item = localizedList(asked.map(({ name }) => name));
    return statement({
      subject: asked[0]?.id ?? clause,
      outcome: 'review',
      message: t.none({ item, clause: cite(pack, clause) }),
      clauses: [clause],
      tick: { item },
      place: site.place,
    });
  });
}
