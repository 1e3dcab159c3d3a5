// Completes a pack's own files with what packs share and cite.

import type { Localized } from '../i18n/locale.js';
import { withAncestors } from './ancestors.js';
import sharedCategories from './packs/common/categories.json' with { type: 'json' };
import fittingParameters from './packs/common/fitting-parameters.json' with { type: 'json' };
import otherNames from './packs/common/other-names.json' with { type: 'json' };
import parameters from './packs/common/parameters.json' with { type: 'json' };
import references from './packs/common/references.json' with { type: 'json' };
import signParameters from './packs/common/sign-parameters.json' with { type: 'json' };
import zoneKinds from './packs/common/zone-kinds.json' with { type: 'json' };
import en62676 from './standards/en-62676-4.json' with { type: 'json' };
import type { Applies, Clause, DensityLevel, Pack } from './types.js';

/** The complete data of a law pack, with shared rows and cited clauses. */
export type PackData = Readonly<
  Record<Exclude<keyof Pack, 'parts' | 'beside' | 'unchanged' | 'written' | Section>, unknown>
> &
  Readonly<Partial<Record<Section, unknown>>>;

/** Sections that only some laws have. */
type Section =
  | 'incomplete'
  | 'statute'
  | 'protects'
  | 'system'
  | 'capture'
  | 'tracks'
  | 'requirements'
  | 'signs'
  | 'standards'
  | 'fittings'
  | 'opinion';

interface Row {
  readonly id: string;
}

interface ClauseRow extends Row {
  readonly instrument: string;
}

/**
 * A pack as its own files have it, as `schemas/law.schema.json` checks it. Omits what it shares with other packs and
 * sections it has nothing for.
 */
