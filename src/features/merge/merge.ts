// Puts the records of one run's shards together, as the run that they are parts of.
import { isSameJson } from '../../base/equality.js';
import { byCodeUnit } from '../../base/order.js';
import type { Localized } from '../../i18n/locale.js';
import type { FailOn } from '../../lint/exit.js';
import { packHashes } from '../../lint/support/pack-hash.js';
import type { LintResult, ReportInput, Shard } from '../../lint/types.js';
import { rules } from '../../rules/registry.gen.js';
import type { Limits } from '../../source/limits.js';
import { MergeRefusal, type RecordFile, type RunRecord, readRecord } from './read.js';
import { t } from './texts.js';

/** A run put together: the input of its reports, and what its exit code rests on. */
export interface Merged {
  readonly input: ReportInput;
  /** Level of each result that makes the exit code 1. */
  readonly failOn: readonly FailOn[];
}

/**
 * Returns the run that records are parts of, whatever their order. Throws a MergeRefusal with everything that is wrong
 * if they aren't all the parts of one run.
 */
export function mergeRecords(
  files: readonly RecordFile[],
  { version, limits }: { readonly version: string; readonly limits: Limits },
): Merged {
  const records = readAll(files, version, limits);
  checkRun(records);
  checkShards(records);
  const all = records.flatMap((record) =>
    record.results.map((result, n) => ({ record, result, failOn: record.failOn[n] })),
  );
  all.sort((a, b) => byCodeUnit(a.result.path, b.result.path));
  const twice = all.flatMap(({ record, result: { path } }, n) => {
    const before = n > 0 ? all[n - 1] : undefined;
    return before?.result.path === path ? t.twice({ plan: path, one: before.record.name, other: record.name }) : [];
  });
  if (twice.length > 0) throw new MergeRefusal('usage', twice);
  checkFiles(all);
  const [{ today, redacted, options }] = records;
  const failOn = all.map((one) => one.failOn);
  return {
    input: {
      tool: { name: 'sitecam', version },
      results: withCauses(all.map(({ result }) => result)),
      rules,
      today,
      ...(redacted && { redacted }),
      asked: { options, failOn },
    },
    failOn,
  };
}

/** Returns all records as read; an unreadable one outweighs one that doesn't belong. */
function readAll(files: readonly RecordFile[], version: string, limits: Limits): RunRecord[] {
  const refused: Record<MergeRefusal['kind'], Localized[]> = { unreadable: [], usage: [] };
  const records = files.flatMap((file) => {
    try {
      return [readRecord(file, version, limits)];
    } catch (error) {
      if (!(error instanceof MergeRefusal)) throw error;
      refused[error.kind].push(...error.texts);
      return [];
    }
  });
  const texts = [...refused.unreadable, ...refused.usage];
  if (texts.length > 0) throw new MergeRefusal(refused.unreadable.length > 0 ? 'unreadable' : 'usage', texts);
  return records;
}

/** Throws a MergeRefusal that names every record made on other terms than the first, and the term. */
function checkRun([first, ...others]: readonly RunRecord[]): void {
  const texts = others.flatMap((other) => {
    const pair = { one: first.name, other: other.name };
    if (other.today !== first.today) return t.day({ ...pair, day: first.today, otherDay: other.today });
    if (other.redacted !== first.redacted) return t.redacted(pair);
    const names = [...new Set([...Object.keys(first.options), ...Object.keys(other.options)])].sort();
    const differing = names.find((name) => !isSameJson(first.options[name], other.options[name]));
    return differing === undefined ? [] : t.option({ ...pair, option: differing });
  });
  if (texts.length > 0) throw new MergeRefusal('usage', [...texts, t.oneRun]);
}

