// The survey of a plan: what a building contains at a first look.

import { measure } from '../../geometry/index.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { Report } from '../../lint/types.js';
import type { DeviceKind, Level, OpeningKind, Zone } from '../../plan/model.js';
import { deriveWalls } from '../../plan/walls/walls.js';
import { zonesOn } from '../../sight/scene/scene.js';
import type { Sight } from '../../sight/types.js';
import { type FindingReason, openReasons, planFaults } from './findings.js';
import { type Joined, joinsOf } from './joins.js';
import { type WallLength, wallLength } from './walls.js';
import { type WalkingRoutes, walkingRoutes } from './ways.js';

/** The contents of a building at a first look. Metres and m². */
export interface Survey {
  readonly levels: readonly LevelSurvey[];
  readonly openings: readonly Joined[];
  /** Enclosed zones without an opening in their boundary on any of their levels. */
  readonly doorless: readonly Zone[];
  readonly ways: WalkingRoutes;
  /** Zones of unknown use: of kind `other`. */
  readonly untold: readonly Zone[];
  /** Faults of the plan itself, by rule. */
  readonly faults: readonly FindingReason[];
  /** Open verdicts, by reason. */
  readonly open: readonly FindingReason[];
}

/** The contents of one level. */
export interface LevelSurvey {
  readonly level: Level;
  /** Zones by kind, in the pack's order. Zones that span levels count where they are declared. */
  readonly kinds: readonly KindSurvey[];
  readonly walls: WallLength;
  /** Number of openings of each kind, most frequent first. */
  readonly openings: ReadonlyMap<OpeningKind, number>;
  /** Number of devices of each kind, most frequent first. */
  readonly devices: ReadonlyMap<DeviceKind, number>;
}

/** Number and area of the zones of one kind on a level. */
export interface KindSurvey {
  readonly kind: string;
  /** Number of zones. */
  readonly zones: number;
  /** m², without the zones nested in them, so that areas add up. */
  readonly area: number;
}

/**
 * Returns the survey of the plan of `report`, or of one of its levels. Walking routes are those of the whole building
 * in either case.
 */
export function surveyOf(report: Report, level?: string): Survey {
  const { site } = report;
  const sight = sightForReport(report);
  const joined = joinsOf(site, sight);
  const ways = walkingRoutes(site, sight, joined);
  const isHere = (zone: Zone) => level === undefined || zone.levels.includes(level);
  const levels = site.levels.filter(({ id }) => level === undefined || id === level);
  return {
    levels: levels.map((one) => ({
      level: one,
      kinds: kindsOn(one, report, sight),
      walls: wallLength(site, one),
      openings: counted(one.openings),
      devices: counted(one.devices),
    })),
    openings: joined.filter(({ opening }) => level === undefined || opening.level === level),
    doorless: doorlessZones(report).filter(isHere),
    ways: { ...ways, unreachable: ways.unreachable?.filter(isHere) },
    untold: site.levels.flatMap(({ zones }) => zones.filter((zone) => zone.kind === 'other' && isHere(zone))),
    faults: planFaults(report, level),
    open: openReasons(report, level),
  };
}

function kindsOn({ id, zones }: Level, { site, pack }: Report, sight: Sight): KindSurvey[] {
  const here = new Map(zonesOn(site, id).map((zone) => [zone.id, zone]));
  const known = new Map<string, { zones: number; area: number }>();
  for (const zone of zones) {
    const nested = zone.nested.flatMap((other) => here.get(other) ?? []);
    const { area } = measure(sight.regionOf(zone, nested), []);
    const before = known.get(zone.kind) ?? { zones: 0, area: 0 };
    known.set(zone.kind, { zones: before.zones + 1, area: before.area + area });
  }
  const order = new Map(pack.zoneKinds.map(({ id }, index) => [id, index]));
  const place = (kind: string) => order.get(kind) ?? pack.zoneKinds.length;
  return [...known].map(([kind, found]) => ({ kind, ...found })).sort((a, b) => place(a.kind) - place(b.kind));
}

/** Returns the number of items of each kind, most frequent first. */
function counted<Kind extends string>(things: readonly { readonly kind: Kind }[]): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function doorlessZones({ site }: Report): Zone[] {
  const sealed = new Map(
    site.levels.map((level) => [level.id, new Set(deriveWalls(level, zonesOn(site, level.id)).sealed)]),
  );
  return site.levels.flatMap(({ zones }) =>
    zones.filter(({ id, enclosed, levels }) => enclosed && levels.every((on) => sealed.get(on)?.has(id) !== false)),
  );
}
