// How much more and less is seen of each zone: coverage by must-see, privacy by may-see.
import type { RuleContext } from '../../../facts/context.js';
import { criterionFor } from '../../../facts/protection/criterion.js';
import { excludedAreas } from '../../../facts/protection/protection.js';
import { installedDevices, isPrivateZone, zonesOf } from '../../../facts/protection/site.js';
import {
  coveredPieces,
  measure,
  type Region,
  type Ring,
  regionOfPiece,
  uncoveredPieces,
} from '../../../geometry/index.js';
import { densityLevel, parameter } from '../../../law/lookup.js';
import { sightForReport } from '../../../lint/support/report-sight.js';
import type { Report } from '../../../lint/types.js';
import type { Device, Zone } from '../../../plan/model.js';
import { measuredRegion } from '../../../sight/view/coverage.js';
import type { Renames } from './elements.js';
import { isStill, type Map2, mapped, regionOffset } from './shapes.js';
import type { AreaChange } from './types.js';
import { SPECK } from './verdicts.js';

/**
 * Zones of which more or less is seen: `coverage`, must-see of zones that aren't private; `privacy`, may-see of private
 * ones.
 */
export interface Areas {
  readonly coverage: readonly AreaChange[];
  readonly privacy: readonly AreaChange[];
}

/** One plan with everything needed to compute its views. */
interface Plan {
  readonly context: RuleContext;
  /** Returns the id in the new plan of an id of this plan. */
  readonly idOf: (id: string) => string;
  /** The map to the new plan's metres; undefined for the new plan itself. */
  readonly map: Map2 | undefined;
}

/**
 * Returns the changes of what is seen, if larger than rounding: must-see of each zone that isn't private, at the
 * density it needs, and may-see of private ones. One row for each zone and level, in the order of the new plan.
 *
 * @param renames ids of the new plan by those of the old one, where the id alone changed
 * @param toNew map from the old plan's metres to the new one's
 */
export function areaChanges(old: Report | undefined, now: Report | undefined, renames: Renames, toNew: Map2): Areas {
  const before = old && planOf(old, (id) => renames.get(id) ?? id, toNew);
  const after = now && planOf(now, (id) => id, undefined);
  return { coverage: changes(before, after, 'must'), privacy: changes(before, after, 'may') };
}

function planOf(report: Report, idOf: Plan['idOf'], map: Plan['map']): Plan {
  const { site, pack, today } = report;
  return { context: { site, sight: sightForReport(report), pack, today }, idOf, map };
}

type World = 'must' | 'may';

function changes(old: Plan | undefined, now: Plan | undefined, world: World): AreaChange[] {
  const [before, after] = [spotsIn(old, world), spotsIn(now, world)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) =>
    changesOf(before.get(key), after.get(key), world),
  );
}

/** A zone on one of its levels. */
interface Spot {
  readonly plan: Plan;
  readonly zone: Zone;
  /** Id of the level in its own plan. */
  readonly level: string;
}

/** Returns the zones that a world is about, by their ids and levels in the new plan. */
function spotsIn(plan: Plan | undefined, world: World): Map<string, Spot> {
  if (plan === undefined) return new Map();
  const { context, idOf } = plan;
  const zones = zonesOf(context.site).filter((zone) => isPrivateZone(context.pack, zone) === (world === 'may'));
  return new Map(
    zones.flatMap((zone) =>
      zone.levels.map((level): [string, Spot] => [`${idOf(zone.id)}\0${idOf(level)}`, { plan, zone, level }]),
    ),
  );
}

function changesOf(one: Spot | undefined, other: Spot | undefined, world: World): AreaChange[] {
  const spot = other ?? one;
  const [before, after] = [one && seenOf(one, world), other && seenOf(other, world)];
  const [a, b] = [before ?? UNSEEN, after ?? UNSEEN];
  if (spot === undefined || a.cover.length + b.cover.length === 0) return [];
  const gain = gainOf(a, b, isSameTarget(a.target, b.target));
  const [gained, lost] = [gain.gained, gain.lost].map((area) => (area < SPECK.seen ? 0 : area));
  if (gained + lost === 0) return [];
  return [
    {
      zone: spot.plan.idOf(spot.zone.id),
      name: spot.zone.name,
      level: spot.plan.idOf(spot.level),
      density: { old: before?.density, new: after?.density },
      asked: before?.asked === true || after?.asked === true,
      ...gain,
      gained,
      lost,
      outlines: { gained: gained === 0 ? [] : onlyIn(b, a), lost: lost === 0 ? [] : onlyIn(a, b) },
    },
  ];
}

