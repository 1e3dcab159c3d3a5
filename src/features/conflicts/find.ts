// Conflicts: cameras that must watch one place and must not see another.

import { BudgetExceeded, withBudget } from '../../base/budget.js';
import { isFoundedMandate, takesPictures, watchersOf } from '../../facts/capture/devices.js';
import { clearDoorsOrdered, possiblePrivateZones, privateZonesById } from '../../facts/capture/private-zones.js';
import { throughGlazing, viewsOf } from '../../facts/capture/views.js';
import { byPack, type RuleContext } from '../../facts/context.js';
import { zonesById } from '../../facts/labels.js';
import { masked } from '../../lint/fixes/mask.js';
import { improves, withDevice } from '../../lint/fixes/prove.js';
import { watcherOf } from '../../lint/fixes/views.js';
import { isProved, isTurnable } from '../../lint/search/trial.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Device } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { clausesOf, leadersOf } from '../../rules/bases.js';
import { isFinding } from '../../rules/verdict.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { LIMITS, workFor } from '../../source/limits.js';
import { criteriaOf, needsOf } from './needs.js';
import { raysOf } from './rays.js';
import { type PoseQuery, searchPoses } from './search.js';
import { conflictTrial, counted, tried } from './trial.js';
import type { Conflict, ConflictAnswer, ForbiddenView, Need } from './types.js';

const VIEW = 'capture/view-into-private-zone';
const INSIDE = 'capture/device-in-private-zone';
const CROSS = 'capture/cross-level';

/**
 * Returns the cameras of a plan with a conflict as drawn: the protection of a zone that the law names, or a design
 * criterion, depends on the camera, and it captures, or may, what nobody may capture. For each, the answer says
 * whether any pose at its mounting point settles the conflict. Pure.
 */
export function conflictsOf(report: Report): Conflict[] {
  const { site, pack, today } = report;
  const contexts = byPack({ site, sight: sightForReport(report), pack, today });
  return watchersOf(report.site)
    .filter(takesPictures)
    .flatMap((device) => conflictOf(report, contexts, device) ?? []);
}

function conflictOf(report: Report, contexts: readonly RuleContext[], device: Device): Conflict | undefined {
  const findings = report.verdicts.filter((verdict) => isAbout(verdict, device));
  if (findings.length === 0) return undefined;
  const protecting = contexts.find(({ pack }) => pack.protects !== undefined);
  const needs = protecting === undefined ? [] : needsOf(protecting, device);
  const criteria = protecting === undefined ? [] : criteriaOf(protecting, device, needs);
  if (needs.length === 0 && criteria.length === 0) return undefined;
  const sees = findings.flatMap((verdict) => seen(contexts, device, verdict) ?? []);
  const trial = conflictTrial(report, contexts, device);
  const poses = sightForReport(report).poses(device);
  const north = trial?.north ?? 0;
  const base = { device, drawn: drawnOf(device, north), north, needs, sees };
  const none = (is: 'inside' | 'ptz'): Conflict => ({
    ...base,
    answer: { is: 'none', reason: { is }, cells: 0 },
    criterion: undefined,
    mask: is === 'ptz' ? maskFor(report, sees) : undefined,
    rays: () => [],
  });
  if (sees.some(({ inside }) => inside)) return none('inside');
  if (isPtzSeeing(contexts, device)) return none('ptz');
  if (trial === undefined || poses === undefined || !isTurnable(device)) {
    const answer: ConflictAnswer = { is: 'undecided', why: 'device', cells: 0 };
    return { ...base, answer, criterion: undefined, mask: maskFor(report, sees), rays: () => [] };
  }
  const question: PoseQuery = {
    trial,
    poses,
    needs,
    wanted: [...needs, ...criteria],
    settles: findings,
    criteria: false,
  };
  const [better, plain] = answers(report, question, criteria);
  return {
    ...base,
    answer: plain,
    criterion: better === undefined ? undefined : { needs: criteria, answer: better },
    mask: plain.is === 'pose' ? undefined : maskFor(report, sees),
    rays: () => raysOf(needs.length > 0 ? question : { ...question, needs: criteria }),
  };
}

/** Multiple of the work allowed for reading and judging the plan that the search for one camera may take. */
const TIMES = 4;

/**
 * Returns the answer that counts design criteria too (undefined if there are none), and the one for the law's needs
 * alone.
 */
function answers(
  report: Report,
  question: PoseQuery,
  criteria: readonly Need[],
): [ConflictAnswer | undefined, ConflictAnswer] {
  const within = (work: () => ConflictAnswer): ConflictAnswer => {
    const bytes = report.files.reduce((sum, { text }) => sum + text.length, 0);
    try {
      return withBudget(TIMES * workFor(report.options?.limits ?? LIMITS, bytes), work);
    } catch (error) {
      if (error instanceof BudgetExceeded) return { is: 'undecided', why: 'effort', cells: 0 };
      throw error;
    }
  };
  if (criteria.length === 0) return [undefined, within(() => searchPoses(question))];
  const both = { ...question, needs: [...question.needs, ...criteria], criteria: true };
  const better = within(() => searchPoses(both));
  if (better.is !== 'pose') return [better, within(() => searchPoses(question))];
  // The best pose for the criteria is the one to propose: it meets the law's needs too.
  const kept = tried(question.trial, better.pose, question.needs).kept;
  return [better, { ...better, kept }];
}

