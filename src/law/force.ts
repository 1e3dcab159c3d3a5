// Where and when laws are in force, and which rank above which.
import { partsOf } from './compose.js';
import { allPacks, DEFAULT_PACK, loadPack, packAmong } from './load.js';
import type { Pack } from './types.js';

/** The site and the day that laws are chosen for. */
export interface Circumstances {
  /** Code of the site's region, such as 150102; undefined: not stated, so the region of the default pack is assumed. */
  readonly region: string | undefined;
  /** Ids of the site's categories. */
  readonly categories: readonly string[];
  /** Day of review, YYYY-MM-DD. */
  readonly today: string;
}

/** Region that national laws govern. */
const NATION = 'CN';

/** Begins the GB/T 2260 codes of the mainland. Laws of the State Council aren't in force in Taiwan, Hong Kong and Macao. */
const MAINLAND = /^[1-6]\d/;

/** True if the law governs the whole country. */
export function isNational({ applies }: Pick<Pack, 'applies'>): boolean {
  return applies.regions.includes(NATION);
}

/** True if `pack`, and each pack that it is composed of, governs the place with code `region`, such as 150102. */
export function governs(pack: Pack, region: string): boolean {
  return partsOf(pack).every(({ applies }) =>
    applies.regions.some((one) =>
      one === NATION ? MAINLAND.test(region) || region === NATION : isWithin(region, one),
    ),
  );
}

function isWithin(region: string, whole: string): boolean {
  return /^\d/.test(whole) ? region.startsWith(whole) : region === whole || region.startsWith(`${whole}-`);
}

/**
 * True if the law speaks of such a site: it governs the region, and it names one of the site's categories or isn't
 * limited to categories.
 */
export function speaksOf(pack: Pack, { region, categories }: Omit<Circumstances, 'today'>): boolean {
  const named = pack.applies.categories;
  return (
    governs(pack, region ?? assumedRegion()) &&
    (named === undefined || named.some((category) => categories.includes(category)))
  );
}

/** Returns the region that a site without one is taken to lie in: that of the default pack. */
function assumedRegion(): string {
  return loadPack(DEFAULT_PACK).applies.regions[0];
}

/** True if the law is in force on the day `today` (YYYY-MM-DD), wherever it governs. Its last day still counts. */
export function isInForceOn({ applies: { from = '', until } }: Pick<Pack, 'applies'>, today: string): boolean {
  return from <= today && (until === undefined || today <= until);
}

/** True if the law speaks of such a site and is in force on the day. */
export function isInForce(pack: Pack, of: Circumstances): boolean {
  return speaksOf(pack, of) && isInForceOn(pack, of.today);
}

/** Returns the shipped packs that judge such a site by default: complete and in force, regional ones first. */
export function packsInForce(of: Circumstances): Pack[] {
  return shippedFor(of).filter((pack) => isInForce(pack, of));
}

/**
 * Returns the complete shipped packs that speak of such a site, in force or not: regional laws first, then national
 * ones; among each, laws on any site before laws on certain categories.
 */
export function shippedFor(of: Omit<Circumstances, 'today'>): Pack[] {
  return allPacks()
    .filter((pack) => pack.incomplete === undefined && speaksOf(pack, of))
    .sort((a, b) => -byRank(a, b) || scopeOf(a) - scopeOf(b));
}

/** Returns the shipped packs of an incomplete text that speak of such a site. They judge by request only. */
export function incompleteFor(of: Omit<Circumstances, 'today'>): Pack[] {
  return allPacks().filter((pack) => pack.incomplete !== undefined && speaksOf(pack, of));
}

function scopeOf({ applies }: Pack): number {
  return applies.categories === undefined ? 0 : 1;
}

/**
 * Compares laws for citing: those of the State Council before those of a region. Laws of one rank are equal, so that a
 * stable sort leaves them in their order.
 */
export function byRank(a: Pick<Pack, 'applies'>, b: Pick<Pack, 'applies'>): number {
  return Number(isNational(b)) - Number(isNational(a));
}

/** The law packs that a user chose for a run, instead of or beside those in force. */
export interface PackChoice {
  /** The pack that judges every plan. Absent: the shipped packs in force for each site. */
  readonly pack?: Pack;
  /** One or several packs that judge every plan before those in force. Without effect beside `pack`. */
  readonly added?: Pack;
}

/** Returns the pack that judges such a site, or several composed; undefined if no law is in force there. */
export function judgingPack({ pack, added }: PackChoice, of: Circumstances): Pack | undefined {
  if (pack !== undefined) return pack;
  const ids = new Set([...(added === undefined ? [] : partsOf(added)), ...packsInForce(of)].map(({ id }) => id));
  if (ids.size === 0) return undefined;
  const id = [...ids].join('+');
  return added === undefined ? loadPack(id) : packWith(added, id);
}

/** Composed packs by the packs added. Results derived from a pack are cached by the pack object. */
const withAdded = new WeakMap<Pack, Map<string, Pack>>();

function packWith(added: Pack, id: string): Pack {
  const known = withAdded.get(added) ?? new Map<string, Pack>();
  withAdded.set(added, known);
  const written = partsOf(added).flatMap((part) => part.written ?? []);
  const pack = known.get(id) ?? packAmong(id, written);
  known.set(id, pack);
  return pack;
}
