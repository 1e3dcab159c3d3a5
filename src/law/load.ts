import { compose, partsOf } from './compose.js';
import { densityLevels } from './density.js';
import orderCapture from './packs/cn-799-2025/capture.json' with { type: 'json' };
import orderCategories from './packs/cn-799-2025/categories.json' with { type: 'json' };
import orderClauses from './packs/cn-799-2025/clauses.json' with { type: 'json' };
import orderCriteria from './packs/cn-799-2025/criteria.json' with { type: 'json' };
import orderIdentity from './packs/cn-799-2025/pack.json' with { type: 'json' };
import orderPenalties from './packs/cn-799-2025/penalties.json' with { type: 'json' };
import orderProhibitions from './packs/cn-799-2025/prohibitions.json' with { type: 'json' };
import orderRequirements from './packs/cn-799-2025/requirements.json' with { type: 'json' };
import orderSigns from './packs/cn-799-2025/signs.json' with { type: 'json' };
import orderTracks from './packs/cn-799-2025/tracks.json' with { type: 'json' };
import sharedCategories from './packs/common/categories.json' with { type: 'json' };
import parameters from './packs/common/parameters.json' with { type: 'json' };
import references from './packs/common/references.json' with { type: 'json' };
import zoneKinds from './packs/common/zone-kinds.json' with { type: 'json' };
import nmCapture from './packs/nm-2017/capture.json' with { type: 'json' };
import nmCategories from './packs/nm-2017/categories.json' with { type: 'json' };
import nmClauses from './packs/nm-2017/clauses.json' with { type: 'json' };
import nmCriteria from './packs/nm-2017/criteria.json' with { type: 'json' };
import nmIdentity from './packs/nm-2017/pack.json' with { type: 'json' };
import nmPenalties from './packs/nm-2017/penalties.json' with { type: 'json' };
import nmProhibitions from './packs/nm-2017/prohibitions.json' with { type: 'json' };
import nmRequirements from './packs/nm-2017/requirements.json' with { type: 'json' };
import type { Pack } from './types.js';

/** A pack's data as a whole: what `schemas/law.schema.json` checks. */
export type PackData = Readonly<Record<Exclude<keyof Pack, 'parts' | 'beside' | 'unchanged' | Section>, unknown>> &
  Readonly<Partial<Record<Section, unknown>>>;

/** What only some laws have. */
type Section = 'protects' | 'capture' | 'tracks' | 'requirements' | 'signs' | 'standards';

interface Row {
  readonly id: string;
}

/** A pack as its own files have it: what it shares with others stands elsewhere. */
interface PackFiles extends Omit<PackData, 'zoneKinds' | 'parameters' | 'densityLevels'> {
  readonly id: string;
  readonly instruments: readonly Row[];
  /** Ids of clauses of other laws that it refers to; what they set as a penalty comes with them. */
  readonly cites: readonly string[];
  readonly clauses: readonly ClauseRow[];
  readonly penalties: readonly { readonly clause: string }[];
  /** A category that others have as well has its name and what rooms such a site has from what they share. */
  readonly categories: readonly Row[];
}

interface ClauseRow extends Row {
  readonly instrument: string;
}

const FILES: readonly PackFiles[] = [
  {
    ...nmIdentity,
    ...nmCriteria,
    clauses: nmClauses,
    penalties: nmPenalties,
    categories: nmCategories,
    prohibitions: nmProhibitions,
    capture: nmCapture,
    requirements: nmRequirements,
  },
  {
    ...orderIdentity,
    ...orderCriteria,
    clauses: orderClauses,
    penalties: orderPenalties,
    categories: orderCategories,
    prohibitions: orderProhibitions,
    capture: orderCapture,
    tracks: orderTracks,
    requirements: orderRequirements,
    signs: orderSigns,
  },
];

/** The text of a law that several packs refer to stands once: in the pack that is of it, else among the references. */
const LIBRARY = [...FILES, { ...references, penalties: [] }];

/** What a category has of which the law says nothing more. */
const PLAIN = { declared: [], named: [], related: [], bare: 'review', expectedPrivate: [] };

function whole({ cites, ...files }: PackFiles): PackData {
  const cited = cites.map((id) =>
    found(
      LIBRARY.flatMap(({ clauses }) => clauses).find((clause) => clause.id === id),
      id,
    ),
  );
  const laws = [...new Set(cited.map(({ instrument }) => instrument))];
  const instruments = LIBRARY.flatMap((each) => each.instruments);
  return {
    ...files,
    instruments: [
      ...files.instruments,
      ...laws.map((law) =>
        found(
          instruments.find(({ id }) => id === law),
          law,
        ),
      ),
    ],
    clauses: [...files.clauses, ...cited],
    penalties: [
      ...files.penalties,
      ...LIBRARY.flatMap(({ penalties }) => penalties).filter(({ clause }) => cites.includes(clause)),
    ],
    categories: files.categories.map((row) => ({
      ...PLAIN,
      ...sharedCategories.find(({ id }) => id === row.id),
      ...row,
    })),
    zoneKinds,
    parameters,
    densityLevels: densityLevels('2015'),
  };
}

function found<T>(row: T | undefined, id: string): T {
  if (row === undefined) throw new Error(`nothing called '${id}' to cite`);
  return row;
}

const DATA: ReadonlyMap<string, PackData> = new Map(FILES.map((files) => [files.id, whole(files)]));

/** Ids of the packs that come with sitecam, sorted. */
export const packIds: readonly string[] = [...DATA.keys()].sort();

/** The pack that plans are judged by where nobody says otherwise. */
export const DEFAULT_PACK = 'nm-2017';

/** The data of a pack as a whole, unchecked; undefined where there is no such pack. */
export function packData(id: string): PackData | undefined {
  return DATA.get(id);
}

/** The pack `id`, one of `packIds`, or several as one, with + between. Throws where there is no such pack: the caller checks what a user wrote. */
export function loadPack(id: string): Pack {
  const [first = id, ...others] = id.split('+');
  return compose([ownPack(first), ...others.map(ownPack)]);
}

/** Every pack that comes with sitecam, the default one first. */
export function allPacks(): readonly [Pack, ...Pack[]] {
  return [loadPack(DEFAULT_PACK), ...packIds.filter((id) => id !== DEFAULT_PACK).map(loadPack)];
}

function ownPack(id: string): Pack {
  const data = packData(id);
  if (data === undefined) throw new Error(`no pack '${id}'`);
  // JSON modules are typed wider than the unions of Pack; a test holds every pack to schemas/law.schema.json.
  return data as Pack;
}

/** Whether `pack`, and each of several, governs the GB/T 2260 code `region`, e.g. 150102. */
export function governs(pack: Pack, region: string): boolean {
  return partsOf(pack).every(({ regions }) => regions.some((prefix) => region.startsWith(prefix)));
}