function isSameTarget(a: Region, b: Region): boolean {
  if (a.rings.length === 0 || b.rings.length === 0) return false;
  const offset = regionOffset(a, b);
  return offset !== undefined && isStill(offset);
}

/** Returns what is seen of a zone, in the new plan's metres, at the density that it needs. */
function seenOf({ plan: { context, map }, zone, level }: Spot, world: World) {
  const { site, pack, sight } = context;
  const criterion = world === 'may' ? undefined : criterionFor(site, zone);
  const density =
    world === 'may' ? parameter(pack, 'privacyDensity') : densityLevel(pack, criterion?.level ?? 'detect').density;
  // Cheaper than to hold each view against each zone.
  const sees = (device: Device) => sight.within(device, level, density).some(({ id }) => id === zone.id);
  const watching = installedDevices(site).filter((device) =>
    world === 'must' ? device.level === level : device.video !== 'none' && sees(device),
  );
  const view = {
    target: measuredRegion(zone, level, world === 'may' ? [] : excludedAreas(context, zone)),
    cover: watching.flatMap((device) => [...sight.view(device, level, density, world)]),
  };
  return {
    ...(map === undefined ? view : areaViewIn(view, map)),
    density,
    asked: world === 'may' || criterion !== undefined,
  };
}

/** A zone on one level: the region to be seen (`target`) and the regions seen (`cover`). */
export interface AreaView {
  readonly target: Region;
  readonly cover: readonly Region[];
}

/** The area view of a plan that doesn't have the zone. */
const UNSEEN: AreaView = { target: { rings: [], shadows: [] }, cover: [] };

/** m² of the region and of what is seen of it before and after, and m² that only one of the plans sees. */
export interface Gain {
  readonly area: { readonly old: number; readonly new: number };
  readonly seen: { readonly old: number; readonly new: number };
  readonly gained: number;
  readonly lost: number;
}

/** Returns an area view of one plan in the metres of the other, by `map` from one to the other. */
export function areaViewIn({ target, cover }: AreaView, map: Map2): AreaView {
  return { target: mapped(target, map), cover: cover.map((region) => mapped(region, map)) };
}

/**
 * Returns how much more and how much less is seen, measured by slabs. With O and N what the old and the new plan see of
 * the part that both zones share: |O ∩ N| = |O| + |N| − |O ∪ N|. Each of the three areas is exact but for rounding, so
 * a comparison the other way round gives the same figures swapped. Both views are in the same metres.
 *
 * @param isSame true if both targets are the same region
 */
export function gainOf(old: AreaView, now: AreaView, isSame: boolean): Gain {
  const [before, after] = [measure(old.target, old.cover), measure(now.target, now.cover)];
  const shared = isSame ? [now.target] : coveredPieces(now.target, [old.target]).map(regionOfPiece);
  const both = shared.reduce((sum, part) => sum + seenByBoth(part, old.cover, now.cover), 0);
  return {
    area: { old: before.area, new: after.area },
    seen: { old: before.covered, new: after.covered },
    gained: Math.max(0, after.covered - both),
    lost: Math.max(0, before.covered - both),
  };
}

function seenByBoth(part: Region, old: readonly Region[], now: readonly Region[]): number {
  if (old.length === 0 || now.length === 0) return 0;
  const covered = (cover: readonly Region[]) => measure(part, cover).covered;
  return covered(old) + covered(now) - covered([...old, ...now]);
}

/** m²: a piece smaller than this isn't drawn. */
const DRAWN = 0.005;

/** Returns what is seen in `now` and not in `old`, both in the same metres, as rings to draw, even-odd. */
export function onlyIn(now: AreaView, old: AreaView): readonly Ring[] {
  const before = coveredPieces(old.target, old.cover).map(regionOfPiece);
  return coveredPieces(now.target, now.cover)
    .flatMap((piece) => uncoveredPieces(regionOfPiece(piece), before))
    .flatMap(({ area, outline }) => (area < DRAWN ? [] : outline));
}
