// What rooms are for: whether kind and name settle that a room involves no privacy.
import { listsOf } from '../../base/arrays.js';
import { prohibitionOf, useOfKind } from '../../law/lookup.js';
import { canBeProperName, type NameReading, namesBox, readRoomName } from '../../law/names/room-name.js';
import type { Ground } from '../../plan/ground.js';
import type { Zone } from '../../plan/model.js';
import { memoizeOnGround } from '../memo.js';

/** What settles a room: its kind, its name, both for want of a name, the author's statement, the room it is part of. */
type Settling = 'kind' | 'name' | 'unnamed' | 'confirmed' | 'part';

/**
 * Why a room's use isn't settled. unstated: its kind says nothing. stated: the same, but the author states a use that no
 * kind names. public: the same, but people come and go there. doubtful: its name may mean another use. unproven: a work
 * room whose name says nothing. unnamed: a work room without a name. script: its name is in a script that nobody here
 * reads. lodging: it is drawn as a dwelling, on a site that lodges travellers.
 */
type Doubt = 'lodging' | 'unstated' | 'stated' | 'public' | 'doubtful' | 'unproven' | 'unnamed' | 'script';

/**
 * A room that is no private place by kind or name, and what settles that its use involves no privacy (`settledBy`), or
 * why that isn't settled (`doubt`).
 */
export type RoomUse =
  | { readonly zone: Zone; readonly settledBy: Settling }
  | {
      readonly zone: Zone;
      readonly settledBy?: undefined;
      readonly doubt: Doubt;
      /** True if a standing view into the room matters too: nothing says what it is for, or a word of it is of privacy. */
      readonly seen: boolean;
    };

/**
 * Outcome for a capturing device in a room whose use isn't settled, by the reason why it isn't (`doubt` of a
 * {@link RoomUse}): `open` where the author can settle it.
 */
export const OUTCOMES = {
  lodging: 'open',
  unstated: 'open',
  stated: 'review',
  public: 'review',
  doubtful: 'review',
  unproven: 'review',
  unnamed: 'open',
  script: 'review',
} as const satisfies Readonly<Record<Doubt, 'open' | 'review'>>;

/**
 * Returns the use of each room by zone id. Places that are private by kind, role or name have none, since they are
 * judged as that; nor have zones of a kind that the pack doesn't know.
 */
export const roomUses: (site: Ground) => ReadonlyMap<string, RoomUse> = memoizeOnGround((site) => {
  const zones = site.levels.flatMap((level) => level.zones);
  const around = listsOf(zones.flatMap((zone) => zone.nested.map((id) => [id, zone] as const)));
  const alone = new Map(zones.map((zone) => [zone.id, useAlone(site, zone)] as const));
  // A part of a private place is judged with that place.
  const isSettledRoom = (zone: Zone) => isRoom(zone) && isSettled(alone.get(zone.id));
  return new Map(
    zones.flatMap((zone) => {
      const use = alone.get(zone.id);
      if (use === undefined) return [];
      const rooms = (around.get(zone.id) ?? []).filter(isSettledRoom);
      // On a level where it lies in no such room it is a place of its own.
      const isWithin = zone.levels.every((level) => rooms.some(({ levels }) => levels.includes(level)));
      const isPart = !isSettled(use) && mayBePart(site, zone) && isWithin;
      return [[zone.id, isPart ? { zone, settledBy: 'part' } : use] as const];
    }),
  );
});

function isSettled(use: RoomUse | undefined): boolean {
  return use === undefined || use.settledBy !== undefined;
}

/** False for what has no floor of its own or lies in the open. */
function isRoom({ spec }: Zone): boolean {
  return spec !== undefined && spec.open !== 'sky' && spec.id !== 'perimeter';
}

/** True if a zone may be a mere part of the room around it: no walls, and no name of a box or of a private use. */
function mayBePart(site: Ground, zone: Zone): boolean {
  const reading = readingOf(site, zone);
  return !zone.enclosed && reading !== 'alarm' && reading !== 'unread' && !namesBox(zone.name);
}

/** Reads the zone's name, and the word of its source for a use that the import couldn't tell. */
function readingOf({ pack }: Ground, { name, kind, kindUnknown }: Zone): NameReading {
  return readRoomName(pack, kindUnknown, kind) === 'alarm' ? 'alarm' : readRoomName(pack, name, kind);
}

/** Returns the use of a zone, whatever room it lies in; undefined for a private place and for a kind that nobody knows. */
function useAlone(site: Ground, zone: Zone): RoomUse | undefined {
  const { spec, namedKind, kindConfirmed } = zone;
  const use = spec === undefined ? 'private' : useOfKind(site.pack, spec);
  if (namedKind !== undefined) return undefined;
  if (mayLodge(site, zone)) return { zone, doubt: 'lodging', seen: true };
  if (use === 'private' || isPrivateByRole(site, zone)) return undefined;
  const reading = readingOf(site, zone);
  const found = byTable(zone, use, reading);
  if (typeof found === 'object') return { zone, ...found };
  const seen = use === 'unstated' || reading === 'alarm';
  if (kindConfirmed === undefined) return { zone, doubt: found, seen };
  return use === 'unstated' ? { zone, doubt: 'stated', seen } : { zone, settledBy: 'confirmed' };
}

/**
 * True if a role tells what the zone is for, and that this is private. Where the kind is unknown only the role of a room
 * does: in a room that holds a writing place or customers' data anything else may go on as well.
 */
function isPrivateByRole({ pack }: Ground, { kindUnknown, roles }: Zone): boolean {
  return roles.some((role) => {
    const prohibition = prohibitionOf(pack, role);
    return prohibition !== undefined && (kindUnknown === undefined || prohibition.regime === 'room');
  });
}

/** True if the zone may be of another kind on a site such as this, and the author doesn't say that it isn't. */
function mayLodge({ categories }: Ground, { spec, kindConfirmed }: Zone): boolean {
  const perhaps = spec?.perhaps;
  if (perhaps === undefined || kindConfirmed !== undefined || categories.length === 0) return false;
  return categories.every(({ id }) => perhaps.categories.includes(id));
}

type Use = 'public' | 'work' | 'plant' | 'unstated';

/** Kinds of work room that nobody gives a name. */
const NAMELESS: ReadonlySet<string> = new Set(['control-room', 'store', 'kitchen']);

/** Returns what settles a zone of some use with a name of some reading, else the doubt. */
function byTable(zone: Zone, use: Use, reading: NameReading): { readonly settledBy: Settling } | Doubt {
  const byKind = { settledBy: 'kind' } as const;
  if (use === 'unstated') {
    if (reading === 'plain') return { settledBy: 'name' };
    return zone.public && (reading === 'none' || reading === 'neutral') ? 'public' : 'unstated';
  }
  if (reading === 'plain') return byKind;
  if (reading === 'unread') return 'script';
  if (reading === 'alarm') return 'doubtful';
  if (use === 'plant') return byKind;
  if (use === 'public') {
    const isProper = reading === 'neutral' && canBeProperName(zone.kind);
    return reading === 'room' || isProper ? 'doubtful' : byKind;
  }
  if (reading !== 'none') return 'unproven';
  return NAMELESS.has(zone.kind) ? { settledBy: 'unnamed' } : 'unnamed';
}
