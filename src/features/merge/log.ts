import type { Locale } from '../../i18n/locale.js';
import type { Shard } from '../../lint/types.js';
import type { At, JsonObject } from './at.js';

/** A log as it is given: its name as shown to people, and its bytes. */
export interface LogFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a log says of one plan. */
export interface PlanPart {
  /** By which it is known and put in order. */
  readonly path: string;
  /** The log's name. */
  readonly log: string;
  readonly readable: boolean;
  /** Set where it couldn't be judged on its terms. */
  readonly terms?: true;
  /** How many of its verdicts count for the exit code. */
  readonly counting: number;
  /** Stretches of the log: the text of some items of a list in a row, to be parsed when they are written. */
  readonly pieces: readonly Uint8Array[];
}

/** What the logs of one run must agree on, whatever their format. */
export interface LogHead {
  readonly name: string;
  readonly language: Locale;
  readonly today: string;
  readonly shard: Shard | undefined;
  /** Its plans go by opaque names, which count the plans of their run. */
  readonly redacted: boolean;
  /** What its plans were judged by: none where none could be read. */
  readonly packs: readonly string[];
  /** All else that doesn't depend on which plans are in the log. */
  readonly common: JsonObject;
}

/** A log of SARIF as read. */
export interface SarifLog extends LogHead {
  readonly format: 'sarif';
  /** The run without results. */
  readonly run: JsonObject;
  readonly plans: readonly SarifPlan[];
  /** What depends on the law, and is in the log where a plan could be read. */
  readonly law: JsonObject | undefined;
  /** Notifications that are no plan's, and the descriptors of these. */
  readonly notices: { readonly descriptors: readonly unknown[]; readonly notifications: readonly unknown[] };
}

export interface SarifPlan extends PlanPart {
  /** What the log says of a plan that was read as a whole. */
  readonly entry: JsonObject | undefined;
  /** Why it couldn't be read. */
  readonly faults: readonly At[];
}

/** A log of JSON as read. */
export interface JsonLog extends LogHead {
  readonly format: 'json';
  readonly plans: readonly PlanPart[];
}

export type Log = SarifLog | JsonLog;

/** `object` without some of its members. */
export function withoutMembers(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** The mark of a shard; undefined where there is none. */
export function shardAt(mark: At | undefined): Shard | undefined {
  if (mark === undefined) return undefined;
  const [index, of, all] = [mark.member('index').count, mark.member('of').count, mark.member('all').count];
  if (index >= 1 && index <= of) return { index, of, all };
  throw mark.fault({ zh: '分片的序号和总数，例如2和8', en: 'the number of a shard and of all, for example 2 and 8' });
}
