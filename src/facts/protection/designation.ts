// Whether the designation of a key unit holds: on which day, and whether the authority is one that the law asks for.
import { hasHan } from '../../law/names/text.js';
import type { Designation, Site } from '../../plan/model.js';

/** Words for a government. */
const GOVERNMENT = /政府|行政公署|行署/u;

/** Governments below banner and county level, and their branch offices. */
const BELOW = /[镇乡](?:人民)?政府|苏木|街道/u;

/**
 * True if the authority is named in Chinese and by that name is no government at banner or county level or above
 * (旗县级以上人民政府): the police, an office, a township. A name in another script isn't read.
 */
export function isDoubtfulAuthority({ by }: Designation): boolean {
  const name = by.normalize('NFKC').replace(/\s/gu, '');
  return hasHan(name) && (!GOVERNMENT.test(name) || BELOW.test(name));
}

/**
 * Returns the site as it is on `day` (YYYY-MM-DD): if the document that designates it a key unit has a later date,
 * the site isn't designated yet.
 */
export function asDesignatedOn(site: Site, day: string): Site {
  const { designation } = site;
  if (designation === undefined || designation.date <= day) return site;
  return { ...site, designation: undefined, designationLater: designation };
}
