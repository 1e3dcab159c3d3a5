import type { Shard } from '../../../lint/types.js';
import { UsageError } from '../../usage.js';

/** `--shard`: `2/8`. */
export function shardOf(text: string): Omit<Shard, 'all'> {
  const [index, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).slice(1).map(Number);
  if (index !== undefined && index <= of) return { index, of };
  throw UsageError.onOptions({
    zh: `--shard 的取值“${text}”无法识别，应为“第几片/共几片”，从1起，例如 --shard 2/8。`,
    en: `--shard '${text}' is not understood; expected part/parts, counted from 1, for example --shard 2/8.`,
  });
}

/** Every `of`-th item: neighbours, which are alike in size, go to different parts. */
export function sharded<T>(items: readonly T[], { index, of }: Omit<Shard, 'all'>): T[] {
  return items.filter((_, at) => at % of === index - 1);
}
