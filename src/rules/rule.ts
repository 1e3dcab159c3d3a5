import type { RuleContext } from '../facts/context.js';
import type { Localized } from '../i18n/locale.js';
import type { Messages } from '../i18n/message.js';
import { compose, partsOf } from '../law/compose.js';
import type { ClauseId, Pack } from '../law/types.js';
import type { Waiver } from '../plan/model.js';
import type { Statement } from './verdict.js';

export type RuleLevel = 'error' | 'warning';

/**
 * Documentation in Markdown: what it checks, why, what it can say, what to do. Every ```yaml block is a whole plan that a
 * test lints; it starts with one or more lines `# => OUTCOME SUBJECT` (`# => fail entrance`) of what this rule says of it.
 */
export interface RuleDocs {
  readonly zh: string;
  readonly en: string;
}

/**
 * What became of one waiver of the plan once every verdict was known.
 * `applied`: it sets a finding aside; `undecided`: its verdict can't be told because the plan is faulty, so neither can
 * its use; `refused`: the run takes no waivers; the others are findings. Of several that hold, the first of unknown, forbidden, expired, unused.
 */
export type WaiverState = 'applied' | 'refused' | 'undecided' | 'unknown' | 'forbidden' | 'expired' | 'unused';

export interface WaiverAccount {
  readonly waiver: Waiver;
  readonly state: WaiverState;
  /** A known rule id close to an unknown one. */
  readonly suggestion?: string;
  /** The title of the rule it names, where there is one. */
  readonly title?: Localized;
}

/** A rule is one file: everything about it is in this object. */
export interface Rule<M extends Messages = Messages> {
  readonly id: string;
  readonly level: RuleLevel;
  readonly title: Localized;
  /** Clauses it may cite. */
  readonly clauses: readonly ClauseId[];
  /** Those it may cite by a pack that doesn't have all of `clauses`, where it is judged by what the pack's data say. */
  readonly citing?: (pack: Pack) => readonly ClauseId[];
  /** Whether a pack asks for it at all: it isn't run by one that doesn't. Absent: every pack does. */
  readonly asked?: (pack: Pack) => boolean;
  /** It says of every plan what no drawing settles: while it is a warning it counts for no exit code, whatever that is set to. */
  readonly standing?: true;
  /** Its clauses exclude each other: a person is asked which of them the site falls under, and not whether it complies. */
  readonly chooses?: true;
  /** Names of the pack's parameters that its verdicts rest on. */
  readonly parameters?: readonly string[];
  /** Whether an author's waiver may set it aside (never where the law asks: coverage/protected, declared and standard, capture/*, project/*). */
  readonly waivable: boolean;
  readonly messages: M;
  readonly docs: RuleDocs;
  /** All verdicts of this rule on the site, in any order; at least one (notApplicable when it matched nothing) unless it is a plan/* or waiver/* rule; of the two on a project's documents one speaks. */
  readonly check: (context: RuleContext) => readonly Statement[];
  /**
   * What it says of the plan's waivers. Only rules of waiver/* have it: whether a waiver is used shows only when every
   * `check` has spoken, so the engine accounts for the waivers between the two.
   */
  readonly audit?: (context: RuleContext, waivers: readonly WaiverAccount[]) => readonly Statement[];
}

/** The clauses that the rule may cite by `pack`, each of several that asks for it in turn: only such as the pack has. */
export function clausesUnder(
  { clauses, citing, asked }: Pick<Rule, 'clauses' | 'citing' | 'asked'>,
  pack: Pack,
): readonly ClauseId[] {
  const under = (part: Pack): readonly ClauseId[] => {
    const known = new Set(part.clauses.map(({ id }) => id));
    const all = clauses.every((id) => known.has(id));
    return all || citing === undefined ? clauses.filter((id) => known.has(id)) : citing(part);
  };
  return [...new Set(partsOf(pack).flatMap((part) => (asked?.(part) === false ? [] : under(part))))];
}

/** Those of `packs` that ask for the rule, as one; all of them where none does. */
export function askedBy({ asked }: Pick<Rule, 'asked'>, packs: readonly [Pack, ...Pack[]]): Pack {
  const [first, ...others] = packs.filter((pack) => asked?.(pack) !== false);
  return compose(first === undefined ? packs : [first, ...others]);
}

/** Helper that keeps the messages' ids as a type. */
export function defineRule<M extends Messages>(rule: Rule<M>): Rule<M> {
  return rule;
}
