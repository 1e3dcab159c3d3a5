// The explain page of a clause, as Markdown.

import { list } from '../../i18n/list.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { cite, includesClause, instrumentOf, penaltiesFor, printedText, zoneKind } from '../../law/lookup.js';
import type { Category, Clause, ClauseId, Pack } from '../../law/types.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { exampleOf } from './examples.js';
import { marksNote } from './rule-page.js';

type Say = (zh: string, en: string) => string;

/**
 * Returns the page of a clause in Markdown: its text, penalties, the rules that judge by it, and the sites and zones it
 * is about.
 *
 * @param whole true to add an example, which would be too much for each of an article's twelve items
 */
export function clausePage(clause: Clause, rules: readonly Rule[], pack: Pack, locale: Locale, whole: boolean): string {
  const t: Say = (zh, en) => inLocale({ zh, en }, locale);
  const instrument = instrumentOf(pack, clause.id);
  return [
    `# ${inLocale(instrument.name, locale)} ${inLocale(clause.citation, locale)}`,
    quoted(clause.lead?.zh, printedText(clause)),
    ...(locale === 'en' ? [quoted(clause.lead?.en, clause.text.en)] : []),
    ...(clause.corrected === undefined ? [] : [inLocale(clause.corrected.note, locale)]),
    ...penalties(clause, pack, t),
    ...judging(clause, rules, pack, locale, t),
    ...sitesOf(clause, pack, locale, t),
    ...placesOf(clause, pack, locale, t),
    ...(whole ? examples(clause, pack, locale, t) : []),
  ].join('\n\n');
}

/** Returns a clause's text as a quotation, below the lead of its paragraph: an item means nothing without it. */
function quoted(lead: string | undefined, words: string): string {
  return lead === undefined ? `> ${words}` : `> ${lead}\n> > ${words}`;
}

function penalties({ id }: Clause, pack: Pack, t: Say): string[] {
  const own = penaltiesFor(pack, [id]).map(({ clause: by, summary }) => {
    const citation = cite(pack, by);
    return t(`罚则（${citation.zh}）：${summary.zh}`, `Penalty (${citation.en}): ${summary.en}`);
  });
  const punished = pack.penalties
    .filter(({ clause }) => includesClause(clause, id) || includesClause(id, clause))
    .flatMap(({ punishes }) => punishes.filter((duty) => pack.clauses.some((clause) => clause.id === duty)))
    .map((duty) => cite(pack, duty));
  if (punished.length === 0) return own;
  return [
    ...own,
    t(
      `处罚违反${punished.map(({ zh }) => zh).join('、')}的行为。`,
      `Punishes breaches of ${list(
        punished.map(({ en }) => en),
        'en',
      )}.`,
    ),
  ];
}

/** Returns lines on the rules that may judge by the clause or cite it. */
function judging({ id }: Clause, rules: readonly Rule[], pack: Pack, locale: Locale, t: Say): string[] {
  const cited = rules.filter(
    (rule) =>
      rule.appliesTo?.(pack) !== false &&
      clausesUnder(rule, pack).some((clause) => includesClause(id, clause) || clause === id),
  );
  const lines = cited.map((rule) => `- \`${rule.id}\` ${inLocale(rule.title, locale)}`);
  if (lines.length === 0) {
    const drawn = pack.instruments[0]?.id === instrumentOf(pack, id).id;
    return drawn ? [t('图纸审查不涉及本条款。', 'Nothing in a plan is judged by this clause.')] : [];
  }
  return [t('引用本条款的规则：', 'Rules that cite it:'), lines.join('\n')];
}

/**
 * Returns the table of the sites that an item of Art. 8 names, and what must be protected there; [] for other clauses.
 */
