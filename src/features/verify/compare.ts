// Holds a report against what sitecam recomputes, and ranks the differences.

import { isSameBytes } from '../../base/equality.js';
import { withoutBlanks } from '../../render/blank.js';
import { runBlockIn } from '../../report/run-block.js';
import { firstDifferentLine, lineChanges } from './lines.js';
import type { VerdictEntry } from './split.js';
import { runOfEach, splitRecord } from './split.js';
import {
  hasBlanks,
  isRecordFormat,
  type ReportComparison,
  type ReportDifference,
  type SubmittedReport,
  type ValueChange,
} from './types.js';
import { changesOf, textAt } from './values.js';

/** The report that sitecam now makes of the same plans. */
export interface Recomputed {
  /** The report as written now. */
  readonly text: string;
  readonly version: string;
  /** Number of verdicts in it. */
  readonly verdicts: number;
  /** The report's names of the plans that are compared; undefined: all of them. */
  readonly only: ReadonlySet<string> | undefined;
}

/** Limits of the differences listed, and of the changes listed within one verdict. */
const [MOST, MOST_IN_VERDICT] = [500, 20];

/**
 * Returns the differences between a report and what is recomputed, at most 500. Compares JSON and SARIF value by
 * value, verdict by verdict; other formats by the terms in their run block, then line by line. Where these agree, compares
 * every byte.
 */
export function compareReport(given: SubmittedReport, now: Recomputed): ReportComparison {
  const { format } = given;
  const same = now.only === undefined && isSame(given, now.text);
  if (!isRecordFormat(format)) return inText(given, now, same);
  const comparison = (differences: readonly ReportDifference[]): ReportComparison => ({
    differences: differences.slice(0, MOST),
    more: differences.length >= MOST,
    verdicts: now.verdicts,
    bytes: now.only === undefined,
  });
  if (same) return comparison([]);
  const value: unknown = JSON.parse(now.text);
  const [one, other] = [given.value, value].map((log) => splitRecord(format, log, now.only));
  const found = [
    ...headDifferences(one.head, other.head, now),
    ...verdictDifferences(one.verdicts, other.verdicts),
    ...orderDifference(one.verdicts, other.verdicts),
  ].sort((a, b) => rank(a) - rank(b));
  if (found.length > 0 || now.only !== undefined) return comparison(found);
  return comparison([{ kind: 'bytes', line: firstDifferentLine(given.bytes, new TextEncoder().encode(now.text)) }]);
}

/** True if the report is what was recomputed, byte by byte but for what people filled in on a form. */
function isSame({ bytes, text, format }: SubmittedReport, now: string): boolean {
  if (isSameBytes(new TextEncoder().encode(now), bytes)) return true;
  return hasBlanks(format) && withoutBlanks(text) === withoutBlanks(now);
}

/** The kinds of difference, by the pointer into a record or a run block. */
const ABOUT: readonly (readonly [RegExp, 'version' | 'file' | 'pack' | 'day' | 'language' | 'option'])[] = [
  [/\/tool\/version$|\/tool\/driver\/(?:version|semanticVersion)$|\/run\/sitecam$/, 'version'],
  [/\/packs(?:$|\/)/, 'pack'],
  [
    /\/plans\/\d+\/(?:sha256|files\/\d+\/sha256)$|\/(?:configuration\/\d+|baseline)\/sha256$|\/artifacts\/\d+\/hashes\/sha-256$/,
    'file',
  ],
  [/^(?:\/plans\/\d+)?\/today$|\/properties\/today$|\/run\/today$/, 'day'],
  [/^(?:\/runs\/0|\/runs\/0\/tool\/driver)?\/language$|\/run\/language$/, 'language'],
  [/\/(?:terms|baseline|shard)(?:$|\/)|\/redacted$|\/fixes$|\/run\/budget(?:$|\/)/, 'option'],
];

