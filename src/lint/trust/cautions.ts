// Cautions for reviewers on author's claims.

import { isPassable, openingsOf } from '../../facts/adjacent-zones.js';
import { devicesOf, mayCaptureAnything } from '../../facts/capture/devices.js';
import type { RuleContext } from '../../facts/context.js';
import { isPrivateZone, zonesOf } from '../../facts/protection/site.js';
import { ringArea } from '../../geometry/index.js';
import { list, quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { parameter, zoneKind } from '../../law/lookup.js';
import type { Zone } from '../../plan/model.js';
import type { Caution } from '../types.js';
import { type AuthorClaim, claimsOf } from './claims.js';
import { type ViewWithoutClaims, viewsWithoutClaims } from './without-claims.js';

/** Most things that a caution names: few enough to read, too many for an author to hide one among. */
const MOST_NAMED = 30;

/**
 * Returns the cautions on author's claims for a reviewer: first what would be a finding without a claim, then rooms
 * that depend on their label, then the other claims.
 */
export function trustCautions(context: RuleContext): Caution[] {
  return [...doubts(viewsWithoutClaims(context)), ...rooms(context), ...claimsOf(context).map(claim)].map(
    (text): Caution => ({ kind: 'claimed', text }),
  );
}

function doubts(all: readonly ViewWithoutClaims[]): Localized[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_NAMED);
  const zh = shown.map(({ device, zone, because }) => {
    return `${quote(device, 'zh-CN')}对${quote(zone, 'zh-CN')}（${because.map((one) => one.zh).join('、')}）`;
  });
  const en = shown.map(({ device, zone, because }) => {
    return `${quote(device, 'en')} and ${quote(zone, 'en')} (${because.map((one) => one.en).join(', ')})`;
  });
  return [
    {
      zh: `仅因设计人员的声明而未列为问题，声明不实即涉及个人隐私，请核对（${all.length}处）：${zh.join('；')}${more(all).zh}。`,
      en: `No finding only for what the author states; were it not so, private places would be captured, please check (${all.length}): ${en.join('; ')}${more(all).en}.`,
    },
  ];
}

function rooms(context: RuleContext): Localized[] {
  const zones = watchedRooms(context);
  if (zones.length === 0) return [];
  const shown = zones.slice(0, MOST_NAMED).map(({ id, kind }) => {
    const name = zoneKind(context.pack, kind)?.name ?? { zh: kind, en: kind };
    return { zh: `${quote(id, 'zh-CN')}（${name.zh}）`, en: `${quote(id, 'en')} (${name.en.toLowerCase()})` };
  });
  return [
    {
      zh: `按图中所标类型不涉及个人隐私，而设有采集设备或者为其可视范围所及的房间（非公共的，只有一个门的，不通室外的出入口）${zones.length}处，请核对其实际用途：${shown.map(({ zh }) => zh).join('、')}${more(zones).zh}。`,
      en: `Rooms that aren't private by the kind they are drawn with (not public, with one door only, or entrances that lead in from nowhere), in which devices capture or into which they see: ${zones.length}, please check their real use: ${shown.map(({ en }) => en).join(', ')}${more(zones).en}.`,
    },
  ];
}

function claim({ what, of }: AuthorClaim): Localized {
  const shown = of.slice(0, MOST_NAMED);
  const zh = shown.map((one) => quote(one.zh, 'zh-CN'));
  const en = shown.map((one) => quote(one.en, 'en'));
  return {
    zh: `设计人员的声明，本工具未核实，请核对：${what.zh}${of.length}项（${list(zh, 'zh-CN')}${more(of).zh}）。`,
    en: `Stated by the author and not checked here, please check: ${what.en}, ${of.length} (${list(en, 'en')}${more(of).en}).`,
  };
}

function more({ length }: readonly unknown[]): Localized {
  return length > MOST_NAMED ? { zh: '等', en: ' …' } : { zh: '', en: '' };
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
  const rooms = new Set(zonesOf(site).filter((zone) => !isPrivateZone(pack, zone) && mayBeOther(context, zone)));
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
      if (reach !== undefined && reach.area > least) seen.add(zone.id);
    }
  }
  const watched = [...rooms];
  return [...watched.filter(({ id }) => held.has(id)), ...watched.filter(({ id }) => !held.has(id) && seen.has(id))];
}

const ENTRANCES: ReadonlySet<string> = new Set(['main-entrance', 'entrance', 'gate']);
/** Area of the largest lift, m². */
const LARGEST_LIFT = 12;

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
  if (zone.kind === 'elevator-car') return Math.abs(ringArea(zone.region.rings[0] ?? [])) > LARGEST_LIFT;
  if (zone.kind === 'stairs' && context.site.levels.length > 1) return false;
  return own.length < 2 && own.every(({ opening }) => opening.kind !== 'passage');
}
