// Views of devices on a level, as outlines to draw.
import { isSameList } from '../../base/equality.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { memoizeByInputs } from '../../facts/memo.js';
import { criterionFor } from '../../facts/protection/criterion.js';
import { isPrivateZone } from '../../facts/protection/site.js';
import {
  type Box,
  boxesOverlap,
  boxOfRegions,
  boxOfRing,
  coveredPieces,
  grow,
  type Region,
  type Ring,
  regionOfPiece,
  ringOfBox,
} from '../../geometry/index.js';
import { densityLevel, parameter } from '../../law/lookup.js';
import { type GroundLevel, groundOf } from '../../plan/ground.js';
import type { Device, Level, Zone } from '../../plan/model.js';
import type { DrawnView } from '../model.js';

/** Distance outside a level's bounds to which its views are drawn, m. */
const MARGIN = 1;

/** Number of cameras on a level above which may-see is drawn only for those with findings. */
const CROWDED = 150;

/**
 * Returns the outlines of what each camera on `level` sees, within `bounds` and 1 m around: its must-see, then its
 * may-see. On a crowded level only cameras in `found` have a may-see.
 *
 * @param zones all on `level`, also those of other levels that span it
 * @param bounds of what is drawn of the level, plan metres
 * @param found ids of devices with findings on `level`; those that stand on other levels are drawn too
 */
export function viewsOn(
  context: RuleContext,
  level: Level,
  zones: readonly Zone[],
  bounds: Box,
  found: ReadonlySet<string>,
): DrawnView[] {
  const box = grow(bounds, MARGIN);
  const steps = stepsOn(context, level, zones);
  const crowded = isCrowded(level);
  return watching(context, level, found).flatMap((device) => {
    const must = mustSee(context, level, device, steps, box);
    const shown = !crowded || found.has(device.id);
    const may = shown ? maySee(context, level, device, box) : [];
    return [
      { device: device.id, world: 'must' as const, outlines: must },
      { device: device.id, world: 'may' as const, outlines: may },
    ].filter(({ outlines }) => outlines.length > 0);
  });
}

/** Returns the must-see outlines that `viewsOn` returns, without may-see. */
export function sureViewsOn(
  context: RuleContext,
  level: Level,
  zones: readonly Zone[],
  bounds: Box,
  found: ReadonlySet<string>,
): DrawnView[] {
  const box = grow(bounds, MARGIN);
  const steps = stepsOn(context, level, zones);
  return watching(context, level, found)
    .map((device) => ({
      device: device.id,
      world: 'must' as const,
      outlines: mustSee(context, level, device, steps, box),
    }))
    .filter(({ outlines }) => outlines.length > 0);
}

/** Returns the cameras on the level, then those of other levels with findings on it. */
function watching({ site }: RuleContext, level: Level, found: ReadonlySet<string>): Device[] {
  const others = site.levels
    .flatMap(({ devices }) => devices)
    .filter((device) => device.level !== level.id && found.has(device.id));
  return [...camerasOn(level), ...others];
}

function camerasOn(level: Level): Device[] {
  return level.devices.filter(({ video, status }) => video !== 'none' && status !== 'removed');
}

/** True if `level` has so many cameras that may-see is drawn only for those with findings. */
export function isCrowded(level: Level): boolean {
  return camerasOn(level).length > CROWDED;
}

/** A pixel density (px/m) and the area in which it is the highest that a criterion asks. */
interface Step {
  readonly density: number;
  /** Area of the density. Undefined: everywhere except in `finer`. */
  readonly asked: readonly Ring[] | undefined;
  readonly finer: readonly Ring[];
}

/**
 * Returns the densities asked on a level, the lowest first. Where no criterion asks more, the least density that counts
 * as seen applies.
 */
function stepsOn(context: RuleContext, level: Level, zones: readonly Zone[]): readonly Step[] {
  const { site, pack } = context;
  const base = densityLevel(pack, 'detect').density;
  const densities = zones.map((zone) => {
    const criterion = isPrivateZone(pack, zone) ? undefined : criterionFor(site, zone);
    return criterion === undefined ? base : densityLevel(pack, criterion.level).density;
  });
  return stepsOf(context, groundOf(site).levels[site.levels.indexOf(level)], base, zones, densities);
}

