// Subjects and places in a reviewer's words.

import { deviceOf } from '../../findings/groups.js';
import { faultSpot, type ReportView } from '../../findings/view.js';
import { label } from '../../findings/wording/citation.js';
import { levelIn, zoneOf } from '../../findings/wording/subject.js';
import { joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report, UnreadableReport } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { OPENING_NAMES } from '../../plan/kinds.js';
import type { Site } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import { clausesOf } from '../../rules/bases.js';
import { t } from './texts.js';

/** Returns text of a plan, made safe to print, as the text of both languages. */
export function plain(text: string): Localized {
  return verbatim(plainText(text));
}

/**
 * Returns a subject in a reviewer's words: 设备“C3-03”对“302”, “停车场入口门斗”, 旅店; undefined for a requirement of the law on
 * the whole site.
 */
export function aboutText(subject: string, { site, pack }: Pick<Report, 'site' | 'pack'>): Localized | undefined {
  const device = deviceOf(subject);
  const zone = zoneOf(subject, site);
  const place = zone === undefined ? undefined : nameOf(zone);
  if (device !== undefined) {
    const rest = place ?? quoted(plainText(subject.slice(device.length + 1)));
    return t.device({ device: quoted(plainText(device)), place: rest });
  }
  if (place !== undefined) return place;
  const waived = /^[a-z-]+\/[a-z-]+:(.+)$/.exec(subject)?.[1];
  if (waived !== undefined) return t.waiverOf({ subject: aboutText(waived, { site, pack }) ?? plain(waived) });
  if (directoryOf(site).devices.has(subject)) return quoted(plainText(subject));
  const [, category, level] = /^([^/@]+)\/[^@]*?(?:@(.*))?$/.exec(subject) ?? [];
  const known = pack.categories.find(({ id }) => id === category);
  if (known === undefined && category !== 'site') {
    // `r1/inner-lock`, `hall/edge`, `d1`: a part of a zone, or an entrance.
    const part = directoryOf(site).zones.get(subject.slice(0, Math.max(0, subject.lastIndexOf('/'))));
    if (part !== undefined) return nameOf(part);
    const opening = site.levels.flatMap(({ openings }) => openings).find(({ id }) => id === subject);
    if (opening !== undefined) return t.opening({ kind: OPENING_NAMES[opening.kind], name: nameOf(opening) });
  }
  const onLevel = known === undefined ? levelIn(subject, site) : undefined;
  if (onLevel !== undefined) return levelText(site, onLevel);
  // In a redacted report the opaque name is all there is.
  if (known === undefined) return site.levels.length === 0 ? plain(subject) : undefined;
  return level === undefined ? known.name : joined([known.name, levelText(site, level)], t.comma);
}

function nameOf({ id, name = id }: { readonly id: string; readonly name?: string | undefined }): Localized {
  return quoted(plainText(name));
}

/**
 * Returns a subject in a reviewer's words. If it is no element of the plan, returns the clause of the verdict;
 * without a clause 本场所 (this site), or the subject as it is.
 */
export function subjectName(verdict: LintVerdict, report: Report): Localized {
  const { subject } = verdict;
  const [clause] = clausesOf(verdict);
  const about = aboutText(subject, report);
  if (about !== undefined) return about;
  if (clause !== undefined) return label(report.pack, clause);
  return subject.startsWith('site/') ? t.theSite : plain(subject);
}

/** Returns a level by id and name: F3“三层”. */
function levelText(site: Site, id: string): Localized {
  const name = site.levels.find((level) => level.id === id)?.name;
  return name === undefined || name === id ? plain(id) : t.level({ id: plain(id), name: quoted(plainText(name)) });
}

/** Returns the levels that a verdict is about, the device's first; undefined if it is about none. */
export function levelsText({ subject, evidence }: LintVerdict, { site }: Report): Localized | undefined {
  const device = directoryOf(site).devices.get(deviceOf(subject) ?? subject);
  const zone = zoneOf(subject, site);
  const shown =
    evidence?.level === undefined ? (zone?.levels ?? [levelIn(subject, site) ?? []].flat()) : [evidence.level];
  const own = device === undefined ? [] : [device.level];
  const known = new Set(site.levels.map(({ id }) => id));
  const ids = [...new Set([...own, ...shown])].filter((id) => known.has(id));
  if (ids.length === 0) return undefined;
  return joined(
    ids.map((id) => levelText(site, id)),
    t.items,
  );
}

/**
 * Returns level, zone with its id, and line of the plan file: all that a reviewer needs to find it on the drawing and
 * in the file.
 */
export function whereText(verdict: LintVerdict, report: Report, view: ReportView): Localized {
  const zone = zoneOf(verdict.subject, report.site);
  const isNamed = zone?.name !== undefined && zone.name !== zone.id;
  const zoneText = zone && (isNamed ? t.level({ id: plain(zone.id), name: nameOf(zone) }) : plain(zone.id));
  const parts = [levelsText(verdict, report), zoneText, planLineText(verdict.place, report, view)];
  return joined(
    parts.filter((part) => part !== undefined),
    t.comma,
  );
}

/**
 * Returns the line of the plan file: 图纸第101行; with the file's name if the plan has several. If the line isn't known,
 * returns the path of the file.
 */
export function planLineText(
  place: LintVerdict['place'],
  { files, path }: Pick<Report, 'files' | 'path'>,
  { spot: spotOf }: ReportView,
): Localized {
  const spot = spotOf(place, files);
  if (spot === undefined) return plain(place.path);
  const { line } = spot.span.start;
  return spot.file.path === path ? t.planLine({ line }) : t.fileLine({ file: plain(spot.file.path), line });
}

/**
 * Returns the place of a fault in words, as file, line and column: readers look for it in the file, not on the
 * drawing. Leaves out the file if its path is `beside`, a path that is printed right before these words. Undefined if
 * nothing is left: the file is left out, and the line isn't known.
 */
export function placeOfFault(
  fault: UnreadableReport['unreadable'][number],
  result: UnreadableReport,
  view: ReportView,
  beside?: string,
): Localized | undefined {
  const spot = faultSpot(fault, result, view);
  const path = spot?.file.path ?? fault.place.path;
  const file = path === beside ? [] : [plain(path)];
  const at = spot === undefined ? [] : [t.lineAndColumn(spot.span.start)];
  return file.length + at.length === 0 ? undefined : joined([...file, ...at], t.comma);
}
