// The site under a law: its categories and their conditions, its zones, devices and clause ids.
import { memoize } from '../../base/memo.js';
import { namesSomething } from '../../i18n/content.js';
import type { Localized } from '../../i18n/locale.js';
import { isBasicSchoolNamed, isSongAndDanceNamed } from '../../law/categories.js';
import { category as lookUp, prohibitionOf } from '../../law/lookup.js';
import type { Category, ClauseId, Pack, Prohibition, ZoneKind } from '../../law/types.js';
import { isFixed } from '../../plan/fixed.js';
import type { Ground } from '../../plan/ground.js';
import type { Absent, Device, Site, Zone } from '../../plan/model.js';
import type { Place } from '../../source/types.js';
import { allInstalledBy, type Installed } from '../capture/register.js';
import { memoizeOnGround } from '../memo.js';
import { t } from '../texts.js';

/**
 * Status of one category of the site: whether the condition is met under which the law names such a place. `in`: it is
 * met, or there is none. `unknown`: the plan doesn't say. `out`: the plan says that it isn't met. `contrary`: the plan
 * says that it isn't met, but the name of the site or of a zone says that it is.
 */
export interface CategoryStatus {
  readonly category: Category;
  /** Place in the plan that states the category. */
  readonly place: Place;
  readonly state: 'in' | 'out' | 'unknown' | 'contrary';
  /** Only with `contrary`: the name that says otherwise, as part of a sentence. */
  readonly against?: Localized;
  /** The site's other category that the clause may not reach (`Category.exceptPerhaps`), so that the reviewer decides. */
  readonly unlessAs?: Category;
}

/**
 * Returns the site's categories that the pack has, each once, in the plan's order. Leaves out a category whose clause
 * doesn't reach a site of another of its categories (`Category.except`); one that is left out itself leaves out none.
 */
export const categoryStatuses: (site: Ground) => readonly CategoryStatus[] = memoizeOnGround((site) => {
  const seen = new Set<string>();
  return site.categories.flatMap(({ id, place }) => {
    const category = lookUp(site.pack, id);
    if (category === undefined || seen.has(id)) return [];
    if (isLeftOut(site, category)) return [];
    seen.add(id);
    const unlessAs = perhapsExcepted(site, category);
    return [{ category, place, ...conditionState(site, category.condition), ...(unlessAs && { unlessAs }) }];
  });
});

/** True if another category of the site, which isn't left out itself, leaves this one out. */
function isLeftOut(site: Ground, { id, except = [] }: Category, asked: readonly string[] = []): boolean {
  return site.categories.some((other) => {
    const row = except.includes(other.id) && !asked.includes(other.id) ? lookUp(site.pack, other.id) : undefined;
    return row !== undefined && !isLeftOut(site, row, [...asked, id]);
  });
}

/** Returns the site's category that the clause of `category` may not reach; undefined if there is none. */
function perhapsExcepted(site: Ground, { exceptPerhaps = [] }: Category): Category | undefined {
  const other = site.categories.find(({ id }) => exceptPerhaps.includes(id));
  return other === undefined || isBasicSchoolNamed(site.name) ? undefined : lookUp(site.pack, other.id);
}

/** True if the law names the site by this category, or would under a condition that the plan says nothing about. */
export function canBeMeant({ state }: CategoryStatus): boolean {
  return state === 'in' || state === 'unknown';
}

/** Returns whether the site meets `condition`; see `CategoryStatus`. An undefined condition is always met. */
export function conditionState(
  site: Ground,
  condition: Category['condition'],
): Pick<CategoryStatus, 'state' | 'against'> {
  const state = stateOf(site, condition);
  const against = state === 'out' && condition === 'songAndDance' ? danceName(site) : undefined;
  return against === undefined ? { state } : { state: 'contrary', against };
}

/**
 * Returns a phrase that names the site, or its first zone, with the name of a song-and-dance venue; undefined if
 * neither has one.
 */
const danceName: (site: Ground) => Localized | undefined = memoizeOnGround((site) => {
  if (isSongAndDanceNamed(site.name)) return t.siteName({ name: site.name });
  const zone = zonesOf(site).find(({ name }) => name !== undefined && isSongAndDanceNamed(name));
  return zone && t.zoneName({ id: zone.id, name: zone.name ?? '' });
});

function stateOf(site: Ground, condition: Category['condition']): CategoryStatus['state'] {
  if (condition === 'designation') return site.designation === undefined ? 'unknown' : 'in';
  if (condition === 'songAndDance') return told(site.songAndDance);
  return condition === 'keepsImportantItems' ? told(site.keepsImportantItems) : 'in';
}

