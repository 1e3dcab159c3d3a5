// The page of readings: every row of a pack that isn't the law's own words, every figure of ours, and our decisions.

import { list } from '../../../src/i18n/list.js';
import { type Locale, type Localized, render } from '../../../src/i18n/locale.js';
import { allPacks } from '../../../src/law/load.js';
import { cite, printedText, zoneKind } from '../../../src/law/lookup.js';
import type { Basis, ClauseId, Pack, Prohibition } from '../../../src/law/types.js';
import { placeName } from '../../../src/lint/notes/names.js';
import type { Product } from '../product.js';
import decisions from './decisions.json' with { type: 'json' };
import { LOCALES, page, type Say, sayIn, table } from './page.js';

export const readings: Product = {
  name: 'docs-readings',
  run: async () => new Map(LOCALES.map((locale) => [`docs/${locale}/readings.md`, readingsPage(locale)])),
};

/** One row of the page: what is decided, by what words, and how sure. */
interface Reading {
  readonly clause: ClauseId;
  readonly decided: Localized;
  readonly basis: Basis;
}

function readingsPage(locale: Locale): string {
  const t = sayIn(locale);
  const packs = allPacks();
  return page([
    `# ${t('理解与数值', 'Readings and figures')}`,
    t(
      '法规没有逐字写明而本工具据以判定的事项，全部列在这里，供主管机关答复。“理解”：条文用语的通常含义，报告注明“按本工具对该项的理解”；“有争议”：至多列为须审查判定。法规文本见各法规包，英文为非官方译文。',
      'Everything that a verdict rests on and that no law says word for word, for the competent authority to answer. A reading is the ordinary meaning of the words and is marked in reports; a contested one gives a review at most. English texts of statutes are unofficial translations.',
    ),
    `## ${t('本工具的决定', 'Decisions')}`,
    answerTable(
      [t('决定', 'Decision'), t('所依的用语', 'Words it rests on'), t('出自', 'Whose')],
      decisions.map(({ decision, words, whose }) => [decision, words, whose].map((text) => render(text, locale))),
      t,
    ),
    ...packs.flatMap((pack) => packBlocks(pack, locale, t)),
    `## ${t('数值（非法定）', 'Figures (not the law’s)')}`,
    answerTable([t('名称', 'Name'), t('取值', 'Value'), t('用于', 'What for')], figures(packs, locale), t),
  ]);
}

/** Returns a table with an empty last column for the authority's answer. */
function answerTable(head: readonly string[], rows: readonly (readonly string[])[], t: Say): string {
  return table(
    [...head, t('主管机关答复', 'Answer of the authority')],
    rows.map((row) => [...row, '']),
  );
}

function packBlocks(pack: Pack, locale: Locale, t: Say): string[] {
  const rows = [...prohibited(pack), ...protectedPlaces(pack)];
  if (rows.length === 0) return [];
  const names: Readonly<Record<Basis, string>> = {
    law: '',
    reading: t('理解', 'reading'),
    contested: t('有争议', 'contested'),
  };
  return [
    `## ${render(pack.name, locale)}（${pack.id}）`,
    answerTable(
      [t('条文', 'Clause'), t('原文', 'Words'), t('本工具的理解', 'What is read into it'), t('程度', 'How sure')],
      rows.map(({ clause, decided, basis }) => [
        render(cite(pack, clause), locale),
        wordsOf(pack, clause),
        render(decided, locale),
        names[basis],
      ]),
      t,
    ),
  ];
}

/** Returns the clause's Chinese words, shortened to what a table can hold; empty if the pack has none. */
function wordsOf(pack: Pack, id: ClauseId): string {
  const clause = pack.clauses.find((one) => one.id === id);
  if (clause === undefined || clause.derived === true) return '';
  const text = printedText(clause).replace(/\s+/g, '');
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

function namesOf(pack: Pack, kinds: readonly string[]): Localized {
  return listed(kinds.map((id) => zoneKind(pack, id)?.name ?? { zh: id, en: id }));
}

function listed(names: readonly Localized[]): Localized {
  return {
    zh: list(
      names.map(({ zh }) => zh),
      'zh-CN',
    ),
    en: list(
      names.map(({ en }) => en),
      'en',
    ),
  };
}

/** What a row of a prohibition makes of a device inside. */
const INSIDE: Readonly<Record<Prohibition['inside'], Localized>> = {
  fail: { zh: '为不符合', en: 'does not comply' },
  review: { zh: '须审查判定', en: 'for review' },
  notApplicable: { zh: '不适用该项', en: 'the item does not apply' },
};

function prohibited(pack: Pack): Reading[] {
  return pack.prohibitions.flatMap((row): Reading[] => {
    const kinds = namesOf(pack, row.kinds);
    const inside: Reading[] =
      row.basis === 'law'
        ? []
        : [
            {
              clause: row.clause,
              basis: row.basis,
              decided: {
                zh: `设于${kinds.zh}内的采集设备${INSIDE[row.inside].zh}`,
                en: `a device inside ${kinds.en}: ${INSIDE[row.inside].en}`,
              },
            },
          ];
    const views = row.standing.filter(({ basis }) => basis !== 'law');
    const [first] = views;
    const [duty = row.clause] = row.viewClauses;
    return first === undefined
      ? inside
      : [
          ...inside,
          {
            clause: duty,
            basis: first.basis,
            decided: {
              zh: `自区域外可及${kinds.zh}，像素密度${views.map(({ from, outcome }) => `${from}像素/米起${outcome === 'fail' ? '为不符合' : '须审查判定'}`).join('、')}`,
              en: `a view from outside into ${kinds.en}: ${views.map(({ from, outcome }) => `from ${from} px/m ${outcome === 'fail' ? 'does not comply' : 'for review'}`).join(', ')}`,
            },
          },
        ];
  });
}

function protectedPlaces(pack: Pack): Reading[] {
  return pack.categories.flatMap((category) => {
    const { clause, named, name, basis } = category;
    if (clause === undefined || pack.protects === undefined) return [];
    const tokens = (wanted: Basis) => named.filter((one) => one.basis === wanted).map(({ token }) => token);
    const own: Reading[] =
      basis === 'law'
        ? []
        : [{ clause, basis, decided: { zh: `${name.zh}属于该项所称场所`, en: `${name.en} is meant by the item` } }];
    const parts = (['reading', 'contested'] as const).flatMap((wanted): Reading[] => {
      const kinds = tokens(wanted);
      if (kinds.length === 0) return [];
      const names = listed(kinds.map((token) => placeName(pack, token)));
      return [
        {
          clause,
          basis: wanted,
          decided: { zh: `${name.zh}的${names.zh}应当设防`, en: `${names.en} of ${name.en} must be protected` },
        },
      ];
    });
    return [...own, ...parts];
  });
}

function figures(packs: readonly Pack[], locale: Locale): string[][] {
  const all = new Map(packs.toReversed().flatMap(({ parameters }) => Object.entries(parameters)));
  return [...all]
    .filter(([, { basis }]) => String(basis) !== 'law')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { value, unit, what }]) => [`\`${name}\``, `${value} ${unit}`.trim(), render(what, locale)]);
}
