// One level of a report as data to draw, without any markup.
import type { GroundContext, RuleContext } from '../facts/context.js';
import { memoizeByInputs } from '../facts/memo.js';
import { claimsOn } from '../facts/protection/absence-claims.js';
import { articleOf, isPrivateZone } from '../facts/protection/site.js';
import { lawNames, textVersions } from '../findings/laws.js';
import { numberedFindings } from '../findings/numbering.js';
import { type Box, boxOfRings, type Point, type Ring, ringArea, ringOfBox } from '../geometry/index.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { cite } from '../law/lookup.js';
import type { ClauseId, Pack } from '../law/types.js';
import { memoizeReportNamed } from '../lint/support/report-memo.js';
import { sightForReport } from '../lint/support/report-sight.js';
import type { Report } from '../lint/types.js';
import { type GroundLevel, groundOf } from '../plan/ground.js';
import type { Device, DeviceKind, Level, Material, Opening, OpeningKind, Zone } from '../plan/model.js';
import { deriveWalls } from '../plan/walls/walls.js';
import { type DrawnFinding, findingsOn } from './marks/findings.js';
import { remaindersOn } from './marks/remainders.js';
import { isCrowded, sureViewsOn, viewsOn } from './marks/views.js';
import { t } from './texts.js';

export type { DrawnFinding } from './marks/findings.js';

/**
 * Status of a zone under the law: required, it must be protected; private, nobody may capture there;
 * or other.
 */
export type ZoneStatus = 'required' | 'private' | 'other';

/** A zone to draw, in plan metres. */
export interface DrawnZone {
  readonly id: string;
  readonly name: string | undefined;
  readonly kind: string;
  readonly kindName: Localized;
  readonly status: ZoneStatus;
  /** True if the sky is above it. */
  readonly outdoors: boolean;
  /** Rings of the zone and its holes, even-odd, plan metres. */
  readonly outline: readonly Ring[];
  /** Ids of zones that lie wholly within it. */
  readonly nested: readonly string[];
}

/** A wall to draw, in plan metres. */
export interface DrawnWall {
  readonly line: readonly Point[];
  readonly material: Material;
}

/** An opening to draw, in plan metres. */
export interface DrawnOpening {
  readonly id: string;
  readonly kind: OpeningKind;
  readonly name: string | undefined;
  readonly line: readonly [Point, Point];
  /**
   * Side to which a leaf is drawn open: into the smaller of the rooms it joins, since no plan states how doors swing.
   */
  readonly swing: 'left' | 'right';
}

/** A device to draw, in plan metres. */
export interface DrawnDevice {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string | undefined;
  readonly at: Point;
  /** Heading of its first lens, degrees clockwise from +y; undefined if it has no lens or the plan doesn't state it. */
  readonly heading: number | undefined;
  /** Headings of all lenses that have one, degrees clockwise from +y. */
  readonly headings: readonly number[];
  readonly status: Device['status'];
  /** True if a finding is about it. */
  readonly found: boolean;
}

/** A sign that images are taken, to draw; in plan metres. */
export interface DrawnSign {
  readonly id: string;
  readonly name: string | undefined;
  readonly at: Point;
  /** Direction it faces, degrees clockwise from +y; undefined if the plan doesn't state it. */
  readonly heading: number | undefined;
  readonly status: Device['status'];
}

/** A device of another level that a finding on this level is about. */
export interface VisitingDevice extends DrawnDevice {
  readonly from: { readonly id: string; readonly name: string | undefined };
}

/** A view of one device in one world, to draw; in plan metres. */
export interface DrawnView {
  /** Id of the device. In may-see it may stand on another level. */
  readonly device: string;
  /** must: what it certainly sees at the density asked of each zone; may: the most it could see. */
  readonly world: 'must' | 'may';
  /** Rings, even-odd, plan metres, clipped 1 m outside the level's bounds. */
  readonly outlines: readonly Ring[];
}

/** The blind area of a zone under a design criterion of sitecam's. */
export interface DrawnRemainder {
  readonly zone: string;
  /** Rings, even-odd, plan metres. */
  readonly outlines: readonly Ring[];
}