function headDifferences(report: unknown, now: unknown, recomputed: Recomputed): ReportDifference[] {
  const changes = changesOf(report, now, MOST);
  const told = (change: ValueChange): ReportDifference => {
    const kind = ABOUT.find(([pattern]) => pattern.test(change.at))?.[1] ?? 'value';
    const [was, is] = [change.report, change.now].map((one) => (typeof one === 'string' ? one : undefined));
    if (kind === 'version') return { kind, report: was, now: is ?? recomputed.version };
    if (kind === 'file')
      return { kind, path: fileAt(change.at, now) ?? fileAt(change.at, report) ?? '', report: was, now: is };
    if (kind === 'pack' && change.at.endsWith('/sha256')) {
      return {
        kind,
        id: besideAt(change.at, now, 'id') ?? besideAt(change.at, report, 'id') ?? '',
        report: was,
        now: is,
      };
    }
    return { kind: kind === 'pack' ? 'option' : kind, change };
  };
  const all = changes.map(told);
  // The page of assumptions repeats versions and hashes.
  const pairs = new Set(
    all.flatMap((one) => ('report' in one && one.kind !== 'order' ? [pairOf(one.report, one.now)] : [])),
  );
  const said = new Set<string>();
  const once = all.filter((one) => {
    if (one.kind === 'value') return !pairs.has(pairOf(one.change.report, one.change.now));
    const key = JSON.stringify(one);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
  return once;
}

const MISSING: readonly ReportDifference['kind'][] = ['missing', 'added'];

/**
 * Order of differences: first those that explain the rest, then verdicts with another outcome; last those that repeat
 * it, such as counts and tables.
 */
const RANKS: readonly (readonly ReportDifference['kind'][])[] = [
  ['version'],
  ['file'],
  ['pack'],
  ['day', 'language', 'option'],
  MISSING,
  ['verdict'],
  ['order'],
];

function rank(difference: ReportDifference): number {
  const { kind } = difference;
  const turned = kind === 'verdict' && difference.outcomes[0] !== difference.outcomes[1];
  const at = RANKS.findIndex((kinds) => kinds.includes(turned ? 'missing' : kind));
  // A plan that can't be read any more has no verdicts.
  if (kind === 'value' && difference.change.at.endsWith('/readable')) return RANKS.indexOf(MISSING) - 0.5;
  if (kind === 'verdict' && difference.changes[0]?.at === '/number') return RANKS.length - 0.5;
  return at === -1 ? RANKS.length : at;
}

function pairOf(report: unknown, now: unknown): string {
  return JSON.stringify([report, now]);
}

/** Returns the file whose hash stands at `pointer`. */
function fileAt(pointer: string, log: unknown): string | undefined {
  const path = pointer.slice(1).split('/');
  const cut = path.indexOf('hashes');
  if (cut !== -1) return textAt(log, ...path.slice(0, cut), 'location', 'uri');
  return besideAt(pointer, log, 'path') ?? besideAt(pointer, log, 'file');
}

function besideAt(pointer: string, log: unknown, name: string): string | undefined {
  return textAt(log, ...pointer.slice(1).split('/').slice(0, -1), name);
}

function verdictDifferences(report: readonly VerdictEntry[], now: readonly VerdictEntry[]): ReportDifference[] {
  const left = new Map<string, VerdictEntry[]>();
  for (const entry of now) left.set(entry.key, [...(left.get(entry.key) ?? []), entry]);
  const found: ReportDifference[] = [];
  for (const entry of report) {
    if (found.length >= MOST) return found;
    const [other, ...rest] = left.get(entry.key) ?? [];
    if (other === undefined) {
      found.push({ kind: 'added', verdict: entry.name, outcome: entry.outcome });
      continue;
    }
    left.set(entry.key, rest);
    const changes = changesOf(entry.record, other.record, MOST_IN_VERDICT).sort((a, b) => weight(a) - weight(b));
    if (changes.length === 0) continue;
    found.push({ kind: 'verdict', verdict: entry.name, outcomes: [entry.outcome, other.outcome], changes });
  }
  for (const { name, outcome } of [...left.values()].flat()) found.push({ kind: 'missing', verdict: name, outcome });
  return found;
}

/**
 * Returns the rank of a change within a verdict: the message, then its other parts, last its number, which counts the
 * findings before it.
 */
function weight({ at }: ValueChange): number {
  if (at === '/number') return 2;
  return at === '/message/text' ? 0 : 1;
}

/** Returns the first verdict that both have and that stands elsewhere among those. */
function orderDifference(report: readonly VerdictEntry[], now: readonly VerdictEntry[]): ReportDifference[] {
  const [one, other] = [common(report, now), common(now, report)];
  const at = one.findIndex(({ key }, n) => key !== other[n]?.key);
  const verdict = one[at]?.name;
  if (verdict === undefined) return [];
  const place = other.findIndex(({ key }) => key === one[at]?.key);
  return [{ kind: 'order', verdict, report: at + 1, now: place + 1 }];
}

function common(entries: readonly VerdictEntry[], others: readonly VerdictEntry[]): VerdictEntry[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return entries.filter(({ key }) => {
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left > 0;
  });
}

/** Returns the differences of a report that is no record: of the terms it records, then line by line. */
function inText(given: SubmittedReport, now: Recomputed, same: boolean): ReportComparison {
  const whole = { verdicts: undefined, bytes: true };
  if (same) return { differences: [], more: false, ...whole };
  const shown = hasBlanks(given.format) ? withoutBlanks : (text: string) => text;
  const [one, other] = [given.text, now.text.replace(/^\ufeff/, '')].map((text) => parted(shown(text)));
  const differences: ReportDifference[] = [
    ...headDifferences({ run: one.run }, { run: other.run }, now).sort((a, b) => rank(a) - rank(b)),
    ...lineChanges(one.body, other.body, MOST).map((change): ReportDifference => ({ kind: 'line', change })),
  ];
  if (differences.length > 0)
    return { differences: differences.slice(0, MOST), more: differences.length >= MOST, ...whole };
  const line = firstDifferentLine(given.bytes, new TextEncoder().encode(now.text));
  return { differences: [{ kind: 'bytes', line }], more: false, ...whole };
}

/** Returns a text without its run block, and the block's value; undefined if there is none, or it is no JSON. */
function parted(text: string): { readonly body: string; readonly run: unknown } {
  const block = runBlockIn(text);
  if (block === undefined) return { body: text, run: undefined };
  const body = text.slice(0, text.lastIndexOf('\n', text.lastIndexOf(block)) + 1);
  try {
    return { body, run: runOfEach(JSON.parse(block), undefined) };
  } catch {
    return { body, run: undefined };
  }
}
