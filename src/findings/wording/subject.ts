// Names of subjects, zones and sites for people.
import { memoize } from '../../base/memo.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { cutTo } from '../../i18n/width.js';
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

/** Returns a subject with the name of its zone (unless that is its id) or of its requirement. */
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

/** Most characters of a name in a heading; the JSON report has it in full. */
const LONGEST_NAME = 60;

/**
 * Returns a name of the plan for a heading: quoted and on one line, so that it can't pass for the report's own words.
 */
export function headingName(name: string): Localized {
  return quoted(cutTo(plainText(name), LONGEST_NAME));
}

/** Returns the site's name with its label, 场所：“青城宾馆” / Site: '…', for pages that don't say otherwise what it is. */
export function siteText(name: string): Localized {
  return t.site({ name: headingName(name) });
}
