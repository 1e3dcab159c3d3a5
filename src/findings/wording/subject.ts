import { quote } from '../../i18n/list.js';
import type { Locale, Localized } from '../../i18n/locale.js';
import { cutTo } from '../../i18n/width.js';
import { partsOf } from '../../law/compose.js';
import type { Pack } from '../../law/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Site, Zone } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';

/** The zone that a subject is about, `zone` or `device>zone`; undefined where it is about something else. */
export function zoneOf(subject: string, site: Site): Zone | undefined {
  return directoryOf(site).zones.get(subject.slice(subject.indexOf('>') + 1));
}

/** A subject as people know it: with the name of its zone, where it has one that isn't its id, or of the requirement that it is. */
export function subjectText(subject: string, site: Site, locale: Locale): string {
  const zone = zoneOf(subject, site);
  const id = plainText(subject);
  const requirement = zone === undefined ? requirementsOf(site.pack).get(subject) : undefined;
  if (requirement !== undefined) return locale === 'en' ? `${id} (${requirement.en})` : `${id}（${requirement.zh}）`;
  if (zone?.name === undefined || zone.name === zone.id) return id;
  const name = quote(plainText(zone.name), locale);
  return locale === 'en' ? `${id} ${name}` : `${id}${name}`;
}

const known = new WeakMap<Pack, ReadonlyMap<string, Localized>>();

function requirementsOf(pack: Pack): ReadonlyMap<string, Localized> {
  const rows = partsOf(pack).flatMap(({ requirements = [] }) => requirements);
  const names = known.get(pack) ?? new Map(rows.map(({ id, name }) => [id, name]));
  known.set(pack, names);
  return names;
}

/** A longer name leaves no room to see what it is the name of; the JSON report has it whole. */
const LONGEST_NAME = 60;

/** A name from the plan in a heading, in quotes and of one line, so that it can't pass for what the report says. */
export function headingName(name: string, locale: Locale): string {
  return quote(cutTo(plainText(name), LONGEST_NAME), locale);
}

/** 场所：“青城宾馆” / Site: '…': the site where nothing before it says what it is. */
export function siteText(name: string, locale: Locale): string {
  return `${locale === 'en' ? 'Site: ' : '场所：'}${headingName(name, locale)}`;
}
