// One device of a plan that was read, built again with other keys.
import { memoize } from '../base/memo.js';
import { boxOfRings } from '../geometry/index.js';
import type { Box, Point } from '../geometry/types.js';
import { child } from '../source/place/pointer.js';
import { buildDevice } from './build/device.js';
import { membershipAmong } from './build/membership.js';
import { Faults } from './check/faults.js';
import { directoryOf } from './directory.js';
import type { Device, Level, Site, Zone } from './model.js';
import { Stretches } from './nearby.js';
import type { RawDevice } from './read/document.js';
import type { Drawn } from './read/read.js';
import { halfThickness, wallAbout } from './walls/inside.js';
import { deriveWalls } from './walls/walls.js';

/** A device as the plan's files spell it (`raw`), with its level and its place in the plan. */
export interface DrawnDevice {
  readonly raw: RawDevice;
  /** Its level's id. */
  readonly level: string;
  /** JSON pointer into the plan as all its files together spell it. */
  readonly pointer: string;
}

/** Returns the device of that id, the first if there are several; undefined if there is none. */
export function drawnDevice({ document }: Drawn, id: string): DrawnDevice | undefined {
  for (const [n, level] of document.levels.entries()) {
    const index = level.devices?.findIndex((device) => device.id === id) ?? -1;
    const raw = level.devices?.[index];
    if (raw !== undefined) return { raw, level: level.id, pointer: child('/levels', n, 'devices', index) };
  }
  return undefined;
}

/**
 * Returns the device of the plan that has the id in `keys`, as it would be read with these keys in place of its own;
 * undefined if more of the site may change with it than the device, such as its faults or the plan's zero, so that the plan
 * must be read as a whole.
 */
export function redraw(drawn: Drawn, site: Site, keys: RawDevice): Device | undefined {
  const { id } = keys;
  const at = drawnDevice(drawn, id);
  const known = directoryOf(site).devices.get(id);
  const level = site.levels.find((one) => one.id === at?.level);
  if (at === undefined || known?.level !== at.level || level === undefined) return undefined;
  if (isFaulty(site, id) || site.overrides?.some((one) => one.element === 'device' && one.id === id)) return undefined;
  const { document, context } = drawn;
  const faults = new Faults();
  const types = new Map(Object.entries(document.deviceTypes ?? {}));
  const built = buildDevice(keys, level.id, types, at.pointer, { ...context, faults });
  if (faults.list.length > 0) return undefined;
  // What the catalogue says against a device is told once for all of its type.
  const isSameProduct = keys.hfov === at.raw.hfov && keys.type === at.raw.type;
  if (!isSameProduct && (known.model ?? built.model) !== undefined) return undefined;
  const ground = groundOn(site)(level);
  if (isMoved(known, built) && !(holds(ground.box, known.at) && holds(ground.box, built.at))) return undefined;
  // The first position of a plan without an origin is its origin.
  if (document.origin === undefined && at.raw.at.every((part, n) => part === site.origin?.[n])) return undefined;
  const placed: Device = { ...built, ...(known.mobile && { mobile: known.mobile }), ...ground.membershipOf(built) };
  if (placed.status !== 'removed' && wallAbout(placed, ground.standing, ground.zones) !== undefined) return undefined;
  const { ceiling = Number.POSITIVE_INFINITY } = level;
  const isIndoors = placed.zones.every((zone) => level.zones.some(({ id: own, enclosed }) => enclosed && own === zone));
  return (placed.height ?? 0) > ceiling && isIndoors ? undefined : placed;
}

/** Returns the device with the zones that it stands in, as if the plan drew it there. */
export function placedIn(site: Site, device: Device): Device {
  const level = site.levels.find(({ id }) => id === device.level);
  return level === undefined ? device : { ...device, ...groundOn(site)(level).membershipOf(device) };
}

function isFaulty({ faults }: Site, id: string): boolean {
  return faults.some(
    ({ subject, taints }) =>
      taints.devices.includes(id) || taints.elements?.includes(id) || subject === id || subject.startsWith(`${id}/`),
  );
}

function isMoved({ at: [x, y] }: Device, { at }: Device): boolean {
  return x !== at[0] || y !== at[1];
}

function holds(box: Box | undefined, [x, y]: Point): boolean {
  return box !== undefined && x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;
}

interface LevelGround {
  readonly zones: readonly Zone[];
  readonly standing: ReturnType<typeof standingOn>;
  readonly membershipOf: ReturnType<typeof membershipAmong>;
  /** Box of all that is drawn on the level but devices and signs. */
  readonly box: Box | undefined;
}

const groundOn = memoize((site: Site) =>
  memoize((level: Level): LevelGround => {
    const zones = site.levels.flatMap((one) => one.zones).filter((zone) => zone.levels.includes(level.id));
    const standing = standingOn(level, zones);
    const lines = [...level.walls, ...level.openings].map(({ line }) => line);
    const rings = level.zones.flatMap(({ region }) => region.rings);
    return { zones, standing, membershipOf: membershipAmong(zones, standing), box: boxOfRings([...rings, ...lines]) };
  }),
);

function standingOn(level: Level, zones: readonly Zone[]) {
  return new Stretches(deriveWalls(level, zones).faces, halfThickness);
}
