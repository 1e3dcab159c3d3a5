// Options `--limit` and `--root` of commands that read plans.

import { LIMITS, type LimitName, type Limits } from '../../source/limits.js';
import type { Io } from '../io.js';
import { oneOf, UsageError } from '../usage.js';

/** Options `--limit` and `--root`, which every command that reads plans takes. */
export interface ReadFlags {
  /** Limits as NAME=VALUE. */
  readonly limit?: readonly string[];
  /** Folders that a plan may refer to besides its own. */
  readonly root?: readonly string[];
}

/** Names of limits, in the order of the documentation. */
export const LIMIT_NAMES: readonly LimitName[] = [
  'bytes',
  'tokens',
  'total',
  'files',
  'aliases',
  'name',
  'text',
  'work',
  'entries',
  'unpacked',
];

/** Limits in bytes: for these k, M and G are powers of 1024, for others of 1000. */
const BYTES: ReadonlySet<LimitName> = new Set(['bytes', 'total', 'unpacked']);

/**
 * Returns the default limits with those that `--limit NAME=VALUE` sets; undefined if it sets none. Throws a UsageError
 * for an unknown name or a wrong value.
 */
export function limitsOf({ limit = [] }: ReadFlags): Limits | undefined {
  if (limit.length === 0) return undefined;
  return { ...LIMITS, ...Object.fromEntries(limit.map(limitOf)) };
}

function limitOf(text: string): [LimitName, number] {
  const [, name, number, unit = ''] = /^([^=]*)=(\d{1,15})([kMG]?)$/.exec(text) ?? [];
  if (name === undefined) {
    throw UsageError.onOptions({
      zh: `--limit “${text}”写法不对，应为“名称=数值”，例如 work=500M；名称：${LIMIT_NAMES.join('、')}。`,
      en: `--limit '${text}' must be NAME=VALUE, for example work=500M; names: ${LIMIT_NAMES.join(', ')}.`,
    });
  }
  const known = oneOf(name, LIMIT_NAMES, { zh: '--limit 的名称', en: 'limit' });
  const thousand = BYTES.has(known) ? 1024 : 1000;
  const value = Number(number) * thousand ** ['', 'k', 'M', 'G'].indexOf(unit);
  if (value >= 1 && value <= Number.MAX_SAFE_INTEGER) return [known, value];
  throw UsageError.onOptions({
    zh: `--limit “${text}”的数值须为正整数，可加 k、M、G。`,
    en: `the value of --limit '${text}' must be a whole number from 1 on; k, M and G may follow it.`,
  });
}

/**
 * Returns the real paths of the folders that `--root` names; undefined if it names none. Throws a UsageError for a path
 * that is no folder.
 */
export function rootsOf({ root = [] }: ReadFlags, io: Pick<Io, 'isFolder' | 'real'>): readonly string[] | undefined {
  if (root.length === 0) return undefined;
  return root.map((folder) => {
    if (folder !== '' && io.isFolder(folder)) return io.real(folder);
    throw new UsageError(
      { zh: `--root “${folder}”不是文件夹。`, en: `--root '${folder}' is no folder.` },
      { zh: '--root 所指的不是文件夹。', en: 'what --root names is no folder.' },
    );
  });
}
