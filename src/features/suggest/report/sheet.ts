// What is on the sheet of one level of a suggestion.

import { isSameJson } from '../../../base/equality.js';
import { type LevelDrawing, sureDrawingOf } from '../../../draw/model.js';
import type { Ring } from '../../../geometry/types.js';
import type { Locale } from '../../../i18n/locale.js';
import { sightForReport } from '../../../lint/support/report-sight.js';
import type { Report } from '../../../lint/types.js';
import { withDevices } from '../../../plan/ground.js';
import type { Device, Level, Site } from '../../../plan/model.js';
import type { Requirement, Suggestion } from '../types.js';
import { camerasOn, type NumberedCamera, requirementRows } from './answer.js';

/** Data of a suggestion's drawing of one level. */
export interface Sheet {
  readonly suggestion: Suggestion;
  readonly level: Level;
  readonly locale: Locale;
  /** The plan as suggested, with what its cameras certainly see. */
  readonly drawing: LevelDrawing;
  readonly cameras: readonly NumberedCamera[];
  /** Cameras that a change gives another pose, as drawn. */
  readonly changed: readonly Device[];
  /** Cameras that a change gives another pose, as they will be; without those in `cameras`. */
  readonly turned: readonly Device[];
  /** Cameras that are removed or replaced. */
  readonly replaced: readonly Device[];
  readonly kept: readonly Device[];
  readonly requirements: readonly Requirement[];
  /** Rings of what no device covers of the requirements. */
  readonly uncovered: readonly Ring[];
}

/**
 * Returns what is on the sheet of a level.
 *
 * @throws if the plan has no such level
 */
export function sheetOf(suggestion: Suggestion, levelId: string, locale: Locale): Sheet {
  const { before, kept, replaced, repairs } = suggestion;
  const level = before.site.levels.find(({ id }) => id === levelId);
  if (level === undefined) throw new Error(`the plan has no level '${levelId}'`);
  const report = reportDrawn(suggestion);
  const here = (device: Device) => device.level === levelId;
  const requirements = requirementRows(suggestion)
    .map(({ requirement }) => requirement)
    .filter(({ zone }) => zone.levels.includes(levelId));
  const cameras = camerasOn(suggestion, levelId);
  const numbered = new Set(cameras.map(({ camera }) => camera.device.id));
  const removed = repairs.flatMap(({ device, to }) => (to === undefined ? [device] : []));
  const gone = new Map([...replaced, ...removed].map((device) => [device.id, device]));
  return {
    suggestion,
    level,
    locale,
    drawing: sureDrawingOf(report, levelId),
    cameras,
    turned: repairs.flatMap(({ to }) => (to === undefined || !here(to) || numbered.has(to.id) ? [] : [to])),
    changed: repairs.flatMap(({ device, to }) => (to === undefined || !here(device) ? [] : [device])),
    replaced: [...gone.values()].filter(here),
    kept: kept.filter(here),
    requirements,
    uncovered: requirements.flatMap((requirement) => uncoveredOn(report, requirement, levelId)),
  };
}

/**
 * Returns the plan to draw: as suggested and judged; if that wasn't accepted or has another frame, as drawn with the
 * cameras that were found.
 */
function reportDrawn({ before, after, parts, replaced, repairs }: Suggestion): Report {
  // Findings have no place on this sheet.
  // Without a device that its metres were counted from, the edited plan has others than the proof.
  if (after !== undefined && isSameFrame(before.site, after.site)) return { ...after, verdicts: [] };
  const gone = new Set([...replaced, ...repairs.map(({ device }) => device)].map(({ id }) => id));
  const cameras = [
    ...parts.flatMap((part) => part.cameras.map(({ device }) => device)),
    ...repairs.flatMap(({ to }) => (to === undefined ? [] : [to])),
  ];
  const added = [...new Map(cameras.map((device) => [device.id, device])).values()];
  const site = withDevices(before.site, ({ id, devices }) => [
    ...devices.filter((device) => !gone.has(device.id)),
    ...added.filter(({ level }) => level === id),
  ]);
  return { ...before, site, verdicts: [] };
}

function isSameFrame(one: Site, other: Site): boolean {
  return isSameJson([one.origin, one.shift], [other.origin, other.shift]);
}

function uncoveredOn(report: Report, requirement: Requirement, level: string): Ring[] {
  const { zone, density, detectors, minus } = requirement;
  const here = { ...zone, levels: [level] };
  return sightForReport(report)
    .coverage(zone.levels.length === 1 ? zone : here, density, { detectors, minus })
    .uncovered.flatMap(({ outline }) => outline);
}
