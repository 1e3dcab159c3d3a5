// Steps 2, 3 and 7: clauses against the statute, rows against clauses, penalties.
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { includesClause, penaltiesFor, printedText, zoneKind } from '../../law/lookup.js';
import type { Basis, Clause, ClauseId, Pack } from '../../law/types.js';
import { t } from './texts.js';
import type { Step } from './types.js';

/** Returns the pack's own clauses that have a text, in its order. */
function written({ clauses, instruments: [law] }: Pack): Clause[] {
  return clauses.filter(({ derived, instrument }) => derived !== true && instrument === law?.id);
}

/**
 * Checks, as step 2, that every text is a passage of the statute, in its order, and that words called the law's own
 * stand in their clause.
 *
 * @param statute undefined if there is no text of the statute, or it can't be read
 */
export function textStep(pack: Pack, statute: string | undefined): Step {
  const problems: Localized[] = [];
  const own = written(pack);
  const law = squeezed(statute ?? '');
  let at = 0;
  if (pack.statute !== undefined && statute === undefined) problems.push(t.unreadStatute({ file: pack.statute }));
  for (const { citation, text, lead, corrected } of own) {
    if (corrected !== undefined && corrected.zh === text.zh) problems.push(t.needlessCorrection({ clause: citation }));
    if (statute === undefined) continue;
    const passage = squeezed(text.zh);
    const found = law.indexOf(passage, at);
    if (found >= 0) at = found;
    else if (law.includes(passage)) problems.push(t.outOfOrder({ clause: citation }));
    else problems.push(t.notInStatute({ clause: citation, text: shortened(text.zh) }));
    if (lead !== undefined && !law.includes(squeezed(lead.zh)))
      problems.push(t.notInStatute({ clause: citation, text: shortened(lead.zh) }));
  }
  for (const [words, clause] of quotations(pack)) {
    if (!textOf(pack, clause).includes(words))
      problems.push(t.notInClause({ words, clause: citationOf(pack, clause) }));
  }
  const unused = articlesOf(statute ?? '').filter(
    (article) => !own.some(({ citation }) => citation.zh.startsWith(article)),
  );
  const notes = unused.length === 0 ? [] : [t.unused({ articles: localizedList(unused.map(verbatim)) })];
  return { name: 'text', problems, notes };
}

/** Returns words that rows call the law's own, with the clause that must have them. */
function quotations({ fittings, prohibitions, penalties, instruments: [law] }: Pack): [string, ClauseId][] {
  const parts = [fittings?.partitions, fittings?.glazing, fittings?.wholeRoom, fittings?.innerLocks];
  return [
    ...parts.flatMap((part): [string, ClauseId][] => (part === undefined ? [] : [[part.words.zh, part.clause]])),
    ...prohibitions.flatMap(({ publicOnly, clause }): [string, ClauseId][] =>
      publicOnly === undefined ? [] : [[publicOnly.words.zh, clause]],
    ),
    ...penalties
      .filter(({ clause }) => clause.startsWith(`${law?.id}/`))
      .flatMap(({ summary, clause }) => summary.zh.split('；').map((words): [string, ClauseId] => [words, clause])),
  ];
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Returns the articles that the statute numbers at the beginning of a line. */
function articlesOf(statute: string): string[] {
  return [...statute.matchAll(/^\s*(第[一二三四五六七八九十百千零]+条)(?=\s)/gmu)].map(([, article = '']) => article);
}

function citationOf(pack: Pack, id: ClauseId): Localized {
  return pack.clauses.find((clause) => clause.id === id)?.citation ?? verbatim(id);
}

/** Returns the words of a clause with those before its items and those of the clauses that it is part of. */
function textOf(pack: Pack, id: ClauseId): string {
  return pack.clauses
    .filter((clause) => clause.id === id || includesClause(clause.id, id) || includesClause(id, clause.id))
    .map((clause) => `${clause.lead?.zh ?? ''}${clause.text.zh}${printedText(clause)}`)
    .join('\n');
}

/** Words by which a clause may mean a token that is no kind. */
const TOKEN_WORDS: Readonly<Record<string, readonly string[]>> = {
  important: ['重要部位', '重点部位', '要害部位'],
  public: ['公共区域', '公共部位'],
  passage: ['通道', '走廊'],
  designated: ['确定'],
};

/** Checks, as step 3, that a row whose basis is the law is about something that the clause names. */
export function honestyStep(pack: Pack): Step {
  const problems: Localized[] = [];
  const check = (row: Localized, clause: ClauseId, basis: Basis, name: string, words: readonly string[]) => {
    if (basis !== 'law') return;
    const text = textOf(pack, clause);
    if (![name, ...words].some((word) => text.includes(word)))
      problems.push(t.notLaw({ row, name, clause: citationOf(pack, clause) }));
  };
  const words = (token: string): string[] => {
    const kind = zoneKind(pack, token);
    return [...(TOKEN_WORDS[token] ?? []), ...(kind === undefined ? [] : [kind.name.zh, ...kind.synonyms.zh])];
  };
  for (const { id, name, clause, basis, lawWord, named, declared } of pack.categories) {
    if (clause === undefined) continue;
    check(t.categoryRow({ id }), clause, basis, name.zh, lawWord === undefined ? [] : [lawWord]);
    for (const each of pack.protects === undefined ? [] : named)
      check(t.selectorRow({ id, token: each.token }), clause, each.basis, each.token, [
        ...words(each.token),
        ...(each.lawWord === undefined ? [] : [each.lawWord]),
      ]);
    for (const each of pack.protects === undefined ? [] : declared)
      check(t.selectorRow({ id, token: each.role }), clause, each.basis, each.name.zh, [
        ...each.anyOf.flatMap(words),
        ...(each.lawWord === undefined ? [] : [each.lawWord]),
      ]);
  }
  for (const { id, clause, kinds, basis, lawWord } of pack.prohibitions)
    for (const kind of kinds)
      check(t.prohibitionRow({ id, kind }), clause, basis, zoneKind(pack, kind)?.name.zh ?? kind, [
        ...words(kind),
        ...(lawWord === undefined ? [] : [lawWord]),
      ]);
  return { name: 'honesty', problems, notes: [] };
}

/** Returns the clauses for which a row of the pack can give `fail`, each once. */
export function failingClauses(pack: Pack): ClauseId[] {
  const { categories, prohibitions, requirements = [], signs, fittings, protects } = pack;
  const parts = [fittings?.partitions, fittings?.glazing, fittings?.innerLocks];
  return [
    ...new Set([
      ...(protects === undefined
        ? []
        : categories.flatMap(({ clause, bare }) => (clause !== undefined && bare === 'fail' ? [clause] : []))),
      ...prohibitions.flatMap(({ clause, inside }) => (inside === 'fail' ? [clause] : [])),
      ...requirements.flatMap(({ clauses: [clause], cases }) =>
        clause !== undefined && cases.some(({ outcome }) => outcome === 'fail') ? [clause] : [],
      ),
      ...(signs === undefined ? [] : [signs.clause]),
      ...parts.flatMap((part) => part?.clause ?? []),
    ]),
  ];
}

/** Notes, as step 7, the clauses that can fail and have no penalty. */
export function penaltyStep(pack: Pack): Step {
  const without = failingClauses(pack).filter((id) => penaltiesFor(pack, [id]).length === 0);
  const notes =
    without.length === 0
      ? []
      : [t.withoutPenalty({ clauses: localizedList(without.map((id) => citationOf(pack, id))) })];
  return { name: 'penalties', problems: [], notes };
}
