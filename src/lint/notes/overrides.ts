// Overrides: what the author states in place of what is drawn.
import { groupBy } from '../../base/arrays.js';
import { joined } from '../../i18n/catalogue.js';
import { namesSomething } from '../../i18n/content.js';
import { localizedList, quote } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { prohibitionOf, zoneKind } from '../../law/lookup.js';
import { kindMeantByName } from '../../law/names/kind-of-name.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { deviceKind, OPENING_NAMES, openingKind } from '../../plan/kinds.js';
import type { Override, Site, Zone } from '../../plan/model.js';
import type { Row } from './assumptions.js';
import { elements, t } from './texts.js';
import { keyName, valueText } from './values.js';

/**
 * Returns rows on what the author states in place of what is drawn, each change once with all elements it applies to.
 */
export function overrideRows(site: Site): Row[] {
  const stated = (site.overrides ?? []).filter(({ leftOut }) => leftOut === undefined);
  const groups = groupBy(stated, ({ element, key, from, to, unknown }) =>
    JSON.stringify([element, key, from, unknown, to]),
  );
  return [
    ...leftOutElements(site).map(({ element, text }): Row => [t.leftOut({ sort: elements[element] }), text]),
    ...[...groups.values()].map((group): Row => {
      const [{ element, key, to }] = group;
      const ids = localizedList(group.map(({ id }) => id).sort());
      return [
        t.overridden({ sort: elements[element], key: keyName(key) }),
        t.overriddenBy({ was: drawn(site, group[0]), is: shown(site, element, key, to), ids }),
      ];
    }),
  ];
}

/** An element that the author leaves out, as reports name it. */
interface LeftOutElement {
  readonly element: Override['element'];
  /** Its id, then kind, name, levels and the author's reason. */
  readonly text: Localized;
}

/** Kinds of element in the order in which a reader must know that some are left out. */
const LEFT_OUT_FIRST = ['zone', 'device', 'opening', 'wall', 'sign'] as const satisfies readonly Override['element'][];

/** Returns what the author leaves out: zones, devices, openings, walls, signs; private places before other zones. */
export function leftOutElements(site: Site): readonly LeftOutElement[] {
  const all = (site.overrides ?? []).flatMap(({ element, id, leftOut }) => {
    if (leftOut === undefined) return [];
    const { reason, levels, kind, namedKind, name } = leftOut;
    const isPrivate = [kind, namedKind].some((one) => one !== undefined && prohibitionOf(site.pack, one) !== undefined);
    const about = [
      ...(kind === undefined ? [] : [kindText(site, element, kind)]),
      ...(name === undefined ? [] : [{ zh: quote(name, 'zh-CN'), en: quote(name, 'en') }]),
      ...(levels.length === 0 ? [] : [localizedList(levels)]),
      t.leftOutWhy({ reason: verbatim(reason) }),
    ];
    const text = t.leftOutElement({ id: verbatim(id), about: joined(about, t.clauseComma) });
    return [{ element, text, rank: LEFT_OUT_FIRST.indexOf(element) - (isPrivate ? 1 : 0) }];
  });
  return all.sort((a, b) => a.rank - b.rank).map(({ element, text }) => ({ element, text }));
}

function kindText(site: Site, element: Override['element'], kind: string): Localized {
  if (element === 'zone') return zoneKind(site.pack, kind)?.name ?? verbatim(kind);
  const device = element === 'device' ? deviceKind(kind) : undefined;
  if (device !== undefined) return DEVICE_NAMES[device];
  const opening = element === 'opening' ? openingKind(kind) : undefined;
  return opening === undefined ? verbatim(kind) : OPENING_NAMES[opening];
}

/** A zone drawn as a place of personal privacy that its author states to be none. */
export interface Relabelled {
  readonly id: string;
  readonly was: Localized;
  readonly is: Localized;
}

/**
 * Returns zones that are drawn as places of personal privacy, by kind or name, and that overrides change so that they
 * are judged otherwise, at least on one level: another kind, another name, a confirmed kind, fewer levels.
 */
