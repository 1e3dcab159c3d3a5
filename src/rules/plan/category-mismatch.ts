// Rule plan/category-mismatch: a site's name, zones or stated facts belong to another category than stated.
import { groupBy } from '../../base/arrays.js';
import type { RuleContext } from '../../facts/context.js';
import { midSentence } from '../../facts/labels.js';
import { prohibitionOn, zonesOf } from '../../facts/protection/site.js';
import { catalogue, type Text, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes, localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { categoryOfSiteNamed, categoryOfUseNamed, widerThan } from '../../law/categories.js';
import { category as lookUp, zoneKind } from '../../law/lookup.js';
import type { Category, ZoneKind } from '../../law/types.js';
import type { Site, Zone } from '../../plan/model.js';
import { zoneList } from '../coverage/wording/labels.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  zones: {
    zh: '图中标明有{kind}{zones}，通常见于{category}；本场所载明的类别为{stated}，不含该类。场所类别决定哪些部位应当设防，请核对。',
    en: 'The plan shows {zones} ({kind}), as usual in a site of category {category}; the site is stated to be {stated} and not that. Its category decides what must be protected: please check.',
  },
  uses: {
    zh: '图中标明有{zones}，从名称看可以属于{category}；本场所载明的类别为{stated}，不含该类。场所类别决定哪些部位应当设防，请核对。',
    en: 'The plan shows {zones}, which by name may be of category {category}; the site is stated to be {stated} and not that. Its category decides what must be protected: please check.',
  },
  name: {
    zh: '场所名称“{name}”通常指{category}；本场所载明的类别为{stated}，不含该类。场所类别决定哪些部位应当设防，请核对。',
    en: "The site's name '{name}' usually means {category}; the site is stated to be {stated} and not that. Its category decides what must be protected: please check.",
  },
  facts: {
    zh: '图中载明{fact}，而本场所载明的类别为{stated}，不含{category}。场所类别决定适用哪些条文、哪些部位应当设防，请核对。',
    en: 'The plan states {fact}; the site is stated to be {stated}, and not {category}. Its category decides which clauses apply and what must be protected: please check.',
  },
  designation: {
    zh: '本场所已确定为治安保卫重点单位（site.designation）',
    en: 'that the site has been designated (site.designation)',
  },
  designated: { zh: '{zones}为经确定的部位（designated）', en: 'a designation of {zones} (designated)' },
  songAndDance: {
    zh: '本场所为歌舞娱乐场所（site.songAndDance）',
    en: 'that the site is a song-and-dance venue (site.songAndDance)',
  },
  state: {
    zh: '确属该类的，在 site.categories 中补写 {id}。',
    en: 'Where it is one, add {id} to site.categories.',
  },
});

/**
 * Returns the only category that has rooms of this kind for people to stay in, if the law itself names such rooms
 * (guest rooms); else undefined.
 */
function categoryOfKind(site: Site, kind: ZoneKind): Category | undefined {
  if (prohibitionOn(site, kind.id)?.regime !== 'room') return undefined;
  const expecting = site.pack.categories.filter(({ expectedPrivate }) =>
    expectedPrivate.some((expected) => kind.room === true && expected.kind === kind.id),
  );
  return expecting.length === 1 ? expecting[0] : undefined;
}

/** Kinds of zones whose name may say that something is kept, tried or run there. */
const USED: ReadonlySet<string> = new Set(['store', 'laboratory', 'research', 'production', 'sales', 'plant', 'other']);

/** Returns the zones by the category that their use, as their name says it, makes a part of the site. */
function zonesByUse(site: Site): ReadonlyMap<string, readonly Zone[]> {
  const used = zonesOf(site).filter(({ kind }) => USED.has(kind));
  const named = used.filter(({ name }) => categoryOfUseNamed(name ?? '') !== undefined);
  return groupBy(named, ({ name }) => categoryOfUseNamed(name ?? '') ?? '');
}

/** Returns what the plan states of the site that only sites of one category are, with that category's id. */
function statedFacts(site: Site): readonly (readonly [id: string, fact: Localized])[] {
  const parts = zonesOf(site).filter(({ designated }) => designated);
  const isDesignated = site.designation !== undefined || site.designationUnfounded === true;
  return [
    ...(parts.length > 0 ? [['key-unit', t.designated({ zones: zoneList(parts) })] as const] : []),
    ...(isDesignated ? [['key-unit', t.designation] as const] : []),
    ...(site.songAndDance === true ? [['cultural-entertainment-venue', t.songAndDance] as const] : []),
  ];
}

