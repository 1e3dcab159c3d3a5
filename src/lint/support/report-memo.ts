// Work that is done once for each report.
import { memoize, memoizeByName } from '../../base/memo.js';
import type { Report } from '../types.js';

/**
 * Returns `make` with its result cached per report. An entry lives as long as the report's list of verdicts. In a
 * large run that list may be released and read again as another object; the result is then computed again.
 */
export function memoizeReport<V>(make: (report: Report) => V): (report: Report) => V {
  const by = memoize((_: Report['verdicts']) => memoize(make));
  return (report) => by(report.verdicts)(report);
}

/** Returns `make` with its result cached per report and name, as {@link memoizeReport} does. */
export function memoizeReportNamed<V>(make: (report: Report, name: string) => V): (report: Report, name: string) => V {
  const by = memoizeReport((report) => memoizeByName((name: string) => make(report, name)));
  return (report, name) => by(report)(name);
}
