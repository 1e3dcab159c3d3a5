// Rule plan/zone-kind-mismatch: a zone's name means another kind than it is given.

import { type PrivateZone, privateZones } from '../../facts/capture/private-zones.js';
import type { GroundContext } from '../../facts/context.js';
import { citation, midSentence } from '../../facts/labels.js';
import { memoizePerGround } from '../../facts/memo.js';
import { isNamedOn } from '../../facts/protection/absence-claims.js';
import { categoryStatuses, prohibitionOn } from '../../facts/protection/site.js';
import { selects } from '../../facts/protection/tokens.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { partsOf } from '../../law/compose.js';
import { cite } from '../../law/lookup.js';
import { kindsNamed } from '../../law/names/kind-of-name.js';
import type { ClauseId, Selector, ZoneKind } from '../../law/types.js';
import type { Ground } from '../../plan/ground.js';
import type { Zone } from '../../plan/model.js';
import { relatedZone } from '../capture/wording/statements.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import type { Statement } from '../verdict.js';

const t = catalogue('', {
  private: {
    zh: '区域名称“{name}”与所标类型“{kind}”不一致。更正或者书面说明前，本报告按{named}审查{citation}，且不将其计入应当设防的部位。请核对。',
    en: "The zone's name '{name}' does not agree with its kind '{kind}'. Until that is corrected or explained in writing, this report judges it as {named} by {citation} and does not count it as a place to be protected. Please check.",
  },
  listed: {
    zh: '区域名称“{name}”与所标类型“{kind}”不一致，该名称通常指{named}，属于{citation}所列部位；更正或者书面说明前，该部位是否设防未作审查。请核对。',
    en: "The zone's name '{name}' does not agree with its kind '{kind}'; the name usually means {named}, a place listed in {citation}. Until it is corrected or explained in writing, whether it is protected was not examined. Please check.",
  },
  confirm: {
    zh: '将类型（kind）改为 {id}；名称确另有所指的，写明 kindConfirmed: {reason, by}。',
    en: 'Change its kind to {id}; where the name does mean something else, say so with kindConfirmed: {reason, by}.',
  },
  confirmFounded: {
    zh: '将类型（kind）改为 {id}；名称确另有所指的，在 kindConfirmed 中写明理由和由谁说明，“待补充”“待定”“无”等不作数。',
    en: "Change its kind to {id}; where the name does mean something else, give the reason and who states it in kindConfirmed. Words such as 'TBD' or 'none' don't count.",
  },
});

function judge(zone: Zone, named: ZoneKind, { kind, prohibition }: PrivateZone, { pack }: GroundContext): Statement {
  const { clause } = prohibition;
  const params = { ...ownWords(zone), named: midSentence(kind.name), citation: citation(pack, clause) };
  return { ...statement(zone, named), message: t.private(params), clauses: [clause] };
}

function judgeListed(zone: Zone, { kind, clause }: Listed, { pack }: GroundContext): Statement {
  const params = { ...ownWords(zone), named: midSentence(kind.name), citation: cite(pack, clause) };
  return { ...statement(zone, kind), message: t.listed(params), clauses: [clause] };
}

function ownWords(zone: Zone) {
  return { name: zone.name ?? zone.id, kind: zone.spec === undefined ? zone.kind : midSentence(zone.spec.name) };
}

function statement(zone: Zone, named: ZoneKind) {
  return {
    subject: zone.id,
    outcome: 'open' as const,
    advice: zone.kindUnfounded === true ? t.confirmFounded({ id: named.id }) : t.confirm({ id: named.id }),
    penalties: [],
    place: zone.kindPlace ?? zone.place,
    related: zone.kindPlace === undefined ? [] : [relatedZone(zone)],
    dependsOn: { levels: [], devices: [] },
  };
}

/** Returns an `open` for each zone whose name means a private kind, or a kind that must be protected. */
function check(context: GroundContext): Statement[] {
  const judged = new Map(privateZones(context.site).map((target) => [target.zone, target]));
  return context.site.levels
    .flatMap((level) => level.zones)
    .flatMap((zone) => {
      const target = judged.get(zone);
      if (zone.namedKind !== undefined && target !== undefined) {
        // What the law leaves to a person no author can settle: the room is judged as that kind, and that is all.
        return isListed(context, zone.namedKind) ? [judge(zone, zone.namedKind, target, context)] : [];
      }
      const listed = listedByName(context.site, zone);
      return listed === undefined ? [] : [judgeListed(zone, listed, context)];
    });
}

