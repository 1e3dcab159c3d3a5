// Rule project/requirement: what the law asks of a project's documents.

import type { RuleContext } from '../../facts/context.js';
import {
  type ConditionInput,
  type ConditionReads,
  conditionReads,
  isMet,
  missingIn,
  requirementsOf,
} from '../../facts/project/condition.js';
import { type Contradiction, contradictions } from '../../facts/project/contradictions.js';
import { caseSentence } from '../../facts/project/sentence.js';
import { inPhase, means } from '../../facts/project/stated-facts.js';
import { rowApplies, statedTracks, trackQuestion } from '../../facts/project/track.js';
import { type CategoryStatus, categoryStatuses } from '../../facts/protection/site.js';
import { CONDITIONS } from '../../facts/texts.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import { localizedList, quoted } from '../../i18n/list.js';
import { type Localized, verbatim, withoutStop } from '../../i18n/locale.js';
import { cite, clausesOfRequirements, penaltyClauses } from '../../law/lookup.js';
import { type Case, type FactPath, PHASES, type Requirement } from '../../law/requirement.js';
import type { ClauseId, Pack } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import type { Project } from '../../plan/project/model.js';
import { factName, meaningAt } from '../../plan/project/names.js';
import type { Place } from '../../source/types.js';
import { NOT_MEANT, notMeantBy } from '../coverage/wording/excluded-zones.js';
import { defineRule } from '../rule.js';
import type { Outcome, Statement } from '../verdict.js';
import { docs } from './docs/requirement.js';

const t = catalogue('', {
  said: { zh: '{text}。', en: '{text}.' },
  doubtful: {
    zh: '图中载明的{facts}有误或者互相矛盾，无法按{clause}判定。',
    en: "What the plan states of {facts} is wrong or contradicts itself; by {clause} it can't be told.",
  },
  write: { zh: '在图中写明{keys}。', en: 'Write {keys} in the plan.' },
  correct: { zh: '更正{facts}。', en: 'Correct {facts}.' },
  ofEither: {
    zh: '图中载明项目处于{phase}阶段，又载明{facts}；后者是现有系统的还是本项目的，须由审查人判定。属于现有系统的：{text}。属于本项目的：{other}。',
    en: "The plan states that the project is in its phase '{phase}', and also {facts}; whether that is of the system that was there before or of this project is for the reviewer to judge. If of the earlier system: {text}. If of this project: {other}.",
  },
  ifInstalled: {
    zh: '图中载明项目处于{phase}阶段，而图中全部图像采集设备均标明已安装；项目是否仍处于该阶段，须由审查人判定。仍处于该阶段的：{text}。已经建成使用的：{other}。',
    en: "The plan states that the project is in its phase '{phase}', while every image-capturing device is marked as installed; whether it still is in that phase is for the reviewer to judge. If it is: {text}. If it is built and in use: {other}.",
  },
  tell: {
    zh: '核对原件；与项目所处阶段不符的，更正所处阶段。',
    en: 'Check the documents, and correct the phase where it is another.',
  },
  spared: {
    zh: '图中载明本场所属于{track}（{document}，{by}），{clause}不适用，请审查人核对。',
    en: 'The plan states that the place is one of these: {track} ({document}, {by}). {clause} does not apply, and the reviewer may check it.',
  },
  sparedByWord: {
    zh: '按场所类别，{clause}不适用于本场所。',
    en: 'By the category of the site, {clause} does not apply to it.',
  },
  ...NOT_MEANT,
  ifMeant: {
    zh: '{clause}是否适用取决于{condition}，图中未载明，无法判定。如适用：{text}。',
    en: "Whether {clause} applies depends on {condition}, which the plan doesn't state; it can't be told. If it does: {text}.",
  },
  ifAsked: {
    zh: '图中未载明本场所属于何类公共场所，无法判定{clause}是否适用。如适用：{text}。',
    en: "The plan doesn't say what kind of public place the site is; whether {clause} applies can't be told. If it does: {text}.",
  },
});

/**
 * The rule project/requirement. It judges each row of the pack's requirements by the facts that the plan states under
 * `project`. What each law requires stands in its pack alone, not in code.
 */
export const rule = defineRule({
  id: 'project/requirement',
  level: 'error',
  title: { zh: '条文对项目文件的要求', en: "What the law asks of the project's documents" },
  clausesIn: mayCite,
  appliesTo: ({ requirements }) => requirements !== undefined,
  waivable: false,
  messages: templatesOf(t),
  check,
  docs,
});

/** Returns the clauses of the requirements and their penalty clauses. */
function mayCite(pack: Pack): readonly ClauseId[] {
  const asked = clausesOfRequirements(pack);
  return [...new Set([...asked, ...penaltyClauses(pack, asked)])];
}

function check(context: RuleContext): readonly Statement[] {
  const { site, pack, today } = context;
  const { project } = site;
  if (project === undefined) return [];
  const doubts = contradictions(project, site, today);
  return (pack.requirements ?? []).map((row) => verdictOn(context, project, row, doubts));
}

