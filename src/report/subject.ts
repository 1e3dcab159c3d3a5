import { quote } from '../i18n/list.js';
import type { Locale } from '../i18n/locale.js';
import { directoryOf } from '../plan/directory.js';
import type { Site, Zone } from '../plan/model.js';
import { plainText } from './escape.js';

/** The zone that a subject is about, `zone` or `device>zone`; undefined where it is about something else. */
export function zoneOf(subject: string, site: Site): Zone | undefined {
  return directoryOf(site).zones.get(subject.slice(subject.indexOf('>') + 1));
}

/** A subject as people know it: with the name of its zone, where it has one that isn't its id. */
export function subjectText(subject: string, site: Site, locale: Locale): string {
  const zone = zoneOf(subject, site);
  const id = plainText(subject);
  if (zone?.name === undefined || zone.name === zone.id) return id;
  const name = quote(plainText(zone.name), locale);
  return locale === 'en' ? `${id} ${name}` : `${id}${name}`;
}
