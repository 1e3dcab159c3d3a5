// Headings as plans state them and reports print them: degrees clockwise from true north.
import type { Optics, Site } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';

/** Parts of a degree that figures of the model keep; what is finer comes from turning the plan. */
const PARTS = 1e6;

/** Returns a heading of the model (degrees clockwise from +y of the plan) in degrees from true north. */
export function trueHeading<T extends number | undefined>(heading: T, { north = 0 }: Pick<Site, 'north'>): T | number {
  return heading === undefined ? heading : bearing(Math.round((heading - north) * PARTS) / PARTS);
}

/** Returns the heading of a lens from true north, of a PTZ that of its home preset; undefined if the plan states none. */
export function lensHeading({ heading, ptz }: Optics, site: Pick<Site, 'north'>): number | undefined {
  return trueHeading(heading ?? ptz?.home?.heading, site);
}
