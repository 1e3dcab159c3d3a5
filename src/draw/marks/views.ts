// Views of devices on a level, as outlines to draw.
import type { RuleContext } from '../../facts/context.js';
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
import type { Device, Level, Zone } from '../../plan/model.js';
import type { DrawnView } from '../model.js';

/** Distance outside a level's bounds to which its views are drawn, m. */
const MARGIN = 1;

/** Number of cameras on a level above which may-see is drawn only for those with findings. */
const CROWDED = 150;

/** Returns the views of devices on `level`: must-see of each, then may-see. */
export function viewsOn(
  context: RuleContext,
  level: Level,
  zones: readonly Zone[],
  bounds: Box,
  found: ReadonlySet<string>,
): DrawnView[] {
  const box = grow(bounds, MARGIN);
  const steps = stepsOf(context, zones);
  const cameras = camerasOn(level);
  const crowded = isCrowded(level);
  const others = context.site.levels
    .flatMap(({ devices }) => devices)
    .filter((device) => device.level !== level.id && found.has(device.id));
  return [...cameras, ...others].flatMap((device) => {
    const must = mustSee(context, level, device, steps, box);
    const shown = !crowded || found.has(device.id);
    const may = shown ? maySee(context, level, device, box) : [];
    return [
      { device: device.id, world: 'must' as const, outlines: must },
      { device: device.id, world: 'may' as const, outlines: may },
    ].filter(({ outlines }) => outlines.length > 0);
  });
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
function stepsOf(context: RuleContext, zones: readonly Zone[]): Step[] {
  const base = densityLevel(context.pack, 'detect').density;
  const asked = new Map<number, Ring[]>();
  for (const zone of zones) {
    const criterion = isPrivateZone(context.pack, zone) ? undefined : criterionFor(context.site, zone);
    const density = criterion === undefined ? base : densityLevel(context.pack, criterion.level).density;
    if (density <= base) continue;
    asked.set(density, [...(asked.get(density) ?? []), ...zone.region.rings]);
  }
  const densities = [...asked.keys()].sort((a, b) => a - b);
  const finerThan = (density: number) =>
    densities.filter((other) => other > density).flatMap((other) => asked.get(other) ?? []);
  return [
    { density: base, asked: undefined, finer: finerThan(base) },
    ...densities.map((density) => ({ density, asked: asked.get(density), finer: finerThan(density) })),
  ];
}

/** Returns where a device certainly sees at the highest density asked at each point. */
function mustSee(
  { sight }: RuleContext,
  level: Level,
  device: Device,
  steps: readonly Step[],
  box: Box,
): readonly Ring[] {
  const parts = steps.flatMap(({ density, asked, finer }): Region[] => {
    const view = sight.view(device, level.id, density, 'must');
    const within = boxIn(view, box);
    if (within === undefined) return [];
    if (asked === undefined && finer.length === 0) return [...view];
    const target: Region = { rings: (asked ?? [ringOfBox(within)]).filter(near), shadows: finer.filter(near) };
    return coveredPieces(target, view).map(regionOfPiece);

    function near(ring: Ring): boolean {
      return within !== undefined && meets(ring, within);
    }
  });
  return outlined(parts, box);
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
