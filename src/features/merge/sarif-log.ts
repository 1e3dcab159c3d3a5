// Reads a log in SARIF.
import { locatedText } from '../../findings/wording/located-text.js';
import { countsForExit } from '../../lint/exit.js';
import { plainText } from '../../render/escape.js';
import { JsonIndex, type JsonNode } from '../../source/parse/json-index.js';
import { type At, isObject, type JsonObject } from './at.js';
import { type SarifLog, type SarifPlan, shardAt, withoutMembers } from './log.js';
import { Cutter } from './pieces.js';
import { checkVersion, type LogInput } from './reading.js';
import { MergeRefusal } from './refusal.js';

/** Name of the list that holds faults of plans' terms and repeats the plans' cautions, for tools that look there. */
export const CAUTIONS = 'toolConfigurationNotifications';

/** Members of a rule's descriptor that have other words if no pack of the run holds its clauses. */
const OF_THE_LAW = ['fullDescription', 'help', 'messageStrings', 'relationships', 'properties'];

/**
 * Returns a SARIF log as read: its head, and where the results of each plan stand. Throws a ShapeFault or a
 * MergeRefusal if it isn't as this version writes it.
 */
export function readSarifLog(log: At, reading: LogInput): SarifLog {
  const { path: name } = reading.file;
  const runs = log.member('runs');
  if (runs.list.length !== 1) throw runs.fault({ zh: '仅一次运行（runs）', en: 'one run' });
  const run = runs.member(0);
  const driver = run.member('tool', 'driver');
  if (driver.member('name').text !== 'sitecam') {
    throw driver.member('name').fault({
      zh: `“sitecam”，而这是“${plainText(driver.member('name').text)}”的报告`,
      en: `'sitecam', and this is a log of '${plainText(driver.member('name').text)}'`,
    });
  }
  checkVersion(driver.member('version').text, reading);
  const properties = run.maybe('properties');
  if (properties?.maybe('plans') === undefined) throw new MergeRefusal('usage', [locatedText(name, SARIF_GITHUB)]);
  const invocation = run.member('invocations', 0);
  const plans = plansOf(run, reading);
  const codes = new Set(plans.flatMap(({ faults }) => faults.map((fault) => fault.member('descriptor', 'id').text)));
  const notices = {
    descriptors: (driver.maybe('notifications')?.items ?? [])
      .filter((one) => !codes.has(one.member('id').text))
      .map(({ value }) => value),
    notifications: invocation
      .member('toolExecutionNotifications')
      .items.filter((one) => planOf(one) === undefined)
      .map(({ value }) => value),
  };
  const rules = driver.member('rules').items.map((rule) => {
    rule.member('messageStrings').object;
    return rule.object;
  });
  for (const artifact of run.member('artifacts').items) artifact.member('location', 'uri').text;
  const { taxonomies } = run.object;
  return {
    format: 'sarif',
    name,
    language: run.member('language').oneOf(['zh-CN', 'en']),
    today: properties.member('today').text,
    shard: shardAt(properties.maybe('shard')),
    redacted: properties.maybe('redacted') !== undefined,
    packs: [...new Set(plans.flatMap(({ entry }) => (typeof entry?.pack === 'string' ? [entry.pack] : [])))],
    run: withoutMembers(run.object, 'results'),
    plans,
    notices,
    law:
      taxonomies === undefined
        ? undefined
        : { taxonomies, rules: rules.map((rule) => withoutMembers(rule, 'messageStrings')) },
    common: {
      ...withoutMembers(run.object, 'results', 'artifacts', 'taxonomies'),
      tool: {
        ...withoutMembers(run.member('tool').object, 'driver'),
        driver: {
          ...withoutMembers(driver.object, 'notifications', 'supportedTaxonomies'),
          rules: rules.map((rule) => withoutMembers(rule, ...OF_THE_LAW)),
        },
      },
      invocations: [withoutMembers(invocation.object, 'executionSuccessful', 'toolExecutionNotifications', CAUTIONS)],
      properties: withoutMembers(properties.object, 'plans', 'shard'),
      notices,
    },
  };
}

const SARIF_GITHUB = {
  zh: 'sarif-github 格式的报告不能合并：其中只有部分判定，按全部设计图的轻重排列，超限的已略去。请把各片分别上传，各用一个 category；需要一份的，请合并 sarif 报告。',
  en: "a report in sarif-github can't be merged: it holds but some verdicts, in the order of their gravity over all plans, and what is beyond the limits is gone. Upload each shard under a category of its own; for one record merge sarif.",
};

function planOf(notification: At): string | undefined {
  return notification.maybe('properties')?.maybe('plan')?.text;
}

/** Returns the plans that a fault of their terms keeps from being judged; undefined for a fault of one plan. */
export function plansUnder(notification: At): string[] | undefined {
  return notification
    .maybe('properties')
    ?.maybe('plans')
    ?.items.map(({ text }) => text);
}

