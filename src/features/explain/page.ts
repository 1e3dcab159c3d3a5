// The page that somebody asks for by name: of a rule, of a clause, or of several clauses that one name means.
import { compose, partsOf } from '../../law/compose.js';
import { allPacks } from '../../law/load.js';
import { clausesNamed } from '../../law/named.js';
import type { Clause, Pack } from '../../law/types.js';
import type { Block, Document } from '../../render/document.js';
import { rules } from '../../rules/registry.gen.js';
import { applicablePack } from '../../rules/rule.js';
import { nearest } from '../../source/suggest.js';
import { clausePage, moreOn } from './clause-page.js';
import { rulePage } from './rule-page.js';
import { t } from './texts.js';
import { wordPage } from './words.js';

/**
 * Returns the packs in which `explain` looks for its subject: first those that `requested` is composed of, then the
 * other shipped ones; undefined: all shipped ones.
 */
export function packsFor(requested: Pack | undefined): readonly [Pack, ...Pack[]] {
  return requested === undefined ? allPacks() : withOthers(partsOf(requested));
}

function withOthers(asked: readonly Pack[]): readonly [Pack, ...Pack[]] {
  const [first, ...others] = [
    ...asked.map(({ beside: _, ...pack }) => pack),
    ...allPacks().filter(({ id }) => asked.every((pack) => pack.id !== id)),
  ];
  return first === undefined ? allPacks() : [first, ...others];
}

/**
 * Returns the page on `subject`: a rule by its id, clauses of `packs` by id or citation, or a word such as a kind of
 * zone. Undefined if it is none of these.
 */
export function subjectPage(subject: string, packs: readonly [Pack, ...Pack[]]): Document | undefined {
  const rule = rules.find(({ id }) => id === subject);
  if (rule !== undefined) return { blocks: [rulePage(rule, applicablePack(rule, packs))] };
  const clauses = meantBy(subject, packs);
  if (clauses.length === 0) return wordPage(subject, packs);
  const alone = clauses.length === 1;
  const judged = [...new Set(clauses.map((clause) => packFor(clause, packs)))];
  const more = alone ? undefined : moreOn(clauses, judged[0] ?? packs[0]);
  const notes = [
    ...(more === undefined ? [] : [t.exampleElsewhere({ clause: more.slice(more.indexOf('/') + 1) })]),
    ...judged.map(({ notice }) => notice),
  ];
  return {
    blocks: [
      ...clauses.map((clause) => clausePage(clause, rules, packFor(clause, packs), alone)),
      ...notes.map((text): Block => ({ block: 'paragraph', text })),
    ],
  };
}

/** The default pack's clauses of that name, those of laws it refers to among them; else those of any other pack. */
function meantBy(subject: string, packs: readonly [Pack, ...Pack[]]): Clause[] {
  const found = clausesNamed(subject, packs[0]);
  return found.length > 0 ? found : clausesNamed(subject, compose(packs));
}

/** The pack of the law that the clause is of; of a law that is only referred to the first that does. */
function packFor({ id, instrument }: Clause, packs: readonly [Pack, ...Pack[]]): Pack {
  const own = packs.find(({ instruments: [law] }) => law?.id === instrument);
  return own ?? packs.find(({ clauses }) => clauses.some((clause) => clause.id === id)) ?? packs[0];
}

/**
 * Returns the id of the rule or clause, or the id or Chinese name of the zone kind, that is most like `subject`: by the
 * whole id, or by what stands behind its group or its law (`declared`, `9.2(33)`). Undefined if none is near.
 */
export function nearestSubject(subject: string, packs: readonly [Pack, ...Pack[]]): string | undefined {
  const pack = compose(packs);
  const kinds = pack.zoneKinds.flatMap(({ id, name, synonyms }) => [id, name.zh, ...synonyms.zh]);
  const ids = [...rules.map(({ id }) => id), ...pack.clauses.map(({ id }) => id), ...kinds];
  const tailOf = (id: string) => id.slice(id.indexOf('/') + 1);
  const tail = ids.map(tailOf).find((candidate) => candidate === subject) ?? nearest(subject, ids.map(tailOf));
  const clause = (id: string) => (pack.instruments.some(({ id: law }) => id.startsWith(`${law}/`)) ? tailOf(id) : id);
  return nearest(subject, ids) ?? ids.filter((id) => tailOf(id) === tail).map(clause)[0];
}