/**
 * Returns how many cameras without a conflict capture where nobody may: `free` ones can be left out, each by itself,
 * and no verdict on coverage gets worse; without a `needed` one some does. `mandated` ones are left as they are: by the
 * plan another rule orders them where they stand.
 */
export function camerasBeside(
  report: Report,
  conflicts: readonly Conflict[],
): { readonly free: number; readonly needed: number; readonly mandated: number } {
  const known = new Set(conflicts.map(({ device }) => device));
  const others = watchersOf(report.site)
    .filter(takesPictures)
    .filter((device) => !known.has(device) && report.verdicts.some((verdict) => isAbout(verdict, device)));
  const mandated = others.filter(({ mandatedBy }) => mandatedBy !== undefined && isFoundedMandate(mandatedBy));
  const optional = others.filter((device) => !mandated.includes(device));
  const free = optional.filter(
    (device) => !losesCoverage(report, withDevice(report, { ...device, status: 'removed' })),
  );
  return { free: free.length, needed: optional.length - free.length, mandated: mandated.length };
}

/** Loss of a covered share (0–1) that is only rounding. */
const SPECK = 0.001;

function losesCoverage(before: Report, after: Report): boolean {
  const [was, is] = [before, after].map((report) => ({
    ...report,
    verdicts: report.verdicts.filter(({ rule }) => rule.startsWith('coverage/')),
  }));
  if (!improves(was, is, [])) return true;
  const shares = new Map(was.verdicts.map((verdict) => [verdict.fingerprint, verdict.evidence?.coverage?.fraction]));
  return is.verdicts.some(({ fingerprint, outcome, evidence }) => {
    const loss = (shares.get(fingerprint) ?? Number.NaN) - (evidence?.coverage?.fraction ?? 0);
    return isFinding(outcome) && loss > SPECK;
  });
}

function isAbout({ rule, subject, outcome, tainted, doubt }: LintVerdict, { id }: Device): boolean {
  if (rule !== VIEW && rule !== INSIDE && rule !== CROSS) return false;
  return (
    subject.startsWith(`${id}>`) &&
    tainted === undefined &&
    doubt === undefined &&
    outcome !== 'pass' &&
    outcome !== 'notApplicable'
  );
}

function seen(contexts: readonly RuleContext[], device: Device, verdict: LintVerdict): ForbiddenView | undefined {
  const { subject, outcome, rule } = verdict;
  if (outcome === 'pass' || outcome === 'notApplicable') return undefined;
  const id = subject.slice(subject.indexOf('>') + 1);
  const context = contexts.find(({ pack }) => pack.id === leadersOf(verdict)[0]?.law) ?? contexts[0];
  const zone = context && zonesById(context.site).get(id);
  if (context === undefined || zone === undefined) return undefined;
  const target = privateZonesById(context.site).get(id) ?? possiblePrivateZones(context.site).get(id);
  const view = viewsOf(context, device).find((one) => one.target.zone.id === id);
  const reach = view?.grade.reach;
  return {
    zone,
    clauses: clausesOf(verdict),
    item: target?.prohibition.clause,
    outcome,
    inside: rule === INSIDE,
    area: rule === INSIDE ? undefined : (reach?.area ?? verdict.evidence?.sightLine?.area),
    ordered:
      target !== undefined &&
      clearDoorsOrdered(context, target.prohibition) &&
      reach !== undefined &&
      throughGlazing(reach),
    verdict,
  };
}

function drawnOf({ lenses: [aim] }: Device, north: number): Conflict['drawn'] {
  return {
    ...(aim?.heading !== undefined && { heading: bearing(aim.heading + north) }),
    ...(aim?.tilt !== undefined && { tilt: aim.tilt }),
    ...(aim?.hfov !== undefined && { hfov: aim.hfov }),
  };
}

/** True if a PTZ sees a private place somewhere in its range, whatever its home preset is. */
function isPtzSeeing(contexts: readonly RuleContext[], device: Device): boolean {
  const { lenses } = device;
  if (lenses.length === 0 || !lenses.every(({ form }) => form === 'ptz')) return false;
  const free: Device = {
    ...device,
    lenses: lenses.map((lens) => ({
      ...lens,
      heading: undefined,
      tilt: undefined,
      ptz: lens.ptz && { ...lens.ptz, home: undefined },
    })),
  };
  return contexts.some((context) => viewsOf(context, free).some(({ grade }) => grade.is === 'finding'));
}

/**
 * Returns edits that set a permanent mask, proved by linting again, if the camera sees one private place only.
 * Undefined if no mask settles it.
 */
function maskFor(report: Report, [only, ...others]: readonly ForbiddenView[]): readonly TextEdit[] | undefined {
  // Where another law orders the clear pane, a person decides; nothing is proposed there.
  if (only === undefined || others.length > 0 || only.ordered || only.inside) return undefined;
  const watcher = watcherOf(only.verdict, report);
  if (watcher === undefined) return undefined;
  for (const { edits, settles } of masked(only.verdict, watcher, report)) {
    if (isProved(report, edits, settles, undefined, (all) => counted(all, false))) return edits;
  }
  return undefined;
}
