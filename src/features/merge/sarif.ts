// Merges SARIF logs into one.

import { isSameJson } from '../../base/equality.js';
import { byCodeUnit } from '../../base/order.js';
import { type LocalView, localView } from '../../findings/local.js';
import { withPlans } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { type Locale, type Localized, verbatim } from '../../i18n/locale.js';
import { runParts } from '../../report/sarif/log.js';
import { literal } from '../../report/sarif/message.js';
import { configurationList, faultDescriptors } from '../../report/sarif/notifications.js';
import { ROOT } from '../../report/sarif/places.js';
import { At, type JsonObject } from './at.js';
import { type SarifLog, type SarifPlan, withoutMembers } from './log.js';
import { parsed } from './pieces.js';
import { inOneRun } from './plans.js';
import { MergeRefusal } from './refusal.js';
import { CAUTIONS, plansUnder } from './sarif-log.js';

/** Index of each artifact of the merged log, by its address. */
type Artifacts = ReadonlyMap<string, number>;

/**
 * Returns one log of several, as one run would have written it: everything numbered over the whole run is numbered
 * anew. Throws a MergeRefusal if two logs contradict each other.
 */
export function mergeSarif(logs: readonly SarifLog[]): { plans: readonly SarifPlan[]; parts: Iterable<string> } {
  const plans = inOneRun(
    logs.flatMap(({ plans }) => plans),
    samePlan,
  );
  const artifacts = artifactsOf(logs);
  const numbers: Artifacts = new Map(artifacts.map(({ uri }, n) => [uri, n]));
  const run = runOf(logs, plans, numbers);
  return {
    plans,
    parts: runParts({ ...run, artifacts: artifacts.map(({ value }) => value) }, results(plans, numbers)),
  };
}

function* results(plans: readonly SarifPlan[], numbers: Artifacts): Generator<object> {
  for (const { pieces } of plans) for (const result of parsed(pieces)) yield renumbered(result, numbers);
}

function samePlan(one: SarifPlan, other: SarifPlan): boolean {
  const said = ({ entry, faults, pieces }: SarifPlan) => [
    entry,
    faults.map((fault) => renumbered(withoutMembers(alone(fault), 'descriptor'), NONE)),
    [...parsed(pieces)].map((result) => renumbered(result, NONE)),
  ];
  return isSameJson(said(one), said(other));
}

const NONE: Artifacts = new Map();

/** Returns a fault as it is of one plan, whichever others of its log it keeps from being judged. */
function alone(fault: At): JsonObject {
  const reason = fault.maybe('properties')?.maybe('reason')?.text;
  return reason === undefined
    ? fault.object
    : { ...withoutMembers(fault.object, 'properties'), message: { text: reason } };
}

/**
 * Returns the faults of plans, each once: a fault of the terms of several plans names all plans that any log has for
 * it.
 */
function together(plans: readonly SarifPlan[], locale: Locale): At[] {
  const causes = new Map<string, { readonly fault: At; readonly plans: Set<string> }>();
  const found: (At | { readonly fault: At; readonly plans: Set<string> })[] = [];
  for (const { path, faults } of plans) {
    for (const fault of faults) {
      if (fault.maybe('properties')?.maybe('reason') === undefined) {
        found.push(fault);
        continue;
      }
      const { id } = fault.member('descriptor').object;
      const key = JSON.stringify([id, renumbered(withoutMembers(alone(fault), 'descriptor'), NONE)]);
      const known = causes.get(key);
      known?.plans.add(path);
      if (known !== undefined) continue;
      const cause = { fault, plans: new Set([path]) };
      causes.set(key, cause);
      found.push(cause);
    }
  }
  return found.map((one) => (one instanceof At ? one : renamed(one.fault, [...one.plans], locale)));
}

function renamed(fault: At, plans: readonly string[], locale: Locale): At {
  const properties = fault.member('properties');
  const text = literal(render(withPlans(verbatim(properties.member('reason').text), plans), locale));
  return new At({ ...fault.object, message: { text }, properties: { ...properties.object, plan: plans[0], plans } });
}

interface Artifact {
  readonly uri: string;
  readonly log: string;
  readonly value: JsonObject;
}

/** Returns every file once, in the order of the paths. Throws a MergeRefusal if one changed between shards. */
function artifactsOf(logs: readonly SarifLog[]): Artifact[] {
  const known = new Map<string, Artifact>();
  const texts: Localized[] = [];
  for (const { name, run } of logs) {
    for (const at of new At(run).member('artifacts').items) {
      const artifact = { uri: at.member('location', 'uri').text, log: name, value: at.object };
      const other = known.get(artifact.uri);
      if (other === undefined) known.set(artifact.uri, artifact);
      else if (!isSameJson(other.value, artifact.value)) texts.push(changed(other, artifact));
    }
  }
  if (texts.length > 0) throw new MergeRefusal('unreadable', texts);
  return [...known.values()].sort((a, b) => byCodeUnit(pathOf(a.uri), pathOf(b.uri)));
}