export interface PackFiles extends Readonly<Partial<Record<Section, unknown>>> {
  readonly id: string;
  readonly name: Localized;
  readonly notice: unknown;
  readonly applies: Applies;
  /** What the text at hand lacks. A pack with it judges no plan unless somebody names it. */
  readonly incomplete?: Localized;
  readonly statute?: string;
  readonly instruments: readonly (Row & { readonly name: Localized; readonly short: Localized })[];
  /** Ids of clauses of other laws that the pack refers to. The penalties that those clauses set come along. */
  readonly cites?: readonly string[];
  readonly clauses: readonly ClauseRow[];
  readonly penalties?: readonly { readonly clause: string }[];
  /** Zone kinds beside those that every pack has. */
  readonly zoneKinds?: readonly Row[];
  /**
   * Categories. A category that other packs have too takes its name and its usual private rooms from the shared rows.
   */
  readonly categories?: readonly Row[];
  readonly prohibitions?: readonly (Row & { readonly kinds: readonly string[] })[];
  readonly pointProtection?: readonly unknown[];
  readonly criteria?: readonly Row[];
  /** Figures that replace those that every pack has. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Defaults of a category about which the law says nothing more. */
const PLAIN = { declared: [], named: [], related: [], bare: 'review', expectedPrivate: [] };

/** Vocabulary that every pack has: ids of zone kinds and categories, names of parameters. */
export const SHARED = {
  zoneKinds: zoneKinds.map(({ id }) => id),
  categories: sharedCategories.map(({ id }) => id),
  parameters: Object.keys({ ...parameters, ...fittingParameters, ...signParameters }),
} as const;

/** Returns the ids of every clause that a pack may cite: those of `packs`, and those of laws that no pack judges by. */
export function citable(packs: readonly PackFiles[]): readonly string[] {
  return [...packs, references].flatMap(({ clauses }) => clauses.map(({ id }) => id));
}

/** One name of a law or a pack, with the id of the pack it belongs to; `common` for a law that no pack judges by. */
export interface NamedLaw {
  readonly name: Localized;
  /** Spellings of the name that people use, in either language. */
  readonly spellings: readonly string[];
  readonly owner: string;
}

/** Returns every name by which readers know `packs`, their laws, and the laws that no pack judges by. */
export function namedLaws(packs: readonly PackFiles[]): readonly NamedLaw[] {
  const of = ({ id: owner, instruments }: Pick<PackFiles, 'instruments'> & { readonly id: string }): NamedLaw[] =>
    instruments.flatMap(({ id, name, short }) => [
      ...[name, short].map((one) => ({ name: one, spellings: spellingsOf(one), owner })),
      { name, spellings: otherNames.filter(({ law }) => law === id).flatMap(({ names }) => names), owner },
    ]);
  return [
    ...packs.flatMap((pack) => [{ name: pack.name, spellings: spellingsOf(pack.name), owner: pack.id }, ...of(pack)]),
    ...of({ id: 'common', instruments: references.instruments }),
  ];
}

/** Returns a name with and without the country that national laws begin with. */
function spellingsOf({ zh, en }: Localized): string[] {
  return [zh, zh.replace(/^中华人民共和国/, ''), en, en.replace(/ of the People's Republic of China$/, '')];
}

/**
 * Returns the pack completed with what it shares with others and the clauses it cites. Throws an Error if no pack or
 * reference has a clause that it cites.
 *
 * @param others packs that it may cite; the text of a law is stored once, in the law's own pack or else among the
 *   references
 */
export function completePack({ cites = [], ...files }: PackFiles, others: readonly PackFiles[]): PackData {
  const library: readonly Pick<PackFiles, 'clauses' | 'instruments' | 'penalties'>[] = [...others, references];
  const clauses = new Map(library.flatMap((each) => each.clauses.map((clause) => [clause.id, clause])));
  const instruments = new Map(library.flatMap((each) => each.instruments.map((row) => [row.id, row])));
  const cited = cites.map((id) => found(clauses.get(id), id));
  const laws = [...new Set(cited.map(({ instrument }) => instrument))];
  return {
    pointProtection: [],
    criteria: [],
    prohibitions: [],
    ...files,
    instruments: [...files.instruments, ...laws.map((law) => found(instruments.get(law), law))],
    clauses: withAncestors([...files.clauses, ...cited] as Clause[]),
    penalties: [
      ...(files.penalties ?? []),
      ...library.flatMap(({ penalties = [] }) => penalties).filter(({ clause }) => cites.includes(clause)),
    ],
    categories: categoriesOf(files),
    zoneKinds: [...zoneKinds, ...(files.zoneKinds ?? [])],
    parameters: {
      ...parameters,
      ...(files.fittings !== undefined && fittingParameters),
      ...(files.signs !== undefined && signParameters),
      ...files.parameters,
    },
    densityLevels: densityLevels('2015'),
  };
}

/**
 * Returns the pack's categories and all shared ones. A category about which the law says nothing stays a category: a
 * plan of such a site can be read, and nothing is asked of it.
 */
function categoriesOf({ categories = [], prohibitions = [] }: Pick<PackFiles, 'categories' | 'prohibitions'>) {
  const own = new Set(categories.map(({ id }) => id));
  const barred = new Set(prohibitions.flatMap(({ kinds }) => kinds));
  // Private rooms are expected only if the law prohibits capture in them.
  const shared = sharedCategories.map(({ expectedPrivate, ...row }) => ({
    ...PLAIN,
    ...row,
    expectedPrivate: expectedPrivate.filter(({ kind }) => barred.has(kind)),
  }));
  return [
    ...categories.map((row) => ({ ...PLAIN, ...shared.find(({ id }) => id === row.id), ...row })),
    ...shared.filter(({ id }) => !own.has(id)).map((row) => ({ basis: 'reading', ...row })),
  ];
}

function found<T>(row: T | undefined, id: string): T {
  if (row === undefined) throw new Error(`nothing called '${id}' to cite`);
  return row;
}

/** A level of detail as an edition of the standard gives it. A missing member is unknown. */
interface EditionLevel {
  readonly id: DensityLevel['id'];
  readonly name?: Localized;
  /** Pixel density in px/m. */
  readonly density?: number;
  /** True if checked against the standard's own text. Levels that aren't confirmed judge nothing. */
  readonly confirmed: boolean;
}

/** An edition of the standard that the levels of detail come from, coarsest level first. */
interface DensityEdition {
  readonly edition: string;
  readonly note?: Localized;
  readonly levels: readonly EditionLevel[];
}

/** The standard behind the levels of detail, with a note on what it doesn't say. */
export const densityStandard: {
  readonly id: string;
  readonly name: Localized;
  readonly note: Localized;
  readonly editions: readonly DensityEdition[];
  // JSON modules are typed wider than the union of ids; a test checks the file against it.
} = en62676 as typeof densityStandard;

/**
 * Returns the levels of detail of one edition of the standard (its year, `2015`) that may be judged by: confirmed, with
 * a name and a figure. The coarsest comes first. Throws an Error if there is no such edition.
 */
export function densityLevels(edition: string): DensityLevel[] {
  const found = densityStandard.editions.find((one) => one.edition === edition);
  if (found === undefined) throw new Error(`no edition '${edition}' of ${densityStandard.id}`);
  const source = `${densityStandard.id}:${edition}`;
  return found.levels.flatMap(({ id, name, density, confirmed }) =>
    name === undefined || density === undefined || !confirmed
      ? []
      : [{ id, name, density, source: { zh: source, en: source }, edition, confirmed }],
  );
}