const stepsOf = memoizeByInputs(
  (
    _: GroundContext,
    __: GroundLevel,
    base: number,
    zones: readonly Zone[],
    densityOf: readonly number[],
  ): readonly Step[] => {
    const asked = new Map<number, Ring[]>();
    for (const [n, { region }] of zones.entries()) {
      const density = densityOf[n];
      if (density > base) asked.set(density, [...(asked.get(density) ?? []), ...region.rings]);
    }
    const densities = [...asked.keys()].sort((a, b) => a - b);
    const finerThan = (density: number) =>
      densities.filter((other) => other > density).flatMap((other) => asked.get(other) ?? []);
    return [
      { density: base, asked: undefined, finer: finerThan(base) },
      ...densities.map((density) => ({ density, asked: asked.get(density), finer: finerThan(density) })),
    ];
  },
);

/** The outlines drawn last of a view, and all that they were drawn of. */
interface Outlined {
  readonly views: readonly (readonly Region[])[];
  readonly steps: readonly Step[];
  readonly box: Box;
  readonly outlines: readonly Ring[];
}

/** By the first of the views: a device that wasn't moved keeps its views, and so its outlines. */
const outlinesBefore = new WeakMap<readonly Region[], Outlined>();

/** Returns where a device certainly sees at the highest density asked at each point. */
function mustSee(
  { sight }: RuleContext,
  level: Level,
  device: Device,
  steps: readonly Step[],
  box: Box,
): readonly Ring[] {
  const views = steps.map(({ density }) => sight.view(device, level.id, density, 'must'));
  const [widest] = views;
  if (widest === undefined) return [];
  const known = outlinesBefore.get(widest);
  if (known?.steps === steps && isSameList(known.views, views) && isSameBox(known.box, box)) return known.outlines;
  const outlines = outlined(
    steps.flatMap((step, n) => partSeen(step, views[n], box)),
    box,
  );
  outlinesBefore.set(widest, { views, steps, box, outlines });
  return outlines;
}

/** Returns the part of a view at a density in which it is the highest asked. */
function partSeen({ asked, finer }: Step, view: readonly Region[], box: Box): readonly Region[] {
  const within = boxIn(view, box);
  if (within === undefined) return [];
  if (asked === undefined && finer.length === 0) return view;
  const near = (ring: Ring) => meets(ring, within);
  const target: Region = { rings: (asked ?? [ringOfBox(within)]).filter(near), shadows: finer.filter(near) };
  return coveredPieces(target, view).map(regionOfPiece);
}

function isSameBox(one: Box, other: Box): boolean {
  return one.minX === other.minX && one.minY === other.minY && one.maxX === other.maxX && one.maxY === other.maxY;
}

function maySee({ sight, pack }: RuleContext, level: Level, device: Device, box: Box): readonly Ring[] {
  return outlined(sight.view(device, level.id, parameter(pack, 'privacyDensity'), 'may'), box);
}

/** Returns the outlines of the union of all regions within `box`. */
function outlined(regions: readonly Region[], box: Box): readonly Ring[] {
  const within = boxIn(regions, box);
  if (within === undefined) return [];
  return coveredPieces({ rings: [ringOfBox(within)], shadows: [] }, regions).flatMap(({ outline }) => outline);
}

function boxIn(regions: readonly Region[], box: Box): Box | undefined {
  const own = boxOfRegions(regions);
  if (own === undefined) return undefined;
  const within = {
    minX: Math.max(own.minX, box.minX),
    minY: Math.max(own.minY, box.minY),
    maxX: Math.min(own.maxX, box.maxX),
    maxY: Math.min(own.maxY, box.maxY),
  };
  return within.minX < within.maxX && within.minY < within.maxY ? within : undefined;
}

function meets(ring: Ring, box: Box): boolean {
  const own = boxOfRing(ring);
  return own !== undefined && boxesOverlap(own, box);
}
