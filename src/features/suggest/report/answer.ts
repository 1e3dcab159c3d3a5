// What the report on a suggestion counts and compares: totals over its parts, rows of its tables, findings before and after.

import { memoizeByName } from '../../../base/memo.js';
import { sightForReport } from '../../../lint/support/report-sight.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { Device, Level } from '../../../plan/model.js';
import { isFinding } from '../../../rules/verdict.js';
import type { Conclusion, Met, Part, Requirement, SuggestedCamera, Suggestion } from '../types.js';
import { isOnSigns, newVerdicts } from '../write.js';

/** Figures of several parts together. Without parts every figure is 0, and `isComplete` and `isProved` are true. */
export interface Totals {
  /** Number of suggested cameras. */
  readonly cameras: number;
  /** Cost of the parts that have a design. */
  readonly cost: number;
  /** No design of those parts costs less. */
  readonly bound: number;
  /** Number of cells of poses that the proofs consist of. */
  readonly cells: number;
  /** True if every part has a design. */
  readonly isComplete: boolean;
  /** True if every part has a design and a proof that none costs less. */
  readonly isProved: boolean;
}

/** Returns the figures of `parts` together. */
export function totalsOf(parts: readonly Part[]): Totals {
  const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0);
  const solved = parts.filter(({ cost }) => cost !== undefined);
  const isComplete = solved.length === parts.length;
  return {
    cameras: sum(({ cameras }) => cameras.length),
    cost: sum(({ cost = 0 }) => cost),
    bound: solved.reduce((all, { bound }) => all + bound, 0),
    cells: sum(({ cells }) => cells),
    isComplete,
    isProved: isComplete && parts.every(isProved),
  };
}

function isProved({ conclusion, cost = Number.POSITIVE_INFINITY, bound }: Part): boolean {
  return conclusion.is === 'proved' && bound >= cost;
}

/** Returns the parts of a suggestion whose conclusion is of the kind `is`, with or without a design. */
export function partsThatAre<Is extends Conclusion['is']>(
  { parts }: Suggestion,
  is: Is,
): (Part & { readonly conclusion: Extract<Conclusion, { is: Is }> })[] {
  return parts.filter((part): part is Part & { readonly conclusion: Extract<Conclusion, { is: Is }> } => {
    return part.conclusion.is === is;
  });
}

/** A requirement with what the suggestion does for it. Shares 0–1. */
export interface RequirementRow {
  readonly requirement: Requirement;
  /** Share that the devices of the plan as drawn cover. */
  readonly drawn: number;
  /** Those of them that see or detect some of it. */
  readonly watching: readonly Device[];
  /** Undefined if the plan as suggested wasn't judged. */
  readonly met: Met | undefined;
}

/** Returns a row for each requirement of the suggestion, in the order of the plan's zones. */
export function requirementRows(suggestion: Suggestion): RequirementRow[] {
  const { before, after, refused, parts, met } = suggestion;
  const isJudged = after !== undefined || refused !== undefined;
  const all = new Map<string, Requirement>();
  for (const one of [
    ...met.map(({ requirement }) => requirement),
    ...parts.flatMap(({ requirements }) => requirements),
  ])
    all.set(keyOf(one), one);
  const zones = before.site.levels.flatMap((level) => level.zones.map(({ id }) => id));
  const sight = sightForReport(before);
  return [...all.values()]
    .sort((a, b) => zones.indexOf(a.zone.id) - zones.indexOf(b.zone.id))
    .map((requirement) => {
      const { zone, density, detectors, minus } = requirement;
      const { fraction, devices } = sight.coverage(zone, density, { detectors, minus });
      return {
        requirement,
        drawn: fraction,
        watching: devices,
        met: isJudged ? met.find((one) => keyOf(one.requirement) === keyOf(requirement)) : undefined,
      };
    });
}

function keyOf({ zone, level, share, goal }: Requirement): string {
  return `${zone.id}\u0000${level}\u0000${share}\u0000${goal}`;
}

/** A suggested camera with its number on the drawing of its level. */
export interface NumberedCamera {
  readonly number: number;
  readonly camera: SuggestedCamera;
}

/** Returns the suggested cameras on the level with this id, numbered from 1 in the order of their ids. */
export function camerasOn({ parts }: Suggestion, level: string): NumberedCamera[] {
  return parts
    .flatMap(({ cameras }) => cameras)
    .filter(({ device }) => device.level === level)
    .sort((a, b) => compareIds(a.device.id, b.device.id))
    .map((camera, n) => ({ number: n + 1, camera }));
}