function verdictOn(
  context: RuleContext,
  project: Project,
  row: Requirement,
  doubts: readonly Contradiction[],
): Statement {
  const { site, pack } = context;
  const asks = rowApplies(site, pack, row);
  if (asks.is === 'no') return spared(context, project, row);
  const { state, condition, named } = meantBy(site, row);
  if (state === 'out') return notMeant(context, project, row, named);
  const asked = requirementsOf(row, context, project);
  const { chosen, looks } = choose(row, asked);
  const about = { at: placeOf(chosen, looks, asked), looks, site };
  const meant = doubts.filter(({ facts }) => facts.some(({ path }) => looks.paths.some((one) => means(one, path))));
  const doubtful = meant.filter(({ reached }) => reached === undefined);
  const clause = clauseOf(context, row);
  if (doubtful.length > 0) {
    const facts = localizedList(distinct(doubtful.flatMap((doubt) => doubt.facts.map(({ path }) => factName(path)))));
    const place = doubtful[0]?.facts[0].place ?? about.at;
    const said = t.doubtful({ facts, clause });
    return {
      ...statement(context, row, 'open', said, { ...about, at: place }),
      advice: t.correct({ facts }),
    };
  }
  const text = withoutStop(caseSentence(chosen.say, row, chosen, asked));
  const either = eitherWay(context, project, row, meant, chosen);
  if (either !== undefined) {
    const phase = meaningAt('phase', project.phase);
    const message = textOf(t, either.id, { phase, text, ...either.params });
    return ticked(row, { ...statement(context, row, either.outcome, message, about), advice: t.tell }, message);
  }
  const isUnsure = asks.is === 'unknown' && (chosen.outcome === 'fail' || chosen.outcome === 'open');
  const isUnmeant = state === 'unknown' && (chosen.outcome === 'fail' || chosen.outcome === 'open');
  const said = isUnsure
    ? t.ifAsked({ clause, text })
    : isUnmeant
      ? t.ifMeant({ clause, text, condition })
      : t.said({ text });
  const advice = chosen.advice && t.said({ text: withoutStop(caseSentence(chosen.advice, row, chosen, asked)) });
  const missing = chosen.when === undefined ? [] : missingIn(chosen.when, asked);
  const question = isUnsure ? trackQuestion(site, pack) : undefined;
  const outcome = isUnsure || isUnmeant ? 'open' : chosen.outcome;
  const judged: Statement = {
    ...statement(context, row, outcome, said, about, chosen.clauses),
    ...((question ?? advice) && { advice: question ?? advice }),
    ...(outcome === 'open' && missing.length > 0 && { edit: t.write({ keys: localizedList(missing.map(keyOf)) }) }),
    ...(outcome === 'fail' && asks.basis !== 'law' && { basis: asks.basis }),
  };
  const isStated = looks.paths.some((path) => path !== 'phase' && asked.facts.at(path).length > 0);
  return ticked(row, judged, isStated ? said : undefined);
}

/** Returns the key of a fact as it stands in a plan. */
function keyOf(path: FactPath): Localized {
  return verbatim(`project.${path}`);
}

/** Returns the statement, a review as a tick box of the checklist: no drawing shows what a paper says. */
function ticked({ name, finding }: Requirement, judged: Statement, stated: Localized | undefined): Statement {
  return judged.outcome === 'review' && finding !== true
    ? { ...judged, tick: { item: name, ...(stated && { stated }) } }
    : judged;
}

/**
 * Judges the row also in the later phase that doubts suggest. Undefined if there is no such phase, or if the outcome is
 * the same in both.
 */
function eitherWay(
  context: RuleContext,
  project: Project,
  row: Requirement,
  doubts: readonly Contradiction[],
  chosen: Case,
): { id: 'ofEither' | 'ifInstalled'; outcome: Outcome; params: Readonly<Record<string, Localized>> } | undefined {
  const reached = PHASES.findLast((phase) => doubts.some((doubt) => doubt.reached === phase));
  if (reached === undefined) return undefined;
  const asked = requirementsOf(row, context, inPhase(project, reached));
  const { chosen: later } = choose(row, asked);
  if (later.outcome === chosen.outcome) return undefined;
  const isShort = ({ outcome }: Case) => outcome === 'fail' || outcome === 'open';
  const second = doubts.flatMap(({ facts }) => facts.slice(1).map(({ path }) => factName(path)));
  return {
    id: second.length > 0 ? 'ofEither' : 'ifInstalled',
    outcome: isShort(chosen) && isShort(later) ? 'open' : 'review',
    params: {
      other: withoutStop(caseSentence(later.say, row, later, asked)),
      ...(second.length > 0 && { facts: localizedList(distinct(second)) }),
    },
  };
}

