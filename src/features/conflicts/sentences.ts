// Sentences about conflicts, put together from the texts.

import { joined } from '../../i18n/catalogue.js';
import { localizedList, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { percent, plainFigure, squareMetres } from '../../i18n/number.js';
import { cite, densityLevel } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Range, Zone } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { leadingClauses } from '../../rules/bases.js';
import { t } from './texts.js';
import {
  type Conflict,
  type ConflictAnswer,
  type ForbiddenView,
  type Need,
  type NoPoseCause,
  type PoseCoverage,
  SEARCH,
} from './types.js';

/** Sentences on one camera's conflict, by section of the report. Only `answer` is always there. */
export interface ConflictText {
  /** Sentences on the places it must watch. */
  readonly watch: readonly Localized[];
  /** Sentences on the places it must not see. */
  readonly avoid: readonly Localized[];
  /** The answer: whether a pose does both. */
  readonly answer: Localized;
  /** Sentence on the design criteria; undefined if none depends on the camera. */
  readonly criterion: Localized | undefined;
  /** Sentence on a permanent mask that settles the conflict; undefined if there is none. */
  readonly mask: Localized | undefined;
}

/** Returns the sentences about one camera's conflict. */
export function conflictText(conflict: Conflict, pack: Pack): ConflictText {
  const { needs, sees, criterion, answer } = conflict;
  const only = needs.length > 0 || criterion === undefined ? [] : criterion.needs;
  return {
    watch: [
      ...needs.map((need) =>
        t.watch({ ...figuresOf(need, pack), clauses: localizedList(need.clauses.map((id) => cite(pack, id))) }),
      ),
      ...only.map((need) => t.onlyCriterion(figuresOf(need, pack))),
    ],
    avoid: sees.map((view) => avoidText(view, pack)),
    answer: answerText(conflict, answer, needs),
    criterion: criterion === undefined ? undefined : criterionText(conflict, criterion.needs, criterion.answer, pack),
    mask: conflict.mask === undefined ? undefined : t.mask,
  };
}

/** Returns the zone's name, or its id if it has none, in quotes. */
function zoneName({ name, id }: Zone): Localized {
  return quoted(name ?? id);
}

function zoneNames(zones: readonly Zone[]): Localized[] {
  // Several laws may each have a finding in one room. The room is named once.
  return [...new Map(zones.map((zone) => [zone.id, zone])).values()].map(zoneName);
}

function figuresOf(need: Need, pack: Pack) {
  const { zone, before, others, threshold } = need;
  return {
    zone: zoneName(zone),
    before: percent(before, threshold),
    others: percent(others, threshold),
    threshold: plainFigure(threshold * 100),
    at: atLevel(need, pack),
  };
}

function atLevel({ level, density }: Need, pack: Pack): Localized {
  return t.atLevel({ name: densityLevel(pack, level).name, density: plainFigure(density) });
}

function avoidText(view: ForbiddenView, pack: Pack): Localized {
  const { zone, clauses, item, outcome, inside, area, verdict } = view;
  const leading = leadingClauses(verdict);
  const decides = leading.length === 0 ? clauses.slice(0, 1) : leading;
  const cited = [...new Set([...decides, ...(item === undefined ? [] : [item])])].map((id) => cite(pack, id));
  const how = inside ? t.inside : area === undefined ? t.seen : t.seenArea({ area: squareMetres(area) });
  return t.avoid({ zone: zoneName(zone), clauses: localizedList(cited), how, outcome: t[outcome] });
}

/** Returns the coverage asked of a pose, in words: “通道P2”的覆盖率达到50%. */
function neededText(needs: readonly Need[]): Localized {
  const parts = needs.map(({ zone, threshold }) =>
    t.covers({ zone: zoneName(zone), threshold: plainFigure(threshold * 100) }),
  );
  return joined(parts, t.andBetween);
}

function answerText(conflict: Conflict, answer: ConflictAnswer, needs: readonly Need[]): Localized {
  switch (answer.is) {
    case 'pose':
      return poseText(conflict, answer);
    case 'none':
      return noneText(conflict, answer.reason, needs, answer.cells);
    case 'undecided':
      return answer.why === 'resolution'
        ? t['undecided-resolution']({ resolution: SEARCH.resolution })
        : t[`undecided-${answer.why}`];
  }
}

function poseText({ drawn, sees, criterion }: Conflict, answer: ConflictAnswer & { readonly is: 'pose' }): Localized {
  const { pose, turn, tilt, kept, edits } = answer;
  const was = (degrees: number | undefined) =>
    degrees === undefined ? t.nothing : t.was({ degrees: plainFigure(degrees) });
  const changes = [
    ...(turn === 0
      ? []
      : [
          t.heading({
            was: was(drawn.heading),
            now: plainFigure(pose.heading),
            side: turn < 0 ? t.left : t.right,
            by: plainFigure(Math.abs(turn)),
          }),
        ]),
    ...(tilt === 0 ? [] : [t.tilt({ was: was(drawn.tilt), now: plainFigure(pose.tilt) })]),
    ...(pose.hfov === undefined ? [] : [t.hfov({ was: was(drawn.hfov), now: plainFigure(pose.hfov) })]),
  ];
  return t.pose({
    changes: joined(changes, t.clauseBetween),
    kept: keptText(kept),
    zones: localizedList(zoneNames(sees.map(({ zone }) => zone))),
    proof: edits === undefined ? t.judgedAgain : t.editedAgain,
    // A design criterion that no pose meets may be missed newly, since it is no law.
    nothing: criterion === undefined || criterion.answer.is === 'pose' ? t.nothingNew : t.nothingButCriterion,
  });
}