function sitesOf({ id }: Clause, pack: Pack, locale: Locale, t: Say): string[] {
  const categories = pack.categories.filter(({ clause }) => clause === id);
  if (categories.length === 0) return [];
  if (pack.protects === undefined) {
    const names = categories.map(
      (category) => `| \`${category.id}\` | ${inLocale(category.name, locale)}${reading(category.basis, t)} |`,
    );
    return [[t('| 场所类别 | 名称 |', '| category | name |'), '|---|---|', ...names].join('\n')];
  }
  const rows = categories.map(
    (category) =>
      `| \`${category.id}\` | ${inLocale(category.name, locale)}${reading(category.basis, t)} | ${placesOfCategory(category, pack, locale)} |`,
  );
  return [
    [
      t('| 场所类别 | 名称 | 应当设防的部位 |', '| category | name | what must be protected |'),
      '|---|---|---|',
      ...rows,
    ].join('\n'),
  ];
}

/** Returns what Art. 8 names of a site of the category, as a list in one line; empty where it names nothing. */
export function placesOfCategory({ named }: Category, pack: Pack, locale: Locale): string {
  const t: Say = (zh, en) => inLocale({ zh, en }, locale);
  return list(
    named.map(({ token, basis }) => {
      const words = WORDS[token] ?? zoneKind(pack, token)?.name ?? { zh: token, en: token };
      return `${inLocale(words, locale)}${reading(basis, t)}`;
    }),
    locale,
  );
}

/** Words for tokens that stand for a flag or a family of kinds. */
const WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  important: { zh: '重要部位', en: 'important parts' },
  public: { zh: '公共区域', en: 'public zones' },
  designated: { zh: '确定的部位', en: 'designated parts' },
  passage: { zh: '通道', en: 'passages' },
};

/** Returns the table of zone kinds that an item of Art. 9(2) is about; [] for other clauses. */
function placesOf({ id }: Clause, pack: Pack, locale: Locale, t: Say): string[] {
  const rows = pack.prohibitions
    .filter(({ clause }) => clause === id)
    .flatMap(({ kinds, basis, categories }) =>
      kinds.map((kind) => {
        const name = inLocale(zoneKind(pack, kind)?.name ?? { zh: kind, en: kind }, locale);
        const sites = categories.map((category) =>
          inLocale(
            pack.categories.find((known) => known.id === category)?.name ?? { zh: category, en: category },
            locale,
          ),
        );
        return `| \`${kind}\` | ${name}${reading(basis, t)} | ${sites.length === 0 ? t('任何场所', 'any site') : list(sites, locale)} |`;
      }),
    );
  if (rows.length === 0) return [];
  return [[t('| 区域类型 | 名称 | 场所 |', '| kind of zone | name | sites |'), '|---|---|---|', ...rows].join('\n')];
}

function reading(basis: 'law' | 'sitecam', t: Say): string {
  return basis === 'law' ? '' : t('（本工具的理解）', " (sitecam's reading)");
}

function examples({ id }: Clause, pack: Pack, locale: Locale, t: Say): string[] {
  const example = exampleOf(pack, id, locale);
  if (example !== undefined) {
    const marks = example.expected.map((verdict) => `# => ${verdict}`);
    return [
      `## ${t('示例', 'Example')}`,
      t(`${marksNote(locale)}规则：\`${example.rule}\`。`, `${marksNote(locale)} Rule: \`${example.rule}\`.`),
      ['```yaml', ...marks, example.plan.trimEnd(), '```'].join('\n'),
    ];
  }
  const [first] = pack.categories.filter(({ clause }) => clause === id);
  if (first === undefined || pack.protects === undefined) return [];
  const command = `sitecam init --category ${first.id}`;
  return [
    `## ${t('示例', 'Example')}`,
    t(
      `运行 \`${command}\`，写出一份审查无问题的示例设计图。`,
      `Run \`${command}\` for a plan of such a site in which nothing is found.`,
    ),
  ];
}

/** Returns the id of the first of `clauses` that has examples on its own page; undefined if none has. */
export function moreOn(clauses: readonly Clause[], pack: Pack): ClauseId | undefined {
  const has = ({ id }: Clause) =>
    exampleOf(pack, id, 'en') !== undefined ||
    (pack.protects !== undefined && pack.categories.some(({ clause }) => clause === id));
  return clauses.find(has)?.id;
}