/** Throws a MergeRefusal unless all shards are there, each once, or no record is a shard. */
function checkShards(records: readonly RunRecord[]): void {
  const first = records.find(({ shard }) => shard !== undefined);
  if (first?.shard === undefined) {
    // Plans of two redacted runs have the same names.
    if (records.length > 1 && records.some(({ redacted }) => redacted)) throw new MergeRefusal('usage', [t.uncounted]);
    return;
  }
  const { of, all } = first.shard;
  const names = new Map<number, string>();
  const texts = records.flatMap(({ name, shard }) => {
    if (shard === undefined) return t.unmarked({ name, first: first.name, shard: markOf(first.shard) });
    const before = names.get(shard.index);
    if (shard.of !== of || shard.all !== all) {
      return t.otherShards({ name, shard: markOf(shard), first: first.name, firstShard: markOf(first.shard) });
    }
    names.set(shard.index, name);
    return before === undefined ? [] : t.sameShard({ name, first: before, shard: markOf(shard) });
  });
  if (texts.length > 0) throw new MergeRefusal('usage', texts);
  const missing = Array.from({ length: Math.min(of, records.length + MOST_NAMED) }, (_, n) => n + 1)
    .filter((index) => !names.has(index))
    .slice(0, MOST_NAMED);
  if (missing.length > 0) {
    const shards = missing.map((index) => `${index}/${of}`);
    throw new MergeRefusal('unreadable', [
      t.missing({ n: of - names.size, shards: { zh: shards.join('、'), en: shards.join(', ') } }),
    ]);
  }
  const held = records.reduce((sum, { plans }) => sum + plans, 0);
  if (held !== all) throw new MergeRefusal('unreadable', [t.plans({ held, all })]);
}

/** Number of missing shards that are named one by one. */
const MOST_NAMED = 10;

function markOf(shard: Shard | undefined): string {
  return `${shard?.index}/${shard?.of}`;
}

/** Throws a MergeRefusal that names every file or pack that isn't the same in two records. */
function checkFiles(all: readonly { readonly record: RunRecord; readonly result: LintResult }[]): void {
  const known = new Map<string, { readonly hash: string | undefined; readonly record: RunRecord }>();
  const texts = new Map<string, Localized>();
  for (const { record, result } of all) {
    for (const { path, hash } of filesOf(result)) {
      const before = known.get(path);
      if (before === undefined) known.set(path, { hash, record });
      else if (before.hash !== hash && before.record !== record) {
        texts.set(path, t.file({ file: path, one: before.record.name, other: record.name }));
      }
    }
  }
  if (texts.size > 0) throw new MergeRefusal('unreadable', [...texts.values()]);
}

function filesOf(result: LintResult): { readonly path: string; readonly hash: string | undefined }[] {
  const { configuration, waivers = [], decisions, catalogues, pack } = (result.ok && result.options) || {};
  const read = [...waivers, ...(decisions ? [decisions] : []), ...(catalogues?.files ?? [])];
  const layers = [...(configuration?.layers ?? []), ...read].map(({ file }) => file);
  const baseline = result.ok && result.baseline ? [result.baseline.file] : [];
  return [
    ...[...result.files, ...layers, ...baseline].map(({ path, sha256 }) => ({ path, hash: sha256 })),
    ...(pack === undefined ? [] : packHashes(pack)).map(({ id, sha256 }) => ({ path: id, hash: sha256 })),
  ];
}

/** Returns the results with every plan of the run that a fault of the terms concerns; a shard knows only its own. */
function withCauses(results: readonly LintResult[]): LintResult[] {
  const plans = new Map<string, string[]>();
  const keyed = results.map((result) => {
    if (result.ok || result.terms === undefined) return { result, sharing: undefined };
    const key = JSON.stringify([result.unreadable, result.files.map(({ path, sha256 }) => [path, sha256])]);
    const sharing = plans.get(key) ?? [];
    plans.set(key, sharing);
    sharing.push(result.path);
    return { result, sharing };
  });
  return keyed.map(({ result, sharing }) =>
    sharing === undefined ? result : { ...result, terms: { plans: sharing } },
  );
}
