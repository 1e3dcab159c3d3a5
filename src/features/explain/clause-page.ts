// The explain page of a clause.
import { inBoth, joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { category, cite, includesClause, instrumentOf, penaltiesFor, printedText, zoneKind } from '../../law/lookup.js';
import type { Basis, Category, Clause, ClauseId, Pack, Prohibition } from '../../law/types.js';
import type { Block, Section } from '../../render/document.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { exampleOf } from './examples.js';
import { t } from './texts.js';

/**
 * Returns the page of a clause: its text, penalties, the rules that judge by it, and the sites and zones it is about.
 *
 * @param whole true to add an example, which would be too much for each of an article's twelve items
 */
export function clausePage(clause: Clause, rules: readonly Rule[], pack: Pack, whole: boolean): Section {
  const original = quoted(clause.lead?.zh, printedText(clause));
  return {
    block: 'section',
    title: [instrumentOf(pack, clause.id).name, verbatim(' '), clause.citation],
    blocks: [
      ...(clause.derived === true
        ? []
        : [
            {
              block: 'markdown' as const,
              text: { zh: original, en: `${original}\n\n${quoted(clause.lead?.en, clause.text.en)}` },
            },
          ]),
      ...(clause.corrected === undefined ? [] : [paragraph(clause.corrected.note)]),
      ...penalties(clause, pack),
      ...judging(clause, rules, pack),
      ...categoriesOf(clause, pack),
      ...placesOf(clause, pack),
      ...(whole ? examples(clause, pack) : []),
    ],
  };
}

function paragraph(text: Localized): Block {
  return { block: 'paragraph', text };
}

/** Returns a clause's text as a quotation, below the lead of its paragraph: an item means nothing without it. */
function quoted(lead: string | undefined, words: string): string {
  const mark = lead === undefined ? '> ' : '> > ';
  const text = words.replace(/^/gm, mark);
  return lead === undefined ? text : `> ${lead}\n${text}`;
}

function penalties({ id }: Clause, pack: Pack): Block[] {
  const own = penaltiesFor(pack, [id]).map(({ clause, summary }) =>
    paragraph(t.penalty({ clause: cite(pack, clause), summary })),
  );
  const punished = pack.penalties
    .filter(({ clause }) => includesClause(clause, id) || includesClause(id, clause))
    .flatMap(({ punishes }) => punishes.filter((duty) => pack.clauses.some((clause) => clause.id === duty)))
    .map((duty) => cite(pack, duty));
  if (punished.length === 0) return own;
  return [...own, paragraph(t.punishes({ clauses: localizedList(punished) }))];
}

/** Returns the rules that may judge by the clause or cite it. */
function judging({ id }: Clause, rules: readonly Rule[], pack: Pack): Block[] {
  const cited = rules.filter(
    (rule) =>
      rule.appliesTo?.(pack) !== false &&
      clausesUnder(rule, pack).some((clause) => includesClause(id, clause) || clause === id),
  );
  if (cited.length === 0) {
    const drawn = pack.instruments[0]?.id === instrumentOf(pack, id).id;
    return drawn ? [paragraph(t.notJudged)] : [];
  }
  return [
    paragraph(t.citing),
    { block: 'list', items: cited.map((rule) => [{ code: rule.id }, verbatim(' '), rule.title]) },
  ];
}

/**
 * Returns the table of the sites that a clause names, and what must be protected there; without rows for other
 * clauses.
 */
function categoriesOf({ id }: Clause, pack: Pack): Block[] {
  const categories = pack.categories.filter(({ clause }) => clause === id);
  const isProtected = pack.protects !== undefined;
  return [
    {
      block: 'table',
      head: [t.category, t.name, ...(isProtected ? [t.protectedThere] : [])],
      rows: categories.map((category) => [
        { code: category.id },
        [category.name, reading(category.basis)],
        ...(isProtected ? [placesOfCategory(category, pack)] : []),
      ]),
    },
  ];
}

/** Returns what the law names of a site of the category, as a list in one line; empty where it names nothing. */
export function placesOfCategory({ named }: Category, pack: Pack): Localized {
  const { important, public: open, designated, passage } = t;
  const words: Readonly<Record<string, Localized>> = { important, public: open, designated, passage };
  return localizedList(
    named.map(({ token, basis }) =>
      joined([words[token] ?? zoneKind(pack, token)?.name ?? verbatim(token), reading(basis)]),
    ),
  );
}

/** Returns the table of zone kinds that a clause prohibits capture in; without rows for other clauses. */
function placesOf({ id }: Clause, pack: Pack): Block[] {
  const rows = pack.prohibitions
    .filter(({ clause }) => clause === id)
    .flatMap((row) =>
      row.kinds.map((kind) => [
        { code: kind },
        [zoneKind(pack, kind)?.name ?? verbatim(kind), reading(row.basis)],
        sitesOf(row, kind, pack),
      ]),
    );
  return [{ block: 'table', head: [t.zoneKind, t.name, t.sites], rows }];
}

/**
 * Returns the names of the site categories in which a prohibition applies to zones of `kind`, as a list in words. If it
 * isn't limited to any, that is "any site", or "other sites" if another row of the pack names some for the kind.
 */
export function sitesOf({ sites, categories }: Prohibition, kind: string, pack: Pack): Localized {
  const at = sites ?? categories;
  if (at.length > 0) return localizedList(at.map((id) => category(pack, id)?.name ?? verbatim(id)));
  const elsewhere = pack.prohibitions.some((row) => row.sites !== undefined && row.kinds.includes(kind));
  return elsewhere ? t.otherSites : t.anySite;
}

/** Returns the mark for a row of the pack that rests on sitecam's reading; empty for one in the law's own words. */
export function reading(basis: Basis): Localized {
  return basis === 'law' ? verbatim('') : t.reading;
}

function examples({ id }: Clause, pack: Pack): Block[] {
  const section = (text: Localized): Block[] => [
    { block: 'section', title: t.example, blocks: [{ block: 'markdown', text }] },
  ];
  const example = exampleOf(pack, id);
  if (example !== undefined) {
    const { rule, expected, plan } = example;
    const marks = expected.map((verdict) => `# => ${verdict}\n`).join('');
    const intro = t.exampleRule({ marks: t.marks, id: rule });
    return section(
      inBoth((locale) => `${render(intro, locale)}\n\n\`\`\`yaml\n${marks}${render(plan, locale).trimEnd()}\n\`\`\``),
    );
  }
  const first = pack.categories.find(({ clause }) => clause === id);
  if (first === undefined || pack.protects === undefined) return [];
  return section(t.exampleCommand({ category: first.id }));
}

/** Returns the id of the first of `clauses` that has examples on its own page; undefined if none has. */
export function moreOn(clauses: readonly Clause[], pack: Pack): ClauseId | undefined {
  const has = ({ id }: Clause) =>
    exampleOf(pack, id) !== undefined ||
    (pack.protects !== undefined && pack.categories.some(({ clause }) => clause === id));
  return clauses.find(has)?.id;
}
