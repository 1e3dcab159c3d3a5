// Findings of a report as a baseline records them.
import { byCodeUnit } from '../../base/order.js';
import { isFinding } from '../../rules/verdict.js';
import type { LintVerdict, Report } from '../types.js';
import { type Geometry, geometryOf } from './geometry.js';
import type { BaselineFinding } from './types.js';

/**
 * Returns the findings of a plan as a baseline records them, sorted: every fail, open and review that no waiver sets
 * aside, of errors and warnings alike. Several may have one rule and subject, for instance if a category is listed
 * twice.
 */
export function snapshotOf(report: Report): BaselineFinding[] {
  const geometry = geometryOf(report);
  return report.verdicts.flatMap((verdict) => baselineFinding(verdict, geometry) ?? []).sort(byName);
}

/** Returns a verdict as a baseline records it; undefined if it is no finding or is waived. */
export function baselineFinding(verdict: LintVerdict, geometry: Geometry): BaselineFinding | undefined {
  const { rule, subject, outcome, fingerprint, waiver } = verdict;
  if (waiver !== undefined || !isFinding(outcome)) return undefined;
  const bases = verdict.bases.flatMap(({ clause, outcome: own }) => (own === null ? [] : [{ clause, outcome: own }]));
  return {
    rule,
    subject,
    outcome,
    ...(bases.length > 0 && { bases }),
    fingerprint,
    geometry: geometry.own(verdict),
    layout: geometry.fromCorner(verdict),
    ...findingExtent(verdict),
  };
}

/**
 * Returns how far a finding reaches by its evidence: area seen (m²), depth (m), or coverage (0–1), each rounded to a
 * thousandth. Unlike hashes, these tell whether a finding grew.
 */
export function findingExtent({ evidence }: LintVerdict): Pick<BaselineFinding, 'seen' | 'depth' | 'covered'> {
  if (evidence === undefined) return {};
  const { sightLine, coverage, uncovered } = evidence;
  if (coverage !== undefined) return { covered: rounded(coverage.fraction) };
  if (sightLine === undefined) {
    // Seen space that no zone of the plan covers.
    return uncovered === undefined ? {} : { seen: rounded(uncovered.reduce((sum, { area }) => sum + area, 0)) };
  }
  return {
    ...(sightLine.area === undefined ? {} : { seen: rounded(sightLine.area) }),
    ...(sightLine.depth === undefined ? {} : { depth: rounded(sightLine.depth) }),
  };
}

/** Rounds to a thousandth, which hides differences in the last bits between platforms. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Compares findings by rule, subject, outcome and geometry, by code unit. For sorting. */
export function byName(a: BaselineFinding, b: BaselineFinding): number {
  return (
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.subject, b.subject) ||
    byCodeUnit(a.outcome, b.outcome) ||
    byCodeUnit(a.geometry, b.geometry)
  );
}
