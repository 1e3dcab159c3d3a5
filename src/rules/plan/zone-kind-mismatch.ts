import type { ZoneKind } from '../../law/types.js';
import type { Zone } from '../../plan/model.js';
import { citation, midSentence } from '../capture/shared/labels.js';
import { type PrivateZone, privateZones } from '../capture/shared/private-zones.js';
import { relatedZone } from '../capture/shared/verdicts.js';
import { example } from '../example.js';
import { defineRule, type RuleContext, type Statement } from '../rule.js';

const messages = {
  private: {
    zh: '区域名称“{name}”与所标类型“{kind}”不一致。更正或者书面说明前，本报告按{named}审查{citation}，且不将其计入第八条的设防。请核对。',
    en: "The zone's name '{name}' does not agree with its kind '{kind}'. Until that is corrected or explained in writing, this report judges it as {named} by {citation} and does not count it as protected under Art. 8. Please check.",
  },
  other: {
    zh: '区域名称“{name}”与所标类型“{kind}”不一致，该名称通常指{named}。请核对，或者书面说明。',
    en: "The zone's name '{name}' does not agree with its kind '{kind}'; the name usually means {named}. Please check, or explain in writing.",
  },
  confirm: {
    zh: '将类型（kind）改为 {id}；名称确另有所指的，写明 kindConfirmed: {reason, by}。',
    en: 'Change its kind to {id}; where the name does mean something else, say so with kindConfirmed: {reason, by}.',
  },
} as const;

function judge(zone: Zone, named: ZoneKind, context: RuleContext, judged: PrivateZone | undefined): Statement {
  const kind = zone.spec === undefined ? zone.kind : midSentence(zone.spec.name);
  const own = { name: zone.name ?? zone.id, kind };
  const clauses = judged === undefined ? [] : [judged.prohibition.clause];
  return {
    subject: zone.id,
    outcome: 'open',
    message:
      judged === undefined
        ? { id: 'other', params: { ...own, named: midSentence(named.name) } }
        : {
            id: 'private',
            params: {
              ...own,
              named: midSentence(judged.kind.name),
              citation: citation(context.pack, judged.prohibition.clause),
            },
          },
    advice: { id: 'confirm', params: { id: named.id } },
    clauses,
    penalties: [],
    place: zone.kindPlace ?? zone.place,
    related: zone.kindPlace === undefined ? [] : [relatedZone(zone)],
    dependsOn: { levels: [], devices: [] },
  };
}

/** A women's toilet labelled as a store escapes Art. 9 by its label: what it is called counts until the author explains. */
function check(context: RuleContext): Statement[] {
  const all = privateZones(context.site);
  return context.site.levels
    .flatMap((level) => level.zones)
    .flatMap((zone) => {
      if (zone.namedKind === undefined) return [];
      const judged = all.find((target) => target.zone === zone);
      return [judge(zone, zone.namedKind, context, judged)];
    });
}

/** Plans that the page shows and a test lints. */
const PLANS = [
  example(
    ['open s1'],
    `
sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: s1, kind: store, name: 女卫生间, rect: [0, 0, 4, 3]}
`,
  ),
].join('\n\n');

export const rule = defineRule({
  id: 'plan/zone-kind-mismatch',
  level: 'error',
  title: { zh: '区域名称与所标类型不一致', en: 'A zone whose name means another kind' },
  clauses: ['nm-2017/9.2(1)', 'nm-2017/9.2(2)', 'nm-2017/9.2(3)', 'nm-2017/9.2(4)', 'nm-2017/9.2(5)', 'nm-2017/9.2(6)'],
  waivable: true,
  messages,
  docs: {
    zh: `区域的类型决定审查什么。名称为“女卫生间”而类型标为库房的，第九条将落空。更正或者书面说明前，按名称所指的类型审查第九条第二款，且不计入第八条的设防。

- **待补充**：名称与类型不一致，且没有 \`kindConfirmed\`。
- **怎么改**：更正类型，或者用 \`kindConfirmed: {reason, by}\` 说明。“卫生间门口走廊”“更衣室清洁用品库”等不在此列。

${PLANS}`,
    en: `The kind of a zone decides what is asked of it. A women's toilet labelled as a store would escape Art. 9. Until it is corrected or explained it is judged as what its name means, and doesn't count as protected under Art. 8.

- **open**: name and kind disagree and there is no \`kindConfirmed\`.
- **what to do**: correct the kind, or explain with \`kindConfirmed: {reason, by}\`.

${PLANS}`,
  },
  check,
});
