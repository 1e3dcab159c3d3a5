// Point devices: readers, contacts, buttons, gates and scanners, and the places that they protect by themselves.
import { compareArea } from '../../base/threshold.js';
import { measure, perimeterOf } from '../../geometry/index.js';
import { parameter, zoneKind } from '../../law/lookup.js';
import type { Pack, PointProtection } from '../../law/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, DeviceKind, Zone } from '../../plan/model.js';
import { isPassable, openingsOf, standsOpen } from '../adjacent-zones.js';
import type { RuleContext } from '../context.js';
import { matchesToken } from './tokens.js';

/** Kinds of device that act at one point: on an opening, or where somebody stands. */
const POINT_KINDS: ReadonlySet<DeviceKind> = new Set([
  'access-reader',
  'door-contact',
  'panic-button',
  'metal-detector',
  'xray-scanner',
]);

/** Kinds of zone by which people come in. A point device protects one if it guards its outer or its inner side. */
const ENTRANCES: ReadonlySet<string> = new Set(['main-entrance', 'entrance', 'gate']);

/** Kinds of zone that lie in the open unless they are drawn with walls. */
const OUTDOORS: ReadonlySet<string> = new Set(['yard', 'perimeter', 'gate', 'playground', 'car-park', 'platform']);

/** True if the device acts at one point alone and covers no area. */
export function isPointDevice({ kind }: Pick<Device, 'kind'>): boolean {
  return POINT_KINDS.has(kind);
}

/** True if the device is a reader or a contact on an opening of the zone. */
export function isOnDoorOf({ site, sight }: RuleContext, device: Device, zone: Zone): boolean {
  const opening = guarded({ site }, device);
  return opening !== undefined && sight.joins(opening).some((side) => side?.id === zone.id);
}

/**
 * Returns those of `devices` that protect the whole of `zone` by themselves, without covering it: readers and contacts
 * that together guard its ways in, and others that stand in it. The pack says in which places each kind does so; no
 * point device protects a hall or a passage.
 */
export function protectingAlone(context: RuleContext, zone: Zone, devices: readonly Device[]): Device[] {
  const able = devices.filter((device) =>
    context.pack.pointProtection.some((row) => allows(context, row, device, zone)),
  );
  const guarding = able.filter((device) => isGuard(device) && isOnDoorInto(context, device, zone));
  return [
    ...(guardsAll(context, zone, guarding) ? guarding : []),
    ...able.filter((device) => !isGuard(device) && device.standsIn.includes(zone.id)),
  ];
}

function isGuard({ kind }: Device): boolean {
  return kind === 'access-reader' || kind === 'door-contact';
}

function guarded({ site }: Pick<RuleContext, 'site'>, device: Device) {
  return isGuard(device) ? directoryOf(site).openings.get(device.opening ?? '') : undefined;
}

function allows(context: RuleContext, row: PointProtection, device: Device, zone: Zone): boolean {
  return (
    row.device === device.kind &&
    isMeant(context.pack, row.tokens, zone) &&
    (row.small !== true || isSmall(context, zone))
  );
}

/**
 * True if the tokens name the zone as what it is: each of its words that stands for a place open to the public must be
 * among them. A hall that is marked as important stays a hall.
 */
function isMeant(pack: Pack, tokens: readonly string[], zone: Zone): boolean {
  const words = [zone.kind, ...zone.roles].filter(
    (word) => word === 'passage' || zoneKind(pack, word)?.public === true,
  );
  if (zone.public && words.length === 0) return false;
  return words.every((word) => tokens.includes(word)) && tokens.some((token) => matchesToken(zone, token));
}

/** True if the zone isn't larger than the parameter `pointRoomArea`. */
function isSmall({ pack, sight }: RuleContext, zone: Zone): boolean {
  const { area, bound } = measure(sight.regionOf(zone, []), []);
  const outline = () => perimeterOf(zone.region.rings);
  // The parameter is the largest area of such a room.
  return compareArea({ area, bound, outline }, parameter(pack, 'pointRoomArea')) !== 'above';
}

/** One way into a zone, or into a zone nested in it: the opening and the zone outside. */
function waysInto(context: RuleContext, zone: Zone) {
  const within = new Set([zone.id, ...zone.nested]);
  const openings = openingsOf(context);
  return [...within]
    .flatMap((id) => openings.get(id) ?? [])
    .filter(({ opening, beyond }) => isPassable(opening) && (beyond === undefined || !within.has(beyond.id)));
}

/** True if the device is on a way into the zone that shuts: what it guards is the leaf. */
function isOnDoorInto(context: RuleContext, device: Device, zone: Zone): boolean {
  return waysInto(context, zone).some(({ opening }) => opening.id === device.opening && !standsOpen(opening));
}

/**
 * True if the devices guard every way in. Of an entrance it is enough that they guard every outer door, or every inner
 * one. A zone without walls can be entered anywhere, so only its outer doors count.
 */
function guardsAll(context: RuleContext, zone: Zone, devices: readonly Device[]): boolean {
  const on = new Set(devices.map(({ opening }) => opening));
  const ways = waysInto(context, zone);
  const all = (some: typeof ways) => some.length > 0 && some.every(({ opening }) => on.has(opening.id));
  if (!ENTRANCES.has(zone.kind)) return zone.enclosed && all(ways);
  const outer = ways.filter(({ beyond }) => beyond === undefined || isOutdoors(beyond));
  const inner = ways.filter((way) => !outer.includes(way));
  return all(outer) || (zone.enclosed && all(inner));
}

/** True if the zone lies under the sky, or is of a kind that does and is drawn without walls. */
function isOutdoors({ kind, enclosed, spec }: Zone): boolean {
  return spec?.open === 'sky' || (!enclosed && OUTDOORS.has(kind));
}

/** True if the zone lies outdoors, or is a way in without walls, which may lie on either side of the outer wall. */
export function mayBeOutdoors(zone: Zone): boolean {
  return isOutdoors(zone) || (!zone.enclosed && ENTRANCES.has(zone.kind));
}
