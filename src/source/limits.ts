// Limits on what may be read and computed.
import { type Localized, verbatim } from '../i18n/locale.js';

/**
 * Limits on what may be read and computed, as `--limit NAME=VALUE` names them. Anything beyond a limit is refused as a
 * whole: what was examined only in part is never judged.
 */
export interface Limits {
  /** Bytes of a file. */
  readonly bytes: number;
  /** Tokens of a YAML file (texts, brackets, commas, spaces). Each takes a kilobyte of memory to read. */
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
  /** Entries of an imported archive. */
  readonly entries: number;
  /** Bytes that an imported archive unpacks to. */
  readonly unpacked: number;
  /**
   * Steps that judging a plan may take, as `spendBudget` counts them; undefined: a number that depends on what the plan
   * contains.
   */
  readonly work: number | undefined;
}

/** Name of a limit. */
export type LimitName = keyof Limits;

const MIB = 2 ** 20;

/** Default limits. Chosen by sitecam, not by the law. */
export const LIMITS: Limits = {
  bytes: 128 * MIB,
  tokens: 750_000,
  total: 256 * MIB,
  files: 200,
  aliases: 100_000,
  name: 256,
  text: 4096,
  // A building has dozens of files; this is forty times the largest seen. A few kilobytes can unpack to more than a
  // machine holds.
  entries: 10_000,
  unpacked: 256 * MIB,
  work: undefined,
};

/** Limits for files whose size was checked where they came in. */
export const ANY_SIZE: Limits = { ...LIMITS, bytes: Number.POSITIVE_INFINITY };

/**
 * Steps that judging one plan takes at most, whatever it is found to contain: about five minutes on one core at the 30 ns
 * that a step of views, areas and evidence takes (6 ns where boxes are compared). Chosen by sitecam.
 */
export const MOST_WORK = 10e9;

/**
 * Steps for the first MiB of a source to import, steps for each further MiB, and the number of MiB up to which steps are added.
 * Chosen by sitecam.
 */
export const [FIRST_MIB, FURTHER_MIB, MOST_MIB] = [100e6, 200e6, 40] as const;

/**
 * Returns the most steps that importing `bytes` bytes may take; a search for a pose in a plan of as many bytes is
 * measured by it too. It is `work` if that is set; else it grows with each MiB up to 40, and is the same for all sizes
 * up to one MiB.
 */
export function workFor({ work }: Limits, bytes: number): number {
  const further = Math.min(MOST_MIB, Math.ceil(bytes / MIB)) - 1;
  return work ?? FIRST_MIB + FURTHER_MIB * Math.max(0, further);
}

/**
 * Returns the parameters of a message on a limit that is set to `most`: `limit` with its unit (128 MiB), and `more`,
 * the value of `--limit` that doubles it (`bytes=256M`).
 */
export function limitParams(name: LimitName, most: number): { readonly limit: Localized; readonly more: string } {
  return { limit: amount(name, most), more: `${name}=${written(name, 2 * most)}` };
}

/** Returns a number of bytes as MiB if it is a whole number of them, and steps in millions, in Chinese in 万 and 亿. */
function amount(name: LimitName, most: number): Localized {
  if (isBytes(name)) {
    return most % MIB === 0 ? verbatim(`${most / MIB} MiB`) : { zh: `${most}字节`, en: `${most} bytes` };
  }
  if (name === 'work') {
    const millions = most < 10e6 ? most / 1e6 : Math.round(most / 1e6);
    return { zh: `${inChinese(most)}步`, en: `${millions} million steps` };
  }
  return verbatim(`${most}`);
}

/** Returns a large number as Chinese counts: 2.26亿, 500万. */
function inChinese(count: number): string {
  if (count < 1e4) return `${count}`;
  return count < 1e8 ? `${Math.round(count / 1e4)}万` : `${Math.round(count / 1e6) / 100}亿`;
}

function isBytes(name: LimitName): boolean {
  return name === 'bytes' || name === 'total' || name === 'unpacked';
}

function written(name: LimitName, most: number): string {
  if (isBytes(name) && most % MIB === 0) return `${most / MIB}M`;
  if (name !== 'work' || (most < 20e6 && most % 1e6 !== 0)) return `${most}`;
  return `${Math.ceil(most / 1e6)}M`;
}
