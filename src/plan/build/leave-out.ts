// Leaving out the elements that the author's overrides remove, and refusal to leave out private places.

import { compareArea } from '../../base/threshold.js';
import { measure, perimeterOf } from '../../geometry/index.js';
import { percent, plainFigure } from '../../i18n/number.js';
import { partsOf } from '../../law/compose.js';
import { compareStrictness, kindsOf, prohibitionOf } from '../../law/lookup.js';
import type { Pack, Prohibition } from '../../law/types.js';
import { child } from '../../source/place/pointer.js';
import { Faults } from '../check/faults.js';
import type { LeftOut, Override, Zone } from '../model.js';
import type { PlanDocument, RawLevel, RawZone } from '../read/document.js';
import { LISTS, type Removal } from '../read/overrides.js';
import { textIn } from '../read/unknown.js';
import type { BuildContext } from './context.js';
import { zoneKindCalled } from './kinds.js';
import { buildZone } from './zone.js';

/**
 * Share of a private place that others must cover before it may be left out. Ours: two tracings of one room differ by
 * less than 5 %.
 */
const COVER = 0.95;

/** A plan after the author's removals were carried out. */
export interface Lessened {
  readonly document: PlanDocument;
  /** The context with pointers into that document. */
  readonly context: BuildContext;
  /** The removals that were followed, as reports list them. */
  readonly overrides: readonly Override[];
}

/**
 * Returns the plan without the elements that its author leaves out; faults that were found about them so far are dropped.
 * A zone that is or may be private goes only if other zones that stay, and that are protected at least as well, cover
 * it; otherwise it stays and the entry is a fault.
 */
export function leaveOut(document: PlanDocument, removals: readonly Removal[], context: BuildContext): Lessened {
  if (removals.length === 0) return { document, context, overrides: [] };
  const taken = removals.flatMap((removal): { removal: Removal; zone: Zone | undefined }[] => {
    if (removal.element !== 'zone') return [{ removal, zone: undefined }];
    const zone = zoneOf(document, removal, context);
    return mayGo(zone, removal, document, removals, context) ? [{ removal, zone }] : [];
  });
  for (const { removal } of taken) context.faults.drop(removal.id, removal.drawn);
  const gone = new Set(taken.flatMap(({ removal }) => pointerOf(removal) ?? []));
  const levels = document.levels.map((level, index) => without(level, child('/levels', index), gone));
  return {
    document: { ...document, levels },
    context: shifted(document, gone, context),
    overrides: taken.map(({ removal, zone }) => {
      const { element, id, place } = removal;
      const leftOut = leftOutOf(removal, zone, document);
      return { element, id, key: 'remove', from: undefined, to: true, leftOut, place };
    }),
  };
}

function pointerOf({ element, at }: Removal): string | undefined {
  const list = LISTS.find(([, kind]) => kind === element)?.[0];
  return at === undefined || list === undefined ? undefined : child('/levels', at.level, list, at.index);
}

function leftOutOf(
  { element, reason, level, at, value }: Removal,
  zone: Zone | undefined,
  { levels, deviceTypes = {} }: PlanDocument,
): LeftOut {
  const [written, type, name] = ['kind', 'type', 'name'].map((key) => textIn(value, key));
  const drawn = at && levels[at.level];
  const opening = element === 'opening' && at ? drawn?.openings?.[at.index] : undefined;
  const device = element === 'device' && at ? drawn?.devices?.[at.index] : undefined;
  const typed = type !== undefined && Object.hasOwn(deviceTypes, type) ? deviceTypes[type] : undefined;
  const kind =
    zone?.kind ?? opening?.kind ?? device?.kind ?? written ?? (element === 'device' ? typed?.kind : undefined);
  return {
    reason,
    levels: zone?.levels ?? (level === undefined ? [] : [level]),
    ...(kind !== undefined && { kind }),
    ...(zone?.namedKind !== undefined && { namedKind: zone.namedKind.id }),
    ...(name !== undefined && { name }),
  };
}

function without(level: RawLevel, pointer: string, gone: ReadonlySet<string>): RawLevel {
  const kept = <T>(list: readonly T[] | undefined, key: string) =>
    list?.filter((_, index) => !gone.has(child(pointer, key, index)));
  const { zones, walls, openings, devices, signs } = level;
  return {
    ...level,
    ...(zones && { zones: kept(zones, 'zones') }),
    ...(walls && { walls: kept(walls, 'walls') }),
    ...(openings && { openings: kept(openings, 'openings') }),
    ...(devices && { devices: kept(devices, 'devices') }),
    ...(signs && { signs: kept(signs, 'signs') }),
  };
}

/** Returns a context that finds elements by their position in the document without the ones that are gone. */
function shifted(document: PlanDocument, gone: ReadonlySet<string>, context: BuildContext): BuildContext {
  const before = new Map<string, string>();
  for (const [n, level] of document.levels.entries()) {
    for (const [list] of LISTS) {
      let index = 0;
      for (const drawn of (level[list] ?? []).keys()) {
        const pointer = child('/levels', n, list, drawn);
        if (gone.has(pointer)) continue;
        if (index !== drawn) before.set(child('/levels', n, list, index), pointer);
        index += 1;
      }
    }
  }
  if (before.size === 0) return context;
  const drawn = (pointer: string) =>
    pointer.replace(/^\/levels\/\d+\/[a-z]+\/\d+(?=\/|$)/, (element) => before.get(element) ?? element);
  return {
    ...context,
    placeOf: (pointer) => context.placeOf(drawn(pointer)),
    systemOf: (pointer) => context.systemOf(drawn(pointer)),
  };
}

