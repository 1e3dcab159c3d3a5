// The site's name in headings.
import { catalogue } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { cutTo } from '../../i18n/width.js';
import { plainText } from '../../render/escape.js';

const t = catalogue('findings', {
  site: { zh: '场所：{name}', en: 'Site: {name}' },
});

/** Most columns of a name in a heading; the JSON report has it in full. */
const LONGEST_NAME = 60;

/**
 * Returns a name of the plan for a heading: quoted and on one line, so that it can't pass for the report's own words,
 * and cut to 60 columns.
 */
export function headingName(name: string): Localized {
  return quoted(cutTo(plainText(name), LONGEST_NAME));
}

/** Returns the site's name with its label, 场所：“青城宾馆” / Site: '…', for pages that don't say otherwise what it is. */
export function siteText(name: string): Localized {
  return t.site({ name: headingName(name) });
}
