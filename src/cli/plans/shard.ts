import { UsageError } from '../usage.js';

/** One part of a run that several machines share: the `index`-th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `--shard`: `2/8`. */
export function shardOf(text: string): Shard {
  const [index, count] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).slice(1).map(Number);
  if (index !== undefined && index <= count) return { index, count };
  throw new UsageError({
    zh: `--shard 的取值“${text}”无法识别，应为“第几片/共几片”，从1起，例如 --shard 2/8。`,
    en: `--shard '${text}' is not understood; expected part/parts, counted from 1, for example --shard 2/8.`,
  });
}

/** Every `count`-th item: neighbours, which are alike in size, go to different parts. */
export function sharded<T>(items: readonly T[], { index, count }: Shard): T[] {
  return items.filter((_, at) => at % count === index - 1);
}