/** Content of a drawing's title block: site, law, pack and day. */
export interface TitleBlock {
  readonly site: string;
  readonly law: Localized;
  readonly textVersion: Localized;
  /**
   * Articles on zones that must be protected, and on places where nobody may capture; undefined if the pack has none.
   */
  readonly articles: { readonly required: Localized | undefined; readonly private: Localized | undefined };
  readonly pack: string;
  /** Day of the run, YYYY-MM-DD. */
  readonly today: string;
}

/** One level as data to draw, in plan metres. */
export interface LevelDrawing {
  readonly level: { readonly id: string; readonly name: string | undefined };
  readonly sheet: TitleBlock;
  /** Box round all that is drawn except views. */
  readonly bounds: Box;
  /** True north, degrees clockwise from +y. */
  readonly north: number;
  /** Zones, those that span more first, so that nested zones are painted over those they lie in. */
  readonly zones: readonly DrawnZone[];
  readonly walls: readonly DrawnWall[];
  readonly openings: readonly DrawnOpening[];
  readonly devices: readonly DrawnDevice[];
  readonly signs: readonly DrawnSign[];
  readonly visitors: readonly VisitingDevice[];
  readonly views: readonly DrawnView[];
  /** True if `views` has may-see only for cameras with findings, because the level has so many. */
  readonly crowded: boolean;
  readonly remainders: readonly DrawnRemainder[];
  /** Findings by number. */
  readonly findings: readonly DrawnFinding[];
  /** Number of the report's finding numbers without a place on this level. */
  readonly elsewhere: number;
}

/**
 * Returns level `levelId` of a report as data to draw; caches it.
 *
 * @throws if the plan has no such level
 */
export const drawingOf = memoizeReportNamed((report, levelId): LevelDrawing => {
  const drawn = drawnOn(report, levelId);
  return {
    ...drawn.drawing,
    views: viewsOn(drawn.context, drawn.level, drawn.zones, drawn.drawing.bounds, drawn.found),
  };
});

/**
 * Returns what `drawingOf` does, with must-see views alone; caches it. It is much faster, since may-see takes most of
 * the time.
 *
 * @throws if the plan has no such level
 */
export const sureDrawingOf = memoizeReportNamed((report, levelId): LevelDrawing => {
  const { drawing, context, level, zones, found } = drawnOn(report, levelId);
  return { ...drawing, views: sureViewsOn(context, level, zones, drawing.bounds, found) };
});

/** A drawing before its views are drawn, and what they are drawn of. */
interface Drawn {
  readonly drawing: Omit<LevelDrawing, 'views'>;
  readonly context: RuleContext;
  readonly level: Level;
  readonly zones: readonly Zone[];
  /** Ids of the devices with findings on the level. */
  readonly found: ReadonlySet<string>;
}

const drawnOn = memoizeReportNamed((report, levelId): Drawn => {
  const level = report.site.levels.find(({ id }) => id === levelId);
  if (level === undefined) throw new Error(`the plan has no level '${levelId}'`);
  const { site, pack, today } = report;
  const context: RuleContext = { site, sight: sightForReport(report), pack, today };
  const zones = zonesOn(report, level.id);
  const findings = findingsOf(report, level.id);
  const found = new Set(findings.flatMap(({ device }) => device ?? []));
  const visitors = visitorsOn(report, level, found);
  const ground = groundDrawn(
    context,
    groundOf(site).levels[site.levels.indexOf(level)],
    zones,
    zones.map((zone) => statusOf(context, zone)),
  );
  const points = [...level.devices, ...level.signs, ...visitors].map(({ at }) => [at]);
  const drawing = {
    level: { id: level.id, name: level.name },
    sheet: sheetOf(report),
    bounds: boxOfRings([...points, ...ground.corners]) ?? { minX: 0, minY: 0, maxX: 1, maxY: 1 },
    north: site.north ?? 0,
    zones: ground.zones,
    walls: ground.walls,
    openings: ground.openings,
    devices: level.devices.map((device) => drawnDevice(device, found.has(device.id))),
    signs: level.signs.map(({ id, name, at, heading, status }) => ({ id, name, at, heading, status })),
    visitors,
    crowded: isCrowded(level),
    remainders: remaindersOn(context, level, zones, report.verdicts),
    findings,
    elsewhere: numberedFindings(report).length - new Set(findings.map(({ number }) => number)).size,
  };
  return { drawing, context, level, zones, found };
});

