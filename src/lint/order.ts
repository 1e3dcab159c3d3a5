// The order of verdicts in a report.
import { byCodeUnit } from '../base/order.js';
import type { Place, Span } from '../source/types.js';
import type { LintVerdict } from './types.js';

/**
 * Returns the verdicts ordered by (path, line, column, rule, subject). Compares texts by code unit, so that output
 * never depends on a locale.
 */
export function order(verdicts: readonly LintVerdict[], spanOf: (place: Place) => Span | undefined): LintVerdict[] {
  return verdicts
    .map((verdict) => ({ verdict, at: spanOf(verdict.place)?.start ?? { line: 0, column: 0 } }))
    .sort(
      (a, b) =>
        byCodeUnit(a.verdict.place.path, b.verdict.place.path) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column ||
        byCodeUnit(a.verdict.rule, b.verdict.rule) ||
        byCodeUnit(a.verdict.subject, b.verdict.subject),
    )
    .map(({ verdict }) => verdict);
}