function keptText(kept: readonly PoseCoverage[]): Localized {
  if (kept.length === 0) return t.nothing;
  const parts = kept.map(({ need, after }) =>
    t.kept({ zone: zoneName(need.zone), after: percent(after, need.threshold) }),
  );
  return t.keptAll({ parts: joined(parts, t.clauseBetween) });
}

/** Returns sectors of headings in words, as the plan's file counts them: 219°～321°. */
function sectorText(sectors: readonly Range[]): Localized {
  const turned = (degrees: number) => plainFigure(bearing(Math.round(degrees * 10) / 10));
  return localizedList(
    sectors.map(([from, to]) => (to - from >= 360 ? t.anyHeading : t.sector({ from: turned(from), to: turned(to) }))),
  );
}

function noneText({ sees }: Conflict, reason: NoPoseCause, needs: readonly Need[], cells: number): Localized {
  const zones = localizedList(zoneNames(sees.map(({ zone }) => zone)));
  const proof = t.proof({ cells });
  // If every view is a review, a person must judge before anything is changed.
  const ways = sees.every(({ outcome }) => outcome === 'review') ? t.reviewFirst : t.nothing;
  switch (reason.is) {
    case 'inside':
      return t.noneInside({ zones });
    case 'ptz':
      return t.nonePtz({ zones, ways });
    case 'coverage':
      return t.noneCoverage({ needs: neededText(needs), proof });
    case 'sight': {
      const isAll = reason.sectors.some(([from, to]) => to - from >= 360);
      return t.noneSight({
        needs: neededText(needs),
        within: isAll ? t.nothing : t.within({ sectors: sectorText(reason.sectors) }),
        by: joined(zoneNames(reason.by), t.orBetween),
        proof,
        ways,
      });
    }
  }
}

function criterionText(conflict: Conflict, needs: readonly Need[], answer: ConflictAnswer, pack: Pack): Localized {
  const keptBy = conflict.answer.is === 'pose' && answer.is === 'pose' ? answer.kept : [];
  const figures = needs.map((need) => {
    const kept = keptBy.find((one) => one.need === need);
    const { others: _, ...values } = figuresOf(need, pack);
    return kept === undefined
      ? t.criterionDrawn(values)
      : t.criterionThen({ ...values, after: percent(kept.after, need.threshold) });
  });
  const isJoint = new Set([...conflict.needs, ...needs].map(({ zone }) => zone.id)).size > 1;
  return t.criterion({ figures: joined(figures, t.partBetween), tail: criterionTail(answer, isJoint) });
}

/** @param isJoint true if the poses must cover more than one zone as asked, by the law or a criterion */
function criterionTail(answer: ConflictAnswer, isJoint: boolean): Localized {
  if (answer.is === 'pose') return t.criterionMet;
  if (answer.is === 'undecided') return t.criterionUndecided;
  if (answer.reason.is === 'coverage') return isJoint ? t.criteriaNever : t.criterionNever;
  return isJoint ? t.criteriaSee : t.criterionSees;
}

/** Returns the number of cameras with each kind of answer. */
export function answerCounts(conflicts: readonly Conflict[]): Readonly<Record<ConflictAnswer['is'], number>> {
  const count = (is: ConflictAnswer['is']) => conflicts.filter(({ answer }) => answer.is === is).length;
  return { pose: count('pose'), none: count('none'), undecided: count('undecided') };
}

/** Numbers of verdicts and cameras that the report of conflicts mentions but doesn't explain. */
export interface Beside {
  /** Verdicts on views that faults of the plan leave open. */
  readonly tainted: number;
  /** Cameras that capture where nobody may and on which no protection depends. */
  readonly free: number;
  /** Cameras without a conflict that capture where nobody may and without which a verdict on coverage gets worse. */
  readonly needed: number;
  /** Cameras without a conflict that capture where nobody may and that, by the plan, another rule orders there. */
  readonly mandated: number;
}

/** Returns the sentence that sums up the conflicts of a plan. */
export function conflictsHeadline(conflicts: readonly Conflict[], beside: Beside): Localized {
  const tainted = beside.tainted === 0 ? t.nothing : t.tainted({ n: beside.tainted });
  const free = joined([
    ...(beside.free === 0 ? [] : [t.free({ n: beside.free })]),
    ...(beside.needed === 0 ? [] : [t.needed({ n: beside.needed })]),
    ...(beside.mandated === 0 ? [] : [t.mandated({ n: beside.mandated })]),
  ]);
  const isTried = beside.needed === 0 && beside.mandated === 0;
  if (conflicts.length === 0) return (isTried ? t.none : t.noneReaching)({ free, tainted });
  return t.headline({ all: conflicts.length, ...answerCounts(conflicts), free, tainted });
}

/** Returns the note that explains what a pose is and which terms of the search are ours. */
export function terms(): Localized {
  const { tilts, resolution, cells } = SEARCH;
  return t.terms({ low: tilts[0], high: tilts[1], resolution, cells });
}