/** What is drawn of a level's ground: the very same for all plans on it. */
interface DrawnGround extends Pick<LevelDrawing, 'zones' | 'walls' | 'openings'> {
  /** Corners of the box round it; none if there is nothing. */
  readonly corners: readonly Ring[];
}

const groundDrawn = memoizeByInputs(
  (
    context: GroundContext,
    level: GroundLevel,
    zones: readonly Zone[],
    statuses: readonly ZoneStatus[],
  ): DrawnGround => {
    const walls = wallsOf(level, zones);
    const box = boxOfRings([
      ...zones.flatMap(({ region }) => region.rings),
      ...walls.map(({ line }) => line),
      ...level.openings.map(({ line }) => line),
    ]);
    return {
      zones: zones.map((zone, n) => drawnZone(zone, statuses[n])),
      walls,
      openings: level.openings.map((opening) => drawnOpening(context, opening)),
      corners: box === undefined ? [] : [ringOfBox(box)],
    };
  },
);

/** Returns the findings with a place on level `levelId` of a report, by number; none if the plan has no such level. */
export const findingsOf = memoizeReportNamed((report, levelId): readonly DrawnFinding[] => {
  const level = report.site.levels.find(({ id }) => id === levelId);
  return level === undefined ? [] : findingsOn(report, level, zonesOn(report, level.id));
});

/**
 * Returns the zones on the level, including those of other levels that span it; the ones that contain more zones first.
 */
function zonesOn({ site }: Report, level: string): Zone[] {
  return site.levels
    .flatMap(({ zones }) => zones)
    .filter(({ levels }) => levels.includes(level))
    .sort((a, b) => b.nested.length - a.nested.length);
}

function wallsOf(level: GroundLevel, zones: readonly Zone[]): DrawnWall[] {
  const { faces, panes } = deriveWalls(level, zones);
  return [...faces, ...panes.map(({ face }) => face)].map(({ a, b, material }) => ({ line: [a, b], material }));
}

function drawnZone(zone: Zone, status: ZoneStatus): DrawnZone {
  const { id, name, kind, kindUnknown, spec, region } = zone;
  const kindName = kindUnknown === undefined ? (spec?.name ?? verbatim(kind)) : t.unknownUse;
  return {
    id,
    name,
    kind,
    kindName,
    status,
    outdoors: spec?.open === 'sky',
    outline: [...region.rings, ...region.shadows],
    nested: zone.nested,
  };
}

function statusOf({ site, pack }: RuleContext, zone: Zone): ZoneStatus {
  // Private first: where nobody may capture, a drawing of what is captured must not suggest protection.
  if (isPrivateZone(pack, zone)) return 'private';
  return claimsOn(site, zone).some((claim) => claim.named) ? 'required' : 'other';
}

function visitorsOn({ site }: Report, level: Level, found: ReadonlySet<string>): VisitingDevice[] {
  return site.levels
    .filter((other) => other !== level)
    .flatMap(({ id, name, devices }) =>
      devices
        .filter((device) => found.has(device.id))
        .map((device) => ({ ...drawnDevice(device, true), from: { id, name } })),
    );
}

function drawnOpening({ sight }: GroundContext, opening: Opening): DrawnOpening {
  const { id, kind, name, line } = opening;
  const [left, right] = sight.joins(opening).map(areaOf);
  return { id, kind, name, line, swing: right < left ? 'right' : 'left' };
}

function areaOf(zone: Zone | undefined): number {
  return zone?.region.rings.reduce((sum, ring) => sum + ringArea(ring), 0) ?? Number.POSITIVE_INFINITY;
}

/** Returns the content of the title block of a report's sheets. */
export function sheetOf({ site, pack, today }: Report): TitleBlock {
  return {
    site: site.name,
    law: lawNames(pack),
    textVersion: textVersions(pack),
    articles: {
      required: articleText(pack, pack.protects),
      private: articleText(pack, pack.prohibitions[0]?.clause),
    },
    pack: pack.id,
    today,
  };
}

function articleText(pack: Pack, clause: ClauseId | undefined): Localized | undefined {
  return clause === undefined ? undefined : cite(pack, articleOf(clause));
}

function drawnDevice(device: Device, found: boolean): DrawnDevice {
  const { id, kind, name, at, lenses, status } = device;
  const headings = lenses.flatMap((lens) => lens.heading ?? lens.ptz?.home?.heading ?? []);
  return { id, kind, name, at, heading: headings[0], headings, status, found };
}