function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function changed(one: Artifact, other: Artifact): Localized {
  const path = pathOf(one.uri);
  return {
    zh: `文件“${path}”在“${one.log}”和“${other.log}”中不同（sha-256 不一致）：审查期间有改动；请重新审查。`,
    en: `the file '${path}' isn't the same in '${one.log}' and '${other.log}' (by sha-256): it changed between them; lint again.`,
  };
}

/** Returns the run without results and artifacts. */
function runOf(logs: readonly SarifLog[], plans: readonly SarifPlan[], numbers: Artifacts): JsonObject {
  // Only a log in which a plan could be read has everything that depends on the law.
  const base = logs.find(({ law }) => law !== undefined) ?? logs[0];
  const view = localView({ tool: { name: 'sitecam', version: '' }, results: [], rules: [], today: '' }, base.language);
  const faults = together(plans, base.language);
  const said = faults.map((fault) => ({
    code: fault.member('descriptor', 'id').text,
    message: fault.member('message').maybe('id')?.text ?? '',
  }));
  const codes = faultDescriptors(said, view);
  const descriptors = [...codes, ...base.notices.descriptors];
  const ids = descriptors.map((one) => new At(one).member('id').text);
  const numbered = (one: unknown) => {
    const at = new At(one);
    const id = at.member('descriptor', 'id').text;
    const descriptor = { ...at.member('descriptor').object, index: ids.indexOf(id) };
    return renumbered({ ...at.object, descriptor }, numbers);
  };
  const ofPlans = faults.filter((fault) => plansUnder(fault) === undefined).map(({ object }) => object);
  const ofTerms = faults.filter((fault) => plansUnder(fault) !== undefined).map(({ object }) => object);
  const cautions = plans.flatMap(({ path, entry }) => (entry === undefined ? [] : cautionsIn(path, entry)));
  const told = [...ofTerms.map(numbered), ...(configurationList([], cautions)[CAUTIONS] ?? [])];
  const run = new At(base.run);
  const driver = run.member('tool', 'driver').object;
  return {
    ...base.run,
    tool: {
      ...run.member('tool').object,
      driver: {
        ...driver,
        rules: rulesOf(base, logs, view),
        ...(descriptors.length === 0 ? {} : { notifications: descriptors }),
      },
    },
    invocations: [
      {
        ...withoutMembers(run.member('invocations', 0).object, CAUTIONS),
        executionSuccessful: plans.every(({ readable }) => readable),
        toolExecutionNotifications: [...ofPlans, ...base.notices.notifications].map(numbered),
        ...(told.length === 0 ? {} : { [CAUTIONS]: told }),
      },
    ],
    properties: {
      ...withoutMembers(run.member('properties').object, 'shard'),
      plans: plans.flatMap(({ entry }) => entry ?? []),
    },
  };
}

/** Returns the cautions of a plan's entry, each with its plan. */
function cautionsIn(plan: string, entry: JsonObject): { plan: string; text: string }[] {
  const cautions = new At(entry).maybe('cautions')?.items ?? [];
  return cautions.map(({ text }) => ({ plan, text }));
}

/** Returns the rules with every message that a verdict of any log uses. */
function rulesOf(base: SarifLog, logs: readonly SarifLog[], view: LocalView): JsonObject[] {
  const shared = view.messages('');
  const messagesIn = logs
    .filter(({ law }) => (law === undefined) === (base.law === undefined))
    .map(({ run }) => new At(run).member('tool', 'driver', 'rules').items.map((rule) => rule.member('messageStrings')));
  return new At(base.run).member('tool', 'driver', 'rules').items.map(({ object }, n) => {
    const all: JsonObject = Object.assign({}, ...messagesIn.map((messages) => messages[n].object));
    const own = Object.keys(all).filter((id) => !Object.hasOwn(shared, id));
    const others = Object.keys(all).filter((id) => Object.hasOwn(shared, id));
    return { ...object, messageStrings: Object.fromEntries([...own, ...others.sort()].map((id) => [id, all[id]])) };
  });
}

/**
 * Returns `value` with its references to artifacts numbered as in the merged log; without a number for one that it
 * doesn't have. Bags of properties hold no references.
 */
function renumbered(value: object, numbers: Artifacts): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'properties' ? member : deeply(member, numbers)]),
  );
}

function deeply(value: unknown, numbers: Artifacts): unknown {
  if (Array.isArray(value)) return value.map((item) => deeply(item, numbers));
  if (typeof value !== 'object' || value === null) return value;
  if (!('uriBaseId' in value) || value.uriBaseId !== ROOT || !('uri' in value)) return renumbered(value, numbers);
  const index = numbers.get(String(value.uri));
  return {
    ...withoutMembers(Object.fromEntries(Object.entries(value)), 'index'),
    ...(index === undefined ? {} : { index }),
  };
}
