// Splits a record into its verdicts and the rest, so that each can be compared by itself.
import { relativeUri } from '../../render/escape.js';
import type { Outcome } from '../../rules/verdict.js';
import type { RecordKind, VerdictName } from './types.js';
import { listAt, textAt, valueAt } from './values.js';

/**
 * A verdict of a JSON or SARIF report: by what it is found (`name`), its outcome and its whole JSON value (`record`).
 */
export interface VerdictEntry {
  readonly name: VerdictName;
  /** Key that is equal for the same verdict in two records. */
  readonly key: string;
  readonly outcome: Outcome | undefined;
  readonly record: unknown;
}

/** A JSON or SARIF report split into its verdicts and everything else. */
export interface Split {
  readonly head: unknown;
  readonly verdicts: readonly VerdictEntry[];
}

/**
 * Returns a report in SARIF or JSON split into its verdicts and all else it holds; if `only` is given, as if it were a
 * report on those plans alone.
 *
 * @param log the report as parsed JSON
 * @param only paths of plans, as the report has them
 */
export function splitRecord(format: RecordKind, log: unknown, only: ReadonlySet<string> | undefined): Split {
  return format === 'sarif' ? splitSarif(log, only) : splitJson(log, only);
}

function splitJson(log: unknown, only: ReadonlySet<string> | undefined): Split {
  const plans = listAt(log, 'plans').filter((plan) => only === undefined || only.has(textAt(plan, 'path') ?? ''));
  const verdicts = plans.flatMap((plan) =>
    listAt(plan, 'verdicts').map((record) =>
      entry(
        { plan: textAt(plan, 'path'), rule: textAt(record, 'rule'), subject: textAt(record, 'subject') },
        [textAt(record, 'pack'), textAt(record, 'outcome')],
        record,
      ),
    ),
  );
  const run = runOfEach(valueAt(log, 'run'), only);
  return { head: { ...objectOf(log), run, plans: plans.map((plan) => emptied(plan, 'verdicts')) }, verdicts };
}

/**
 * Returns a run block with each plan's terms beside the plan, so that blocks of different sets of plans can be
 * compared.
 *
 * @param run the block as parsed JSON
 * @param only paths of the plans to keep, as the report has them; undefined: all
 */
export function runOfEach(run: unknown, only: ReadonlySet<string> | undefined): unknown {
  if (!Array.isArray(valueAt(run, 'plans'))) return run;
  const terms = listAt(run, 'terms');
  const plans = listAt(run, 'plans').filter((plan) => only === undefined || only.has(textAt(plan, 'path') ?? ''));
  return {
    ...objectOf(run),
    terms: only === undefined ? terms.length : undefined,
    plans: plans.map((plan) => ({ ...objectOf(plan), terms: terms[Number(valueAt(plan, 'terms') ?? -1)] })),
  };
}

/** Splits a log of SARIF. A result with rows is a verdict for itself, then one for each row. */
function splitSarif(log: unknown, only: ReadonlySet<string> | undefined): Split {
  const [run, ...runs] = listAt(log, 'runs');
  const results = listAt(run, 'results').filter(
    (result) => only === undefined || only.has(textAt(result, 'properties', 'plan') ?? ''),
  );
  const verdicts = results.flatMap((result) => {
    const [plan, pack] = ['plan', 'pack'].map((name) => textAt(result, 'properties', name));
    const rule = textAt(result, 'ruleId');
    const about = (subject: string | undefined, record: unknown) =>
      entry(
        { plan, rule, subject },
        [pack, textAt(result, 'kind'), textAt(result, 'baselineState') === 'absent'],
        record,
      );
    const properties = emptied(valueAt(result, 'properties'), 'rows');
    const own = { ...objectOf(only === undefined ? result : unnumbered(result)), properties };
    const rows = listAt(result, 'properties', 'rows').map((row) =>
      about(textAt(row, 'subject'), typeof row === 'object' ? { ...row, kind: valueAt(result, 'kind') } : row),
    );
    return [about(textAt(properties, 'subject'), own), ...rows];
  });
  const rest = {
    ...emptied(run, 'results'),
    properties: {
      ...objectOf(valueAt(run, 'properties')),
      run: runOfEach(valueAt(run, 'properties', 'run'), only),
    },
  };
  return {
    head: { ...objectOf(log), runs: [only === undefined ? rest : ofPlans(rest, only, results), ...runs] },
    verdicts,
  };
}

