// Rule: the shape of a rule, with its id, level, texts, documentation and check.
import type { RuleContext } from '../facts/context.js';
import type { Localized } from '../i18n/locale.js';
import type { Messages } from '../i18n/message.js';
import { compose, partsOf } from '../law/compose.js';
import type { ClauseId, Pack } from '../law/types.js';
import type { Waiver } from '../plan/model.js';
import type { Statement } from './verdict.js';

/** Level of severity of a rule. A `warning` counts for the exit code only if a user asks for it. */
export type RuleLevel = 'error' | 'warning';

/**
 * A rule's documentation page in both languages, as Markdown: what the rule checks, why, what it can state, what to do.
 * Every yaml block is a whole plan that a test lints. It starts with one or more lines `# => OUTCOME SUBJECT`, such as
 * `# => fail entrance`: the verdicts that this rule states about it.
 */
export interface RuleDocs {
  readonly zh: string;
  readonly en: string;
}

/**
 * State of one waiver of the plan, worked out when every verdict is known. `applied`: it sets a finding aside.
 * `undecided`: the plan is faulty, so its verdict and therefore its use can't be decided. `refused`: the run takes no
 * waivers. The other five are findings; of several that hold, the first of unknown, forbidden, expired, unfounded,
 * unused is taken.
 */
export type WaiverState =
  | 'applied'
  | 'refused'
  | 'undecided'
  | 'unknown'
  | 'forbidden'
  | 'expired'
  | 'unfounded'
  | 'unused';

/** A waiver of the plan with its state (applied, expired and so on), as the rules waiver/* are given it. */
export interface WaiverAccount {
  /** The waiver, as the plan states it. */
  readonly waiver: Waiver;
  /** Its state. */
  readonly state: WaiverState;
  /** A known rule id close to the unknown one that the waiver names; undefined if none is close. */
  readonly suggestion?: string;
  /** Title of the rule that the waiver names; undefined if there is no such rule. */
  readonly title?: Localized;
}

/**
 * One rule of the linter: what it checks, which clauses it may cite, its texts and its documentation page. A rule is
 * one file, and everything about it is in this object.
 */
export interface Rule {
  /** Stable id, `group/name`: `capture/cross-level`. */
  readonly id: string;
  /** Level of severity of its findings. */
  readonly level: RuleLevel;
  /** Short title, for lists and reports. */
  readonly title: Localized;
  /**
   * Returns the clauses that the rule may cite under the pack, items by themselves, penalties included. Undefined: the
   * rule cites no law.
   */
  readonly clausesIn?: (pack: Pack) => readonly ClauseId[];
  /** True if the pack asks for the rule; the rule isn't run by other packs. Undefined: every pack asks for it. */
  readonly appliesTo?: (pack: Pack) => boolean;
  /** Names of the pack's parameters that the verdicts rest on. */
  readonly parameters?: readonly string[];
  /**
   * True if an author's waiver may set a finding aside. Never true of a rule that cites law: coverage/protected,
   * coverage/declared, coverage/standard, capture/*, project/*, and names that contradict the drawing.
   */
  readonly waivable: boolean;
  /** Templates of the texts by id: `templatesOf` the catalogue. */
  readonly messages: Messages;
  /** The documentation page. */
  readonly docs: RuleDocs;
  /**
   * Returns all verdicts of this rule on the site, in any order. At least one (`notApplicable` when it matched
   * nothing), except that plan/* and waiver/* rules may return none and that only one of project/requirement and
   * project/stated returns any.
   */
  readonly check: (context: RuleContext) => readonly Statement[];
  /**
   * Returns the verdicts on the plan's waivers. Only rules of waiver/* have it: a waiver's use shows only after every
   * `check` has run, so `lint` works out the states of the waivers in between.
   */
  readonly audit?: (context: RuleContext, waivers: readonly WaiverAccount[]) => readonly Statement[];
}

/**
 * Returns the clauses that the rule may cite under `pack`, each once. Of a pack composed of several, each one that asks
 * for the rule contributes its own.
 */
export function clausesUnder({ clausesIn, appliesTo }: Pick<Rule, 'clausesIn' | 'appliesTo'>, pack: Pack): ClauseId[] {
  const under = (part: Pack) => (appliesTo?.(part) === false ? [] : (clausesIn?.(part) ?? []));
  return [...new Set(partsOf(pack).flatMap(under))];
}

/** True if the rule judges by a law; the others judge the plan's text, its waivers, or a figure of ours. */
export function citesLaw({ clausesIn }: Pick<Rule, 'clausesIn'>): boolean {
  return clausesIn !== undefined;
}

/** Returns the packs that ask for the rule, composed into one; all of `packs` composed if none asks. */
export function applicablePack({ appliesTo }: Pick<Rule, 'appliesTo'>, packs: readonly [Pack, ...Pack[]]): Pack {
  const [first, ...others] = packs.filter((pack) => appliesTo?.(pack) !== false);
  return compose(first === undefined ? packs : [first, ...others]);
}

/**
 * Class of a rule's findings. `law`: a clause carries them. `criterion`: measured by figures of sitecam's alone.
 * `drawing`: a fault of the drawing or of a waiver, which no law is about.
 */
export type FindingClass = 'law' | 'criterion' | 'drawing';

/** Returns the class of the rule's findings: rules without clauses are about the drawing, or measure by figures of ours. */
export function findingClass({ id, ...rule }: Pick<Rule, 'id' | 'clausesIn'>): FindingClass {
  if (citesLaw(rule)) return 'law';
  return id.startsWith('plan/') || id.startsWith('waiver/') ? 'drawing' : 'criterion';
}

/** Returns `rule` unchanged; lets the compiler check the object where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