/**
 * Returns the first case whose condition is met, and everything read until then. Throws if no case is met: the last one
 * must have no condition.
 */
function choose({ cases, deadline }: Requirement, asked: ConditionInput): { chosen: Case; looks: ConditionReads } {
  const seen: ConditionReads[] = [];
  const looks = (): ConditionReads => ({
    paths: seen.flatMap(({ paths }) => paths).flatMap((path) => (path === 'deadline' ? (deadline?.from ?? []) : path)),
    drawing: seen.some(({ drawing }) => drawing),
  });
  for (const chosen of cases) {
    const { when } = chosen;
    if (when === undefined) return { chosen, looks: looks() };
    seen.push(conditionReads(when));
    if (isMet(when, asked)) return { chosen, looks: looks() };
  }
  throw new Error('the last case of a requirement has a condition');
}

interface About {
  readonly at: Place;
  readonly looks: ConditionReads;
  readonly site: Site;
}

function statement(
  { pack }: RuleContext,
  row: Requirement,
  outcome: Outcome,
  message: Statement['message'],
  { at, looks, site }: About,
  more: readonly ClauseId[] = [],
): Statement {
  const cited = [...row.clauses, ...more];
  return {
    subject: row.id,
    outcome,
    message,
    clauses: cited,
    ...(more.length > 0 && { decides: row.clauses }),
    penalties: outcome === 'fail' ? penaltyClauses(pack, cited) : [],
    // The documents state it or don't, whatever is built later.
    existing: true,
    place: at,
    related: [],
    dependsOn: looks.drawing ? drawn(site) : { levels: [], devices: [] },
  };
}

/** Returns a dependence on every device: a fault anywhere may hide a device or a zone that the verdict asks for. */
function drawn({ levels, faults }: Site): Statement['dependsOn'] {
  const devices = [
    ...levels.flatMap((level) => level.devices.map(({ id }) => id)),
    ...faults.flatMap(({ taints }) => taints.devices),
  ];
  return { levels: [], devices: [...new Set(devices)] };
}

function spared(context: RuleContext, project: Project, row: Requirement): Statement {
  const { site, pack } = context;
  const clause = clauseOf(context, row);
  const [stated] = statedTracks(site, pack);
  const about = { at: stated?.stated.place ?? project.place, looks: { paths: [], drawing: false }, site };
  if (stated === undefined) return statement(context, row, 'notApplicable', t.sparedByWord({ clause }), about);
  const { track, stated: said } = stated;
  const params = { track: track.name, document: quoted(said.document), by: quoted(said.by), clause };
  return statement(context, row, 'notApplicable', t.spared(params), about);
}

/**
 * Returns whether the row speaks of the site, the condition this depends on if the plan doesn't say, and the status of
 * the categories named.
 */
function meantBy(
  site: Site,
  { categories }: Requirement,
): { state: 'in' | 'out' | 'unknown'; condition: Localized; named: readonly CategoryStatus[] } {
  const none = { condition: verbatim(''), named: [] };
  if (categories === undefined) return { state: 'in', ...none };
  const named = categoryStatuses(site).filter(({ category }) => categories.includes(category.id));
  if (named.some(({ state }) => state === 'in')) return { state: 'in', ...none };
  const unsaid = named.find(({ state }) => state === 'unknown')?.category.condition;
  return unsaid === undefined
    ? { state: 'out', ...none, named }
    : { state: 'unknown', ...none, condition: CONDITIONS[unsaid] };
}

function notMeant(
  context: RuleContext,
  project: Project,
  row: Requirement,
  named: readonly CategoryStatus[],
): Statement {
  const about = { at: project.place, looks: { paths: [], drawing: false }, site: context.site };
  const { outcome, message } = notMeantBy(named, clauseOf(context, row));
  return ticked(row, statement(context, row, outcome, message, about), message);
}

function clauseOf({ pack }: RuleContext, { id, clauses: [main] }: Requirement): Localized {
  return main === undefined ? verbatim(id) : cite(pack, main);
}

/**
 * Returns the place in the plan for the verdict: a fact that the case rests on, else a fact beside the missing one,
 * else the project.
 */
function placeOf({ when }: Case, looks: ConditionReads, { facts, project }: ConditionInput): Place {
  const own = when === undefined ? [] : conditionReads(when).paths.filter((path) => path !== 'phase');
  // A case without a condition rests on the facts that were read last.
  const paths = own.length > 0 ? own : looks.paths.toReversed().filter((path) => path !== 'phase');
  const stated = paths.flatMap((path) => facts.at(path))[0];
  const missing = paths.find((path) => facts.lacks(path));
  const group = missing?.slice(0, missing.indexOf('.') + 1);
  const beside = group ? project.facts.find(({ path }) => path.startsWith(group)) : undefined;
  return (stated ?? beside ?? project).place;
}

function distinct(names: readonly Localized[]): Localized[] {
  return [...new Map(names.map((name) => [name.zh, name])).values()];
}