/** Returns one finding for each category that name, zones or statements point to and the plan doesn't state. */
function check({ site, pack }: RuleContext): Statement[] {
  const stated = new Set(site.categories.flatMap(({ id }) => [id, ...widerThan(id)]));
  const kinds = groupBy(zonesOf(site), ({ kind }) => kind);
  const drawn = [...kinds].flatMap(([id, zones]): Statement[] => {
    const kind = zoneKind(pack, id);
    const category = kind && categoryOfKind(site, kind);
    if (kind === undefined || category === undefined || stated.has(category.id)) return [];
    const params = { kind: midSentence(kind.name), zones: zoneList(zones) };
    return [mismatchStatement(site, category, (values) => t.zones({ ...params, ...values }))];
  });
  const used = [...zonesByUse(site)].flatMap(([id, zones]): Statement[] => {
    const category = lookUp(pack, id);
    if (category?.clause === undefined || stated.has(id)) return [];
    return [mismatchStatement(site, category, (values) => t.uses({ zones: zoneList(zones), ...values }))];
  });
  const named = categoryOfSiteNamed(pack, site.name);
  const said =
    named === undefined || stated.has(named.id)
      ? []
      : [mismatchStatement(site, named, (values) => t.name({ name: forQuotes(site.name), ...values }))];
  const facts = statedFacts(site).flatMap(([id, fact]): Statement[] => {
    const category = lookUp(pack, id);
    if (category === undefined || stated.has(id)) return [];
    return [mismatchStatement(site, category, (values) => t.facts({ fact, ...values }))];
  });
  // The later finding replaces the earlier on the same category: what the name or a statement says is enough.
  return [...new Map([...drawn, ...used, ...said, ...facts].map((one) => [one.subject, one])).values()];
}

type Values = Readonly<Record<'category' | 'stated', Localized>>;

function mismatchStatement(site: Site, category: Category, message: (values: Values) => Text): Statement {
  const stated = site.categories.map((one) => {
    const found = lookUp(site.pack, one.id);
    return found === undefined ? { zh: one.id, en: one.id } : midSentence(found.name);
  });
  return statement({
    subject: category.id,
    outcome: 'review',
    message: message({ category: midSentence(category.name), stated: localizedList(stated) }),
    advice: t.state({ id: category.id }),
    place: site.categories[0]?.place ?? site.place,
  });
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review hotel'],
  `
sitecam: 1
site: {name: 青城宾馆, categories: [shopping-mall], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: r101, kind: guest-room, name: "101", rect: [0, 0, 4, 5]}
`,
);

/**
 * The rule plan/category-mismatch, which reports sites whose name, rooms or stated facts mean another category than the
 * plan states. A hotel drawn as a shopping mall is judged by what a mall must protect; so a person must decide.
 */
export const rule = defineRule({
  id: 'plan/category-mismatch',
  level: 'error',
  title: { zh: '场所名称、区域与所载类别不一致', en: 'A site that its name or zones make another category' },
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `场所类别决定哪些部位应当设防。宾馆写作商场的，只按商场审查。

- **须审查判定**：图中有只见于某一类场所的房间（客房、包间），或者场所名称通常指某一类场所（“宾馆”“学校”“医院”等），而类别中没有写明。
- **须审查判定**：库房、实验室、设施等从名称看存放危险物品、保藏菌种毒种或者是城市热力供应设施（“剧毒化学品库”“换热站”），条文按用途所列，而类别中没有写明。
- **须审查判定**：图中载明治安保卫重点单位的确定文件、经确定的部位，或者载明为歌舞娱乐场所，而类别中没有写明治安保卫重点单位、文化娱乐场所：有关条文只对写明的类别审查。
- 是否属于该类，由审查人判定；本规则不改变按所载类别作出的判定。

${PLAN}`,
    en: `The category of a site decides what must be protected. A hotel that is stated to be a shopping mall is judged as a mall.

- **review**: the plan shows rooms that only sites of one category have (guest rooms, private rooms of entertainment venues), or the site's name usually means one category (a hotel, a school, a hospital), and that category isn't stated.
- **review**: a store, laboratory or plant that by its name keeps dangerous goods or infectious strains, or supplies a city's heat, which the law lists by use, and that category isn't stated.
- **review**: the plan states a designation as a key unit, a designated part or a song-and-dance venue, and the category (key unit, cultural or entertainment venue) isn't stated: its clauses are asked of the stated categories alone.
- Whether it is one is for the reviewer; verdicts by the stated categories stay as they are.

${PLAN}`,
  },
  check,
});
