// Cautions for reviewers on author's claims.

import { compareArea } from '../../base/threshold.js';
import { isPassable, openingsOf } from '../../facts/adjacent-zones.js';
import { devicesOf, mayCaptureAnything } from '../../facts/capture/devices.js';
import { watchedRooms as watchedUses } from '../../facts/capture/room-watchers.js';
import { compareReachArea } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import { isPrivateZone, zonesOf } from '../../facts/protection/site.js';
import { perimeterOf, ringArea } from '../../geometry/index.js';
import { joined } from '../../i18n/catalogue.js';
import { localizedList, quote } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { parameter, zoneKind } from '../../law/lookup.js';
import type { Zone } from '../../plan/model.js';
import { usedModels } from '../notes/models.js';
import type { Caution } from '../types.js';
import { type AuthorClaim, claimsOf } from './claims.js';
import { t } from './texts.js';
import { type ViewWithoutClaims, viewsWithoutClaims } from './without-claims.js';

/** Most things that a caution names: few enough to read, too many for an author to hide one among. */
const MOST_NAMED = 30;

/**
 * Returns the cautions on author's claims for a reviewer: first what would be a finding without a claim, then rooms
 * that would be private places under another label, then devices whose data come from a catalogue of models, then the
 * other claims.
 */
export function trustCautions(context: RuleContext): Caution[] {
  const said = [...doubts(viewsWithoutClaims(context)), ...rooms(context), ...models(context)];
  return [...said, ...claimsOf(context).map(claim)].map((text): Caution => ({ kind: 'claimed', text }));
}

function doubts(all: readonly ViewWithoutClaims[]): Localized[] {
  if (all.length === 0) return [];
  const views = all
    .slice(0, MOST_NAMED)
    .map(({ device, zone, because }) => t.pair({ device, zone, because: joined(because, t.comma) }));
  return [t.views({ n: all.length, views: joined(views, t.semicolon), more: more(all) })];
}

function rooms(context: RuleContext): Localized[] {
  const zones = watchedRooms(context);
  if (zones.length === 0) return [];
  const shown = zones.slice(0, MOST_NAMED).map(({ id, kind }) => {
    const { zh, en } = zoneKind(context.pack, kind)?.name ?? verbatim(kind);
    return t.room({ id, kind: { zh, en: en.toLowerCase() } });
  });
  return [t.rooms({ n: zones.length, rooms: joined(shown, t.comma), more: more(zones) })];
}

/** Returns the caution on devices whose data come from a catalogue of models, with the models. */
function models({ site }: RuleContext): Localized[] {
  const used = usedModels(site);
  if (used.length === 0) return [];
  const shown = used.slice(0, MOST_NAMED).map(({ model, ids }) => t.model({ model, ids: localizedList(ids) }));
  const n = used.reduce((sum, { ids }) => sum + ids.length, 0);
  return [t.models({ n, models: joined(shown, t.semicolon), more: more(used) })];
}

function claim({ what, of }: AuthorClaim): Localized {
  const shown = of.slice(0, MOST_NAMED).map(({ zh, en }) => ({ zh: quote(zh, 'zh-CN'), en: quote(en, 'en') }));
  return t.claim({ what, n: of.length, of: localizedList(shown), more: more(of) });
}

function more({ length }: readonly unknown[]): Localized {
  return length > MOST_NAMED ? t.more : verbatim('');
}

/**
 * Returns rooms that may be private places under another label and in which a capturing device stands, or into which
 * one sees: if it may do so depends on the label, an author's claim. Rooms with a device in them come first, each group
 * in the plan's order.
 */
function watchedRooms(context: RuleContext): Zone[] {
  const { site, sight, pack } = context;
  // A law without prohibitions has no private places that a label could hide.
  if (!partsOf(pack).some(({ prohibitions }) => prohibitions.length > 0)) return [];
  // A room whose use isn't settled has a finding of its own.
  const found = new Set(watchedUses(context).flatMap(({ use }) => (use.settledBy === undefined ? [use.zone] : [])));
  const rooms = new Set(
    zonesOf(site).filter((zone) => !isPrivateZone(pack, zone) && !found.has(zone) && mayBeOther(context, zone)),
  );
  if (rooms.size === 0) return [];
  const [held, seen] = [new Set<string>(), new Set<string>()];
  const least = parameter(pack, 'viewArea');
  const density = parameter(pack, 'privacyDensity');
  for (const device of devicesOf(site)) {
    if (!mayCaptureAnything(device)) continue;
    for (const id of device.zones) held.add(id);
    if (device.video === 'none') continue;
    for (const zone of sight.within(device, device.level, density)) {
      if (!rooms.has(zone) || seen.has(zone.id) || held.has(zone.id)) continue;
      const reach = sight.reach(device, device.level, zone.region, density, 'may');
      if (reach !== undefined && compareReachArea(reach, least) !== 'below') seen.add(zone.id);
    }
  }
  const watched = [...rooms];
  return [...watched.filter(({ id }) => held.has(id)), ...watched.filter(({ id }) => !held.has(id) && seen.has(id))];
}

const ENTRANCES: ReadonlySet<string> = new Set(['main-entrance', 'entrance', 'gate']);
/** Area of the largest lift, m². */
const LARGEST_LIFT = 12;

function isLargerThanLifts({ region: { rings } }: Zone): boolean {
  const [outer = []] = rings;
  const area = { area: ringArea(outer), bound: 0, outline: () => perimeterOf([outer]) };
  return compareArea(area, LARGEST_LIFT) !== 'below';
}

/**
 * True for closed rooms that aren't public, public rooms with a single door, and entrances that nothing outside leads
 * into.
 */
function mayBeOther(context: RuleContext, zone: Zone): boolean {
  const own = (openingsOf(context).get(zone.id) ?? []).filter(({ opening }) => isPassable(opening));
  if (ENTRANCES.has(zone.kind)) {
    return own.length > 0 && own.every(({ beyond }) => beyond !== undefined && beyond.spec?.open !== 'sky');
  }
  if (!zone.enclosed) return false;
  if (!zone.public) return true;
  // Lifts have one door, and stairs often one on each level.
  if (zone.kind === 'elevator-car') return isLargerThanLifts(zone);
  if (zone.kind === 'stairs' && context.site.levels.length > 1) return false;
  return own.length < 2 && own.every(({ opening }) => opening.kind !== 'passage');
}
