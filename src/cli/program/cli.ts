import { type Command, Option } from 'commander';
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

/** On what terms plans are judged, beyond their own words: configuration, waivers, day and pack. */
export function termOptions(command: Command, t: Say): Command {
  command
    .option(
      '--config <file>',
      t(
        '配置文件；缺省为设计图所在或者上级文件夹中最近的 sitecam.config.yaml',
        'configuration; the nearest sitecam.config.yaml in the folder of the plan or above when absent',
      ),
    )
    .option('--no-config', t('不使用配置文件', 'take no configuration'))
    .option(
      '--waivers <file>',
      t(
        '例外说明文件；缺省为最近的 sitecam.waivers.yaml',
        'file of waivers; the nearest sitecam.waivers.yaml when absent',
      ),
    )
    .option('--no-waivers', t('例外说明只列出，一律不适用', 'list waivers and apply none'));
  return dayOptions(command, t);
}

/** The day that waivers are held against, and the law. */
export function dayOptions(command: Command, t: Say): Command {
  return command
    .option(
      '--today <date>',
      t('审查日（YYYY-MM-DD），默认为本机日期', "day of review (YYYY-MM-DD); the machine's by default"),
    )
    .option('--pack <id>', t('所依据的法规数据包', 'law pack to judge by'));
}
