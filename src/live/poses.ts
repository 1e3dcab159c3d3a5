// Poses of one device along the walls of its zone: what it would cover there, and whether it would see or hear what
// nobody may.
import { prohibitsSound } from '../facts/capture/bars.js';
import { takesPictures } from '../facts/capture/devices.js';
import { placementIn, privateZones } from '../facts/capture/private-zones.js';
import { heardBy, zonesInEarshot } from '../facts/capture/sound.js';
import { viewsOf } from '../facts/capture/views.js';
import { byPack, type RuleContext } from '../facts/context.js';
import { criteriaOf, needsOf } from '../features/conflicts/needs.js';
import type { Need } from '../features/conflicts/types.js';
import type { Point, Segment } from '../geometry/types.js';
import type { Localized } from '../i18n/locale.js';
import { sightForReport } from '../lint/support/report-sight.js';
import type { Report } from '../lint/types.js';
import { sidedHeading } from '../plan/build/membership.js';
import { directoryOf } from '../plan/directory.js';
import type { Device } from '../plan/model.js';
import { bearing } from '../plan/read/frame.js';
import type { Drawn } from '../plan/read/read.js';
import { redraw } from '../plan/redraw.js';
import { deriveWalls } from '../plan/walls/walls.js';
import { plot } from '../plan/write/plot.js';
import { t as writing } from '../plan/write/texts.js';
import { isWhollyJudged } from './reuse.js';
import { t } from './texts.js';
import type { PoseCell, PoseMap } from './types.js';

/** m between two places along a wall, and from a wall to the device. */
const STEP = 0.5;
const OFF = 0.04;
/** m from a wall to a device that has no side of it, as one that looks straight down: nearer it stands on both sides. */
const CLEAR = 0.1;
/** Degrees between two headings, and the most from the direction straight away from the wall: beyond it looks at it. */
const TURN = 15;
const MOST = 75;

/**
 * Returns what tries poses of the device `id`: at places every half metre along the walls of its zone and, if turning
 * matters, with headings every 15°. Each step of the iterator `slices` judges the poses at one place. Returns the
 * reason if no pose can be tried.
 */
export function posesOf(report: Report, drawn: Drawn, id: string): PoseMap {
  const device = directoryOf(report.site).devices.get(id);
  if (device === undefined) return { ok: false, reason: writing.noDevice({ id }) };
  const reason = hindrance(report, drawn, device);
  if (reason !== undefined) return { ok: false, reason };
  const { site, pack, today } = report;
  const contexts = byPack({ site, sight: sightForReport(report), pack, today });
  const protecting = contexts.find((one) => one.pack.protects !== undefined);
  const byLaw = protecting === undefined ? [] : needsOf(protecting, device);
  const needs = byLaw.length > 0 || protecting === undefined ? byLaw : criteriaOf(protecting, device, []);
  const places = placesAbout(report, device);
  return {
    ok: true,
    places: places.length,
    note: byLaw.length > 0 ? undefined : needs.length > 0 ? t.posesByCriterion : t.posesForNothing({ id }),
    slices: slicesOf(report, drawn, device, contexts, needs, places),
  };
}

/** Returns why the poses of a device can't be tried; undefined if they can. */
function hindrance(report: Report, drawn: Drawn, device: Device): Localized | undefined {
  const { id, level, status, zones } = device;
  const { faults, overrides = [] } = report.site;
  if (!takesPictures(device) || device.lenses.length === 0 || status === 'removed') return t.posesOfNoCamera({ id });
  if (device.mobile !== undefined) return t.posesOfMobile({ id });
  if (zones.length === 0) return t.posesOutside({ id });
  if (isWhollyJudged(report)) return t.posesInDoubt;
  const isTainted = faults.some(
    ({ taints }) => taints.site === true || taints.levels.includes(level) || taints.devices.includes(id),
  );
  if (isTainted) return t.posesOnFaults;
  if (overrides.some((one) => one.element === 'device' && one.id === id)) return t.posesOverridden({ id });
  const plotted = plot({ change: 'set', device: id, at: [device.at[0], device.at[1]], heading: 0 }, drawn);
  if (plotted.altered !== undefined) return undefined;
  return plotted.refused ?? t.posesOverridden({ id });
}

/** A place by a wall, and the direction straight away from it, degrees clockwise from +y. */
interface PlaceByWall {
  readonly at: Point;
  readonly away: number;
}