export function relabelledZones(site: Site): readonly Relabelled[] {
  return overriddenZones(site).flatMap(({ zone, stated }): Relabelled[] => {
    const drawnAs = <T>(key: string, now: T) => (stated.has(key) ? stated.get(key)?.from : now);
    const was = privateKind(site, {
      kind: drawnAs('kind', zone.kind),
      name: drawnAs('name', zone.name),
      kindConfirmed: drawnAs('kindConfirmed', zone.kindConfirmed),
    });
    if (was === undefined) return [];
    const kind = stated.get('kind');
    const named = shown(site, 'zone', 'kind', was);
    const from = kind === undefined || kind.from !== was ? named : drawn(site, kind);
    if (privateKind(site, zone) === undefined) {
      return [{ id: zone.id, was: from, is: shown(site, 'zone', 'kind', zone.kind) }];
    }
    const levels = stated.get('levels')?.from;
    const gone = Array.isArray(levels) ? levels.map(String).filter((level) => !zone.levels.includes(level)) : [];
    if (gone.length === 0) return [];
    return [{ id: zone.id, was: from, is: t.notOnLevels({ levels: localizedList(gone) }) }];
  });
}

/**
 * Returns the ids of zones that are drawn with an unknown use, but that overrides leave as kind `other` and not
 * unknown: the author neither states their use nor leaves it open.
 */
export function withdrawnUse(site: Site): readonly string[] {
  return overriddenZones(site).flatMap(({ zone, stated }) => {
    const unknown = stated.get('kind')?.unknown ?? stated.get('kindUnknown')?.from;
    const isOpen = unknown === undefined || zone.kindUnknown !== undefined || zone.namedKind !== undefined;
    return isOpen || zone.kind !== 'other' ? [] : [zone.id];
  });
}

interface OverriddenZone {
  readonly zone: Zone;
  /** Overrides of the zone by key. */
  readonly stated: ReadonlyMap<string, Override>;
}

function overriddenZones({ overrides = [], levels }: Site): OverriddenZone[] {
  const stated = new Map<string, Map<string, Override>>();
  for (const override of overrides) {
    if (override.element !== 'zone') continue;
    const keys = stated.get(override.id) ?? new Map<string, Override>();
    stated.set(override.id, keys.set(override.key, override));
  }
  const zones = stated.size === 0 ? [] : levels.flatMap((level) => level.zones);
  return [...stated].flatMap(([id, keys]) => {
    const zone = zones.find((one) => one.id === id);
    return zone === undefined ? [] : [{ zone, stated: keys }];
  });
}

/**
 * Returns the private kind that a zone is judged as: its own, else the one its name suggests unless the kind is
 * confirmed. Undefined if neither is private.
 */
function privateKind(
  { pack, categories }: Site,
  zone: { readonly [key in 'kind' | 'name' | 'kindConfirmed']?: unknown },
): string | undefined {
  const { kind, name, kindConfirmed } = zone;
  if (typeof kind !== 'string') return undefined;
  const named = (text: string, declared: string) =>
    kindMeantByName(
      pack,
      text,
      declared,
      categories.map(({ id }) => id),
    );
  if (prohibitionOf(pack, kind) !== undefined) return kind;
  return typeof name !== 'string' || isConfirmed(kindConfirmed) ? undefined : named(name, kind)?.id;
}

/** True if what the plan's file has for `kindConfirmed` gives a reason and who says so; words such as 待定 are neither. */
function isConfirmed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { reason, by }: { readonly reason?: unknown; readonly by?: unknown } = value;
  return [reason, by].every((text) => typeof text === 'string' && namesSomething(text));
}

/** Returns a relabelled zone with both kinds, such as “wc”（“卫生间”改写为“库房”）. */
export function relabelledText(zone: Relabelled): Localized {
  return t.relabelledZone({ ...zone });
}

function drawn(site: Site, { element, key, from, unknown }: Override): Localized {
  const was = shown(site, element, key, from);
  if (unknown === undefined) return was;
  return unknown === '' ? t.useUnknown({ was }) : t.useUnknownAs({ was, word: unknown });
}

function shown(site: Site, element: Override['element'], key: string, value: unknown): Localized {
  if (value === undefined) return t.unsaid;
  if (value === null) return t.left;
  if (key === 'kind' && typeof value === 'string') {
    const { zh, en } = kindText(site, element, value);
    return { zh: quote(zh, 'zh-CN'), en: quote(en, 'en') };
  }
  return valueText(value, key, site.pack);
}
