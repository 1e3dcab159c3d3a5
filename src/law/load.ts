import { compose, partsOf } from './compose.js';
import { densityLevels } from './density.js';
import categories from './packs/nm-2017/categories.json' with { type: 'json' };
import clauses from './packs/nm-2017/clauses.json' with { type: 'json' };
import criteria from './packs/nm-2017/criteria.json' with { type: 'json' };
import identity from './packs/nm-2017/pack.json' with { type: 'json' };
import parameters from './packs/nm-2017/parameters.json' with { type: 'json' };
import penalties from './packs/nm-2017/penalties.json' with { type: 'json' };
import prohibitions from './packs/nm-2017/prohibitions.json' with { type: 'json' };
import references from './packs/nm-2017/references.json' with { type: 'json' };
import requirements from './packs/nm-2017/requirements.json' with { type: 'json' };
import zoneKinds from './packs/nm-2017/zone-kinds.json' with { type: 'json' };
import type { Pack } from './types.js';

/** A pack as its data files have it: what `schemas/law.schema.json` checks. */
export type PackData = Readonly<Record<Exclude<keyof Pack, 'parts' | 'beside' | 'unchanged' | Section>, unknown>> &
  Readonly<Partial<Record<Section, unknown>>>;

/** What only some laws have. */
type Section = 'protects' | 'tracks' | 'requirements' | 'standards';

const DATA = {
  'nm-2017': {
    ...identity,
    ...criteria,
    densityLevels: densityLevels('2015'),
    clauses: [...clauses, ...references],
    penalties,
    zoneKinds,
    categories,
    prohibitions,
    parameters,
    requirements,
  },
} as const satisfies Readonly<Record<string, PackData>>;

/** Ids of the packs that come with sitecam, sorted. */
export const packIds: readonly string[] = Object.keys(DATA).sort();

/** The pack that plans are judged by where nobody says otherwise. */
export const DEFAULT_PACK = 'nm-2017' satisfies keyof typeof DATA;

/** The data of a pack as it stands in its files, unchecked; undefined where there is no such pack. */
export function packData(id: string): PackData | undefined {
  return Object.hasOwn(DATA, id) ? DATA[id as keyof typeof DATA] : undefined;
}

/** The pack `id`, one of `packIds`, or several as one, with + between. Throws where there is no such pack: the caller checks what a user wrote. */
export function loadPack(id: string): Pack {
  const [first = id, ...others] = id.split('+');
  return compose([ownPack(first), ...others.map(ownPack)]);
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
