// Subjects and places in a reviewer's words.
import { deviceOf } from '../../findings/groups.js';
import type { ReportView } from '../../findings/view.js';
import { label } from '../../findings/wording/citation.js';
import { zoneOf } from '../../findings/wording/subject.js';
import { OPENINGS } from '../../findings/wording/terms.js';
import { quote } from '../../i18n/list.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Site } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';

/**
 * Returns a subject in a reviewer's words: 设备“C3-03”对“302”, “停车场入口门斗”, 旅店; undefined for a requirement of the law on
 * the whole site.
 */
export function aboutText(
  subject: string,
  { site, pack }: Pick<Report, 'site' | 'pack'>,
  locale: Locale,
): string | undefined {
  const device = deviceOf(subject);
  const zone = zoneOf(subject, site);
  const place = zone === undefined ? undefined : quote(plainText(zone.name ?? zone.id), locale);
  if (device !== undefined) {
    const rest = place ?? quote(plainText(subject.slice(device.length + 1)), locale);
    const name = quote(plainText(device), locale);
    return say(locale, `设备${name}对${rest}`, `device ${name} with regard to ${rest}`);
  }
  if (place !== undefined) return place;
  const waived = /^[a-z-]+\/[a-z-]+:(.+)$/.exec(subject)?.[1];
  if (waived !== undefined) {
    const what = aboutText(waived, { site, pack }, locale) ?? plainText(waived);
    return say(locale, `对${what}的例外说明`, `waiver of ${what}`);
  }
  if (directoryOf(site).devices.has(subject)) return quote(plainText(subject), locale);
  const [, category, level] = /^([^/@]+)\/[^@]*?(?:@(.*))?$/.exec(subject) ?? [];
  const known = pack.categories.find(({ id }) => id === category);
  if (known === undefined && category !== 'site') {
    // `r1/inner-lock`, `hall/edge`, `d1`: a part of a zone, or an entrance.
    const part = directoryOf(site).zones.get(subject.slice(0, Math.max(0, subject.lastIndexOf('/'))));
    if (part !== undefined) return quote(plainText(part.name ?? part.id), locale);
    const opening = site.levels.flatMap(({ openings }) => openings).find(({ id }) => id === subject);
    if (opening !== undefined) {
      const name = quote(plainText(opening.name ?? opening.id), locale);
      return say(locale, `${OPENINGS[opening.kind].zh}${name}`, `${OPENINGS[opening.kind].en} ${name}`);
    }
  }
  // In a redacted report the opaque name is all there is.
  if (known === undefined) return site.levels.length === 0 ? plainText(subject) : undefined;
  const name = inLocale(known.name, locale);
  return level === undefined ? name : `${name}${say(locale, '，', ', ')}${levelText(site, level, locale)}`;
}

/**
 * Returns a subject in a reviewer's words; for one that is no element the clause of the verdict (第十三条第一款), else 本场所.
 */
export function subjectName({ subject, decides, clauses }: LintVerdict, report: Report, locale: Locale): string {
  const [clause] = decides ?? clauses;
  const about = aboutText(subject, report, locale);
  if (about !== undefined) return about;
  if (clause !== undefined) return label(report.pack, clause, locale);
  return subject.startsWith('site/') ? say(locale, '本场所', 'the site') : plainText(subject);
}

/** Returns a level by id and name: F3“三层”. */
export function levelText(site: Site, id: string, locale: Locale): string {
  const name = site.levels.find((level) => level.id === id)?.name;
  if (name === undefined || name === id) return plainText(id);
  return `${plainText(id)}${say(locale, '', ' ')}${quote(plainText(name), locale)}`;
}

/** Returns the levels that a verdict is about, the device's first; '' if it is about none. */
export function levelsText({ subject, evidence }: LintVerdict, { site }: Report, locale: Locale): string {
  const device = directoryOf(site).devices.get(deviceOf(subject) ?? subject);
  const zone = zoneOf(subject, site);
  const shown = evidence?.level === undefined ? (zone?.levels ?? []) : [evidence.level];
  const own = device === undefined ? [] : [device.level];
  const known = new Set(site.levels.map(({ id }) => id));
  const ids = [...new Set([...own, ...shown])].filter((id) => known.has(id));
  return ids.map((id) => levelText(site, id, locale)).join(say(locale, '、', ', '));
}

/**
 * Returns level, zone with its id, and line of the plan file: all that a reviewer needs to find it on the drawing and
 * in the file.
 */
export function whereText(verdict: LintVerdict, report: Report, view: ReportView): string {
  const { locale } = view;
  const zone = zoneOf(verdict.subject, report.site);
  const named = zone?.name === undefined || zone.name === zone.id ? undefined : quote(plainText(zone.name), locale);
  const parts = [
    levelsText(verdict, report, locale),
    zone === undefined ? '' : `${plainText(zone.id)}${named === undefined ? '' : `${say(locale, '', ' ')}${named}`}`,
    planLineText(verdict.place, report, view),
  ].filter((part) => part !== '');
  return parts.join(say(locale, '，', ', '));
}

/** Returns the line of the plan file: 图纸第101行; with the file's name if the plan has several. */
export function planLineText(
  place: LintVerdict['place'],
  { files, path }: Pick<Report, 'files' | 'path'>,
  view: ReportView,
): string {
  const { locale } = view;
  const spot = view.spot(place, files);
  if (spot === undefined) return plainText(place.path);
  const { line } = spot.span.start;
  if (spot.file.path === path) return say(locale, `图纸文件第${line}行`, `line ${line} of the plan file`);
  const name = plainText(spot.file.path);
  return say(locale, `${name}第${line}行`, `line ${line} of ${name}`);
}
