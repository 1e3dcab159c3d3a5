// A survey as JSON.

import type { ReportView } from '../../findings/view.js';
import { bothLanguages } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { OPENING_NAMES } from '../../plan/kinds.js';
import type { Zone } from '../../plan/model.js';
import { placeRecord } from '../../report/json/places.js';
import { cautionsRecord } from '../../report/json/report.js';
import { type FindingReason, faultsOf } from './findings.js';
import { kindName } from './kind-name.js';
import type { LevelSurvey, Survey } from './survey.js';

/**
 * Returns a survey as data, as in schemas/inspect-1.schema.json. Texts are in both languages, whatever the locale. `tool`
 * is the version of sitecam.
 */
export function surveyRecord(
  survey: Survey,
  report: Report,
  { view, tool }: { readonly view: ReportView; readonly tool: string },
) {
  const { site, path } = report;
  const { ways } = survey;
  const reason = (of: FindingReason) => reasonRecord(of, report, view);
  return {
    version: 1,
    tool: { name: 'sitecam', version: tool },
    plan: path,
    site: { name: site.name, categories: site.categories.map(({ id }) => id), region: site.region ?? null },
    ...cautionsRecord(report),
    levels: survey.levels.map((level) => levelRecord(level, report)),
    openings: survey.openings.map(({ opening: { id, name, level, kind }, zones }) => ({
      id,
      name: name ?? null,
      level,
      kind,
      joins: zones.map((zone) => zone?.id ?? null),
    })),
    withoutOpening: survey.doorless.map(zoneRecord),
    ways: {
      from: {
        zones: ways.entrances.map(({ id }) => id),
        openings: ways.outward.map(({ opening }) => opening.id),
      },
      unreachable: ways.unreachable?.map(zoneRecord) ?? null,
      groups: ways.groups.map((zones) => zones.map(({ id }) => id)),
    },
    unknownKinds: survey.untold.map((zone) => ({ ...zoneRecord(zone), called: zone.kindUnknown ?? null })),
    faults: survey.faults.map(reason),
    open: survey.open.map(reason),
  };
}

function levelRecord({ level, kinds, walls, openings, devices }: LevelSurvey, { pack }: Report) {
  return {
    id: level.id,
    name: level.name ?? null,
    elevation: level.elevation,
    ceiling: level.ceiling ?? null,
    zones: level.zones.length,
    area: rounded(kinds.reduce((sum, { area }) => sum + area, 0)),
    kinds: kinds.map(({ kind, zones, area }) => ({ kind, name: kindName(kind, pack), zones, area: rounded(area) })),
    walls: { rooms: rounded(walls.rooms), drawn: rounded(walls.drawn) },
    openings: [...openings].map(([kind, count]) => ({ kind, name: bothLanguages(OPENING_NAMES[kind]), count })),
    devices: [...devices].map(([kind, count]) => ({ kind, name: bothLanguages(DEVICE_NAMES[kind]), count })),
    ...(level.signs.length > 0 && { signs: level.signs.length }),
  };
}

function zoneRecord({ id, name, kind, levels }: Zone) {
  return { id, name: name ?? null, level: levels[0] ?? '', kind };
}

function reasonRecord({ rule, verdicts }: FindingReason, { files }: Report, view: ReportView) {
  return {
    rule: rule ?? null,
    reason: verdicts[0].message.id,
    ...(rule === undefined ? { faults: [...new Set(verdicts.flatMap(faultsOf))].sort() } : {}),
    count: verdicts.length,
    findings: verdicts.map((verdict) => ({
      rule: verdict.rule,
      subject: verdict.subject,
      text: bothLanguages(view.text(verdict)),
      place: placeRecord(verdict.place, view.spot(verdict.place, files)),
    })),
  };
}

/**
 * Returns m or m² rounded to 0.01. Rounding errors don't reach that digit, so the same building gives the same text.
 */
function rounded(value: number): number {
  return Number(value.toFixed(2)) + 0;
}
