// Reads a record. Nothing in it is believed before its hash and its shape are checked.

import { isSameJson } from '../../base/equality.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { FailOn } from '../../lint/exit.js';
import { fingerprint } from '../../lint/run.js';
import { summarise } from '../../lint/summary.js';
import { decode as decodeValue } from '../../lint/support/codec.js';
import { packHashes } from '../../lint/support/pack-hash.js';
import { fromPortable, fromPortableOptions } from '../../lint/support/portable.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import { type Limits, limitParams } from '../../source/limits.js';
import { decode } from '../../source/parse/decode.js';
import { limitText } from '../../source/texts.js';
import { lineHash, type RecordedTerms, type RecordHead, type RecordLine } from './record.js';
import { isHead, isLine, isObject } from './shape.js';
import { t } from './texts.js';

/**
 * Error for records that can't be merged: `usage` if they don't belong together, `unreadable` if one can't be relied on.
 */
export class MergeRefusal extends Error {
  override readonly name = 'MergeRefusal';
  constructor(
    readonly kind: 'usage' | 'unreadable',
    /** One sentence for each thing that is wrong. */
    readonly texts: readonly Localized[],
  ) {
    super(texts.map(({ en }) => en).join('\n'));
  }
}

/** A record as given: its name as shown to people, and its bytes. */
export interface RecordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The record of one shard of a run, as `merge` reads it: its head and the results of its plans. */
export interface RunRecord extends Omit<RecordHead, 'terms'> {
  readonly name: string;
  readonly results: readonly LintResult[];
  /** Level of each result that makes the exit code 1. */
  readonly failOn: readonly FailOn[];
}

/** Returns a record as read. Throws a MergeRefusal, with the line, if it isn't one that this version wrote. */
export function readRecord({ name, bytes }: RecordFile, version: string, limits: Limits): RunRecord {
  const located = (place: string, text: Localized) => t.located({ place: verbatim(place), text });
  const unreadable = (text: Localized, line?: number) =>
    new MergeRefusal('unreadable', [located(line === undefined ? name : `${name}:${line}`, text)]);
  const usage = (text: Localized) => new MergeRefusal('usage', [located(name, text)]);
  if (bytes.length === 0) throw unreadable(t.empty);
  const decoded = bytes.length > limits.bytes ? undefined : decode(bytes);
  if (decoded?.ok !== true) {
    throw unreadable(decoded?.message ?? limitText.bytes(limitParams('bytes', limits.bytes)), decoded?.at.line);
  }
  const [first, ...others] = decoded.text.split('\n');
  if (!LINE.test(first) && !LINE.test(`${first.slice(0, HASH)}{}]`)) throw usage(t.foreign);
  let before = '';
  const contentOf = (text: string, line: number): unknown => {
    const [, hash, body] = LINE.exec(text) ?? [];
    if (body === undefined) throw unreadable(line > others.length ? t.cut : t.noLine, line);
    before = lineHash(before, body);
    if (hash !== before) throw unreadable(t.changed, line);
    return orElse(() => decodeValue(body), unreadable(t.noLine, line));
  };
  const head = contentOf(first, 1);
  const written = isObject(head) && typeof head.version === 'string' ? head.version : undefined;
  if (written !== undefined && written !== version) throw usage(t.version({ written, version }));
  if (!isHead(head)) throw unreadable(t.noLine, 1);
  const terms = head.terms.map(
    ({ options, packs }): OwnTerms => ({
      options: orElse(() => fromPortableOptions(options), unreadable(t.noLine, 1)),
      packs,
    }),
  );
  const last = others.pop();
  const lines = others.map((text, n) => {
    const line = contentOf(text, n + 2);
    const wrong = unreadable(t.noLine, n + 2);
    if (!isLine(line)) throw wrong;
    const result = orElse(() => resultOf(line, terms, head), wrong);
    if (result.ok && !isSameJson(packHashes(result.pack), terms[line.terms ?? 0]?.packs)) {
      throw usage(t.pack({ pack: result.pack.id }));
    }
    return { ...line, result };
  });
  if (last !== '') throw unreadable(t.cut, others.length + 2);
  if (lines.length !== head.plans) {
    throw unreadable(t.count({ said: head.plans, held: lines.length }), lines.length + 1);
  }
  const { terms: _, ...run } = head;
  return { ...run, name, results: lines.map(({ result }) => result), failOn: lines.map(({ failOn }) => failOn) };
}

const LINE = /^\["([0-9a-f]{64})",(\{.*\})\]$/s;
/** Length of what comes before the content of a line. */
const HASH = '["",'.length + 64;

function orElse<T>(act: () => T, refusal: MergeRefusal): T {
  try {
    return act();
  } catch {
    throw refusal;
  }
}

/** Terms as the head has them, with this version's own packs in the options. */
interface OwnTerms extends Pick<RecordedTerms, 'packs'> {
  readonly options: LintOptions;
}

function resultOf({ terms: index, absolute, result }: RecordLine, terms: readonly OwnTerms[], head: RecordHead) {
  const options = index === undefined ? undefined : terms[index]?.options;
  if (!result.ok) return fromPortable(result, { today: head.today });
  if (options === undefined) throw new TypeError('no terms');
  const { verdicts, summary } = result;
  const counted = { ...summarise(verdicts), grazes: summary.grazes };
  const named = verdicts.every((one) => one.fingerprint === fingerprint(one.rule, one.subject));
  if (!named || !isSameJson(counted, summary)) throw new TypeError('no counts');
  const own = fromPortable(result, { ...options, ...(absolute !== undefined && { absolute }) });
  return head.redacted && own.ok ? { ...own, assumptions: [] } : own;
}
