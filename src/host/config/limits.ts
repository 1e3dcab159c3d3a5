// Options `--limit` and `--root` of commands that read plans.

import { verbatim } from '../../i18n/locale.js';
import { LIMITS, type LimitName, type Limits } from '../../source/limits.js';
import type { Io } from '../io.js';
import { oneOf, UsageError } from '../usage.js';
import { t } from './texts.js';

/** Options `--limit` and `--root`, which every command that reads plans takes. */
export interface ReadFlags {
  /** Limits as NAME=VALUE. */
  readonly limit?: readonly string[];
  /** Folders that a plan may refer to besides its own. */
  readonly root?: readonly string[];
}

/** Names of the limits on reading that `--limit` sets, in the order of the documentation. */
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
    const names = { zh: LIMIT_NAMES.join('、'), en: LIMIT_NAMES.join(', ') };
    throw UsageError.onOptions(t.limitForm({ limit: verbatim(text), names }));
  }
  const known = oneOf(name, LIMIT_NAMES, t.limitName);
  const thousand = BYTES.has(known) ? 1024 : 1000;
  const value = Number(number) * thousand ** ['', 'k', 'M', 'G'].indexOf(unit);
  if (value >= 1 && value <= Number.MAX_SAFE_INTEGER) return [known, value];
  throw UsageError.onOptions(t.limitValue({ limit: verbatim(text) }));
}

/**
 * Returns the real paths of the folders that `--root` names; undefined if it names none. Throws a UsageError for a path
 * that is no folder.
 */
export function rootsOf({ root = [] }: ReadFlags, io: Pick<Io, 'isFolder' | 'real'>): readonly string[] | undefined {
  if (root.length === 0) return undefined;
  return root.map((folder) => {
    if (folder !== '' && io.isFolder(folder)) return io.real(folder);
    throw new UsageError(t.noRoot({ folder: verbatim(folder) }), t.noRootRedacted);
  });
}
