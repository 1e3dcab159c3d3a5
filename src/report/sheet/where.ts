import type { Judged, Report } from '../../engine/types.js';
import { quote } from '../../i18n/list.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { directoryOf } from '../../plan/directory.js';
import type { Site } from '../../plan/model.js';
import { plainText } from '../escape.js';
import { deviceOf } from '../groups.js';
import { zoneOf } from '../subject.js';
import type { View } from '../view.js';

/** What a subject is in a reviewer's words: 设备“C3-03”对“302”, “停车场入口门斗”, 旅店; undefined of a row of the law's own. */
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
  // Redacted, its opaque name is all there is of it.
  if (known === undefined) return site.levels.length === 0 ? plainText(subject) : undefined;
  const name = inLocale(known.name, locale);
  return level === undefined ? name : `${name}${say(locale, '，', ', ')}${levelText(site, level, locale)}`;
}

/** F3“三层” */
export function levelText(site: Site, id: string, locale: Locale): string {
  const name = site.levels.find((level) => level.id === id)?.name;
  if (name === undefined || name === id) return plainText(id);
  return `${plainText(id)}${say(locale, '', ' ')}${quote(plainText(name), locale)}`;
}

/** The levels a verdict is about, the device's first; '' where it is about none. */
export function levelsText({ subject, evidence }: Judged, { site }: Report, locale: Locale): string {
  const device = directoryOf(site).devices.get(deviceOf(subject) ?? subject);
  const zone = zoneOf(subject, site);
  const shown = evidence?.level === undefined ? (zone?.levels ?? []) : [evidence.level];
  const own = device === undefined ? [] : [device.level];
  const known = new Set(site.levels.map(({ id }) => id));
  const ids = [...new Set([...own, ...shown])].filter((id) => known.has(id));
  return ids.map((id) => levelText(site, id, locale)).join(say(locale, '、', ', '));
}

/** Level, zone with its id, and the line of the plan file: what a reviewer needs to find it on the drawing and in the file. */
export function whereText(verdict: Judged, report: Report, view: View): string {
  const { locale } = view;
  const zone = zoneOf(verdict.subject, report.site);
  const named = zone?.name === undefined || zone.name === zone.id ? undefined : quote(plainText(zone.name), locale);
  const parts = [
    levelsText(verdict, report, locale),
    zone === undefined ? '' : `${plainText(zone.id)}${named === undefined ? '' : `${say(locale, '', ' ')}${named}`}`,
    lineText(verdict.place, report, view),
  ].filter((part) => part !== '');
  return parts.join(say(locale, '，', ', '));
}

/** 图纸第101行; with the file where the plan has several. */
export function lineText(place: Judged['place'], { files, path }: Pick<Report, 'files' | 'path'>, view: View): string {
  const { locale } = view;
  const spot = view.spot(place, files);
  if (spot === undefined) return plainText(place.path);
  const { line } = spot.span.start;
  if (spot.file.path === path) return say(locale, `图纸文件第${line}行`, `line ${line} of the plan file`);
  const name = plainText(spot.file.path);
  return say(locale, `${name}第${line}行`, `line ${line} of ${name}`);
}
