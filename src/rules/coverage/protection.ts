import type { RuleContext } from '../../facts/context.js';
import type { Region } from '../../geometry/types.js';
import { densityLevel, parameter } from '../../law/lookup.js';
import type { Means } from '../../law/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, Zone } from '../../plan/model.js';
import type { Coverage } from '../../sight/types.js';
import { anchorsOf, installedDevices, isPrivate, zonesOf } from './site.js';
import { matches } from './tokens.js';

/** What protects a zone. */
export interface Protection {
  readonly coverage: Coverage;
  /** Protect the whole of it: readers and contacts on its doors, point devices of the kinds the pack lists. */
  readonly whole: readonly Device[];
  /** Cover part of it by what they see or detect. */
  readonly covering: readonly Device[];
  /** Stand in it, whatever they cover. */
  readonly standing: readonly Device[];
}

/** No camera sees at this density: what is left is what detectors cover. */
const DETECTORS_ONLY = Number.POSITIVE_INFINITY;

/**
 * What protects `zone`. With `silent` only devices that capture neither image nor sound count: all that may protect a
 * place where capture is banned.
 *
 * @param means the only system that counts
 */
export function protectionOf(context: RuleContext, zone: Zone, silent: boolean, means?: Means): Protection {
  const { pack, site } = context;
  const devices = installedDevices(site).filter(
    (device) => counts(device) && !(silent && mayCapture(device)) && (means === undefined || isVideo(device)),
  );
  const density = silent ? DETECTORS_ONLY : densityLevel(pack, 'detect').density;
  const coverage = context.sight.coverage(zone, density, {
    detectors: means === undefined,
    minus: silent ? [] : sparedIn(context, zone),
  });
  return {
    coverage,
    whole: devices.filter((device) => guards(context, device, zone) || isPointOf(context, device, zone)),
    covering: coverage.devices.filter((device) => devices.includes(device)),
    standing: devices.filter((device) => device.standsIn.includes(zone.id)),
  };
}

/** A smoke detector is no 技防产品: it prevents neither intrusion nor theft, and finds no weapon. */
function counts({ kind }: Device): boolean {
  return kind !== 'smoke-detector';
}

/** What may be video: of a device of kind `other` the reviewer must find out. */
function isVideo({ kind, video }: Device): boolean {
  return video === 'visible' || video === 'thermal' || (kind === 'other' && video !== 'none');
}

function mayCapture({ video, audio }: Device): boolean {
  return video !== 'none' || audio !== 'none';
}

function guards({ site, sight }: RuleContext, device: Device, zone: Zone): boolean {
  if (device.kind !== 'access-reader' && device.kind !== 'door-contact') return false;
  const opening = directoryOf(site).openings.get(device.opening ?? '');
  return opening !== undefined && sight.joins(opening).some((side) => side?.id === zone.id);
}

function isPointOf({ pack }: RuleContext, device: Device, zone: Zone): boolean {
  if (!device.standsIn.includes(zone.id)) return false;
  const row = pack.pointProtection.find((candidate) => candidate.device === device.kind);
  return row?.tokens.some((token) => matches(zone, token)) ?? false;
}

/**
 * What a zone's coverage leaves out, since the law bans capture there: the private zones nested in it and what is near
 * a ballot box or the like.
 */
export function sparedIn({ site, sight, pack }: RuleContext, zone: Zone): Region[] {
  const nested = new Set(zone.nested);
  const rooms =
    nested.size === 0 ? [] : zonesOf(site).filter((other) => nested.has(other.id) && isPrivate(pack, other));
  const anchors = anchorsOf(site).filter(({ levels }) => levels.some((level) => zone.levels.includes(level)));
  return [
    ...rooms.map((room) => sight.regionOf(room, [])),
    ...anchors.map((anchor) => sight.near(anchor, parameter(pack, 'nearRadius'))),
  ];
}
