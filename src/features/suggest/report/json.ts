// A suggestion as JSON.

import { bothLanguages, type Localized } from '../../../i18n/locale.js';
import { drawnOf } from '../../../lint/support/drawn.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { Device } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { cautionsRecord, summaryRecord } from '../../../report/json/report.js';
import type { CameraType, Catalogue, Part, Repair, Suggestion } from '../types.js';
import { placeAsWritten } from '../write.js';
import {
  camerasOn,
  comparisonOf,
  isRejected,
  levelsOf,
  type NumberedCamera,
  newFindings,
  type RequirementRow,
  requirementRows,
  totalsOf,
} from './answer.js';
import {
  barredText,
  cameraPlace,
  comparisonText,
  conclusion,
  premises,
  privacyText,
  relintText,
  repairText,
  shortfalls,
  unknownUseText,
  verdictText,
} from './sentences.js';
import { t } from './texts.js';

/**
 * Returns a suggestion as data, as in schemas/suggestion-1.schema.json. Texts are in both languages, whatever the
 * locale; figures are as worked out, without rounding.
 *
 * @param tool version of sitecam @param today day of the run, YYYY-MM-DD
 */
export function suggestionRecord(suggestion: Suggestion, tool: string, today: string) {
  const { before, catalogue, goal, objective, parts, kept, replaced, repairs, stopped, steps } = suggestion;
  const rows = requirementRows(suggestion);
  const { isComplete, isProved, ...totals } = totalsOf(parts);
  const accepted = isComplete && !isRejected(suggestion);
  return {
    version: 1,
    tool: { name: 'sitecam', version: tool },
    today,
    plan: before.path,
    pack: before.pack.id,
    site: { name: before.site.name, categories: before.site.categories.map(({ id }) => id) },
    ...cautionsRecord(before),
    levels: levelsOf(suggestion).map(({ id }) => id),
    goal,
    objective,
    premises: Object.fromEntries(
      Object.entries(premises(suggestion)).map(([name, text]: [string, Localized]) => [name, bothLanguages(text)]),
    ),
    catalogue: catalogueRecord(catalogue),
    answer: {
      accepted,
      proved: accepted && isProved,
      stopped,
      ...totals,
      steps,
      message: bothLanguages(conclusion(suggestion, rows)),
      note: bothLanguages(t.closing),
    },
    parts: partRecords(suggestion),
    requirements: rows.map(requirementRecord),
    cameras: levelsOf(suggestion).flatMap(({ id }) =>
      camerasOn(suggestion, id).map((camera) => cameraRecord(camera, before)),
    ),
    kept: kept.map(({ id }) => id),
    replaced: replaced.map(({ id }) => id),
    repairs: repairs.map((repair) => repairRecord(repair, before)),
    privacy: privacyRecord(suggestion),
    comparison: comparisonRecord(suggestion, rows),
    barred: { zones: suggestion.barred.map(({ id }) => id), message: maybe(barredText(suggestion)) },
    unknownUse: { zones: suggestion.unknownUse, message: maybe(unknownUseText(suggestion)) },
    relint: relintRecord(suggestion),
  };
}

function maybe(text: Localized | undefined) {
  return text === undefined ? null : bothLanguages(text);
}

function catalogueRecord({ from, path, sha256, cameras, points, mounting, fixed }: Catalogue) {
  return {
    from,
    path: path ?? null,
    sha256,
    types: cameras.map(typeRecord),
    points: points.map(({ id, kind, price }) => ({ id, kind, price })),
    mounting,
    fixed,
  };
}

function typeRecord({ id, price, mounts, lens, range }: CameraType) {
  return { id, price, mounts, hfov: lens.hfov, resolution: lens.resolution, range: range ?? null };
}