/**
 * Returns a run as if it were of some plans alone: whatever is numbered or gathered over all plans is dropped or cut to
 * theirs.
 */
function ofPlans(run: object, only: ReadonlySet<string>, results: readonly unknown[]): unknown {
  const said = messagesOf(results);
  const about = (one: unknown) => only.has(textAt(one, 'properties', 'plan') ?? '');
  const folders = [...only].map((path) => relativeUri(path));
  const invocations = listAt(run, 'invocations').map((one) => ({
    ...objectOf(one),
    executionSuccessful: undefined,
    toolExecutionNotifications: listAt(one, 'toolExecutionNotifications')
      .filter(about)
      .map(unnumbered)
      .map(undescribed),
    toolConfigurationNotifications: listAt(one, 'toolConfigurationNotifications').filter((notice) =>
      [...only].some((path) => textAt(notice, 'message', 'text')?.startsWith(`${path}: `)),
    ),
  }));
  const driver = objectOf(valueAt(run, 'tool', 'driver'));
  return {
    ...run,
    tool: {
      ...objectOf(valueAt(run, 'tool')),
      driver: {
        ...driver,
        notifications: undefined,
        rules: listAt(driver, 'rules').map((rule) => ({
          ...objectOf(rule),
          messageStrings: keptMessages(valueAt(rule, 'messageStrings'), said.get(textAt(rule, 'id')) ?? new Set()),
        })),
      },
    },
    invocations,
    artifacts: listAt(run, 'artifacts').filter((one) => folders.includes(textAt(one, 'location', 'uri') ?? '')),
    properties: {
      ...objectOf(valueAt(run, 'properties')),
      plans: listAt(run, 'properties', 'plans').filter((one) => only.has(textAt(one, 'plan') ?? '')),
    },
  };
}

/** Returns the ids of the messages that results use, by rule. */
function messagesOf(results: readonly unknown[]): ReadonlyMap<string | undefined, ReadonlySet<string>> {
  const found = new Map<string | undefined, Set<string>>();
  for (const result of results) {
    const rule = textAt(result, 'ruleId');
    const ids = found.get(rule) ?? new Set();
    found.set(rule, ids.add(textAt(result, 'message', 'id') ?? ''));
  }
  return found;
}

function keptMessages(messages: unknown, ids: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(objectOf(messages)).filter(([id]) => ids.has(id)));
}

/** Returns a value without the numbers of artifacts, which count the files of all plans. */
function unnumbered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unnumbered);
  if (typeof value !== 'object' || value === null) return value;
  const numbered = 'uriBaseId' in value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      numbered && name === 'index' ? [] : [[name, name === 'properties' ? member : unnumbered(member)]],
    ),
  );
}

function undescribed(notification: unknown): unknown {
  return { ...objectOf(notification), descriptor: { id: textAt(notification, 'descriptor', 'id') } };
}

function entry(
  { plan = '', rule = '', subject = '' }: Readonly<Record<keyof VerdictName, string | undefined>>,
  [pack, outcome, mark]: readonly [pack: string | undefined, outcome: string | undefined, mark?: boolean],
  record: unknown,
): VerdictEntry {
  const name = { plan, rule, subject };
  return { name, key: JSON.stringify([plan, rule, subject, pack, mark]), outcome: outcomeOf(outcome), record };
}

const OUTCOMES: readonly Outcome[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

function outcomeOf(text: string | undefined): Outcome | undefined {
  return OUTCOMES.find((one) => one === text);
}

/** Returns the object with one of its lists emptied; a missing list stays missing. */
function emptied(value: unknown, list: string): object {
  const object = objectOf(value);
  return Array.isArray(valueAt(object, list)) ? { ...object, [list]: [] } : object;
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
