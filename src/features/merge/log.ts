// Logs of both formats as read.
import type { Locale } from '../../i18n/locale.js';
import type { Shard } from '../../lint/types.js';
import type { At, JsonObject } from './at.js';

/** A log as given: its name as shown to people, and its bytes. */
export interface LogFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The part of a log about one plan. */
export interface PlanPart {
  /** Path of the plan: its identity, and its place in the order. */
  readonly path: string;
  /** Name of the log. */
  readonly log: string;
  readonly readable: boolean;
  /**
   * Set if the plan couldn't be judged on its terms: its configuration, waivers, baseline or law pack can't be used.
   */
  readonly terms?: true;
  /** Number of its verdicts that count for the exit code. */
  readonly counting: number;
  /** Stretches of the log's bytes: some consecutive items of a list, parsed when they are written. */
  readonly pieces: readonly Uint8Array[];
}

/** The head of a log, which must be equal in all logs of one run, whatever their format. */
export interface LogHead {
  readonly name: string;
  readonly language: Locale;
  readonly today: string;
  readonly shard: Shard | undefined;
  /** True if plans have opaque names, which count the plans of their run. */
  readonly redacted: boolean;
  /** Packs that its plans were judged by; [] if none could be read. */
  readonly packs: readonly string[];
  /** Everything else that doesn't depend on which plans are in the log. */
  readonly common: JsonObject;
}

/** A SARIF log as read. */
export interface SarifLog extends LogHead {
  readonly format: 'sarif';
  /** The run without results. */
  readonly run: JsonObject;
  /** The parts of its plans. */
  readonly plans: readonly SarifPlan[];
  /** Parts that depend on the law; undefined if no plan could be read. */
  readonly law: JsonObject | undefined;
  /** Notifications that belong to no plan, and their descriptors. */
  readonly notices: { readonly descriptors: readonly unknown[]; readonly notifications: readonly unknown[] };
}

/** The part of a SARIF log about one plan. */
export interface SarifPlan extends PlanPart {
  /** The plan's entry in the properties of the run; undefined if it couldn't be read. */
  readonly entry: JsonObject | undefined;
  /** Notifications that say why it couldn't be read. */
  readonly faults: readonly At[];
}

/** A JSON log as read. */
export interface JsonLog extends LogHead {
  readonly format: 'json';
  readonly plans: readonly PlanPart[];
}

/** A log of either format as read. */
export type Log = SarifLog | JsonLog;

/** Returns `object` without some of its members. */
export function withoutMembers(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Returns the mark of a shard; undefined if there is none. Throws a ShapeFault if its index is out of range. */
export function shardAt(mark: At | undefined): Shard | undefined {
  if (mark === undefined) return undefined;
  const [index, of, all] = [mark.member('index').count, mark.member('of').count, mark.member('all').count];
  if (index >= 1 && index <= of) return { index, of, all };
  throw mark.fault({ zh: '分片的序号和总数，例如2和8', en: 'the number of a shard and of all, for example 2 and 8' });
}
