// Checks that logs come from one run and that no shard is missing.
import { list } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { plainText } from '../../render/escape.js';
import { child } from '../../source/place/pointer.js';
import { isObject } from './at.js';
import type { Log } from './log.js';
import { MergeRefusal } from './refusal.js';

/** Throws a MergeRefusal that names every log which isn't of the same run as the first, and where it differs. */
export function checkAgreement(logs: readonly Log[]): void {
  const [first, ...others] = logs;
  const judged = logs.find(({ packs }) => packs.length > 0) ?? first;
  const lawful = logs.find((log) => log.format === 'sarif' && log.law !== undefined) ?? first;
  const texts = logs.flatMap((log) => {
    const base = (of: Log, what: Localized, one: unknown, other: unknown) =>
      log === of ? [] : differ(log, of, what, one, other);
    const found = [
      base(first, FORMAT, log.format, first.format),
      base(first, LANGUAGE, log.language, first.language),
      base(first, DAY, log.today, first.today),
      log.packs.length === 0 ? [] : packsOf(log, judged),
      base(first, REST, log.common, first.common),
      log.format === 'sarif' && log.law !== undefined && lawful.format === 'sarif'
        ? base(lawful, LAW, log.law, lawful.law)
        : [],
    ];
    return found.find((texts) => texts.length > 0) ?? [];
  });
  if (texts.length > 0) throw new MergeRefusal('usage', [...texts, ONE_RUN]);
  checkShards([first, ...others]);
}

const FORMAT: Localized = { zh: '报告格式', en: 'format' };
const LANGUAGE: Localized = { zh: '语言', en: 'language' };
const DAY: Localized = { zh: '审查日', en: 'day of review' };
const PACK: Localized = { zh: '法规数据包', en: 'law pack' };
const LAW: Localized = { zh: '法规', en: 'law' };
const REST: Localized = { zh: '规则或者配置', en: 'rules or configuration' };
const ONE_RUN: Localized = {
  zh: '只能合并同一次审查的报告：格式、版本、语言、审查日、法规数据包和配置都须相同。',
  en: 'Only reports of one run can be merged: the same format, version, language, day, pack and configuration.',
};

function packsOf(log: Log, judged: Log): Localized[] {
  const odd = log.packs.find((id) => id !== judged.packs[0]);
  return odd === undefined ? [] : differ(log, judged, PACK, odd, judged.packs[0]);
}

function differ(log: Log, first: Log, what: Localized, one: unknown, other: unknown): Localized[] {
  const at = difference(one, other);
  if (at === undefined) return [];
  const where = at.pointer === '' ? verbatim('') : { zh: ` ${at.pointer}`, en: ` at ${at.pointer}` };
  const values = [at.one, at.other].map(shown);
  const both = values.every((value) => value !== undefined) ? values.join(' / ') : undefined;
  const [zh, en] = both === undefined ? ['', ''] : [`（${both}）`, ` (${both})`];
  return [
    {
      zh: `“${log.name}”与“${first.name}”的${what.zh}不同${where.zh}${zh}。`,
      en: `'${log.name}' and '${first.name}' differ in ${what.en}${where.en}${en}.`,
    },
  ];
}

/** Length in characters of the longest value that is shown. */
const LONGEST = 60;

function shown(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return undefined;
  if (value === undefined) return '—';
  const text = plainText(String(value));
  return text.length > LONGEST ? undefined : text;
}

interface Difference {
  readonly pointer: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** Returns the first place where two values of parsed JSON differ, whatever the order of their keys. */
function difference(one: unknown, other: unknown, pointer = ''): Difference | undefined {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return firstOf(one.keys(), (n) => difference(one[n], other[n], child(pointer, n)));
  }
  if (isObject(one) && isObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return firstOf(names, (name) => difference(one[name], other[name], child(pointer, name)));
  }
  return one === other ? undefined : { pointer, one, other };
}

