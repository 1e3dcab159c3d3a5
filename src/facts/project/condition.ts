// Conditions of a requirement's cases: evaluation, and what they read.
import { daysAfter, isDay } from '../../i18n/day.js';
import { isPolice } from '../../law/names/public-body.js';
import { type Condition, type DeviceTerm, type FactPath, PHASES, type Requirement } from '../../law/requirement.js';
import type { Pack } from '../../law/types.js';
import type { Device, Site } from '../../plan/model.js';
import type { Project } from '../../plan/project/model.js';
import { devicesOf } from '../capture/devices.js';
import { isPrivateZone, zonesOf } from '../protection/site.js';
import { hasUnknownUse } from '../unknown-use.js';
import { type Facts, factsOf } from './stated-facts.js';

/** The input against which the conditions of one requirement are evaluated. */
export interface ConditionInput {
  readonly site: Site;
  readonly pack: Pack;
  readonly project: Project;
  /** Access to the facts of `project`. */
  readonly facts: Facts;
  /** Day of the run, YYYY-MM-DD. */
  readonly today: string;
  /** YYYY-MM-DD; undefined if the row has none, or the plan doesn't state the day it counts from. */
  readonly deadline: string | undefined;
}

/** Returns the input for {@link isMet} on the conditions of one requirement, with its deadline; days are YYYY-MM-DD. */
export function requirementsOf(
  { deadline }: Requirement,
  context: { readonly site: Site; readonly pack: Pack; readonly today: string },
  project: Project,
): ConditionInput {
  const facts = factsOf(project);
  const { site, pack, today } = context;
  return { site, pack, today, project, facts, deadline: deadlineOf(deadline, facts) };
}

function deadlineOf(deadline: Requirement['deadline'], facts: Facts): string | undefined {
  if (deadline === undefined) return undefined;
  const [from] = daysAt(facts, deadline.from);
  if (from === undefined) return undefined;
  const early = deadline.early?.find(({ before }) => from < before);
  return early?.until ?? daysAfter(from, deadline.days);
}

function daysAt(facts: Facts, path: FactPath): string[] {
  return facts.at(path).flatMap(({ value }) => (typeof value === 'string' && isDay(value) ? [value] : []));
}

/**
 * True if `condition` is met. The type `Condition` says what is compared; a fact that isn't stated meets no comparison.
 */
export function isMet(condition: Condition, asked: ConditionInput): boolean {
  const { facts } = asked;
  if ('all' in condition) return condition.all.every((part) => isMet(part, asked));
  if ('any' in condition) return condition.any.some((part) => isMet(part, asked));
  if ('not' in condition) return !isMet(condition.not, asked);
  if ('missing' in condition) return condition.missing.some((path) => facts.lacks(path));
  if ('is' in condition) {
    const wanted: readonly unknown[] = Array.isArray(condition.is) ? condition.is : [condition.is];
    return facts.at(condition.fact).some(({ value }) => wanted.includes(value));
  }
  if ('lacks' in condition) {
    const { lacks } = condition;
    return facts
      .at(condition.fact)
      .some(({ value }) => typeof value === 'object' && lacks.some((one) => !value.includes(one)));
  }
  if ('names' in condition)
    return facts.at(condition.fact).some(({ value }) => typeof value === 'string' && isPolice(value));
  if ('under' in condition) {
    const { under } = condition;
    return facts.at(condition.fact).some(({ value }) => typeof value === 'number' && value < under);
  }
  if ('before' in condition) return compares(condition.day, condition.before, asked);
  if ('after' in condition) return compares(condition.after, condition.day, asked);
  if ('from' in condition) return PHASES.indexOf(asked.project.phase) >= PHASES.indexOf(condition.from);
  if ('devices' in condition) return devicesThat(condition.devices, asked.site).length > 0;
  return zonesOf(asked.site).some((zone) => isPrivateZone(asked.pack, zone) || hasUnknownUse(asked.site, zone));
}

/** True if one of the days that `earlier` names is before one that `later` names. */
function compares(earlier: string, later: string, asked: ConditionInput): boolean {
  const ends = daysOf(later, asked);
  return daysOf(earlier, asked).some((start) => ends.some((end) => start < end));
}

function daysOf(term: string, { facts, today, deadline }: ConditionInput): readonly string[] {
  if (term === 'today') return [today];
  if (term === 'deadline') return deadline === undefined ? [] : [deadline];
  return isDay(term) ? [term] : daysAt(facts, term);
}

/** Returns the installed or planned devices that `term` describes. */
function devicesThat({ kinds, images, existing, public: open }: DeviceTerm, site: Site): readonly Device[] {
  return devicesOf(site).filter(
    ({ kind, video, status, zones }) =>
      (kinds === undefined || kinds.includes(kind)) &&
      (images !== true || video !== 'none') &&
      (existing !== true || status === 'existing') &&
      (open !== true || zonesOf(site).some((zone) => zone.public && zones.includes(zone.id))),
  );
}

/** The inputs of a condition: project facts by path, and whether it reads the drawing. */
export interface ConditionReads {
  /** Paths of the facts, in the order of the condition; may repeat. */
  readonly paths: readonly FactPath[];
  /** True if the condition reads devices or zones. */
  readonly drawing: boolean;
}

/** Returns the inputs of a condition and of all its parts. */
export function conditionReads(condition: Condition): ConditionReads {
  if ('all' in condition) return together(condition.all);
  if ('any' in condition) return together(condition.any);
  if ('not' in condition) return conditionReads(condition.not);
  if ('missing' in condition) return { paths: condition.missing, drawing: false };
  if ('fact' in condition) return { paths: [condition.fact], drawing: false };
  if ('from' in condition) return { paths: ['phase'], drawing: false };
  if ('devices' in condition || 'zones' in condition) return { paths: [], drawing: true };
  const other = 'before' in condition ? condition.before : condition.after;
  return { paths: [condition.day, other].filter((term) => term !== 'today' && !isDay(term)), drawing: false };
}

function together(conditions: readonly Condition[]): ConditionReads {
  const parts = conditions.map(conditionReads);
  return { paths: parts.flatMap(({ paths }) => paths), drawing: parts.some(({ drawing }) => drawing) };
}

/**
 * Returns the paths of the facts whose lack makes `condition`, which must be met, hold: those that the plan lacks of
 * the paths in its parts of the form `{ missing: [path, …] }`. Parts under `not` don't count.
 */
export function missingIn(condition: Condition, asked: ConditionInput): readonly FactPath[] {
  if ('all' in condition) return condition.all.flatMap((part) => missingIn(part, asked));
  if ('any' in condition)
    return condition.any.filter((part) => isMet(part, asked)).flatMap((part) => missingIn(part, asked));
  if ('missing' in condition) return condition.missing.filter((path) => asked.facts.lacks(path));
  return [];
}