function compareIds(a: string, b: string): number {
  const [x, y] = [numbersIn(a), numbersIn(b)];
  return x.text === y.text ? x.number - y.number : x.text < y.text ? -1 : 1;
}

const numbersIn = memoizeByName((id: string) => {
  const number = /\d+$/.exec(id)?.[0] ?? '';
  return { text: id.slice(0, id.length - number.length), number: Number(number) };
});

/** Returns the levels for which cameras were asked, in the order of the plan. */
export function levelsOf({ before, levels }: Suggestion): Level[] {
  return before.site.levels.filter(({ id }) => levels.includes(id));
}

/** Returns the cameras of the plan that stay, on the levels for which cameras were asked. */
export function keptOn({ kept, levels }: Pick<Suggestion, 'kept' | 'levels'>): Device[] {
  return kept.filter(({ level }) => levels.includes(level));
}

/** How the suggestion compares with the cameras that are drawn. */
export interface Comparison {
  /** Number of cameras drawn, those that stay included. */
  readonly drawn: number;
  /** Number of cameras of the plan as suggested, those that stay included. */
  readonly suggested: number;
  /** Requirements that the plan as drawn doesn't meet. */
  readonly short: readonly RequirementRow[];
  /** Replaced cameras that see nothing of what is required: they watch other places. */
  readonly elsewhere: readonly Device[];
  /** Replaced cameras with findings on capture. */
  readonly intruding: readonly Device[];
}

/**
 * Returns the comparison with the cameras that are drawn; undefined if not every part has a design, if the design was
 * rejected ({@link isRejected}) or only changes drawn cameras, or if nothing is required.
 */
export function comparisonOf(suggestion: Suggestion, rows: readonly RequirementRow[]): Comparison | undefined {
  const { parts, replaced, repairs } = suggestion;
  const kept = keptOn(suggestion);
  const { isComplete, cameras } = totalsOf(parts);
  if (!isComplete || isRejected(suggestion) || repairs.length > 0 || rows.length === 0) return undefined;
  const watching = new Set(rows.flatMap((row) => row.watching.map(({ id }) => id)));
  return {
    drawn: kept.length + replaced.length,
    suggested: kept.length + cameras,
    short: rows.filter(({ requirement, drawn }) => drawn < requirement.share),
    elsewhere: replaced.filter(({ id }) => !watching.has(id)),
    intruding: replaced.filter((device) => capturesPrivately(suggestion.before, device)),
  };
}

/** True if the report has a finding, not waived, on what the device captures. */
export function capturesPrivately({ verdicts }: Report, { id }: Device): boolean {
  return verdicts.some(
    ({ rule, subject, outcome, waiver }) =>
      rule.startsWith('capture/') &&
      isFinding(outcome) &&
      waiver === undefined &&
      (subject === id || subject.startsWith(`${id}>`)),
  );
}

/**
 * True if a design for all parts was found, even one that changes nothing, but lint didn't accept the plan with it,
 * or that plan doesn't meet all that is asked.
 */
export function isRejected({ parts, repairs, after, met }: Suggestion): boolean {
  if (!totalsOf(parts).isComplete) return false;
  const isEmpty = repairs.length === 0 && parts.every(({ cameras }) => cameras.length === 0);
  return (after === undefined && !isEmpty) || met.some(({ isMet }) => !isMet);
}

/** Findings of the plan as edited that the plan as drawn didn't have, or had less grave. */
export interface NewFindings {
  /** Those on signs that become due with the design, which don't count against it. */
  readonly signs: readonly LintVerdict[];
  readonly others: readonly LintVerdict[];
}

/**
 * Returns the findings that the edited plan (`after`) has and the plan as drawn doesn't, or has less grave, with the
 * suggestion's `objections`: the verdicts for which its design was refused. Waived ones aren't among them.
 */
export function newFindings({ before, signs, objections = [] }: Suggestion, after: Report): NewFindings {
  return {
    signs: after.verdicts.filter((one) => isOnSigns(one) && isFinding(one.outcome) && signs.includes(one.subject)),
    others: [...new Set([...newVerdicts(before, after, 'strict'), ...objections])].filter(
      ({ waiver, outcome }) => waiver === undefined && isFinding(outcome),
    ),
  };
}
