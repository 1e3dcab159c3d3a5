// Words of the law that a plan holds: kinds of zone, categories, roles, rules, clauses, with what the law makes of them.
import { memoize, memoizeNamed } from '../../base/memo.js';
import { FLAGS, t as meaning, VALUES } from '../../features/schema/texts.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { citeWithLaw, prohibitionOf } from '../../law/lookup.js';
import { wordsForCategory } from '../../law/names/category-words.js';
import { kindsNamed } from '../../law/names/kind-of-name.js';
import { isNamedBy, rolesOf } from '../../law/roles.js';
import type { Basis, Pack, ZoneKind } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { DEVICE_KINDS, deviceKind, everydayNames, OPENING_KINDS, OPENING_NAMES, TRAITS } from '../../plan/kinds.js';
import { rules } from '../../rules/registry.gen.js';
import { type Candidate, KIND } from './candidate.js';
import { spellingsOf } from './match.js';
import { t } from './texts.js';

/** The law that a plan is judged by, and the ids of the categories of its site. */
export interface Law {
  readonly pack: Pack;
  readonly categories: readonly string[];
}

/**
 * Returns the kinds of zone as candidates.
 *
 * @param typed text at the cursor: a Chinese name of a room, such as 女员工更衣室, also finds the kind that it means
 */
export function zoneKinds({ pack, categories }: Law, locale: Locale, typed = ''): readonly Candidate[] {
  const kinds = zoneKindsFor(pack, [locale, ...categories].join(' '));
  const meant = /\p{Script=Han}/u.test(typed) ? (kindsNamed(pack, typed) ?? []).map(({ id }) => id) : [];
  if (meant.length === 0) return kinds;
  return kinds.map((one) =>
    meant.includes(one.word) ? { ...one, spellings: [...one.spellings, ...spellingsOf(typed)] } : one,
  );
}

const zoneKindsFor = memoizeNamed((pack: Pack, terms: string): readonly Candidate[] => {
  const [locale, ...categories] = terms.split(' ') as [Locale, ...string[]];
  return pack.zoneKinds.map((kind) => {
    const { id, name } = kind;
    return {
      word: id,
      spellings: zoneSpellings(kind),
      detail: render(name, locale),
      doc: list(onZoneKind(kind, pack, categories), locale),
      kind: KIND.enumMember,
    };
  });
});

const zoneSpellings = memoize(({ id, name, synonyms, wholeNames, namesOn }: ZoneKind) => {
  const others = [synonyms, wholeNames, namesOn?.words].flatMap((one) => [...(one?.zh ?? []), ...(one?.en ?? [])]);
  return spellingsOf(id, [name.zh, name.en, ...others]);
});

function list(lines: readonly Localized[], locale: Locale): string {
  return lines.map((line) => `- ${render(line, locale)}\n`).join('');
}

function onZoneKind(kind: ZoneKind, pack: Pack, categories: readonly string[]): Localized[] {
  const { zh, en } = kind.synonyms;
  const words = inBoth((locale) => (locale === 'en' ? en : zh).join(render(t.between, locale)));
  return [
    kind.enclosed ? meaning.walled : meaning.open,
    ...(kind.public ? [t.publicZone] : []),
    ...partsOf(pack).flatMap((part) => onCapture(kind.id, part, categories)),
    ...partsOf(pack).flatMap((part) => onProtection(kind.id, part, categories)),
    ...(zh.length + en.length === 0 ? [] : [t.synonyms({ words })]),
  ];
}

/** Returns what a law says of devices that capture in zones of a kind on such a site. */
function onCapture(kind: string, pack: Pack, categories: readonly string[]): Localized[] {
  const row = prohibitionOf(pack, kind, categories);
  if (row === undefined || row.inside === 'notApplicable') return [];
  const clauses = citeWithLaw(pack, row.clause);
  return [row.basis === 'law' ? meaning.barred({ clauses }) : meaning.maybeBarred({ clauses })];
}

/** Returns by which clauses zones of a kind are to be protected on such a site. */
function onProtection(kind: string, pack: Pack, categories: readonly string[]): Localized[] {
  return pack.categories
    .filter(({ id }) => categories.includes(id))
    .flatMap(({ clause, name, named }) => {
      const selector = named.find(({ token }) => isNamedBy(token, kind));
      if (selector === undefined || clause === undefined) return [];
      return [joined([t.toProtect({ clause: citeWithLaw(pack, clause), site: name }), reading(selector.basis)])];
    });
}

