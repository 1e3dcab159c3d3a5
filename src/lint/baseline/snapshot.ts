import { byCodeUnit } from '../../base/order.js';
import type { Outcome } from '../../rules/verdict.js';
import type { LintVerdict, Report } from '../types.js';
import { type Geometry, geometryOf } from './geometry.js';
import { type BaselineFinding, type FindingOutcome, GRAVITY } from './types.js';

/**
 * The findings of a plan as a baseline records them, sorted: what fails, is open or is for review, of whatever level, and no
 * waiver sets aside. There may be several of one rule and subject (a category that is listed twice).
 */
export function snapshotOf(report: Report): BaselineFinding[] {
  const geometry = geometryOf(report);
  return report.verdicts.flatMap((verdict) => baselineFinding(verdict, geometry) ?? []).sort(byName);
}

/** A verdict as a baseline records it; undefined of what is no finding. */
export function baselineFinding(verdict: LintVerdict, geometry: Geometry): BaselineFinding | undefined {
  const { rule, subject, pack, outcome, fingerprint, waiver } = verdict;
  if (waiver !== undefined || !isFinding(outcome)) return undefined;
  return {
    rule,
    subject,
    ...(pack !== undefined && { pack }),
    outcome,
    fingerprint,
    geometry: geometry.own(verdict),
    layout: geometry.fromCorner(verdict),
    ...findingExtent(verdict),
  };
}

export function isFinding(outcome: Outcome): outcome is FindingOutcome {
  return GRAVITY.some((one) => one === outcome);
}

/** How much a finding comes to, by its own evidence: figures that can be compared, which a hash of them couldn't. */
export function findingExtent({ evidence }: LintVerdict): Pick<BaselineFinding, 'seen' | 'depth' | 'covered'> {
  if (evidence === undefined) return {};
  const { sightLine, coverage, uncovered } = evidence;
  if (coverage !== undefined) return { covered: rounded(coverage.fraction) };
  if (sightLine === undefined) {
    // Space that nobody drew, which is seen.
    return uncovered === undefined ? {} : { seen: rounded(uncovered.reduce((sum, { area }) => sum + area, 0)) };
  }
  return {
    ...(sightLine.area === undefined ? {} : { seen: rounded(sightLine.area) }),
    ...(sightLine.depth === undefined ? {} : { depth: rounded(sightLine.depth) }),
  };
}

/** To a thousandth: the last bits of a platform's arithmetic don't show. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function byName(a: BaselineFinding, b: BaselineFinding): number {
  return (
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.subject, b.subject) ||
    byCodeUnit(a.pack ?? '', b.pack ?? '') ||
    byCodeUnit(a.outcome, b.outcome) ||
    byCodeUnit(a.geometry, b.geometry)
  );
}
