// Options that several commands share, and the context that every command's declaration gets.
import { type Command, Option } from 'commander';
import { LIMIT_NAMES } from '../host/config/limits.js';
import type { ExitCode, Io } from '../host/io.js';
import { oneOf } from '../host/usage.js';
import type { Locale } from '../i18n/locale.js';

/** What each command gets when it is declared: streams and files, language, and where its exit code goes. */
export interface Cli {
  readonly io: Io;
  /** Language of help, errors and the terminal. */
  readonly locale: Locale;
  /** Returns one of two texts, by the locale. */
  readonly t: Translate;
  /** Receives the exit code of the command that ran. */
  readonly done: (code: ExitCode) => void;
}

/** Picks one of two texts, by the locale. */
type Translate = (zh: string, en: string) => string;

/** Options of a command that prints for people. */
export interface PeopleFlags {
  /** Undefined: with colour if the terminal shows it. */
  readonly color?: boolean;
}

/** Adds the options that every command has: `--lang`, and `--color` unless what it prints is for programs. */
export function commonOptions(command: Command, { prints }: { readonly prints: 'people' | 'programs' }, t: Translate) {
  if (prints === 'people') {
    command.option('--color', t('使用颜色', 'use colours')).option('--no-color', t('不使用颜色', 'no colours'));
  }
  command.addOption(
    new Option('--lang <lang>', t('语言：zh-CN 或 en', 'language: zh-CN or en')).argParser((value) =>
      oneOf(value, ['zh-CN', 'en'] as const, { zh: '--lang 的取值', en: '--lang' }),
    ),
  );
}

/** Returns the earlier values of a repeatable option with `value` after them. */
export function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Returns the option `-f`, repeatable, for commands that write reports in several `formats`. */
export function formatOption(formats: readonly string[], t: Translate): Option {
  return new Option(
    '-f, --format <name[=file]>',
    t(`报告格式，可重复：${formats.join('、')}`, `report format, repeatable: ${formats.join(', ')}`),
  )
    .argParser<readonly string[]>((value, before) => collected(value, before ?? []))
    .default([]);
}

/** Returns the option `--statistics`, for commands that write reports of lint: a table of counts by rule on the terminal. */
export function statisticsOption(t: Translate): Option {
  return new Option(
    '--statistics',
    t('在终端报告末尾按规则列出各项计数', 'end the report on the terminal with a table of what each rule found'),
  );
}

/** Returns the option `--assets` of commands that write reports of lint: the folder of the drawings beside them. */
export function drawingsOption(t: Translate): Option {
  return new Option(
    '--assets <folder>',
    t(
      '把各层平面图（SVG）写入该文件夹，并在 markdown、sarif 报告中引用',
      'draw every level into this folder (SVG), and show the drawings in the report in Markdown or SARIF',
    ),
  );
}

/** Returns the option `--budget` of commands that write reports of lint: the largest size of a report (Markdown, sheet). */
export function budgetOption(t: Translate): Option {
  return new Option(
    '--budget <bytes>',
    t(
      'markdown、sheet 报告的字节数上限，github 为 1 MiB，comment 为65536个字符（GitHub 评论）；超出的，从最轻的问题起整项略去并注明',
      'most bytes of a report in Markdown or of sheets, github for 1 MiB, comment for 65,536 characters (a comment on GitHub); whole findings are left out, the least grave first, and counted',
    ),
  );
}

/** Returns the option `--alerts`, for commands that write reports of lint: the mildest outcome that becomes an alert. */
export function alertsOption(t: Translate): Option {
  return new Option(
    '--alerts <outcome>',
    t(
      'sarif-github、gitlab 中列为警报的最轻结论：fail、open、review（缺省）',
      'the least grave outcome that becomes an alert in sarif-github and gitlab: fail, open, review (the default)',
    ),
  );
}

/**
 * Returns the option `--limit`, for every command that reads users' files: changes a limit of what it reads and works
 * out.
 */
export function limitOption(t: Translate): Option {
  return new Option(
    '--limit <name=value>',
    t(
      `改变读取和计算的上限，可重复，如 work=1G、bytes=256M；名称：${LIMIT_NAMES.join('、')}`,
      `change a limit of what is read and worked out, repeatable, for example work=1G or bytes=256M; names: ${LIMIT_NAMES.join(', ')}`,
    ),
  ).argParser<readonly string[]>((value, before) => collected(value, before ?? []));
}

/** Adds `--limit`, and `--root`: folders whose files plans and configurations may refer to. */
export function readOptions(command: Command, t: Translate): Command {
  return command
    .addOption(limitOption(t))
    .addOption(
      new Option(
        '--root <folder>',
        t(
          '设计图和配置可以引用此文件夹中的文件，可重复；缺省时设计图只能引用其所在文件夹中的，配置只能引用其所在仓库中的',
          'a folder that plans and configurations may refer to files of, repeatable; when absent plans only to those in their folder, configurations to those in their repository',
        ),
      ).argParser<readonly string[]>((value, before) => collected(value, before ?? [])),
    );
}