function reading(basis: Basis): Localized {
  return basis === 'law' ? verbatim('') : t.reading;
}

/** Returns the categories of site that the law knows, as candidates. */
export function categories({ pack }: Law, locale: Locale): readonly Candidate[] {
  return categoriesFor(pack, locale);
}

const categoriesFor = memoizeNamed((pack: Pack, locale: Locale): readonly Candidate[] =>
  pack.categories.map(({ id, name }) => {
    const clauses = partsOf(pack).flatMap((part) => {
      const clause = part.categories.find((one) => one.id === id)?.clause;
      return clause === undefined ? [] : [citeWithLaw(part, clause)];
    });
    return {
      word: id,
      spellings: spellingsOf(id, [name.zh, name.en, ...wordsForCategory(id)]),
      detail: render(name, locale),
      doc: list(clauses, locale),
      kind: KIND.enumMember,
    };
  }),
);

/** Returns the roles that a zone may have under the law, as candidates. */
export function roles({ pack }: Law, locale: Locale): readonly Candidate[] {
  return rolesFor(pack, locale);
}

const rolesFor = memoizeNamed((pack: Pack, locale: Locale): readonly Candidate[] => {
  const declared = pack.categories.flatMap((category) => category.declared);
  return [...rolesOf(pack)].map((role) => {
    const kind = pack.zoneKinds.find(({ id }) => id === role);
    const name = kind?.name ?? declared.find((one) => one.role === role)?.name ?? FLAGS[role];
    const spellings = kind === undefined ? spellingsOf(role, name && [name.zh, name.en]) : zoneSpellings(kind);
    return { word: role, spellings, detail: render(name ?? t.role, locale), kind: KIND.enumMember };
  });
});

/** Returns the kinds of device as candidates. */
export function deviceKinds(locale: Locale): readonly Candidate[] {
  return DEVICE_KINDS.flatMap((id) => deviceKind(id) ?? []).map((id) => {
    const { zh, en } = DEVICE_NAMES[id];
    const what = (trait: 'video' | 'audio'): Localized => VALUES[`${trait}=${TRAITS[id][trait]}`] ?? verbatim('');
    return {
      word: id,
      spellings: spellingsOf(id, [zh, en, ...everydayNames(id)]),
      detail: locale === 'en' ? en : zh,
      doc: list([meaning.images({ what: what('video') }), meaning.sound({ what: what('audio') })], locale),
      kind: KIND.enumMember,
    };
  });
}

/** Returns the kinds of opening as candidates. */
export function openingKinds(locale: Locale): readonly Candidate[] {
  return OPENING_KINDS.map((id) => {
    const { zh, en } = OPENING_NAMES[id];
    const spellings = spellingsOf(id, [zh, en, ...everydayNames(id)]);
    return { word: id, spellings, detail: locale === 'en' ? en : zh, kind: KIND.enumMember };
  });
}

/** Returns the ids of all rules as candidates; those that a waiver may name come first. */
export function ruleIds(locale: Locale): readonly Candidate[] {
  return rules
    .toSorted((a, b) => Number(b.waivable) - Number(a.waivable))
    .map(({ id, title, waivable }) => ({
      word: id,
      spellings: spellingsOf(id, [title.zh, title.en]),
      detail: render(title, locale),
      doc: render(waivable ? t.waivable : t.notWaivable, locale),
      kind: KIND.enumMember,
    }));
}

/** Returns the clauses of the law as candidates that write the id of the clause. */
export function clauseIds({ pack }: Law, locale: Locale): readonly Candidate[] {
  return clausesFor(pack, locale);
}

const clausesFor = memoizeNamed((pack: Pack, locale: Locale): readonly Candidate[] =>
  pack.clauses.map(({ id, text }) => {
    const cited = citeWithLaw(pack, id);
    return {
      word: id,
      spellings: spellingsOf(id, [cited.zh, cited.en]),
      detail: render(cited, locale),
      doc: render(text, locale),
      kind: KIND.enumMember,
    };
  }),
);

/** Returns the clauses of the law as candidates that write the citation, for keys whose text cites a clause. */
export function citations(law: Law, locale: Locale): readonly Candidate[] {
  return clauseIds(law, locale).map(({ word, detail = '', ...rest }) => ({ ...rest, word: detail, detail: word }));
}
