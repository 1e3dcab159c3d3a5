// Names of subjects, zones and sites for people.
import { memoize } from '../../base/memo.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import type { Pack } from '../../law/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Site, Zone } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import { t } from '../texts.js';

/** Returns the zone that a subject `zone` or `device>zone` is about; undefined for other subjects. */
export function zoneOf(subject: string, site: Site): Zone | undefined {
  return directoryOf(site).zones.get(subject.slice(subject.indexOf('>') + 1));
}

/** Returns the id of the level that a subject such as `approach@F1` is about; undefined for other subjects. */
export function levelIn(subject: string, site: Site): string | undefined {
  const { zones, openings, devices } = directoryOf(site);
  // An element's own id may hold an @ too.
  if ([zones, openings, devices].some((elements) => elements.has(subject.slice(subject.indexOf('>') + 1))))
    return undefined;
  const id = subject.slice(subject.lastIndexOf('@') + 1);
  return subject.includes('@') && site.levels.some((level) => level.id === id) ? id : undefined;
}

/**
 * Returns a subject followed by the name of the zone that it is about, unless the zone has none or its id is the name;
 * if it is the id of a requirement of a pack, by that requirement's name.
 */
export function subjectText(subject: string, site: Site): Localized {
  const zone = zoneOf(subject, site);
  const id = verbatim(plainText(subject));
  const requirement = zone === undefined ? requirementsOf(site.pack).get(subject) : undefined;
  if (requirement !== undefined) return t.parenthesis({ text: id, note: requirement });
  if (zone?.name === undefined || zone.name === zone.id) return id;
  return t.named({ id, name: quoted(plainText(zone.name)) });
}

const requirementsOf = memoize((pack: Pack): ReadonlyMap<string, Localized> => {
  const rows = partsOf(pack).flatMap(({ requirements = [] }) => requirements);
  return new Map(rows.map(({ id, name }) => [id, name]));
});