/** True if some law of the run lists places of the kind by its own words. */
function isListed({ pack, site }: GroundContext, { id }: ZoneKind): boolean {
  return partsOf(pack).some((part) => prohibitionOn(site, id, part)?.basis === 'law');
}

/** The kind that a name means, and the clause that names that kind. */
interface Listed {
  readonly kind: ZoneKind;
  readonly clause: ClauseId;
}

/**
 * Returns the kind that a zone's name means if the law names places of that kind as to be protected and doesn't name the zone as drawn: a
 * vault labelled as a store would escape it. Undefined if the name may mean the zone's own kind as well, or the
 * author says why it doesn't count.
 */
function listedByName(site: Ground, zone: Zone): Listed | undefined {
  const { name, kind, kindConfirmed, kindUnknown } = zone;
  if (name === undefined || kindConfirmed !== undefined || kindUnknown !== undefined) return undefined;
  if (isNamedOn(site, zone)) return undefined;
  const meant = kindsNamed(site.pack, name);
  if (meant === undefined || meant.some(({ id }) => id === kind)) return undefined;
  for (const { state, category } of categoryStatuses(site)) {
    if (state === 'out' || state === 'contrary' || category.clause === undefined) continue;
    // If the kind is only a reading of ours, a name is too little: not every square before a door is a crowd area. But
    // a passage that each level must show doesn't disappear by being called a store.
    const asked: readonly Selector[] = [
      ...category.named.filter(({ basis }) => basis === 'law'),
      ...category.declared
        .filter(({ basis, perLevelWithRooms }) => basis === 'law' && perLevelWithRooms === true)
        .flatMap(({ anyOf }) => anyOf.map((token) => ({ token, basis: 'law', secondary: false }) as const)),
    ];
    const found = meant.find(({ id }) => asked.some((selector) => selects(selector, asKind(zone, id))));
    if (found !== undefined) return { kind: found, clause: category.clause };
  }
  return undefined;
}

/** Returns the zone as one of `kind` alone: its name doesn't say whether it is important or public. */
function asKind(zone: Zone, kind: string): Zone {
  return { ...zone, kind, roles: [], important: false, public: false, designated: false };
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['open s1'],
  `
    zones:
      - {id: s1, kind: store, name: 女卫生间, rect: [0, 0, 4, 3]}
`,
);

/**
 * The rule plan/zone-kind-mismatch, which reports zones whose name means another kind than the one drawn. A women's
 * toilet labelled as a store would escape the prohibition by its label, so its name counts until the author explains.
 */
export const rule = defineRule({
  id: 'plan/zone-kind-mismatch',
  level: 'error',
  title: { zh: '区域名称与所标类型不一致', en: 'A zone whose name means another kind' },
  clausesIn: ({ categories, prohibitions, protects }) => [
    ...(protects === undefined ? [] : categories.flatMap(({ clause }) => clause ?? [])),
    ...prohibitions.map(({ clause }) => clause),
  ],
  waivable: false,
  messages: templatesOf(t),
  docs: {
    zh: `区域的类型决定审查什么。名称为“女卫生间”而类型标为库房的，禁止采集的条款将落空。更正或者书面说明前，按名称所指的类型审查，且不计入应当设防的部位。名称为“金库”而类型标为库房的，设防条款将落空：名称所指为条文所列部位、而按所标类型不在所列之内的，同样提出。

- **待补充**：名称与类型不一致，且没有 \`kindConfirmed\`，或者其中未写明理由、由谁说明（“待定”“无”等不作数）。名称所指为条文未列举、仅按本工具的理解涉及个人隐私的，按该类型审查，不另提出。
- **怎么改**：更正类型，或者用 \`kindConfirmed: {reason, by}\` 说明；本规则不接受例外说明。“卫生间门口走廊”“更衣室清洁用品库”等不在此列。

${PLAN}`,
    en: `The kind of a zone decides what is asked of it. A women's toilet labelled as a store would escape the prohibition of capture. Until it is corrected or explained it is judged as what its name means, and doesn't count as a place to be protected. A vault labelled as a store would escape protection: a name that means a place the clause lists, on a zone that it doesn't list as drawn, is reported too.

- **open**: name and kind disagree and there is no \`kindConfirmed\`, or it gives no reason or nobody who states it (words such as 'TBD' don't count). A name that means a kind which is private by a reading of ours alone is judged as that kind, and that is all.
- **what to do**: correct the kind, or explain with \`kindConfirmed: {reason, by}\`. No waiver is accepted.

${PLAN}`,
  },
  check: memoizePerGround(check),
});
