// The record of a run: a line about the run, then a line a plan. Each line is a list of its hash and its content.
import { sha256 } from '../../base/hash.js';
import type { FailOn } from '../../lint/exit.js';
import { encode } from '../../lint/support/codec.js';
import { type PackHash, packHashes } from '../../lint/support/pack-hash.js';
import { type Portable, type PortableOptions, toPortable, toPortableOptions } from '../../lint/support/portable.js';
import type { ReportInput } from '../../lint/types.js';

/** The first line of a run's record: facts that hold for all its plans. */
export interface RecordHead extends Pick<ReportInput, 'today' | 'shard' | 'redacted'> {
  readonly record: 1;
  /** Version of sitecam. */
  readonly version: string;
  /** Number of plans, one on each line that follows. */
  readonly plans: number;
  /** Options of the command line that decide what reports say, by their names. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Terms that plans were judged on, each once. */
  readonly terms: readonly RecordedTerms[];
}

/** Terms that plans of a record were judged on; packs are given by the hash of their data. */
export interface RecordedTerms {
  readonly options: Omit<PortableOptions, 'absolute' | 'baseline'>;
  readonly packs: readonly PackHash[];
}

/** A line of a run's record: the result of one plan. */
export interface RecordLine {
  /** Index of its terms in the head; undefined for a plan that couldn't be read or judged. */
  readonly terms: number | undefined;
  readonly absolute: string | undefined;
  readonly failOn: FailOn;
  readonly result: Portable;
}

/** Yields the record of a run, a line at a time, each with its line break. */
export function* recordParts({ tool, results, asked, ...run }: ReportInput): Generator<string> {
  const known = new Map<string, readonly [index: number, terms: RecordedTerms]>();
  const lines = results.map((result, n): Omit<RecordLine, 'result'> => {
    const failOn = asked?.failOn[n] ?? 'error';
    if (!result.ok || result.options === undefined) return { terms: undefined, absolute: undefined, failOn };
    const { absolute, baseline: _, ...options } = toPortableOptions(result.options);
    const terms = { options, packs: packHashes(result.pack) };
    const key = encode(terms);
    const [index] = known.get(key) ?? [known.size];
    known.set(key, [index, terms]);
    return { terms: index, absolute, failOn };
  });
  const head: RecordHead = {
    record: 1,
    version: tool.version,
    today: run.today,
    plans: results.length,
    options: asked?.options ?? {},
    ...(run.shard && { shard: run.shard }),
    ...(run.redacted && { redacted: true }),
    terms: [...known.values()].map(([, terms]) => terms),
  };
  let before = '';
  for (const [n, one] of [head, ...lines].entries()) {
    const body = encode(n === 0 ? one : { ...one, result: toPortable(results[n - 1]) });
    before = lineHash(before, body);
    yield `["${before}",${body}]\n`;
  }
}

/**
 * Returns the hash of a line, which rests on the line before: a line that was edited, cut or moved is noticed. It proves
 * no origin: whoever forges a record can hash it, too.
 *
 * @param before hash of the line before; '' for the first @param body content of the line, as written
 */
export function lineHash(before: string, body: string): string {
  return sha256(`${before}${body}`);
}