function told(fact: boolean | undefined): CategoryStatus['state'] {
  return fact === undefined ? 'unknown' : fact ? 'in' : 'out';
}

/** Returns every zone of the site, each once, in the plan's order. */
export const zonesOf: (site: Ground) => readonly Zone[] = memoizeOnGround((site) => [
  ...new Map(site.levels.flatMap(({ zones }) => zones).map((zone) => [zone.id, zone])).values(),
]);

/** Returns every device that is installed or planned; removed ones are left out. */
export const installedDevices: (site: Site) => readonly Device[] = memoize((site) =>
  site.levels.flatMap(({ devices }) => devices).filter(({ status }) => status !== 'removed'),
);

/**
 * Returns the installed or planned devices that may protect something: all but those that move, and smoke detectors,
 * which prevent neither intrusion nor theft and find no weapon.
 */
export const securityDevices: (site: Site) => readonly Device[] = memoize((site) =>
  installedDevices(site).filter((device) => device.kind !== 'smoke-detector' && isFixed(site, device)),
);

/**
 * Returns the ids of the installed or planned devices on `levels` (ids). For the same levels it returns the same
 * array.
 */
export function devicesOn(site: Site, levels: readonly string[]): readonly string[] {
  const known = idLists(site);
  const key = levels.join('/');
  const ids = known.get(key) ?? installedDevices(site).flatMap(({ id, level }) => (levels.includes(level) ? [id] : []));
  known.set(key, ids);
  return ids;
}

const idLists = memoize((_: Site) => new Map<string, readonly string[]>());

/** Returns the ids of the site's categories, as stated. */
export function categoryIds({ categories }: Ground): readonly string[] {
  return categories.map(({ id }) => id);
}

/**
 * Returns the prohibition that covers zones of `kind` on `site`, by the categories of the site; undefined if there is
 * none.
 *
 * @param pack one of the laws that the site is judged by; absent: all of them, composed into one pack
 */
export function prohibitionOn(site: Ground, kind: string, pack: Pack = site.pack): Prohibition | undefined {
  return prohibitionOf(pack, kind, categoryIds(site));
}

/** True if the law bans capture in zones of this kind. */
export function isPrivateKind(pack: Pack, kind: string): boolean {
  return prohibitionOf(pack, kind) !== undefined;
}

/** True if the law bans capture in `zone`, by its kind, a role it has as well, or the kind its name means. */
export function isPrivateZone(pack: Pack, zone: Zone): boolean {
  return [zone.kind, ...zone.roles].some((kind) => isPrivateKind(pack, kind)) || mistakenFor(pack, zone) !== undefined;
}

/**
 * Returns the private kind that the zone's name means, if any; undefined otherwise. Until the author settles which is
 * right, the zone counts as that kind.
 */
export function mistakenFor(pack: Pack, zone: Zone): ZoneKind | undefined {
  const { namedKind } = zone;
  return namedKind !== undefined && isPrivateKind(pack, namedKind.id) ? namedKind : undefined;
}

/**
 * True if the author's statement that the site has no place of some kind gives a reason and says who states it; words
 * such as 待定 (to be decided) count as neither.
 */
export function isFoundedAbsence({ reason, by }: Absent): boolean {
  return namesSomething(reason) && namesSomething(by);
}

/** Returns the clause id without its law, as subjects use it: `8(8)`. */
export function itemOf(clause: ClauseId): string {
  return clause.slice(clause.indexOf('/') + 1);
}

/** Returns the id of the article that `clause` is part of. */
export function articleOf(clause: ClauseId): ClauseId {
  return clause.replace(/^([^/]+\/[^.(]+).*$/, '$1');
}

/**
 * Returns the article that says which places must be protected. Throws if the pack has none; rules that call this
 * aren't run by such a pack.
 */
export function protectingArticle({ id, protects }: Pack): ClauseId {
  if (protects === undefined) throw new Error(`pack '${id}' says of no place that it must be protected`);
  return protects;
}

/**
 * Returns the item that names places of `category`. Throws if no item does; the law then requires nothing of such
 * places.
 */
export function itemNaming({ id, clause }: Category): ClauseId {
  if (clause === undefined) throw new Error(`no item names category '${id}'`);
  return clause;
}

/**
 * True if the site has devices and all of them, removed ones aside, are judged as installed. Sentences then speak of
 * what is, not of what would be built.
 */
export function isExisting(site: Site): boolean {
  return existingBy(site) !== undefined;
}

/** Returns how the plan says that all devices of the site, removed ones aside, are installed; undefined if not all are. */
export function existingBy(site: Site): Installed | undefined {
  return allInstalledBy(site, installedDevices(site));
}
