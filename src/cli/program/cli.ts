import { Option } from 'commander';
import type { Locale } from '../../i18n/locale.js';
import type { ExitCode, Io } from '../io.js';
import { oneOf } from '../usage.js';

/** What the declaration of a command is given. */
export interface Cli {
  readonly io: Io;
  /** The language of help, errors and the terminal. */
  readonly locale: Locale;
  /** One of two texts, by the locale. */
  readonly t: Say;
  /** Takes the exit code of the command that was run. */
  readonly done: (code: ExitCode) => void;
}

export type Say = (zh: string, en: string) => string;

/** `--lang`, which every command has. */
export function langOption(t: Say): Option {
  return new Option('--lang <lang>', t('语言：zh-CN 或 en', 'language: zh-CN or en')).argParser((value) =>
    oneOf(value, ['zh-CN', 'en'] as const, { zh: '--lang 的取值', en: '--lang' }),
  );
}

/** The values of an option that may be given several times. */
export function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
