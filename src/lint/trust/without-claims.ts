// Views into private places that only author's claims keep away.
import { compareLength } from '../../base/threshold.js';
import { isStatedBlind, mayCaptureAnything } from '../../facts/capture/devices.js';
import { devicesPossiblyIn, placementIn, privateZones } from '../../facts/capture/private-zones.js';
import { allViews } from '../../facts/capture/views.js';
import type { RuleContext } from '../../facts/context.js';
import { distanceToSegment, forEachEdge, type Point, type Segment, segmentsMeet } from '../../geometry/index.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Device, Level, Opening, Optics, Site, Wall } from '../../plan/model.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import { segmentsOf } from '../../plan/walls/plane.js';
import { createSight } from '../../sight/sight.js';
import type { Reach } from '../../sight/types.js';
import { SEES } from '../notes/author-claims.js';
import { t } from './texts.js';

/** A device that would stand in or see into a private place if an author's claim were untrue. */
export interface ViewWithoutClaims {
  readonly device: string;
  readonly zone: string;
  /** The claims that keep the view away; at least one. */
  readonly because: readonly Localized[];
}

/**
 * Distance from the outline of every zone beyond which a wall counts as free-standing, m. Rooms are drawn by either
 * face of their walls.
 */
const FREE = 0.2;

/**
 * Returns views into private places that the plan as drawn lacks and would have without the author's claims that reduce
 * them: removed devices, devices stated to take no images, masks, hard limits, locked zooms, tolerances, panes stated
 * to be opaque, sills and lintels, and free-standing walls. Empty if the author makes no such claim.
 */
export function viewsWithoutClaims(context: RuleContext): ViewWithoutClaims[] {
  const { site, pack, today } = context;
  const doubted = doubtfulSite(site);
  if (doubted === undefined) return [];
  const other: RuleContext = { site: doubted.site, sight: createSight(doubted.site), pack, today };
  const known = new Set([...seen(context), ...standing(context)].map(({ pair }) => pair));
  return [...standing(other), ...seen(other)].flatMap(({ pair, device, zone, reach }): ViewWithoutClaims[] => {
    if (known.has(pair)) return [];
    known.add(pair);
    const because = reasonsOf(site, doubted.free, device, reach);
    return because.length === 0 ? [] : [{ device: device.id, zone, because }];
  });
}

interface Pair {
  readonly pair: string;
  readonly device: Device;
  readonly zone: string;
  readonly reach?: Reach;
}

function seen(context: RuleContext): Pair[] {
  return allViews(context).flatMap(({ device, target, grade }) =>
    grade.is === 'finding'
      ? [{ pair: `${device.id}>${target.zone.id}`, device, zone: target.zone.id, reach: grade.reach }]
      : [],
  );
}

/** Returns the devices in private places. A device there captures whatever masks it has, unless it is removed. */
function standing(context: RuleContext): Pair[] {
  return privateZones(context.site).flatMap((target) =>
    devicesPossiblyIn(context, target)
      .filter((device) => mayCaptureAnything(device) && placementIn(context, device, target) !== undefined)
      .map((device) => ({ pair: `${device.id}>${target.zone.id}`, device, zone: target.zone.id })),
  );
}

/** Returns the site without author's claims, and the walls left out of it; undefined if that changes nothing. */
function doubtfulSite(
  site: Site,
): { readonly site: Site; readonly free: ReadonlyMap<string, readonly Wall[]> } | undefined {
  const free = new Map(site.levels.map((level) => [level.id, freeWalls(level)]));
  const levels = site.levels.map((level): Level => {
    const walls = new Set(free.get(level.id));
    return {
      ...level,
      walls: walls.size === 0 ? level.walls : level.walls.filter((wall) => !walls.has(wall)),
      openings: level.openings.some((one) => hidden(one) !== undefined) ? level.openings.map(bare) : level.openings,
      devices: level.devices.map((device) => (claimsOn(device).length === 0 ? device : plain(device))),
    };
  });
  const same = levels.every((level, index) => {
    const own = site.levels[index];
    return (
      level.walls === own?.walls &&
      level.openings === own.openings &&
      level.devices.every((device, n) => device === own.devices[n])
    );
  });
  return same ? undefined : { site: { ...site, levels }, free };
}

