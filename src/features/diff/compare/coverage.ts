// How much more and less is seen of each zone: coverage by must-see, privacy by may-see.
import type { RuleContext } from '../../../facts/context.js';
import { criterionFor } from '../../../facts/protection/criterion.js';
import { excludedAreas } from '../../../facts/protection/protection.js';
import { installedDevices, isPrivateZone, zonesOf } from '../../../facts/protection/site.js';
import type { Region } from '../../../geometry/types.js';
import { densityLevel, parameter } from '../../../law/lookup.js';
import { sightForReport } from '../../../lint/support/report-sight.js';
import type { Report } from '../../../lint/types.js';
import type { Device, Zone } from '../../../plan/model.js';
import { measuredRegion } from '../../../sight/view/coverage.js';
import { type AreaView, areaViewIn, gainOf, onlyIn, UNSEEN } from './areas.js';
import type { Renames } from './elements.js';
import { SPECK } from './figures.js';
import { isStill, type Map2, regionOffset } from './shapes.js';
import type { AreaChange } from './types.js';

/** Zones of which more or less is seen: must-see where coverage is wanted, may-see of private places. */
export interface Areas {
  readonly coverage: readonly AreaChange[];
  readonly privacy: readonly AreaChange[];
}

/** One plan with everything needed to compute its views. */
interface Plan {
  readonly context: RuleContext;
  /** Returns the id in the new plan of an id of this plan. */
  readonly idOf: (id: string) => string;
  readonly map: Map2;
}

/**
 * Returns the changes of what is seen, if larger than rounding: must-see of each zone at the density it needs, and
 * may-see of private places. One row for each zone and level, in the order of the new plan.
 */
export function areaChanges(old: Report | undefined, now: Report | undefined, renames: Renames, toNew: Map2): Areas {
  const before = old && planOf(old, (id) => renames.get(id) ?? id, toNew);
  const after =
    now &&
    planOf(
      now,
      (id) => id,
      (point) => point,
    );
  return { coverage: changes(before, after, 'must'), privacy: changes(before, after, 'may') };
}

function planOf(report: Report, idOf: Plan['idOf'], map: Map2): Plan {
  const { site, pack, today } = report;
  return { context: { site, sight: sightForReport(report), pack, today }, idOf, map };
}

type World = 'must' | 'may';

function changes(old: Plan | undefined, now: Plan | undefined, world: World): AreaChange[] {
  const [before, after] = [wanted(old, world), wanted(now, world)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    const change = changeOf(old, one, now, other, world);
    return change === undefined ? [] : [change];
  });
}

/** A zone on one of its levels. */
interface Spot {
  readonly zone: Zone;
  /** Id of the level in its own plan. */
  readonly level: string;
}

/** Returns the zones that a world is about, by their ids and levels in the new plan. */
function wanted(plan: Plan | undefined, world: World): Map<string, Spot> {
  if (plan === undefined) return new Map();
  const { context, idOf } = plan;
  const zones = zonesOf(context.site).filter((zone) => isPrivateZone(context.pack, zone) === (world === 'may'));
  return new Map(
    zones.flatMap((zone) =>
      zone.levels.map((level): [string, Spot] => [`${idOf(zone.id)}\0${idOf(level)}`, { zone, level }]),
    ),
  );
}

function changeOf(
  old: Plan | undefined,
  one: Spot | undefined,
  now: Plan | undefined,
  other: Spot | undefined,
  world: World,
): AreaChange | undefined {
  const spot = other ?? one;
  const plan = other === undefined ? old : now;
  if (spot === undefined || plan === undefined) return undefined;
  const before = old === undefined || one === undefined ? undefined : seenOf(old, one, world);
  const after = now === undefined || other === undefined ? undefined : seenOf(now, other, world);
  const [a, b] = [before === undefined || old === undefined ? UNSEEN : areaViewIn(before, old.map), after ?? UNSEEN];
  if (a.cover.length === 0 && b.cover.length === 0) return undefined;
  const gain = gainOf(a, b, isSameTarget(a.target, b.target));
  if (gain.gained < SPECK.seen && gain.lost < SPECK.seen) return undefined;
  return {
    zone: plan.idOf(spot.zone.id),
    name: spot.zone.name,
    level: plan.idOf(spot.level),
    density: { old: before?.density, new: after?.density },
    asked: before?.asked === true || after?.asked === true,
    ...gain,
    gained: gain.gained < SPECK.seen ? 0 : gain.gained,
    lost: gain.lost < SPECK.seen ? 0 : gain.lost,
    outlines: {
      gained: gain.gained < SPECK.seen ? [] : onlyIn(b, a),
      lost: gain.lost < SPECK.seen ? [] : onlyIn(a, b),
    },
  };
}

function isSameTarget(a: Region, b: Region): boolean {
  if (a.rings.length === 0 || b.rings.length === 0) return false;
  const offset = regionOffset(a, b);
  return offset !== undefined && isStill(offset);
}

interface Question extends AreaView {
  readonly density: number;
  readonly asked: boolean;
}

function seenOf({ context }: Plan, { zone, level }: Spot, world: World): Question {
  const { site, pack, sight } = context;
  const criterion = world === 'may' ? undefined : criterionFor(site, zone);
  const density =
    world === 'may' ? parameter(pack, 'privacyDensity') : densityLevel(pack, criterion?.level ?? 'detect').density;
  const minus = world === 'may' ? [] : excludedAreas(context, zone);
  const watching = installedDevices(site).filter((device) =>
    world === 'must' ? device.level === level : pictures(device) && sees(device),
  );
  return {
    density,
    asked: world === 'may' || criterion !== undefined,
    target: measuredRegion(zone, minus),
    cover: watching.flatMap((device) => [...sight.view(device, level, density, world)]),
  };

  /** True if the device may see the zone: cheaper than to hold each view against each zone. */
  function sees(device: Device): boolean {
    return sight.within(device, level, density).some(({ id }) => id === zone.id);
  }
}

function pictures({ video }: Device): boolean {
  return video !== 'none';
}