/** Returns the places along the walls of the innermost zone that the device stands in. */
function placesAbout(report: Report, device: Device): PlaceByWall[] {
  const { site } = report;
  const level = site.levels.find(({ id }) => id === device.level);
  const zone = device.standsIn[0] ?? device.zones[0];
  if (level === undefined) return [];
  const zones = site.levels.flatMap((one) => one.zones).filter(({ levels }) => levels.includes(level.id));
  const sight = sightForReport(report);
  const off = device.lenses.some((lens) => sidedHeading({ ...lens, heading: 0 }) !== undefined) ? OFF : CLEAR;
  const seen = new Set<string>();
  return deriveWalls(level, zones)
    .faces.flatMap((face) => placesAlong(face, off))
    .filter(({ at }) => {
      const name = at.map((part) => part.toFixed(1)).join();
      if (seen.has(name) || sight.zonesAt(level.id, at)[0]?.id !== zone) return false;
      seen.add(name);
      return true;
    });
}

/**
 * Returns places (plan metres) on both sides of a stretch of wall, at least half a metre apart along it and `off`
 * metres from it, each with the direction straight away from the wall, degrees clockwise from +y. None if the stretch
 * is shorter than half a metre.
 */
export function placesAlong({ a, b }: Segment, off: number): PlaceByWall[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  const count = Math.floor(length / STEP);
  return Array.from({ length: count }, (_, n) => (n + 0.5) * (length / count)).flatMap((along) =>
    [-1, 1].map((side): PlaceByWall => {
      const [nx, ny] = [(-dy / length) * side, (dx / length) * side];
      return {
        at: [a[0] + (dx / length) * along + nx * off, a[1] + (dy / length) * along + ny * off],
        away: bearing((Math.atan2(nx, ny) * 180) / Math.PI),
      };
    }),
  );
}

/** Yields the cells of one place after the other. */
function* slicesOf(
  report: Report,
  drawn: Drawn,
  device: Device,
  contexts: readonly RuleContext[],
  needs: readonly Need[],
  places: readonly PlaceByWall[],
): Generator<readonly PoseCell[]> {
  const north = report.site.north ?? 0;
  const isTurned = device.lenses.some((lens) => sidedHeading({ ...lens, heading: 0 }) !== undefined);
  for (const { at, away } of places) {
    const turns = Array.from({ length: (2 * MOST) / TURN + 1 }, (_, n) => n * TURN - MOST);
    const headings = isTurned ? turns.map((turn) => bearing(away + turn - north)) : [undefined];
    yield headings.flatMap((heading) => {
      const change = {
        change: 'set',
        device: device.id,
        at: [at[0], at[1]],
        ...(heading !== undefined && { heading }),
      } as const;
      const { altered } = plot(change, drawn);
      if (altered === undefined || !('at' in altered.value)) return [];
      const moved = redraw(drawn, report.site, altered.value);
      // Where it can't hang, as within a pillar, there is no pose.
      return moved === undefined ? [] : [cellOf(report, moved, heading, contexts, needs)];
    });
  }
}

function cellOf(
  report: Report,
  device: Device,
  heading: number | undefined,
  contexts: readonly RuleContext[],
  needs: readonly Need[],
): PoseCell {
  const sight = sightForReport(report).moved(device);
  const covers = needs.every(
    ({ zone, density, detectors, minus, threshold }) =>
      sight.coverage(zone, density, { detectors, minus }).fraction >= threshold,
  );
  const clear = contexts.every(
    (context) => !isInside(context, device) && !sees(context, device) && !mayHearInto(context, device),
  );
  return { at: [device.at[0], device.at[1]], ...(heading !== undefined && { heading }), covers, clear };
}

function sees(context: RuleContext, device: Device): boolean {
  return viewsOf(context, device).some(({ grade }) => grade.is === 'finding');
}

/** True if it hears into a private place, or would if it has a microphone, of which the plan says nothing. */
function mayHearInto(context: RuleContext, device: Device): boolean {
  if (device.audio === 'none' || !prohibitsSound(context.pack)) return false;
  const near = new Set(zonesInEarshot(context, device));
  return privateZones(context.site).some(
    (target) => near.has(target.zone.id) && heardBy(context, device, target) !== undefined,
  );
}

function isInside(context: RuleContext, device: Device): boolean {
  return privateZones(context.site).some(
    (target) => target.zone.levels.includes(device.level) && placementIn(context, device, target) !== undefined,
  );
}
