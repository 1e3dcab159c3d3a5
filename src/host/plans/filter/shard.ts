// Splits the plans of a run into shards (`--shard`).

import type { Shard } from '../../../lint/types.js';
import { UsageError } from '../../usage.js';

/** Returns the shard that `--shard` names, such as `2/8`. Throws a UsageError for any other form. */
export function shardOf(text: string): Omit<Shard, 'all'> {
  const [index, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).slice(1).map(Number);
  if (index !== undefined && index <= of) return { index, of };
  throw UsageError.onOptions({
    zh: `--shard 的取值“${text}”无法识别，应为“第几片/共几片”，从1起，例如 --shard 2/8。`,
    en: `--shard '${text}' is not understood; expected part/parts, counted from 1, for example --shard 2/8.`,
  });
}

/**
 * Returns every `of`-th item, beginning with item `index` (from 1): neighbours, which are alike in size, go to
 * different shards.
 */
export function sharded<T>(items: readonly T[], { index, of }: Omit<Shard, 'all'>): T[] {
  return items.filter((_, at) => at % of === index - 1);
}