/** Returns the zone that a removal is about. One that is drawn nowhere has an empty outline. */
function zoneOf(document: PlanDocument, { id, level = '', at, value }: Removal, context: BuildContext): Zone {
  const raw = at && document.levels[at.level]?.zones?.[at.index];
  const quiet = { ...context, faults: new Faults() };
  if (at !== undefined && raw !== undefined) {
    return buildZone(raw, level, child('/levels', at.level, 'zones', at.index), quiet);
  }
  const kind = textIn(value, 'kind') ?? '';
  const [name, kindUnknown] = [textIn(value, 'name'), textIn(value, 'kindUnknown')];
  const undrawn: RawZone = {
    id,
    kind: zoneKindCalled(kind, context.pack) ?? kind,
    ...(name !== undefined && { name }),
    ...(kindUnknown !== undefined && { kindUnknown }),
  };
  return buildZone(undrawn, level, '', quiet);
}

/** True if the zone may be left out; else adds the fault that says why not. */
function mayGo(
  zone: Zone,
  { at, place }: Removal,
  document: PlanDocument,
  removals: readonly Removal[],
  context: BuildContext,
): boolean {
  const { id, kind, spec } = zone;
  if (!isPerhapsPrivate(zone, context)) return true;
  const named = { id, kind: spec?.name ?? kind };
  if (at === undefined) {
    context.faults.add('plan/removal-refused', id, 'undrawn', named, place, {});
    return false;
  }
  const asked = new Set(removals.map((removal) => removal.id));
  const stay = standing(document, asked, context).filter((other) => isAsProtected(other, zone, context));
  const shares = zone.levels.map((level) => {
    const over = stay.filter(({ levels }) => levels.includes(level)).map(({ region }) => region);
    const { area, covered, bound } = measure(zone.region, over);
    const outline = () => perimeterOf(zone.region.rings);
    const isCovered = area > 0 && compareArea({ area: covered, bound, outline }, COVER * area) === 'above';
    return { isCovered, share: area > 0 ? covered / area : 0 };
  });
  if (shares.every(({ isCovered }) => isCovered)) return true;
  const share = percent(Math.min(...shares.map((one) => one.share)), COVER);
  const params = { ...named, share, least: `${plainFigure(COVER * 100)}%` };
  context.faults.add('plan/removal-refused', id, 'uncovered', params, place, {});
  return false;
}

/**
 * Returns the zones that the plan surely has without the ones that its author asks to leave out: of an id and a level
 * that nothing else has, and without a fault of their own.
 */
function standing({ levels }: PlanDocument, asked: ReadonlySet<string>, context: BuildContext): Zone[] {
  const ids = levels.flatMap((level) => LISTS.flatMap(([list]) => (level[list] ?? []).map(({ id }) => id)));
  const once = (all: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of all) counts.set(id, (counts.get(id) ?? 0) + 1);
    return (id: string) => counts.get(id) === 1;
  };
  const [isOnlyElement, isOnlyLevel] = [once(ids), once(levels.map(({ id }) => id))];
  return levels.flatMap((level, n) =>
    (level.zones ?? []).flatMap((raw, index) => {
      if (asked.has(raw.id) || !isOnlyElement(raw.id) || !isOnlyLevel(level.id)) return [];
      const faults = new Faults();
      const zone = buildZone(raw, level.id, child('/levels', n, 'zones', index), { ...context, faults });
      return faults.list.length === 0 ? [zone] : [];
    }),
  );
}

/** True if a law that judges forbids capture in the zone, or may: nobody knows what it is for. */
function isPerhapsPrivate(zone: Zone, context: BuildContext): boolean {
  return hasUnknownUse(zone) || partsOf(context.pack).some((pack) => prohibitionOn(zone, pack, context) !== undefined);
}

function hasUnknownUse({ spec, kindUnknown }: Zone): boolean {
  return spec === undefined || kindUnknown !== undefined;
}

/** Returns the strictest of the prohibitions on the zone's kind, on the kind that its name means and on its roles. */
function prohibitionOn(
  zone: Zone,
  pack: Pack,
  { categories }: Pick<BuildContext, 'categories'>,
): Prohibition | undefined {
  return kindsOf(pack, zone)
    .flatMap(({ id }) => prohibitionOf(pack, id, categories) ?? [])
    .sort(compareStrictness)[0];
}

/**
 * True if whatever captures in `zone` is judged at least as strictly in `other`, by each law: by the same prohibition, or
 * by one of the items on rooms, which is then not for review alone. Near a ballot box counts too, so only another one
 * takes its place.
 */
function isAsProtected(other: Zone, zone: Zone, context: BuildContext): boolean {
  return partsOf(context.pack).every((pack) => {
    const [own, its] = [zone, other].map((one) => prohibitionOn(one, pack, context));
    const isSurelyRoom =
      its?.regime === 'room' &&
      (its.categories.length === 0 || its.categories.some((id) => context.categories.includes(id)));
    if (its?.publicOnly !== undefined && other.saidNotPublic === true && zone.saidNotPublic !== true) return false;
    if (hasUnknownUse(zone) && !isSurelyRoom && other.kindUnknown === undefined) return false;
    if (own === undefined) return true;
    return its?.id === own.id || (isSurelyRoom && own.regime !== 'anchor');
  });
}