function firstOf<T>(items: Iterable<T>, of: (item: T) => Difference | undefined): Difference | undefined {
  for (const item of items) {
    const found = of(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Throws a MergeRefusal unless all shards are there, each once, or no log is a shard. A missing log can't report
 * itself.
 */
function checkShards(logs: readonly Log[]): void {
  const marked = logs.filter(({ shard }) => shard !== undefined);
  if (marked.length === 0) {
    if (logs.length > 1 && logs.some(({ redacted }) => redacted)) throw new MergeRefusal('usage', [UNCOUNTED]);
    return;
  }
  const known = new Map<number, Log>();
  const texts: Localized[] = [];
  const of = marked[0].shard?.of ?? 0;
  for (const log of logs) {
    const { shard, name } = log;
    const [first] = marked;
    if (shard === undefined) {
      texts.push({
        zh: `“${name}”未注明是第几片，“${first.name}”则为${markOf(first)}。`,
        en: `'${name}' doesn't say which shard it is; '${first.name}' is ${markOf(first)}.`,
      });
    } else if (shard.of !== of) {
      texts.push({
        zh: `“${name}”为${markOf(log)}，“${first.name}”则为${markOf(first)}：不是同一次分片。`,
        en: `'${name}' is ${markOf(log)} and '${first.name}' is ${markOf(first)}: they are not shards of one run.`,
      });
    } else if (known.has(shard.index)) {
      const other = known.get(shard.index)?.name;
      texts.push({
        zh: `“${name}”与“${other}”同为${markOf(log)}，只能有一份。`,
        en: `'${name}' and '${other}' are both ${markOf(log)}; give one.`,
      });
    } else known.set(shard.index, log);
  }
  if (texts.length > 0) throw new MergeRefusal('usage', texts);
  checkAll(known, of);
  checkCount(logs);
}

/**
 * Refusal of redacted logs that are no shards: plan-1 of two reports are two plans, and if both hold the same verdicts
 * one of them would be lost.
 */
const UNCOUNTED: Localized = {
  zh: '隐去图纸内容的报告只能按分片（lint --redact --shard）合并：各次审查各自编号，同一代号未必是同一份设计图；未合并。',
  en: 'Redacted reports can only be merged as shards of one run (lint --redact --shard): each run counts its own plans, so that one name need not be one plan; nothing was merged.',
};

/**
 * Throws a MergeRefusal unless the shards hold as many plans as they were cut from: shards of other files would leave
 * plans out unnoticed.
 */
function checkCount(logs: readonly Log[]): void {
  const all = new Set(logs.map(({ shard }) => shard?.all));
  const found = logs.reduce((sum, { plans }) => sum + plans.length, 0);
  if (all.size === 1 && all.has(found)) return;
  const said = [...all].join('、');
  throw new MergeRefusal('unreadable', [
    {
      zh: `各片共有设计图${found}份，而分片时为${said}份：不是由同一批设计图分出的，有的图没有结论；未合并。`,
      en: `the shards hold ${found} plans and were cut from ${said.replaceAll('、', ', ')}: they are not of the same plans, and some have no verdicts; nothing was merged.`,
    },
  ]);
}

function markOf({ shard }: Log): string {
  return `${shard?.index}/${shard?.of}`;
}

/** Number of missing shards that are named one by one. */
const MOST_NAMED = 10;

function checkAll(known: ReadonlyMap<number, Log>, of: number): void {
  const left = of - known.size;
  if (left === 0) return;
  const named: string[] = [];
  for (let index = 1; named.length < Math.min(left, MOST_NAMED); index++) {
    if (!known.has(index)) named.push(`${index}/${of}`);
  }
  const [more, rest] = left > named.length ? [`等${left}片`, ` (${left} in all)`] : ['', ''];
  throw new MergeRefusal('unreadable', [
    {
      zh: `缺少分片 ${list(named, 'zh-CN')}${more}的报告，其中的设计图没有结论；未合并。请查看相应作业。`,
      en: `the report of shard ${list(named, 'en')}${rest} is missing, so there are no verdicts on its plans; nothing was merged. Look at the job that should have written it.`,
    },
  ]);
}
