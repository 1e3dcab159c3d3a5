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

/** What is in a building at a first look. m, m². */
export interface Survey {
  readonly levels: readonly LevelSurvey[];
  readonly openings: readonly Joined[];
  /** Enclosed zones in whose boundary there is no opening, on any of their levels. */
  readonly doorless: readonly Zone[];
  readonly ways: WalkingRoutes;
  /** Zones of which the plan doesn't say what they are for. */
  readonly untold: readonly Zone[];
  readonly faults: readonly FindingReason[];
  readonly open: readonly FindingReason[];
}

export interface LevelSurvey {
  readonly level: Level;
  /** By kind, in the order of the pack; those that span levels are counted where they are declared. */
  readonly kinds: readonly KindSurvey[];
  readonly walls: WallLength;
  readonly openings: ReadonlyMap<OpeningKind, number>;
  readonly devices: ReadonlyMap<DeviceKind, number>;
}

export interface KindSurvey {
  readonly kind: string;
  readonly zones: number;
  /** Less what lies in zones nested in them, so that areas add up. */
  readonly area: number;
}

/** Looks at the plan of `report`, or at one of its levels; ways are those of the whole building all the same. */
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

function kindsOn({ zones }: Level, { site, pack }: Report, sight: Sight): KindSurvey[] {
  const all = new Map(site.levels.flatMap((level) => level.zones.map((zone) => [zone.id, zone])));
  const known = new Map<string, { zones: number; area: number }>();
  for (const zone of zones) {
    const nested = zone.nested.flatMap((id) => all.get(id) ?? []);
    const { area } = measure(sight.regionOf(zone, nested), []);
    const before = known.get(zone.kind) ?? { zones: 0, area: 0 };
    known.set(zone.kind, { zones: before.zones + 1, area: before.area + area });
  }
  const order = new Map(pack.zoneKinds.map(({ id }, index) => [id, index]));
  const place = (kind: string) => order.get(kind) ?? pack.zoneKinds.length;
  return [...known].map(([kind, found]) => ({ kind, ...found })).sort((a, b) => place(a.kind) - place(b.kind));
}

/** How many there are of each kind, most first. */
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
