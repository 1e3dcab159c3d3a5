// Devices that move: how, in which zones, and which private places lie beside these.

import { spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { compareAngle, compareArea, compareLength } from '../../base/threshold.js';
import { coveredPieces, distanceBetweenSegments, measure, outlineOfPieces } from '../../geometry/index.js';
import type { Point, Region } from '../../geometry/types.js';
import { parameter } from '../../law/lookup.js';
import type { DeviceMeaning } from '../../law/names/devices.js';
import { VEHICLE_KINDS } from '../../law/names/devices.js';
import type { Ground } from '../../plan/ground.js';
import type { Device, MobileForm, Opening, Site, Wall, Zone } from '../../plan/model.js';
import { edgesOf } from '../../plan/walls/plane.js';
import { openingsOf } from '../adjacent-zones.js';
import type { RuleContext } from '../context.js';
import { zonesById } from '../labels.js';
import { memoizeOnGround } from '../memo.js';
import { meaningsOf } from './device-names.js';
import { devicesOf } from './devices.js';
import { isAnchor, type PrivateZone, possiblePrivateZones } from './private-zones.js';

/** A device that moves, or whose name means one that does. */
export interface MovingDevice {
  readonly device: Device;
  /**
   * by-itself: a robot, a drone, a vehicle. with-a-person: worn or held. in-vehicle: fixed in a vehicle, which is drawn
   * as a zone. unsaid: only the name means that it moves.
   */
  readonly moves: 'by-itself' | 'with-a-person' | 'in-vehicle' | 'unsaid';
  /** As stated; or as its name means, if that moves by itself or nothing is stated. */
  readonly form: MobileForm;
  /** The name or model that means that it moves; undefined if none does. */
  readonly called: string | undefined;
  /** The zones of its area and those it stands in, each once; undefined if the plan states no area. */
  readonly zones: readonly Zone[] | undefined;
  /** Other zones of which one of `zones` is a part with no walls between; whoever is in the part is in them. */
  readonly rooms: readonly Zone[];
}

/** Meanings of names that say how a device moves, with the form each means. */
const FORMS: readonly (readonly [DeviceMeaning, MobileForm])[] = [
  ['robot', 'robot'],
  ['drone', 'drone'],
  ['vehicle', 'vehicle'],
  ['bodyWorn', 'body-worn'],
  ['handheld', 'handheld'],
];

const BY_ITSELF: ReadonlySet<MobileForm> = new Set<MobileForm>(['robot', 'drone', 'vehicle']);

/** Returns the devices that move, or whose name means one that does, in the plan's order. */
export const movingDevices: (site: Site) => readonly MovingDevice[] = memoize((site) =>
  devicesOf(site).flatMap((device) => movingDevice(site, device) ?? []),
);

function movingDevice(site: Ground, device: Device): MovingDevice | undefined {
  return movingOn(site)(device);
}

const movingOn = memoizeOnGround((ground) => memoize((device: Device) => madeToMove(ground, device)));

function madeToMove(site: Ground, device: Device): MovingDevice | undefined {
  const { mobile } = device;
  const meant = FORMS.find(([meaning]) => meaningsOf(device).has(meaning));
  // What is called a robot isn't carried by a person, whatever form is stated.
  const form = meant !== undefined && BY_ITSELF.has(meant[1]) ? meant[1] : (mobile?.form ?? meant?.[1]);
  if (form === undefined) return undefined;
  const called = meant === undefined ? undefined : meaningsOf(device).get(meant[0]);
  const zones = zonesById(site);
  const around = device.zones.flatMap((id) => zones.get(id) ?? []);
  const inVehicle = around.some(({ spec }) => spec !== undefined && VEHICLE_KINDS.has(spec.id));
  if (inVehicle && (mobile === undefined || mobile.form === 'vehicle')) {
    return { device, moves: 'in-vehicle', form, called, zones: undefined, rooms: [] };
  }
  if (mobile === undefined) return { device, moves: 'unsaid', form, called, zones: undefined, rooms: [] };
  const area = (mobile.area ?? []).flatMap((id) => zones.get(id) ?? []);
  const stated = area.length === 0 ? undefined : [...new Set([...area, ...around])];
  return {
    device,
    moves: BY_ITSELF.has(form) ? 'by-itself' : 'with-a-person',
    form,
    called,
    zones: stated,
    rooms: roomsAround(site, stated ?? []),
  };
}

/** Returns the zones, none of `parts`, of which one of `parts` is a part with no walls between. */
function roomsAround(site: Ground, parts: readonly Zone[]): Zone[] {
  const zones = [...zonesById(site).values()];
  spendBudget(zones.length * parts.length);
  return zones.filter((room) => !parts.includes(room) && parts.some((part) => isPartOf(site, part, room)));
}

/** True if `part` lies in `room` with no walls between the two. */
export function isPartOf(site: Ground, part: Zone, room: Zone): boolean {
  if (part.enclosed || !room.nested.includes(part.id)) return false;
  spendBudget(room.nested.length);
  return !room.nested.some((id) => {
    const between = zonesById(site).get(id);
    return between?.enclosed === true && between.nested.includes(part.id);
  });
}

/** m above the floor: nobody wears a device or holds it up higher. */
const MOST_CARRIED = 2.2;

/**
 * True if the device goes where a person carries it: it is stated to be worn or handheld, its name means nothing else,
 * and the plan states nothing of it that only something mounted has.
 */
export function isCarried(site: Ground, device: Device): boolean {
  if (device.mobile === undefined || isMounted(device)) return false;
  return movingDevice(site, device)?.moves === 'with-a-person';
}

/**
 * True if the plan states of the device what only something mounted has: a heading, a height out of reach, an opening
 * that it guards, or, unless it is called a product that people carry, a tilt or a lens that turns or looks all round.
 */
export function isMounted(device: Device): boolean {
  const { facing, height, opening, lenses } = device;
  if (facing !== undefined || opening !== undefined) return true;
  if (height !== undefined && compareLength(height, MOST_CARRIED) === 'above') return true;
  const isCalledCarried = meaningsOf(device).has('bodyWorn') || meaningsOf(device).has('handheld');
  return lenses.some(
    ({ heading, tilt, form }) =>
      heading !== undefined ||
      (!isCalledCarried &&
        // Level is how a device is drawn of which nobody means a tilt.
        ((tilt !== undefined && compareAngle(tilt, 0) !== 'at') || form === 'ptz' || form === 'fisheye')),
  );
}

/**
 * True if the plan says that the device moves, and its stated form or its name is a robot's, a drone's or a vehicle's.
 * False for one in a vehicle that is drawn.
 */
export function movesByItself(site: Ground, device: Device): boolean {
  return movingDevice(site, device)?.moves === 'by-itself';
}

/**
 * True unless the device moves by itself or is carried: then neither place nor heading as drawn says what it films. One
 * in a vehicle that is drawn stays where it is drawn, and so does one of which only the name means that it moves.
 */
export function staysWhereDrawn(site: Ground, device: Device): boolean {
  return !movesByItself(site, device) && !isCarried(site, device);
}

/** A private place, or one that may be, beside the zones in which a device moves. */
export interface PlaceBeside {
  readonly target: PrivateZone;
  /** Openings between the two, and windows of the place towards an area outdoors. */
  readonly openings: readonly Opening[];
  /** Walls of glass between the two. */
  readonly panes: readonly Wall[];
}

/**
 * Returns the private places, and those that may be, that lie in one of `zones` or beside one, with an opening, glass
 * or nothing between; not those of `zones` themselves. A zone without walls opens on all that the room around it
 * opens on. A ballot box or the like lies beside each zone that reaches into its near area. Where in its area a
 * device goes and looks isn't known, so only what joins the zones counts, and no heading does.
 */
export function placesBeside(
  context: RuleContext,
  { device, form, zones = [], rooms }: MovingDevice,
): readonly PlaceBeside[] {
  const { site, sight, pack } = context;
  const own = new Set([...zones, ...rooms].map(({ id }) => id));
  const all = zonesById(site);
  const parts = rooms.flatMap((room) => {
    const nested = room.nested.flatMap((id) => all.get(id) ?? []);
    return nested.filter((part) => isPartOf(site, part, room)).map(({ id }) => id);
  });
  const within = new Set([...own, ...zones.flatMap(({ nested }) => nested), ...parts]);
  const outdoors = [...zones, ...rooms].some(isOutdoors);
  const anyLevel = form === 'drone';
  const panes = site.levels.flatMap(({ walls }) => walls).filter(({ material }) => material !== 'opaque');
  return [...possiblePrivateZones(site).values()].flatMap((target): PlaceBeside[] => {
    const { zone } = target;
    if (own.has(zone.id)) return [];
    const inside = new Set([zone.id, ...zone.nested]);
    const openings = [...inside]
      .flatMap((id) => openingsOf(context).get(id) ?? [])
      .filter(({ opening, beyond }) => {
        if (beyond !== undefined && inside.has(beyond.id)) return false;
        if (beyond !== undefined && within.has(beyond.id)) return true;
        const isOut = beyond === undefined || isOutdoors(beyond);
        return outdoors && isOut && (anyLevel || opening.level === device.level);
      })
      .map(({ opening }) => opening);
    const glass = panes.filter((pane) => joins(context, pane, inside, within));
    const near = isAnchor(target) ? sight.near(zone, parameter(pack, 'nearRadius')) : undefined;
    const open =
      zones.some((each) => each.nested.includes(zone.id) || isOpenTo(each, zone)) ||
      (near === undefined ? parts.includes(zone.id) : zones.some((each) => reaches(each, zone, near)));
    if (openings.length === 0 && glass.length === 0 && !open) return [];
    return [{ target, openings: [...new Set(openings)], panes: glass }];
  });
}

/** True if the zone reaches into the area near a place on one of its levels. */
function reaches(zone: Zone, place: Zone, near: Region): boolean {
  return zone.levels.some((id) => place.levels.includes(id)) && covers(zone, near);
}

function isOutdoors({ spec }: Zone): boolean {
  return spec?.open === 'sky';
}

/** m: zones nearer than this have nothing between them. */
const GAP = 0.1;

/** True if nothing stands between the zones: they overlap, or touch and neither has walls. */
function isOpenTo(one: Zone, other: Zone): boolean {
  if (!one.levels.some((id) => other.levels.includes(id))) return false;
  if (covers(one, other.region)) return true;
  if (one.enclosed || other.enclosed) return false;
  const [edges, others] = [one, other].map(({ region }) => region.rings.flatMap(edgesOf));
  spendBudget(edges.length * others.length);
  return edges.some((edge) =>
    others.some((each) => compareLength(distanceBetweenSegments(edge, each), GAP) !== 'above'),
  );
}

/** True if the zone overlaps the region by more than a rounding. */
function covers({ region: own }: Zone, region: Region): boolean {
  const { covered, bound } = measure(own, [region]);
  const outline = () => outlineOfPieces(coveredPieces(own, [region]));
  return compareArea({ area: covered, bound, outline }, GAP * GAP) !== 'below';
}

/** m: what lies this far from the centre line of a wall is beside the wall, if the plan doesn't give its thickness. */
const BESIDE = 0.3;
/** m between the points of a wall where its sides are looked at. */
const STEP = 0.5;

/** True if the wall stands between a zone of `one` and a zone of `other`. */
function joins(
  { sight }: RuleContext,
  { line, level, thickness = 0 }: Wall,
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): boolean {
  const at = (point: Point, ids: ReadonlySet<string>) => sight.zonesAt(level, point).some(({ id }) => ids.has(id));
  return line.slice(1).some((to, n) => {
    const from = line[n];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const count = Math.ceil(length / STEP);
    spendBudget(10 * count);
    return Array.from({ length: count }, (_, i) => (i + 0.5) / count).some((share) => {
      const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
      const by = (thickness / 2 + BESIDE) / length;
      const left: Point = [x - by * (to[1] - from[1]), y + by * (to[0] - from[0])];
      const right: Point = [x + by * (to[1] - from[1]), y - by * (to[0] - from[0])];
      return (at(left, one) && at(right, other)) || (at(right, one) && at(left, other));
    });
  });
}
