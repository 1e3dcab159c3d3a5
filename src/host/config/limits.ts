import { LIMITS, type LimitName, type Limits } from '../../source/limits.js';
import type { Io } from '../io.js';
import { oneOf, UsageError } from '../usage.js';

/** What `--limit` and `--root` say, which every command that reads plans takes. */
export interface ReadFlags {
  readonly limit?: readonly string[];
  readonly root?: readonly string[];
}

/** Names of limits in the order of the documentation. */
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

const BYTES: ReadonlySet<LimitName> = new Set(['bytes', 'total', 'unpacked']);

/** The usual limits but for those that `--limit NAME=VALUE` sets; undefined where it sets none. Throws a UsageError. */
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

/** The folders that `--root` names, by their real paths; undefined where there is none. Throws a UsageError. */
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
