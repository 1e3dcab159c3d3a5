import type { Localized } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';

/**
 * How much may be read and worked out, as `--limit NAME=VALUE` names it. Whatever is beyond a limit is refused as a whole:
 * what was only looked at in part is never judged.
 */
export interface Limits {
  /** Bytes of a file. */
  readonly bytes: number;
  /** Tokens of a YAML file (texts, brackets, commas, spaces): reading one takes a kilobyte of memory for each. */
  readonly tokens: number;
  /** Bytes of a plan with all files it refers to. */
  readonly total: number;
  /** Files that a plan refers to. */
  readonly files: number;
  /** Values that the aliases of a YAML file may repeat. */
  readonly aliases: number;
  /** Characters (UTF-16 units) of a key, an id or a name. */
  readonly name: number;
  /** Characters of any other text. */
  readonly text: number;
  /** Entries of an archive that is imported. */
  readonly entries: number;
  /** Bytes that they unpack to. */
  readonly unpacked: number;
  /** Steps that judging a plan may take, as `spend` counts them; undefined: by the bytes of the plan. */
  readonly work: number | undefined;
}

export type LimitName = keyof Limits;

const MIB = 2 ** 20;

/** Where nothing else is said. Ours. */
export const LIMITS: Limits = {
  bytes: 128 * MIB,
  tokens: 750_000,
  total: 256 * MIB,
  files: 200,
  aliases: 100_000,
  name: 256,
  text: 4096,
  // A building has dozens of files, and forty times the largest seen. A few kilobytes can unpack to more than a machine holds.
  entries: 10_000,
  unpacked: 256 * MIB,
  work: undefined,
};

/** For what was measured where it came in. */
export const ANY_SIZE: Limits = { ...LIMITS, bytes: Number.POSITIVE_INFINITY };

/** Steps for the first MiB of a plan, for each further one, and up to how many MiB. Ours. */
export const [FIRST_MIB, FURTHER_MIB, MOST_MIB] = [100e6, 200e6, 40] as const;

/** The steps that judging a plan of so many bytes may take: a larger plan may take longer, a small one as long as one MiB. */
export function workFor({ work }: Limits, bytes: number): number {
  const further = Math.min(MOST_MIB, Math.ceil(bytes / MIB)) - 1;
  return work ?? FIRST_MIB + FURTHER_MIB * Math.max(0, further);
}

/** A limit as people write it, for messages: `limit` and how to raise it. */
export function limitParams(name: LimitName, most: number): Message['params'] {
  return { limit: amount(name, most), more: `${name}=${written(name, 2 * most)}` };
}

/** A number of bytes in MiB where it is one of MiB; steps in millions. */
function amount(name: LimitName, most: number): Localized {
  if (isBytes(name)) {
    const text = most % MIB === 0 ? `${most / MIB} MiB` : `${most}`;
    return { zh: most % MIB === 0 ? text : `${text}字节`, en: most % MIB === 0 ? text : `${text} bytes` };
  }
  if (name === 'work') return { zh: `${most / 1e6}百万步`, en: `${most / 1e6} million steps` };
  return { zh: `${most}`, en: `${most}` };
}

function isBytes(name: LimitName): boolean {
  return name === 'bytes' || name === 'total' || name === 'unpacked';
}

function written(name: LimitName, most: number): string {
  if (isBytes(name) && most % MIB === 0) return `${most / MIB}M`;
  return name === 'work' && most % 1e6 === 0 ? `${most / 1e6}M` : `${most}`;
}
