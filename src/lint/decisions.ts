// Decisions: what an organ decided on the findings that only a person can judge. They answer reviews, nothing else.

import { groupBy } from '../base/arrays.js';
import { amended, amendedLazily } from '../base/lazy.js';
import { type DecisionFile, decisionsFor, type RawDecision } from '../config/decisions.js';
import { catalogue, type Text } from '../i18n/catalogue.js';
import { dayText } from '../i18n/day.js';
import { localizedList } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import type { Site } from '../plan/model.js';
import { locate } from '../source/place/locate.js';
import type { Place } from '../source/types.js';
import { geometryOf } from './baseline/geometry.js';
import type { Caution, Decision, LintVerdict } from './types.js';

/** A decision on the plan at hand, with its place in the file. */
export interface DecisionOnPlan {
  readonly decision: RawDecision;
  readonly place: Place;
  /** The place as `path:line`. */
  readonly at: string;
}

const t = catalogue('engine', {
  complies: {
    zh: '审查决定：{subjects}符合要求（{by}，{document}，{day}；理由：“{reason}”；见“{at}”）。',
    en: "Decided to comply: {subjects} ({by}, {document}, {day}; reason: '{reason}'; '{at}').",
  },
  amend: {
    zh: '审查决定：{subjects}须修改（{by}，{document}，{day}；理由：“{reason}”；见“{at}”）；修改前仍列为须当面核实。',
    en: "Decided to be amended: {subjects} ({by}, {document}, {day}; reason: '{reason}'; '{at}'); listed to be reviewed until then.",
  },
  lapsed: {
    zh: '审查决定失效：{subjects}所涉的设备、部位、其间的门窗，或者可及、覆盖的范围在决定作出后已变动，须重新核实（{by}，{document}，{day}；见“{at}”）。',
    en: "A decision lapsed: the device, the place, an opening between them or how much is seen or covered changed since on {subjects}, to be reviewed again ({by}, {document}, {day}; '{at}').",
  },
  otherwise: {
    zh: '审查决定失效：{subjects}所依据的标识、区域、认定文件或者场所名称与决定所记不符，须重新核实（{by}，{document}，{day}；见“{at}”）。',
    en: "A decision on {subjects} lapsed: the signs, rooms, designation or name of the site aren't as it recorded, to be reviewed again ({by}, {document}, {day}; '{at}').",
  },
  unanswering: {
    zh: '审查决定未采纳：{subjects}现判为不符合或者待补充，审查决定只答复须当面核实的事项（{by}，{document}，{day}；见“{at}”）。',
    en: "A decision was not taken: {subjects} is a fail or open now, and a decision answers only what is to be reviewed ({by}, {document}, {day}; '{at}').",
  },
  contradicted: {
    zh: '审查决定未采纳：对{subjects}另有不同的审查决定，本决定（{answer}；{by}，{document}，{day}；见“{at}”）与之均未采纳，请更正审查决定文件。',
    en: "A decision was not taken: another one on {subjects} says otherwise, and neither holds until the file is corrected ({answer}; {by}, {document}, {day}; '{at}').",
  },
  idle: {
    zh: '审查决定未对应任何须当面核实的事项：{subjects}（{by}，{document}，{day}；见“{at}”）。',
    en: "A decision is on nothing that is to be reviewed: {subjects} ({by}, {document}, {day}; '{at}').",
  },
});

/** What a decision says, in the words of its caution. */
const ANSWERS: Readonly<Record<RawDecision['decision'], Localized>> = {
  complies: { zh: '符合要求', en: 'to comply' },
  amend: { zh: '须修改', en: 'to be amended' },
};

/** Returns the decisions of the file on the plan at `plan` (absolute). */
export function decisionsOn(file: DecisionFile, plan: string): DecisionOnPlan[] {
  return decisionsFor(file, plan).map(({ decision, place }) => ({
    decision,
    place,
    at: `${place.path}:${locate(file.file, place).start.line}`,
  }));
}

