import type { Report } from '../../engine/types.js';
import { type Box, boxOfRings, type Point, type Ring } from '../../geometry/index.js';
import type { Device, DeviceKind, Level, Material, OpeningKind, Zone } from '../../plan/model.js';
import { deriveWalls } from '../../plan/walls.js';
import { claimsOn } from '../../rules/coverage/claims.js';
import { isPrivate } from '../../rules/coverage/site.js';
import type { RuleContext } from '../../rules/rule.js';
import { type DrawnFinding, findingsOn } from './findings.js';
import { remaindersOn } from './remainders.js';
import { viewsOn } from './views.js';

export type { DrawnFinding } from './findings.js';

/** What the law says of a zone: it must be protected (Art. 8), nobody may capture there (Art. 9), or neither. */
export type ZoneStatus = 'required' | 'private' | 'other';

export interface DrawnZone {
  readonly id: string;
  readonly name: string | undefined;
  readonly kind: string;
  readonly status: ZoneStatus;
  /** Rings of the zone and its holes, even-odd. */
  readonly outline: readonly Ring[];
}

export interface DrawnWall {
  readonly line: readonly Point[];
  readonly material: Material;
}

export interface DrawnOpening {
  readonly id: string;
  readonly kind: OpeningKind;
  readonly line: readonly [Point, Point];
}

export interface DrawnDevice {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string | undefined;
  readonly at: Point;
  /** Of its first lens, degrees clockwise from +y; undefined: it has none, or the plan doesn't say. */
  readonly heading: number | undefined;
  /** Of every lens that has one. */
  readonly headings: readonly number[];
  readonly status: Device['status'];
  /** Whether a finding is about it. */
  readonly found: boolean;
}

export interface DrawnView {
  /** Id of the device; in may-see it may stand on another level. */
  readonly device: string;
  /** must: what it sees for certain at the density asked of each zone; may: the most it could see. */
  readonly world: 'must' | 'may';
  /** Rings, even-odd, cut off 1 m outside the level's bounds. */
  readonly outlines: readonly Ring[];
}

/** What a criterion of ours misses in a zone. */
export interface DrawnRemainder {
  readonly zone: string;
  /** Rings, even-odd. */
  readonly outlines: readonly Ring[];
}

/** One level as data: plan metres, x east, y up, in the plan's own order. */
export interface LevelDrawing {
  readonly level: { readonly id: string; readonly name: string | undefined };
  /** Round all that is drawn but views. */
  readonly bounds: Box;
  /** True north, degrees clockwise from +y. */
  readonly north: number;
  /** The one that spans more first, so that nested zones are painted over those they lie in. */
  readonly zones: readonly DrawnZone[];
  readonly walls: readonly DrawnWall[];
  readonly openings: readonly DrawnOpening[];
  readonly devices: readonly DrawnDevice[];
  readonly views: readonly DrawnView[];
  readonly remainders: readonly DrawnRemainder[];
  /** By number. */
  readonly findings: readonly DrawnFinding[];
}

const known = new WeakMap<Report, Map<string, LevelDrawing>>();

/** Level `levelId` of a report as data to draw; remembered. Throws where the plan has no such level. */
export function drawingOf(report: Report, levelId: string): LevelDrawing {
  const own = known.get(report) ?? new Map<string, LevelDrawing>();
  known.set(report, own);
  const drawing = own.get(levelId) ?? draw(report, levelId);
  own.set(levelId, drawing);
  return drawing;
}

function draw(report: Report, levelId: string): LevelDrawing {
  const level = report.site.levels.find(({ id }) => id === levelId);
  if (level === undefined) throw new Error(`the plan has no level '${levelId}'`);
  const { site, sight, pack, today } = report;
  const context: RuleContext = { site, sight, pack, today };
  const zones = zonesOn(report, level.id);
  const walls = wallsOf(level, zones);
  const bounds = boundsOf(level, zones, walls);
  const findings = findingsOn(report, level, zones);
  const found = new Set(findings.flatMap(({ device }) => device ?? []));
  return {
    level: { id: level.id, name: level.name },
    bounds,
    north: site.north ?? 0,
    zones: zones.map((zone) => drawnZone(context, zone)),
    walls,
    openings: level.openings.map(({ id, kind, line }) => ({ id, kind, line })),
    devices: level.devices.map((device) => drawnDevice(device, found.has(device.id))),
    views: viewsOn(context, level, zones, bounds, found),
    remainders: remaindersOn(context, level, zones, report.verdicts),
    findings,
  };
}

/** Zones on the level, those of other levels that span it included; what holds more zones first. */
function zonesOn({ site }: Report, level: string): Zone[] {
  return site.levels
    .flatMap(({ zones }) => zones)
    .filter(({ levels }) => levels.includes(level))
    .sort((a, b) => b.nested.length - a.nested.length);
}

function wallsOf(level: Level, zones: readonly Zone[]): DrawnWall[] {
  const { faces, panes } = deriveWalls(level, zones);
  return [...faces, ...panes.map(({ face }) => face)].map(({ a, b, material }) => ({ line: [a, b], material }));
}

function boundsOf(level: Level, zones: readonly Zone[], walls: readonly DrawnWall[]): Box {
  const lines = [
    ...zones.flatMap(({ region }) => region.rings),
    ...walls.map(({ line }) => line),
    ...level.openings.map(({ line }) => line),
    ...level.devices.map(({ at }) => [at]),
  ];
  return boxOfRings(lines) ?? { minX: 0, minY: 0, maxX: 1, maxY: 1 };
}

function drawnZone({ site, pack }: RuleContext, zone: Zone): DrawnZone {
  const { id, name, kind, region } = zone;
  return { id, name, kind, status: statusOf(), outline: [...region.rings, ...region.shadows] };

  function statusOf(): ZoneStatus {
    // Nothing may be asked of a place where nobody may capture that shows on a drawing of what is captured.
    if (isPrivate(pack, zone)) return 'private';
    return claimsOn(site, zone).some((claim) => claim.named) ? 'required' : 'other';
  }
}

function drawnDevice(device: Device, found: boolean): DrawnDevice {
  const { id, kind, name, at, lenses, status } = device;
  const headings = lenses.flatMap((lens) => lens.heading ?? lens.ptz?.home?.heading ?? []);
  return { id, kind, name, at, heading: headings[0], headings, status, found };
}
