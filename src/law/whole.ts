import type { Localized } from '../i18n/locale.js';
import { densityLevels } from './density.js';
import sharedCategories from './packs/common/categories.json' with { type: 'json' };
import fittingParameters from './packs/common/fitting-parameters.json' with { type: 'json' };
import otherNames from './packs/common/other-names.json' with { type: 'json' };
import parameters from './packs/common/parameters.json' with { type: 'json' };
import references from './packs/common/references.json' with { type: 'json' };
import signParameters from './packs/common/sign-parameters.json' with { type: 'json' };
import zoneKinds from './packs/common/zone-kinds.json' with { type: 'json' };
import type { Pack } from './types.js';

/** A pack's data as a whole, with what it shares with others. */
export type PackData = Readonly<
  Record<Exclude<keyof Pack, 'parts' | 'beside' | 'unchanged' | 'written' | Section>, unknown>
> &
  Readonly<Partial<Record<Section, unknown>>>;

/** What only some laws have. */
type Section = 'protects' | 'capture' | 'tracks' | 'requirements' | 'signs' | 'standards' | 'fittings';

interface Row {
  readonly id: string;
}

interface ClauseRow extends Row {
  readonly instrument: string;
}

/**
 * A pack as its own files have it: what `schemas/law.schema.json` checks. What it shares with others it leaves out, and
 * what it has nothing to say of.
 */
export interface PackFiles extends Readonly<Partial<Record<Section, unknown>>> {
  readonly id: string;
  readonly name: Localized;
  readonly notice: unknown;
  readonly regions: readonly string[];
  readonly instruments: readonly (Row & { readonly name: Localized; readonly short: Localized })[];
  /** Ids of clauses of other laws that it refers to; what they set as a penalty comes with them. */
  readonly cites?: readonly string[];
  readonly clauses: readonly ClauseRow[];
  readonly penalties?: readonly { readonly clause: string }[];
  /** Kinds beside those that every pack has. */
  readonly zoneKinds?: readonly Row[];
  /** A category that others have as well has its name and what rooms such a site has from what they share. */
  readonly categories?: readonly Row[];
  readonly prohibitions?: readonly (Row & { readonly kinds: readonly string[] })[];
  readonly pointProtection?: readonly unknown[];
  readonly criteria?: readonly Row[];
  /** Figures in place of those that every pack has. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What a category has of which the law says nothing more. */
const PLAIN = { declared: [], named: [], related: [], bare: 'review', expectedPrivate: [] };

/** The vocabulary that every pack has. */
export const SHARED = {
  zoneKinds: zoneKinds.map(({ id }) => id),
  categories: sharedCategories.map(({ id }) => id),
  parameters: Object.keys({ ...parameters, ...fittingParameters, ...signParameters }),
} as const;

/** Every clause that a pack may cite: those of `packs`, and of the laws that nobody judges by. */
export function citable(packs: readonly PackFiles[]): readonly string[] {
  return [...packs, references].flatMap(({ clauses }) => clauses.map(({ id }) => id));
}

/** A law or a pack, the names it goes by, and the pack that has it; of laws that nobody judges by none has it. */
export interface NamedLaw {
  readonly name: Localized;
  /** How people write that name, in either language. */
  readonly spellings: readonly string[];
  readonly owner: string;
}

/** Every name by which readers know `packs`, their laws, and the laws that nobody judges by. */
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

/** A name, with and without the country that laws of the state begin with. */
function spellingsOf({ zh, en }: Localized): string[] {
  return [zh, zh.replace(/^中华人民共和国/, ''), en, en.replace(/ of the People's Republic of China$/, '')];
}

/**
 * The pack with all that it shares with others and cites of them. Throws where nobody has a clause that it cites.
 *
 * @param others packs that it may cite; the text of a law stands once, in the pack that is of it, else among the references
 */
export function whole({ cites = [], ...files }: PackFiles, others: readonly PackFiles[]): PackData {
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
    clauses: [...files.clauses, ...cited],
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

/** What a law has nothing to say of is a category all the same: a plan of it can be read, and nothing is asked. */
function categoriesOf({ categories = [], prohibitions = [] }: Pick<PackFiles, 'categories' | 'prohibitions'>) {
  const own = new Set(categories.map(({ id }) => id));
  const barred = new Set(prohibitions.flatMap(({ kinds }) => kinds));
  // Rooms that nobody may capture in are expected only by a law that bars it.
  const shared = sharedCategories.map(({ expectedPrivate, ...row }) => ({
    ...PLAIN,
    ...row,
    expectedPrivate: expectedPrivate.filter(({ kind }) => barred.has(kind)),
  }));
  return [
    ...categories.map((row) => ({ ...PLAIN, ...shared.find(({ id }) => id === row.id), ...row })),
    ...shared.filter(({ id }) => !own.has(id)).map((row) => ({ basis: 'sitecam', ...row })),
  ];
}

function found<T>(row: T | undefined, id: string): T {
  if (row === undefined) throw new Error(`nothing called '${id}' to cite`);
  return row;
}
