// Rule plan/category-mismatch: a site's name or zones belong to another category than stated.
import { groupBy } from '../../base/arrays.js';
import type { RuleContext } from '../../facts/context.js';
import { midSentence } from '../../facts/labels.js';
import { prohibitionOn, zonesOf } from '../../facts/protection/site.js';
import { catalogue, type Text, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes, localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { categoryOfSiteNamed, widerThan } from '../../law/categories.js';
import { category as lookUp, zoneKind } from '../../law/lookup.js';
import type { Category, ZoneKind } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import { zoneList } from '../coverage/wording/labels.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  zones: {
    zh: '图中标明有{kind}{zones}，通常见于{category}；本场所载明的类别为{stated}，不含该类。场所类别决定哪些部位应当设防，请核对。',
    en: 'The plan shows {zones} ({kind}), as usual in a site of category {category}; the site is stated to be {stated} and not that. Its category decides what must be protected: please check.',
  },
  name: {
    zh: '场所名称“{name}”通常指{category}；本场所载明的类别为{stated}，不含该类。场所类别决定哪些部位应当设防，请核对。',
    en: "The site's name '{name}' usually means {category}; the site is stated to be {stated} and not that. Its category decides what must be protected: please check.",
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

/** Returns one finding for each category that name or zones point to and the plan doesn't state. */
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
  const named = categoryOfSiteNamed(pack, site.name);
  const said =
    named === undefined || stated.has(named.id)
      ? []
      : [mismatchStatement(site, named, (values) => t.name({ name: forQuotes(site.name), ...values }))];
  // The later finding replaces the earlier on the same category: what the name says is enough.
  return [...new Map([...drawn, ...said].map((one) => [one.subject, one])).values()];
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
 * The rule plan/category-mismatch. A hotel drawn as a shopping mall is judged by what a mall must protect; so a person
 * must decide.
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
- 是否属于该类，由审查人判定；本规则不改变按所载类别作出的判定。

${PLAN}`,
    en: `The category of a site decides what must be protected. A hotel that is stated to be a shopping mall is judged as a mall.

- **review**: the plan shows rooms that only sites of one category have (guest rooms, private rooms of entertainment venues), or the site's name usually means one category (a hotel, a school, a hospital), and that category isn't stated.
- Whether it is one is for the reviewer; verdicts by the stated categories stay as they are.

${PLAN}`,
  },
  check,
});
