// Devices that capture in a room, or look into one whose use isn't settled.
import { listsOf } from '../../base/arrays.js';
import { memoizeNamed } from '../../base/memo.js';
import { parameter } from '../../law/lookup.js';
import { VEHICLE_KINDS } from '../../law/names/devices.js';
import type { Device, Zone } from '../../plan/model.js';
import type { GroundContext, RuleContext } from '../context.js';
import { memoizeOnGroundBy } from '../memo.js';
import { OUTCOMES, type RoomUse, roomUses } from '../rooms/use.js';
import { mayCaptureUnder } from './bars.js';
import { devicesInZones, watchersOf } from './devices.js';
import { isSealed, type PrivateZone } from './private-zones.js';
import { gradeView } from './views.js';

/** A room with the devices that are judged by its use: those in it, and those that look in from outside. */
export interface WatchedRoom {
  readonly use: RoomUse;
  /** Devices in the room that capture, or may. */
  readonly inside: readonly Device[];
  /** Devices outside with a standing view into it; only where such a view matters. */
  readonly outside: readonly Device[];
}

/**
 * Returns the rooms that aren't private places as drawn and in which a device captures, or may, or into which a device
 * sees with every door and curtain closed. Views count only into rooms that may be private: see `seen` of
 * {@link RoomUse}.
 */
export function watchedRooms(context: RuleContext): WatchedRoom[] {
  const { site, pack } = context;
  const devices = devicesInZones(site);
  const uses = [...roomUses(site).values()];
  const asked = uses.filter((use) => use.settledBy === undefined && use.seen);
  const seen = standingViews(
    context,
    asked.map(({ zone }) => zone),
  );
  return uses.flatMap((use) => {
    const inside = (devices.get(use.zone.id) ?? []).filter((device) => mayCaptureUnder(pack, device));
    const outside = seen.get(use.zone.id) ?? [];
    return inside.length + outside.length === 0 ? [] : [{ use, inside, outside }];
  });
}

/**
 * Returns, by zone id, the devices outside each of `rooms` that see into it with every door and curtain closed. A room
 * is judged as a private place of the strictest kind: a view counts if it would be a finding there.
 */
export function standingViews(context: RuleContext, rooms: readonly Zone[]): ReadonlyMap<string, readonly Device[]> {
  const targets = new Map(rooms.flatMap((zone) => asPrivate(context, zone).map((target) => [zone, target] as const)));
  if (targets.size === 0) return new Map();
  const { sight, pack, site } = context;
  const density = parameter(pack, 'privacyDensity');
  const levels = new Set(rooms.flatMap((zone) => zone.levels));
  const pairs = watchersOf(site).flatMap((device) =>
    [...levels]
      .filter((level) => level === device.level || sight.unsaid(device, level) === undefined)
      .flatMap((level) =>
        sight.within(device, level, density).flatMap((zone) => {
          const target = targets.get(zone);
          return target !== undefined && stands(context, device)(target, level) ? [[zone.id, device] as const] : [];
        }),
      ),
  );
  return new Map([...listsOf(pairs)].map(([id, devices]) => [id, [...new Set(devices)]]));
}

const stands = memoizeOnGroundBy((context, device: Device) =>
  memoizeNamed((target: PrivateZone, level: string): boolean => {
    const grade = gradeView(context, device, target, level);
    return grade.is === 'finding' && grade.way === 'standing';
  }),
);

/** Returns the room as a private place of the strictest kind; empty if the pack prohibits capture in no rooms. */
const asPrivate = memoizeOnGroundBy(({ pack }, zone: Zone): readonly PrivateZone[] => {
  const prohibition = pack.prohibitions.find(({ regime }) => regime === 'room');
  return prohibition === undefined || zone.spec === undefined
    ? []
    : [{ zone, kind: zone.spec, prohibition, applies: true, unsettled: true }];
});

/**
 * True if a room has walls and no opening that leads out of it is drawn, so that a device in it is judged `open`.
 * False if the doubt about its use makes that `open` anyway, and for vehicles, whose doors nobody draws.
 */
export function lacksOpenings(context: GroundContext, use: RoomUse): boolean {
  if (use.settledBy === undefined && OUTCOMES[use.doubt] === 'open') return false;
  return !VEHICLE_KINDS.has(use.zone.kind) && isSealed(context, use.zone);
}

/**
 * Returns the outcome for any capturing device in a room, whatever it looks at: `open` or `review` if the room's use is
 * in doubt or no way into it is drawn; undefined if neither.
 */
export function outcomeWithin(context: GroundContext, use: RoomUse): 'open' | 'review' | undefined {
  if (lacksOpenings(context, use)) return 'open';
  return use.settledBy === undefined ? OUTCOMES[use.doubt] : undefined;
}