function partRecords(suggestion: Suggestion) {
  const texts = new Map<Part, Localized>(shortfalls(suggestion).map(({ part, text }) => [part, text]));
  return suggestion.parts.map((part) => {
    const { requirements, conclusion, cost, bound, cells, cameras } = part;
    return {
      zones: requirements.map(({ zone }) => zone.id),
      conclusion: conclusion.is,
      ...('requirement' in conclusion && { zone: conclusion.requirement.zone.id, most: conclusion.most }),
      ...('by' in conclusion && { by: conclusion.by.map(({ id }) => id) }),
      message: bothLanguages(texts.get(part) ?? t[`conclusion-${conclusion.is}`]),
      cost: cost ?? null,
      bound,
      cells,
      cameras: cameras.map(({ device }) => device.id),
    };
  });
}

function requirementRecord({ requirement, drawn, met }: RequirementRow) {
  const { zone, clauses, goal, level, density, share, detectors, area, kept } = requirement;
  return {
    zone: zone.id,
    clauses,
    goal,
    level,
    density,
    share,
    detectors,
    area,
    kept,
    drawn,
    reached: met?.share ?? null,
    met: met?.isMet ?? null,
  };
}

function cameraRecord({ number, camera }: NumberedCamera, before: Report) {
  const { device, type, mount, zone, heading, tilt, written, covers } = camera;
  return {
    id: device.id,
    number,
    level: device.level,
    type: type.id,
    price: type.price,
    mount,
    zone: zone?.id ?? null,
    place: bothLanguages(cameraPlace(camera, before)),
    at: written,
    height: device.height ?? null,
    heading,
    tilt,
    hfov: device.lenses[0]?.hfov ?? null,
    covers: covers.map(({ requirement, share }) => ({ zone: requirement.zone.id, level: requirement.level, share })),
  };
}

function repairRecord(repair: Repair, before: Report) {
  const { device, change, to } = repair;
  return {
    device: device.id,
    level: device.level,
    change,
    from: poseRecord(device, before),
    to: to === undefined ? null : poseRecord(to, before),
    message: bothLanguages(repairText(repair, before)),
  };
}

/** Returns where a device is and how it looks, as the plan's file counts it. */
function poseRecord(device: Device, before: Report) {
  const { type, height, lenses } = device;
  const [lens] = lenses;
  return {
    type: type ?? null,
    at: placeAsWritten(drawnOf(before), device),
    height: height ?? null,
    heading: lens?.heading === undefined ? null : bearing(lens.heading - (before.site.north ?? 0)),
    tilt: lens?.tilt ?? null,
    hfov: lens?.hfov ?? null,
  };
}

function privacyRecord(suggestion: Suggestion) {
  const { privacy } = suggestion;
  return privacy === undefined ? null : { ...privacy, message: maybe(privacyText(suggestion)) };
}

function comparisonRecord(suggestion: Suggestion, rows: readonly RequirementRow[]) {
  const comparison = comparisonOf(suggestion, rows);
  if (comparison === undefined) return null;
  const { drawn, suggested, short, elsewhere, intruding } = comparison;
  return {
    drawn,
    suggested,
    short: short.map(({ requirement }) => requirement.zone.id),
    elsewhere: elsewhere.map(({ id }) => id),
    intruding: intruding.map(({ id }) => id),
    message: maybe(comparisonText(suggestion, rows)),
  };
}

/** Returns what lint says of the plan as suggested, accepted or not; null if it wasn't linted. */
function relintRecord(suggestion: Suggestion) {
  const { after, refused } = suggestion;
  const judged = after ?? refused;
  if (judged === undefined) return null;
  const { signs, others } = newFindings(suggestion, judged);
  const record = (verdict: LintVerdict) => ({
    rule: verdict.rule,
    subject: verdict.subject,
    outcome: verdict.outcome,
    fingerprint: verdict.fingerprint,
    message: bothLanguages(verdictText(verdict, judged)),
  });
  return {
    accepted: after !== undefined,
    summary: summaryRecord(judged),
    signs: signs.map(record),
    new: others.map(record),
    message: maybe(relintText(suggestion)),
  };
}
