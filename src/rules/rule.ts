import type { Point, Ring } from '../geometry/types.js';
import type { Locale, Localized } from '../i18n/locale.js';
import type { Message, MessageParam, Messages } from '../i18n/message.js';
import { compose, partsOf } from '../law/compose.js';
import type { ClauseId, Pack } from '../law/types.js';
import type { Site, Waiver } from '../plan/model.js';
import type { Sight } from '../sight/types.js';
import type { Place } from '../source/types.js';

export type Outcome = 'fail' | 'open' | 'review' | 'pass' | 'notApplicable';
export type RuleLevel = 'error' | 'warning';

/** A second place that explains the first. */
export interface Related {
  readonly place: Place;
  readonly caption: Localized;
}

/** What can be checked by hand. Metres, m², px/m; points in plan metres. */
export interface Evidence {
  readonly level: string;
  /** The level of the device, where it is another one. */
  readonly from?: string;
  /** Camera, then where it crosses openings, then the worst point. */
  readonly sightLine?: {
    readonly device: string;
    readonly points: readonly Point[];
    readonly openings: readonly string[];
    readonly distance: number;
    readonly density?: number;
    readonly area?: number;
    readonly depth?: number;
  };
  readonly coverage?: {
    readonly fraction: number;
    readonly threshold: number;
    readonly area: number;
    readonly covered: number;
    readonly level: string;
  };
  readonly uncovered?: readonly { readonly area: number; readonly outline: readonly Ring[] }[];
  /** Views into the zone through closed doors that are too slight to matter, counted. */
  readonly grazes?: number;
}

/** What one rule says of one subject. */
export interface Verdict {
  /** Filled in by the engine. */
  readonly rule: string;
  /** Filled in by the engine where there are several: the pack it is a verdict by. Absent of what a rule says of the plan itself. */
  readonly pack?: string;
  /** Stable and exact: what a waiver or a baseline names. */
  readonly subject: string;
  readonly outcome: Outcome;
  readonly message: Message;
  /** What would help, where something would. */
  readonly advice?: Message;
  /** Clauses it rests on, the first is the main one; then penalties and references in the order to print. */
  readonly clauses: readonly ClauseId[];
  /**
   * Those of `clauses` that it is a verdict on; the others are only cited. Absent: all of them. A view from outside is
   * judged by Art. 9(1): the item of Art. 9(2) says why the place is private, and is not itself broken.
   */
  readonly decides?: readonly ClauseId[];
  /** Penalty clauses that may apply (only on fail). */
  readonly penalties: readonly ClauseId[];
  /** What it is about is marked as installed already, so that nothing needs carrying out as drawn for it to be so. */
  readonly existing?: true;
  readonly place: Place;
  readonly related: readonly Related[];
  readonly evidence?: Evidence;
  /** What the verdict depends on: where one of these is faulty the engine turns it into `open` with the reason. */
  readonly dependsOn: {
    readonly levels: readonly string[];
    readonly devices: readonly string[];
    /** Of a verdict on signs those that are met there, perhaps none; absent: it is no verdict on signs. */
    readonly signs?: readonly string[];
  };
}

export interface RuleContext {
  readonly site: Site;
  readonly sight: Sight;
  readonly pack: Pack;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** The plan judged by each of the packs that `context.pack` is made of, in turn: what is seen of it is the same. */
export function byPack(context: RuleContext): readonly RuleContext[] {
  const { site, pack } = context;
  return partsOf(pack).map((part) =>
    part === pack ? context : { ...context, pack: part, site: { ...site, pack: part } },
  );
}

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

/** What a rule says of one subject; the engine adds the rule's id. */
export type Statement = Omit<Verdict, 'rule' | 'pack'>;

/** A statement of what no penalty follows: most are on the plan itself, with no clause behind them. What isn't given is nothing. */
export function remark(
  said: Pick<Statement, 'subject' | 'outcome' | 'message' | 'place'> &
    Partial<Pick<Statement, 'advice' | 'clauses' | 'related' | 'evidence' | 'dependsOn'>>,
): Statement {
  return { clauses: [], penalties: [], related: [], dependsOn: { levels: [], devices: [] }, ...said };
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

export type { Locale, Localized, Message, MessageParam, Messages };
