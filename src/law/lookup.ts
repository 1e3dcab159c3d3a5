// Looks up rows of a law pack, and prints its citations.
import type { Localized } from '../i18n/locale.js';
import type {
  Category,
  Clause,
  ClauseId,
  DensityLevel,
  Instrument,
  Pack,
  Penalty,
  Prohibition,
  ZoneKind,
  ZoneUse,
} from './types.js';

/**
 * Returns the clause `id`. Throws an Error if the pack has no such clause: a fault of the rule or the pack, never of a
 * plan.
 */
export function clause(pack: Pack, id: ClauseId): Clause {
  const found = pack.clauses.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`pack '${pack.id}' has no clause '${id}'`);
  return found;
}

/** Returns the instrument that clause `id` belongs to. Throws an Error if the pack has no such clause or instrument. */
export function instrumentOf(pack: Pack, id: ClauseId): Instrument {
  const { instrument } = clause(pack, id);
  const found = pack.instruments.find((candidate) => candidate.id === instrument);
  if (found === undefined) throw new Error(`pack '${pack.id}' has no instrument '${instrument}'`);
  return found;
}

/** Returns the zone kind `id`; undefined if the pack has none such. */
export function zoneKind(pack: Pack, id: string): ZoneKind | undefined {
  return pack.zoneKinds.find((kind) => kind.id === id);
}

/** What a plan says of a zone's kinds. A role may also be a word that is no kind, such as `public`. */
interface ZoneKinds {
  readonly spec: ZoneKind | undefined;
  readonly namedKind: ZoneKind | undefined;
  readonly roles: readonly string[];
}

/** Returns the kinds that a zone has: its own, the one that its name means, and those it has as well by its roles. */
export function kindsOf(pack: Pack, { spec, namedKind, roles }: ZoneKinds): readonly ZoneKind[] {
  return [spec, namedKind, ...roles.map((role) => zoneKind(pack, role))].filter((kind) => kind !== undefined);
}

/**
 * Returns what zones of a kind are for. If the pack doesn't say: `private` where it prohibits capture, else `public` or
 * `work` by whether the kind is public.
 */
export function useOfKind(pack: Pack, kind: ZoneKind): ZoneUse {
  if (kind.use !== undefined) return kind.use;
  if (prohibitionOf(pack, kind.id) !== undefined) return 'private';
  return kind.public ? 'public' : 'work';
}

/** Returns the category of site `id`; undefined if the pack has none such. */
export function category(pack: Pack, id: string): Category | undefined {
  return pack.categories.find((candidate) => candidate.id === id);
}

/**
 * Returns the prohibition that covers zones of the kind with id `kind`, in a site of `categories` (ids) if they are
 * given; undefined if the kind isn't private.
 */
export function prohibitionOf(pack: Pack, kind: string, categories: readonly string[] = []): Prohibition | undefined {
  const rows = pack.prohibitions.filter((row) => row.kinds.includes(kind));
  return (
    rows.find(({ sites }) => sites?.some((id) => categories.includes(id))) ??
    rows.find(({ sites }) => sites === undefined)
  );
}

/** Regimes, the strictest first. */
const STRICTNESS: readonly Prohibition['regime'][] = ['room', 'anchor', 'information', 'reading'];

/**
 * Compares two prohibitions, for sorting, by how strictly a device inside the place is judged, as their `regime` says:
 * below 0 if `a` is stricter, above 0 if `b` is, 0 if they have one regime.
 */
export function compareStrictness(a: Prohibition, b: Prohibition): number {
  return STRICTNESS.indexOf(a.regime) - STRICTNESS.indexOf(b.regime);
}

/** Returns the level of detail `id`. Throws an Error if the pack has none such. */
export function densityLevel(pack: Pack, id: DensityLevel['id']): DensityLevel {
  const found = pack.densityLevels.find((level) => level.id === id);
  if (found === undefined) throw new Error(`pack '${pack.id}' has no density level '${id}'`);
  return found;
}

/**
 * Returns the value of one of the pack's parameters, in the parameter's own unit. Throws an Error if the pack has none
 * such.
 */
export function parameter(pack: Pack, name: string): number {
  if (!Object.hasOwn(pack.parameters, name)) throw new Error(`pack '${pack.id}' has no parameter '${name}'`);
  return pack.parameters[name].value;
}

/**
 * True if `part` is `whole` or one of its paragraphs or items: `…/9.2` includes `…/9.2(3)`, `…/8` doesn't include
 * `…/8x`.
 */
export function includesClause(whole: ClauseId, part: ClauseId): boolean {
  return part === whole || part.startsWith(`${whole}(`) || part.startsWith(`${whole}.`);
}

/**
 * Returns the paragraph or article that an item belongs to (`nm-2017/9.2` for `nm-2017/9.2(3)`). Returns `id` itself if
 * it is no item, or if the pack has no clause for that paragraph or article.
 */
export function paragraphOf(pack: Pack, id: ClauseId): ClauseId {
  const whole = id.replace(/\([^)]*\)$/, '');
  return pack.clauses.some((each) => each.id === whole) ? whole : id;
}

/**
 * Returns the penalties for a breach of any of `clauses`, in the pack's order. Empty if the law has none, as nm-2017
 * has none for 9(1), 10, 13(1)–(4), 14, 18, 20.
 */
export function penaltiesFor(pack: Pack, clauses: readonly ClauseId[]): Penalty[] {
  return pack.penalties.filter((penalty) =>
    penalty.punishes.some((whole) => clauses.some((part) => includesClause(whole, part))),
  );
}

/** Returns the penalty clauses for a breach of any of `clauses`, in the pack's order. */
export function penaltyClauses(pack: Pack, clauses: readonly ClauseId[]): ClauseId[] {
  return penaltiesFor(pack, clauses).map(({ clause }) => clause);
}

/**
 * Returns the clause's Chinese text to print, with errata corrected. `clause.corrected.note` says what was corrected.
 */
export function printedText(clause: Clause): string {
  return clause.corrected?.zh ?? clause.text.zh;
}

/**
 * Returns the citation as printed: 第九条第二款第（三）项. If the instrument isn't the one judged by, its short name comes first:
 * 国务院令第799号第八条第二款.
 */
export function cite(pack: Pack, id: ClauseId): Localized {
  const cited = clause(pack, id);
  if (pack.beside !== true && cited.instrument === pack.instruments[0]?.id) return cited.citation;
  return citeWithLaw(pack, id);
}

/** Returns the citation after the short name of its law, whichever law that is. */
export function citeWithLaw(pack: Pack, id: ClauseId): Localized {
  const { citation } = clause(pack, id);
  const { short } = instrumentOf(pack, id);
  return { zh: `${short.zh}${citation.zh}`, en: `${short.en} ${citation.en}` };
}

/**
 * Returns the citations of clauses that stand in one enumeration. Where they are of several laws each names its law: after
 * another law's clause, 第九条第二款 would read as that law's.
 */
export function citeTogether(pack: Pack, ids: readonly ClauseId[]): Localized[] {
  const several = new Set(ids.map((id) => instrumentOf(pack, id).id)).size > 1;
  return ids.map((id) => (several ? citeWithLaw(pack, id) : cite(pack, id)));
}

/** Returns every clause that the pack's requirements on a project's documents may cite, each once, in their order. */
export function clausesOfRequirements({ requirements = [] }: Pack): ClauseId[] {
  return [
    ...new Set(
      requirements.flatMap(({ clauses, cases }) => [...clauses, ...cases.flatMap((one) => one.clauses ?? [])]),
    ),
  ];
}
