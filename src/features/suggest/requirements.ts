// What a design must cover: the zones that the law names, with the share and the level that the rules ask of each.

import { outcomeWithin } from '../../facts/capture/room-watchers.js';
import type { RuleContext } from '../../facts/context.js';
import { publicPlace } from '../../facts/project/track.js';
import { claimClauses, claimsOn } from '../../facts/protection/absence-claims.js';
import { criterionFor } from '../../facts/protection/criterion.js';
import { excludedAreas, protectionOf } from '../../facts/protection/protection.js';
import { isPrivateZone, mistakenFor, zonesOf } from '../../facts/protection/site.js';
import { type RoomUse, roomUses } from '../../facts/rooms/use.js';
import { hasUnknownUse } from '../../facts/unknown-use.js';
import { densityLevel, parameter } from '../../law/lookup.js';
import type { Report } from '../../lint/types.js';
import type { Device, Zone } from '../../plan/model.js';
import type { Goal, Requirement } from './types.js';
import { bareOf, guiltyOf, newVerdicts } from './write.js';

/** Which zones of the plan `suggest` designs for. */
export interface Scope {
  readonly goal: Goal;
  /** True if zones that sitecam only suggests to protect, and no law names, are asked about too. */
  readonly related: boolean;
  /** Ids of the levels asked about. */
  readonly levels: readonly string[];
  /** Ids of zones that no law names but that are asked about, because the plan as drawn protects them. */
  readonly asDrawn?: ReadonlySet<string>;
  /** Id of the only zone asked about, all cameras as drawn; absent: all zones. */
  readonly only?: string;
}

/**
 * Returns `asked` with further zones to design for: those that the plan as drawn (`report`) protects and `bare`, the
 * plan without the devices `gone`, doesn't. A design that replaces these devices must not take protection away.
 * Protection by cameras that capture what they may not doesn't count.
 *
 * @param privacy fails: a camera whose views a person must only review still counts
 */
export function withProtected(
  asked: Scope,
  report: Report,
  bare: Report,
  gone: readonly Device[],
  privacy: 'strict' | 'fails',
): Scope {
  const passing = (one: Report) =>
    one.verdicts.flatMap(({ rule, subject, outcome }) => (rule === PROTECTED && outcome === 'pass' ? [subject] : []));
  const still = new Set(passing(bare));
  const capture = newVerdicts(bare, report, privacy).filter(({ rule }) => rule.startsWith('capture/'));
  const lawful = bareOf(report, guiltyOf(capture, gone));
  return { ...asked, asDrawn: new Set(passing(lawful).filter((zone) => !still.has(zone))) };
}

const PROTECTED = 'coverage/protected';

/**
 * Returns what a design must cover: the zones that laws (and, by the scope, sitecam) want protected, each with the
 * share already covered. `context` is the plan with only the devices that stay. Zones that cameras can't serve are
 * left out: private ones, those that may be part of a private one, and those whose use or kind is in doubt.
 */
export function requirementsOf(context: RuleContext, { goal, related, asDrawn, levels, only }: Scope): Requirement[] {
  const { site, pack } = context;
  if (pack.protects === undefined) return [];
  return zonesOf(site).flatMap((zone) => {
    if (only !== undefined && zone.id !== only) return [];
    // Of stairs that span levels, all are needed to tell.
    if (!zone.levels.every((level) => levels.includes(level))) return [];
    if (isPrivateZone(pack, zone) || hasUnknownUse(site, zone) || mistakenFor(pack, zone) !== undefined) return [];
    const all = claimsOn(site, zone).filter(({ around }) => around === undefined);
    const asked = all.filter(({ named }) => named || related);
    const isAsDrawn = asked.length === 0 && asDrawn?.has(zone.id) === true;
    const claims = isAsDrawn ? all : asked;
    if (claims.length === 0) return [];
    const criterion = goal === 'criterion' && !isAsDrawn ? criterionFor(site, zone) : undefined;
    const guarded = criterion === undefined && protectionOf(context, zone, false).whole.length > 0;
    if (guarded) return [];
    const share = criterion?.fraction ?? parameter(pack, 'protectedFraction');
    const { id, density } = densityLevel(pack, criterion?.level ?? 'detect');
    const detectors = criterion === undefined && !claims.some(({ category }) => category.means !== undefined);
    const minus = excludedAreas(context, zone);
    const { area, fraction } = context.sight.coverage(zone, density, { detectors, minus });
    if (area <= parameter(pack, 'nothingArea')) return [];
    const clauses = claimClauses(claims);
    return [
      {
        zone,
        clauses,
        goal: criterion === undefined ? 'law' : goal,
        level: id,
        density,
        share,
        detectors,
        minus,
        area,
        kept: fraction,
        ...(isAsDrawn && { asDrawn: true as const }),
      },
    ];
  });
}

/** True if a requirement is met by the devices that stay. */
export function isMetAlready({ kept, share }: Requirement): boolean {
  return kept >= share;
}

/** Returns the ids of the zones that a camera may not be mounted in: private ones, and those whose use isn't known. */
export function closedZones({ site, pack }: RuleContext): ReadonlySet<string> {
  const isClosed = (zone: Zone) => isPrivateZone(pack, zone) || hasUnknownUse(site, zone);
  return new Set(
    zonesOf(site)
      .filter(isClosed)
      .map(({ id }) => id),
  );
}

/**
 * Returns the ids of the zones in which any camera is a finding wherever it looks, since their use isn't settled or no
 * way in is drawn.
 *
 * @param privacy fails: only if that finding is more than a review
 */
export function barredZones(context: RuleContext, privacy: 'strict' | 'fails'): ReadonlySet<string> {
  const { site, pack } = context;
  const { capture } = pack;
  if (capture === undefined) return new Set();
  if (capture.publicPlacesOnly === true && publicPlace(site, pack).is === 'no') return new Set();
  const isBarred = (use: RoomUse) => {
    const outcome = outcomeWithin(context, use);
    return outcome === 'open' || (outcome === 'review' && privacy === 'strict');
  };
  return new Set([...roomUses(site)].flatMap(([id, use]) => (isBarred(use) ? [id] : [])));
}
