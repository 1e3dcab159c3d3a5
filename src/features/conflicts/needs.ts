// Coverage that depends on one camera.

import type { RuleContext } from '../../facts/context.js';
import { sharing } from '../../facts/memo.js';
import { claimClauses, claimsOn } from '../../facts/protection/absence-claims.js';
import { criterionFor } from '../../facts/protection/criterion.js';
import { excludedAreas, protectionOf } from '../../facts/protection/protection.js';
import { isPrivateZone, zonesOf } from '../../facts/protection/site.js';
import { coveredArea, regionOfPiece } from '../../geometry/index.js';
import type { Region } from '../../geometry/types.js';
import { densityLevel, parameter } from '../../law/lookup.js';
import type { ClauseId } from '../../law/types.js';
import { withDevices } from '../../plan/ground.js';
import type { Device, Zone } from '../../plan/model.js';
import type { Coverage } from '../../sight/types.js';
import type { Need } from './types.js';

/** Returns the plan without one camera. */
function without(context: RuleContext, device: Device): RuleContext {
  const gone: Device = { ...device, status: 'removed' };
  const site = withDevices(context.site, ({ devices }) => devices.map((one) => (one.id === device.id ? gone : one)));
  return { ...context, site, sight: sharing(context.sight.moved(gone), context.sight) };
}

/**
 * Returns the zones that an item of the law names and whose protection depends on the camera: with it, coverage
 * reaches the threshold (half, ours), and without it doesn't. Of a zone in which the camera stands, it is enough that
 * coverage falls short without the camera.
 */
export function needsOf(context: RuleContext, device: Device): Need[] {
  const { site, pack } = context;
  if (pack.protects === undefined) return [];
  const others = without(context, device);
  return zonesOf(site).flatMap((zone) => {
    const claims = claimsOn(site, zone).filter(({ named }) => named);
    if (claims.length === 0 || isPrivateZone(pack, zone) || !zone.levels.includes(device.level)) return [];
    const found = protectionOf(context, zone, false);
    if (found.whole.length > 0) return [];
    const threshold = parameter(pack, 'protectedFraction');
    const { id, density } = densityLevel(pack, 'detect');
    const need = needIn(context, others, zone, {
      clauses: claimClauses(claims),
      level: id,
      density,
      threshold,
      detectors: true,
    });
    return need !== undefined && hangsOn(need, device) ? [need] : [];
  });
}

/**
 * Returns the design criteria that depend on the camera: unmet without it, and either met with it as drawn or set for a
 * zone of `needs`.
 */
export function criteriaOf(context: RuleContext, device: Device, needs: readonly Need[]): Need[] {
  const { site, pack } = context;
  const others = without(context, device);
  return zonesOf(site).flatMap((zone) => {
    const criterion = criterionFor(site, zone);
    if (criterion === undefined || isPrivateZone(pack, zone) || !zone.levels.includes(device.level)) return [];
    const { id, density } = densityLevel(pack, criterion.level);
    const need = needIn(context, others, zone, {
      clauses: [],
      level: id,
      density,
      threshold: criterion.fraction,
      detectors: false,
    });
    if (need === undefined || need.others >= need.threshold) return [];
    return need.before >= need.threshold || needs.some((one) => one.zone.id === zone.id) ? [need] : [];
  });
}

function hangsOn({ zone, others, before, threshold }: Need, device: Device): boolean {
  return others < threshold && (before >= threshold || device.standsIn.includes(zone.id));
}

function needIn(
  context: RuleContext,
  others: RuleContext,
  zone: Zone,
  asked: {
    readonly clauses: readonly ClauseId[];
    readonly level: Need['level'];
    readonly density: number;
    readonly threshold: number;
    readonly detectors: boolean;
  },
): Need | undefined {
  const { density, detectors } = asked;
  const minus = excludedAreas(context, zone);
  const now = context.sight.coverage(zone, density, { detectors, minus });
  if (now.area <= parameter(context.pack, 'nothingArea')) return undefined;
  const left = others.sight.coverage(zone, density, { detectors, minus });
  return { ...asked, zone, minus, area: now.area, before: now.fraction, others: left.fraction, rest: restOf(left) };
}

/**
 * m² by which the pieces of an uncovered area may miss their sum. Beyond it the whole zone is taken, which contains
 * them.
 */
const MISSED = 1e-5;

function restOf({ zone, uncovered, area, covered }: Coverage): readonly Region[] {
  const sum = uncovered.reduce((total, piece) => total + piece.area, 0);
  if (Math.abs(sum - (area - covered)) > MISSED) return [{ rings: zone.region.rings, shadows: zone.region.shadows }];
  return uncovered.map(regionOfPiece);
}

/** Returns an upper bound of the covered share (0–1) of a zone if the camera sees no more than `view`. */
export function mostCovered({ area, others, rest }: Need, view: readonly Region[]): number {
  if (view.length === 0) return others;
  const more = rest.reduce((total, region) => {
    const { covered, bound } = coveredArea(region, view);
    return total + covered + bound;
  }, 0);
  return others + (more + MISSED) / area;
}