/** Returns walls of which no segment runs along the outline of a zone. */
function freeWalls({ zones, walls }: Level): readonly Wall[] {
  if (walls.length === 0) return [];
  const outlines: Segment[] = [];
  for (const { region, enclosed } of zones) {
    if (enclosed)
      for (const ring of [...region.rings, ...region.shadows]) forEachEdge(ring, (a, b) => outlines.push({ a, b }));
  }
  const near = meeting(outlines.map((edge) => boxOfSegment(edge, FREE)));
  return walls.filter(({ line }) =>
    segmentsOf(line).every(({ a, b }) => {
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      return near(boxOfSegment({ a: middle, b: middle })).every((index) => {
        const edge = outlines[index];
        return edge === undefined || compareLength(distanceToSegment(middle, edge), FREE) !== 'below';
      });
    }),
  );
}

/** Returns the claim by which an opening blocks a view; undefined if there is none. */
function hidden({ kind, film, glazing, sill, head }: Opening): Localized | undefined {
  if (film) return t.film;
  if (glazing === 'opaque') return t.opaque;
  const isDoor = kind === 'door' || kind === 'glass-door';
  if (isDoor || (sill === undefined && head === undefined)) return undefined;
  return t.sill;
}

function bare(opening: Opening): Opening {
  if (hidden(opening) === undefined) return opening;
  return { ...opening, film: false, fixed: false, glazing: undefined, sill: undefined, head: undefined };
}

/** Returns the claims that reduce what a device sees. */
function claimsOn(device: Device): Localized[] {
  const { kind, status, masks, lenses, tolerance } = device;
  const said: [Localized, boolean][] = [
    [t.removed, status === 'removed'],
    [t.blind, isStatedBlind(device) && SEES.has(kind)],
    [t.mask, masks.some(({ permanent }) => permanent)],
    [t.limits, lenses.some(({ ptz }) => ptz?.limits === 'hard')],
    [t.locked, lenses.some(({ varifocal }) => varifocal?.locked === true)],
    [t.tolerance, tolerance.heading !== undefined || tolerance.tilt !== undefined],
  ];
  return said.flatMap(([what, holds]) => (holds ? [what] : []));
}

function plain(device: Device): Device {
  return {
    ...device,
    status: device.status === 'removed' ? 'planned' : device.status,
    video: device.video === 'none' && SEES.has(device.kind) ? 'unknown' : device.video,
    masks: [],
    lenses: device.lenses.map(unlimited),
    tolerance: { ...device.tolerance, heading: undefined, tilt: undefined },
  };
}

function unlimited(lens: Optics): Optics {
  return {
    ...lens,
    ptz: lens.ptz && { ...lens.ptz, limits: 'software' },
    varifocal: lens.varifocal && { ...lens.varifocal, locked: false },
  };
}

function reasonsOf(
  site: Site,
  free: ReadonlyMap<string, readonly Wall[]>,
  device: Device,
  reach: Reach | undefined,
): Localized[] {
  const level = site.levels.find(({ id }) => id === device.level);
  const own = level?.devices.find(({ id }) => id === device.id);
  const said = own === undefined ? [] : claimsOn(own);
  if (reach === undefined) return said;
  const openings = site.levels.flatMap((one) => one.openings);
  const crossed = reach.crossings.flatMap(({ opening }) => {
    const drawn = opening && openings.find(({ id }) => id === opening.id);
    const what = drawn && hidden(drawn);
    return drawn === undefined || what === undefined ? [] : [t.claimOn({ claim: what, id: verbatim(drawn.id) })];
  });
  const line = segmentsOf([device.at, ...reach.via, reach.worst.point]);
  const walls = (free.get(device.level) ?? [])
    .filter((wall) => segmentsOf(wall.line).some((piece) => line.some((part) => segmentsMeet(piece, part))))
    .map(({ id }) => t.freeWall({ id: verbatim(id) }));
  const found = [...said, ...crossed, ...walls];
  return found.length > 0 ? found : [t.freeWalls];
}