/**
 * What becomes of a decision. `lapsed` where drawn elements, or how much is seen or covered of them, changed, `otherwise`
 * where what else it rests on did.
 */
type State = 'complies' | 'amend' | 'lapsed' | 'otherwise' | 'contradicted' | 'unanswering' | 'idle';

/**
 * Applies decisions to the verdicts. Returns the verdicts, each review without a waiver with the hash of what it rests
 * on and with its decision if there is one, even lapsed; and cautions, which every reader sees, on what became of each
 * decision. A decision applies only to such a review, and lapses once what that rests on has changed.
 * Decisions that haven't lapsed but contradict each other aren't applied.
 */
export function answered(
  verdicts: readonly LintVerdict[],
  site: Site,
  decisions: readonly DecisionOnPlan[],
): { readonly verdicts: LintVerdict[]; readonly cautions: Caution[] } {
  const geometry = geometryOf({ site });
  const byFinding = groupBy(decisions, ({ decision }) => decision.fingerprint);
  const states = new Map<DecisionOnPlan, { readonly state: State; readonly subject: string }>();
  const judged = verdicts.map((verdict): LintVerdict => {
    const { outcome, fingerprint, rule, subject, waiver } = verdict;
    // An entry copied for another rule with the fingerprint left as it was answers neither finding.
    const found = (byFinding.get(fingerprint) ?? []).filter(({ decision }) => decision.rule === rule);
    const record = (some: readonly DecisionOnPlan[], stateOf: (one: DecisionOnPlan) => State) => {
      for (const one of some) states.set(one, { state: stateOf(one), subject });
    };
    if (outcome !== 'review' || waiver !== undefined) {
      const isWorse = outcome === 'fail' || outcome === 'open';
      record(found, () => (isWorse ? 'unanswering' : 'idle'));
      return verdict;
    }
    if (found.length === 0) return amendedLazily(verdict, { geometry: () => geometry.decidedOn(verdict).hash });
    const { hash: own, drawnAlone } = geometry.decidedOn(verdict);
    const standing = found.filter(({ decision }) => decision.geometry === own);
    const isContradicted = new Set(standing.map(({ decision }) => decision.decision)).size > 1;
    record(found, () => (drawnAlone ? 'lapsed' : 'otherwise'));
    record(standing, ({ decision }) => (isContradicted ? 'contradicted' : decision.decision));
    const taken = (standing.length > 0 ? standing : found).at(-1);
    if (taken === undefined || isContradicted) return amended(verdict, { geometry: own });
    return amended(verdict, { geometry: own, decision: decisionOf(taken, standing.length === 0) });
  });
  const all = decisions.map((one) => ({
    ...one,
    ...(states.get(one) ?? { state: 'idle' as const, subject: one.decision.subject ?? one.decision.rule }),
  }));
  const papers = groupBy(all, ({ state, decision: { by, document, date, reason, decision } }) =>
    JSON.stringify([state, by, document, date, reason, ...(state === 'contradicted' ? [decision] : [])]),
  );
  return {
    verdicts: judged,
    cautions: [...papers.values()].map((same) => ({ kind: 'decided', text: cautionText(same) })),
  };
}

/** Returns the sentence on decisions of one paper that fared alike. */
function cautionText(same: readonly (DecisionOnPlan & { readonly state: State; readonly subject: string })[]): Text {
  const [{ state, at, decision }] = same;
  const { by, document, date, reason } = decision;
  const subjects = localizedList(same.map(({ subject }) => subject));
  return t[state]({ subjects, answer: ANSWERS[decision.decision], by, document, day: dayText(date), reason, at });
}

function decisionOf({ decision, place }: DecisionOnPlan, lapsed: boolean): Decision {
  const { decision: answer, by, document, date, reason } = decision;
  return { decision: answer, by, document, date, reason, place, ...(lapsed && { lapsed }) };
}
