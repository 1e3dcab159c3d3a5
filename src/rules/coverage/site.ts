import { onceFor } from '../../base/memo.js';
import { quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { isSongAndDanceNamed } from '../../law/categories.js';
import { category as lookUp, penaltiesFor, prohibitionOf } from '../../law/lookup.js';
import type { Category, ClauseId, Pack, ZoneKind } from '../../law/types.js';
import type { Device, Site, Zone } from '../../plan/model.js';
import type { Place } from '../../source/types.js';

/**
 * One category of the site. `standing`: whether the condition under which the law names such a place is met: `unknown`
 * where the plan doesn't say, `out` where it says that it isn't, `contrary` where it says so and a name says otherwise.
 */
export interface Standing {
  readonly category: Category;
  readonly place: Place;
  readonly standing: 'in' | 'out' | 'unknown' | 'contrary';
  /** Of `contrary`: what says otherwise. */
  readonly against?: Localized;
}

/** The site's categories that the pack knows, in the plan's order, each once. */
export function standings(site: Site): Standing[] {
  const seen = new Set<string>();
  return site.categories.flatMap(({ id, place }) => {
    const category = lookUp(site.pack, id);
    if (category === undefined || seen.has(id)) return [];
    seen.add(id);
    return [{ category, place, ...standingBy(site, category.condition) }];
  });
}

/** Whether the law names the site by this category, or would by a condition of which the plan says nothing. */
export function mayBeMeant({ standing }: Standing): boolean {
  return standing === 'in' || standing === 'unknown';
}

/** How the site stands to `condition`: see `Standing`. */
export function standingBy(site: Site, condition: Category['condition']): Pick<Standing, 'standing' | 'against'> {
  const standing = standingOf(site, condition);
  const against = standing === 'out' && condition === 'songAndDance' ? danceName(site) : undefined;
  return against === undefined ? { standing } : { standing: 'contrary', against };
}

/** What of the site has the name of a song-and-dance venue: itself, or the first of its zones. */
const danceName: (site: Site) => Localized | undefined = onceFor((site) => {
  if (isSongAndDanceNamed(site.name)) {
    const { zh, en } = quoted(site.name);
    return { zh: `场所名称为${zh}`, en: `its name is ${en}` };
  }
  const zone = zonesOf(site).find(({ name }) => name !== undefined && isSongAndDanceNamed(name));
  if (zone === undefined) return undefined;
  const [id, name] = [quoted(zone.id), quoted(zone.name ?? '')];
  return { zh: `区域${id.zh}的名称为${name.zh}`, en: `the name of its zone ${id.en} is ${name.en}` };
});

function standingOf(site: Site, condition: Category['condition']): Standing['standing'] {
  if (condition === 'designation') return site.designation === undefined ? 'unknown' : 'in';
  if (condition === 'songAndDance') return told(site.songAndDance);
  return condition === 'keepsImportantItems' ? told(site.keepsImportantItems) : 'in';
}

function told(fact: boolean | undefined): Standing['standing'] {
  return fact === undefined ? 'unknown' : fact ? 'in' : 'out';
}

/** What a plan states where a category's condition isn't met. */
export const STATED_NOT: Readonly<Record<NonNullable<Category['condition']>, Localized>> = {
  keepsImportantItems: { zh: '未存放重要物品', en: 'the site keeps no important items' },
  songAndDance: { zh: '不是歌舞娱乐场所', en: 'the site is no song-and-dance venue' },
  designation: { zh: '未经确定', en: 'nobody designated the site' },
};

/** What a category's condition asks the plan to state. */
export const CONDITIONS: Readonly<Record<NonNullable<Category['condition']>, Localized>> = {
  keepsImportantItems: {
    zh: '是否存放有重要物品（site.keepsImportantItems）',
    en: 'whether important items are kept there (site.keepsImportantItems)',
  },
  songAndDance: {
    zh: '是否为歌舞娱乐场所（site.songAndDance）',
    en: 'whether it is a song-and-dance venue (site.songAndDance)',
  },
  designation: {
    zh: '旗县级以上人民政府的确定文件（site.designation）',
    en: 'the document by which a government at banner or county level or above designated it (site.designation)',
  },
};

/** Every zone of the site, each once, in the plan's order. */
export const zonesOf: (site: Site) => readonly Zone[] = onceFor((site) => [
  ...new Map(site.levels.flatMap(({ zones }) => zones).map((zone) => [zone.id, zone])).values(),
]);

/** What one can only be near, not in: a ballot box and the like. */
export const anchorsOf: (site: Site) => readonly Zone[] = onceFor((site) =>
  zonesOf(site).filter(({ spec }) => spec?.anchor === true),
);

/** Every device that is or will be there. */
export const installedDevices: (site: Site) => readonly Device[] = onceFor((site) =>
  site.levels.flatMap(({ devices }) => devices).filter(({ status }) => status !== 'removed'),
);

/** Ids of the devices on some levels that are or will be there; one list for all zones on the same levels. */
export function devicesOn(site: Site, levels: readonly string[]): readonly string[] {
  const known = idLists(site);
  const key = levels.join('/');
  const ids = known.get(key) ?? installedDevices(site).flatMap(({ id, level }) => (levels.includes(level) ? [id] : []));
  known.set(key, ids);
  return ids;
}

const idLists = onceFor((_: Site) => new Map<string, readonly string[]>());

/** Whether the law bans capture in zones of this kind. */
export function isPrivateKind(pack: Pack, kind: string): boolean {
  return prohibitionOf(pack, kind) !== undefined;
}

export function isPrivate(pack: Pack, zone: Zone): boolean {
  return isPrivateKind(pack, zone.kind) || mistakenFor(pack, zone) !== undefined;
}

/** The private kind that the zone's name means where its kind is another one: until that is settled it counts as that. */
export function mistakenFor(pack: Pack, zone: Zone): ZoneKind | undefined {
  const { namedKind } = zone;
  return namedKind !== undefined && isPrivateKind(pack, namedKind.id) ? namedKind : undefined;
}

/** `8(8)` of `nm-2017/8(8)`: the form that subjects use. */
export function itemOf(clause: ClauseId): string {
  return clause.slice(clause.indexOf('/') + 1);
}

/** The article that `clause` is part of: `nm-2017/8` of `nm-2017/8(8)`. */
export function articleOf(clause: ClauseId): ClauseId {
  return clause.replace(/^([^/]+\/[^.(]+).*$/, '$1');
}

/** The article that says what must be protected. Throws where the pack has none: no rule asks one that doesn't. */
export function protectingArticle({ id, protects }: Pack): ClauseId {
  if (protects === undefined) throw new Error(`pack '${id}' says of no place that it must be protected`);
  return protects;
}

/** The item that names places of `category`. Throws where none does: nothing is then asked of them. */
export function itemNaming({ id, clause }: Category): ClauseId {
  if (clause === undefined) throw new Error(`no item names category '${id}'`);
  return clause;
}

/** Penalty clauses for a breach of any of `clauses`. */
export function penaltyClauses(pack: Pack, clauses: readonly ClauseId[]): ClauseId[] {
  return penaltiesFor(pack, clauses).map(({ clause }) => clause);
}

/** Whether all that is drawn is there already: sentences then speak of what is, not of what would be built. */
export function isExisting(site: Site): boolean {
  const devices = installedDevices(site);
  return devices.length > 0 && devices.every(({ status }) => status === 'existing');
}
