// Conflicts as JSON.

import { bothLanguages } from '../../i18n/locale.js';
import { cautionsRecord } from '../../report/json/report.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { PlanConflicts } from './document.js';
import { answerCounts, conflictsHeadline, conflictText, terms } from './sentences.js';
import type { Conflict, ConflictAnswer, Need } from './types.js';
import { SEARCH } from './types.js';

/**
 * Returns the conflicts of several plans as data, as in schemas/conflicts-1.schema.json. Texts are in both languages,
 * whatever the locale.
 *
 * @param tool version of sitecam @param today YYYY-MM-DD
 */
export function conflictsRecord(found: readonly PlanConflicts[], tool: string, today: string) {
  return {
    version: 1,
    tool: { name: 'sitecam', version: tool },
    today,
    terms: { resolution: SEARCH.resolution, cells: SEARCH.cells, tilts: SEARCH.tilts, message: bothLanguages(terms()) },
    plans: found.map(planRecord),
  };
}

function planRecord({ report, conflicts, tainted, free, needed, mandated, drawings }: PlanConflicts) {
  return {
    plan: report.path,
    pack: report.pack.id,
    site: { name: report.site.name, categories: report.site.categories.map(({ id }) => id) },
    ...cautionsRecord(report),
    counts: { ...answerCounts(conflicts), tainted, free },
    message: bothLanguages(conflictsHeadline(conflicts, { tainted, free, needed, mandated })),
    conflicts: conflicts.map((conflict) => conflictRecord(conflict, report.pack, drawings.get(conflict.device.id))),
  };
}

function conflictRecord(conflict: Conflict, pack: PlanConflicts['report']['pack'], drawing: string | undefined) {
  const { device, drawn, needs, sees, answer, criterion, mask } = conflict;
  const { answer: text, criterion: second, mask: third } = conflictText(conflict, pack);
  return {
    device: device.id,
    level: device.level,
    drawn: { heading: drawn.heading ?? null, tilt: drawn.tilt ?? null, hfov: drawn.hfov ?? null },
    mustWatch: needs.map(needRecord),
    mustNotSee: sees.map(({ zone, clauses, outcome, inside, area, verdict }) => ({
      zone: zone.id,
      clauses,
      outcome,
      inside,
      area: area ?? null,
      fingerprint: verdict.fingerprint,
    })),
    answer: { ...answerRecord(answer), message: bothLanguages(text) },
    criterion:
      criterion === undefined
        ? null
        : {
            mustWatch: criterion.needs.map(needRecord),
            answer: { ...answerRecord(criterion.answer), ...(second && { message: bothLanguages(second) }) },
          },
    mask: mask === undefined ? null : { edits: mask.map(editRecord), ...(third && { message: bothLanguages(third) }) },
    ...(drawing !== undefined && { drawing }),
  };
}

function needRecord({ zone, clauses, level, density, threshold, before, others, area }: Need) {
  return { zone: zone.id, clauses, level, density, threshold, area, before, withoutIt: others };
}

function answerRecord(answer: ConflictAnswer) {
  switch (answer.is) {
    case 'pose':
      return {
        is: answer.is,
        pose: answer.pose,
        turn: answer.turn,
        tilt: answer.tilt,
        covered: answer.kept.map(({ need, after }) => ({ zone: need.zone.id, level: need.level, after })),
        edits: answer.edits?.map(editRecord) ?? null,
      };
    case 'none':
      return {
        is: answer.is,
        reason: answer.reason.is,
        by: answer.reason.is === 'sight' ? answer.reason.by.map(({ id }) => id) : [],
        sectors: answer.reason.is === 'sight' ? answer.reason.sectors : [],
        cells: answer.cells,
      };
    case 'undecided':
      return { is: answer.is, why: answer.why, cells: answer.cells };
  }
}

function editRecord({ path, from, to, text }: TextEdit) {
  return { path, from, to, text };
}