function plansOf(run: At, reading: LogInput): SarifPlan[] {
  const readable = new Map<string, { readonly entry: At; readonly results: Results }>();
  for (const entry of run.member('properties', 'plans').items) {
    const path = entry.member('plan').text;
    if (readable.has(path)) throw entry.fault(ANOTHER_PLAN);
    readable.set(path, { entry, results: { pieces: [], found: 0, counting: 0 } });
  }
  readResults(run, reading, (plan) => readable.get(plan)?.results);
  const faults = new Map<string, At[]>();
  const invocation = run.member('invocations', 0);
  const told = [...invocation.member('toolExecutionNotifications').items, ...(invocation.maybe(CAUTIONS)?.items ?? [])];
  for (const fault of told) {
    const first = planOf(fault);
    if (first === undefined) continue;
    fault.member('descriptor', 'id').text;
    fault.member('message').maybe('id')?.text;
    for (const path of plansUnder(fault) ?? [first]) {
      if (readable.has(path)) throw fault.fault(ANOTHER_PLAN);
      faults.set(path, [...(faults.get(path) ?? []), fault]);
    }
  }
  const log = reading.file.path;
  return [
    ...[...readable].map(([path, { entry, results }]): SarifPlan => {
      if (results.found !== verdictsOf(entry)) {
        throw entry.fault({
          zh: `与结果数一致的计数：计有${verdictsOf(entry)}项判定，报告中有${results.found}项`,
          en: `counts that add up: they say ${verdictsOf(entry)} verdicts, and there are ${results.found}`,
        });
      }
      const { pieces, counting } = results;
      return { path, log, readable: true, counting, pieces, entry: entry.object, faults: [] };
    }),
    ...[...faults].map(
      ([path, faults]): SarifPlan => ({
        path,
        log,
        readable: false,
        ...(faults.some((fault) => plansUnder(fault) !== undefined) && { terms: true as const }),
        counting: 0,
        pieces: [],
        entry: undefined,
        faults,
      }),
    ),
  ];
}

const ANOTHER_PLAN = { zh: '另一份设计图：此图已在本报告中', en: 'another plan: this one is in the log already' };

/** Returns the number of verdicts of a plan: those counted by outcome, which leave out the waived, plus the waived. */
function verdictsOf(entry: At): number {
  const { counts, waived } = { counts: entry.member('counts', 'counts'), waived: entry.member('counts', 'waived') };
  return Object.keys(counts.object).reduce((sum, name) => sum + counts.member(name).count, waived.count);
}

/** Results of one plan gathered so far. */
interface Results {
  readonly pieces: Uint8Array[];
  found: number;
  counting: number;
}

function readResults(run: At, { file, bytes, failOn }: LogInput, of: (plan: string) => Results | undefined): void {
  const results = run.member('results').items;
  const levels = new Map(
    run
      .member('tool', 'driver', 'rules')
      .items.map((rule) => [rule.member('id').text, rule.member('defaultConfiguration', 'level')] as const),
  );
  const nodes = nodesOf(file.text);
  const cutter = new Cutter(file.text, bytes);
  let [from, held]: [number, Results | undefined] = [0, undefined];
  const close = (to: number) => {
    if (held !== undefined && to > from) held.pieces.push(cutter.cut(nodes[from], nodes[to - 1]));
    from = to;
  };
  for (const [n, result] of results.entries()) {
    const plan = result.member('properties', 'plan');
    const holder = of(plan.text);
    if (holder === undefined) {
      throw plan.fault({ zh: '“properties.plans”所列的设计图', en: "a plan that 'properties.plans' lists" });
    }
    if (holder !== held) close(n);
    held = holder;
    holder.found += 1;
    if (countsForExit(weighed(result, levels), failOn)) holder.counting += 1;
  }
  close(results.length);
}

function nodesOf(text: string): readonly JsonNode[] {
  const index = new JsonIndex(text);
  let node: JsonNode | undefined = index.root;
  for (const token of ['runs', '0', 'results']) node = node && index.child(node, token);
  return node === undefined ? [] : index.children(node);
}

/**
 * Returns what decides whether a result counts for the exit code. SARIF has no level for open results: theirs is the
 * rule's, unless the result gives its own.
 */
function weighed(result: At, levels: ReadonlyMap<string, At>) {
  const rule = result.member('ruleId');
  const outcome = result.member('kind').oneOf(['fail', 'open', 'review', 'pass', 'notApplicable']);
  const declared = levels.get(rule.text);
  if (declared === undefined) throw rule.fault({ zh: '报告中列有的规则', en: 'a rule that the log declares' });
  const own = outcome === 'fail' ? result.member('level') : result.member('properties').maybe('level');
  const level = own ?? declared;
  const state = result.object.baselineState;
  const known = state === 'unchanged' || state === 'absent' ? { since: 'unchanged' as const } : {};
  return {
    rule: rule.text,
    outcome,
    level: level.oneOf(['error', 'warning']),
    waiver: suppression(result.object),
    ...known,
  };
}

/** Returns what sets a result aside; a rejected suppression doesn't. */
function suppression({ suppressions }: JsonObject): unknown {
  if (!Array.isArray(suppressions)) return undefined;
  return suppressions.find((one) => isObject(one) && (one.status === undefined || one.status === 'accepted'));
}