/** Adds the options that decide how plans are judged: configuration, waivers, decisions, day and law packs. */
export function termOptions(command: Command, t: Translate): Command {
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
    .option('--no-waivers', t('例外说明只列出，一律不适用', 'list waivers and apply none'))
    .option(
      '--decisions <file>',
      t(
        '审查决定文件（sitecam.decisions.yaml）：对须核实事项的答复，只有在此指明的才采纳；文件名后可写 #sha256=… 核对其内容',
        'file of decisions (sitecam.decisions.yaml): answers to what is to be reviewed, taken only if named here; #sha256=… after the name pins its content',
      ),
    );
  return dayOptions(command, t);
}

/** Adds `--today`, the day on which waivers must hold and laws be in force, `--pack` and `--only-packs`. */
export function dayOptions(command: Command, t: Translate): Command {
  return command
    .option(
      '--today <date>',
      t('审查日（YYYY-MM-DD），缺省为本机日期', "day of review (YYYY-MM-DD); the machine's by default"),
    )
    .addOption(packOption(t))
    .addOption(onlyPacksOption(t));
}

/**
 * Returns the option `--pack`, repeatable: a law pack to judge by beside the laws in force, a shipped one by its id,
 * any other by its path.
 */
export function packOption(t: Translate): Option {
  return new Option(
    '--pack <id>',
    t(
      '在现行有效的法规之外增加的法规数据包，可重复，第一个为主；自行编写的写文件或者文件夹的路径',
      'law pack to judge by beside the laws in force, repeatable, the first is the main one; of your own, the path of a file or folder',
    ),
  ).argParser<readonly string[]>((value, before) => collected(value, before ?? []));
}

/**
 * Returns the option `--only-packs`, repeatable: a law pack to judge by in place of the laws in force, given as for
 * `--pack`.
 */
export function onlyPacksOption(t: Translate): Option {
  return new Option(
    '--only-packs <id>',
    t(
      '只按此法规数据包审查，可重复；现行有效的其他法规不作依据，报告开头载明',
      'law pack to judge by in place of the laws in force, repeatable; reports say first which laws were left out',
    ),
  ).argParser<readonly string[]>((value, before) => collected(value, before ?? []));
}

/** Returns the option `--as`: for whom plans are judged, `designer`, `ci` (an automatic check) or `reviewer`. */
export function personaOption(t: Translate): Option {
  return new Option(
    '--as <persona>',
    t(
      '为谁审查：designer（缺省）；ci，输出与机器无关；reviewer，不采纳设计图文件夹中的配置、例外说明和比对基准',
      'for whom: designer (the default); ci, output that no machine changes; reviewer, takes no configuration, waivers or baseline from the folder of the plan',
    ),
  );
}

/** Adds `--baseline` and `--no-baseline`, and `--no-catalogue`, which uses no catalogue of camera models. */
export function baselineOptions(command: Command, t: Translate): Command {
  return command
    .option(
      '--baseline <file>',
      t(
        '与该比对基准相比：区分新增、变化、未变、已消除；退出码只计新增和变化，结论不变',
        'compare with this baseline: what is new, changed, unchanged, gone; only new and changed findings make the exit code, and no verdict changes',
      ),
    )
    .option(
      '--no-catalogue',
      t(
        '不采用型号资料（连同本工具自带的）：图中未写明的参数一律按不明处理，用以查看哪些结论依据该资料',
        "use no catalogue of camera models, sitecam's included: what the plan doesn't say stays unknown, which shows what rests on it",
      ),
    )
    .option('--no-baseline', t('不用配置中的比对基准', "use no baseline, the configuration's included"));
}

/** Returns the option `--watch`, for commands that can be run again after each change. */
export function watchOption(t: Translate): Option {
  return new Option(
    '--watch',
    t(
      '文件每有改动即重新运行，并列出与上次相比新增、加重、减轻、消除的问题；按 Ctrl+C 结束，退出码为最后一次的',
      'run again whenever files change, and list which findings are new, graver, milder or gone since the run before; Ctrl+C ends it with the exit code of the last run',
    ),
  );
}

/**
 * Returns the option `--poll`, for commands that wait for changes of files: they look every second instead of waiting for
 * the system to tell.
 */
export function pollOption(t: Translate): Option {
  return new Option(
    '--poll',
    t(
      '每秒查看一次文件是否改动，用于不通知改动的磁盘（如网络磁盘）',
      'look every second whether files changed, for disks that tell of no change (of a network, say)',
    ),
  );
}
