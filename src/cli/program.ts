// The root command: all commands with their options, and help in both languages.
import { Command, Option } from 'commander';
import type { ExitCode, Io } from '../host/io.js';
import { version } from '../host/package.js';
import { commanderInChinese, UsageError } from '../host/usage.js';
import type { Locale } from '../i18n/locale.js';
import { COMMANDS } from './commands/registry.gen.js';
import { helpIn } from './help.js';
import { type Cli, commonOptions } from './options.js';

/** Returns the root command with every command declared, help in `locale`. `done` receives the exit code. */
export function program(io: Io, locale: Locale, done: (code: ExitCode) => void): Command {
  const t = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const chinese = locale === 'en' ? (text: string) => text : commanderInChinese;
  const root = new Command('sitecam')
    .description(
      t(
        '按现行法规审查技防设计图：应当设防的场所和部位，禁止采集的区域，提示标识和项目文件。',
        'Lints security design plans by the laws in force: what must be protected, where nobody may capture sound or image, signs and documents.',
      ),
    )
    .version(version(), '-V, --version', t('显示版本', 'print the version'))
    .helpOption('-h, --help', t('显示帮助', 'print help'))
    .helpCommand('help [command]', t('显示某一命令的帮助', 'print help of a command'))
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(`sitecam${t('：', ': ')}${chinese(text).replace(/^error: /, '')}`),
      getOutHelpWidth: () => io.columns,
    })
    .configureHelp(helpIn(locale));
  const cli: Cli = { io, locale, t, done };
  const inOrder = { ...Object.fromEntries(ORDER.map((name) => [name, COMMANDS[name]])), ...COMMANDS };
  for (const declare of Object.values(inOrder)) declare(root, cli);
  for (const command of root.commands) {
    const name = command.name();
    if (Object.hasOwn(COMMANDS, name)) {
      commonOptions(command, { prints: FOR_PROGRAMS.has(name) ? 'programs' : 'people' }, t);
    }
    command.showHelpAfterError(t(`用法：sitecam ${command.name()} --help`, `Usage: sitecam ${command.name()} --help`));
  }
  refuseRedact(root);
  return root;
}

/** Commands whose output is for programs, and without colours. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set<keyof typeof COMMANDS>(['completion', 'schema']);

/** Order of commands in help. A command that isn't listed here comes last. */
const ORDER: readonly (keyof typeof COMMANDS)[] = [
  'lint',
  'merge',
  'verify',
  'init',
  'dev',
  'baseline',
  'diff',
  'draw',
  'explain',
  'rules',
  'schema',
  'import',
  'inspect',
  'conflicts',
  'completion',
];

/** Commands whose output is the plan itself, each with the reason. */
const REFUSED: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  draw: ['图就是图纸内容', 'a drawing is the plan itself'],
  dev: ['页面就是图纸内容', 'its page is the plan itself'],
  inspect: ['所列的都是图纸内容', 'all that it lists is of the plan'],
  diff: ['所列的改动都是图纸内容', 'the changes it lists are of the plan'],
  baseline: ['比对基准按编号记录，与设计图同样保密', 'a baseline goes by ids, and is as secret as the plans'],
  import: ['写出的就是设计图', 'what it writes is a plan'],
  merge: [
    '记录在审查时隐去，合并后仍是隐去的',
    'records are redacted when they are made, and stay so when they are merged',
  ],
};

/**
 * Declares a hidden `--redact` on commands that can't have it, to throw a UsageError with the reason; an unknown option
 * would give none.
 */
function refuseRedact(root: Command): void {
  for (const command of root.commands) {
    const name = command.name();
    if (!Object.hasOwn(REFUSED, name)) continue;
    const [zh, en] = REFUSED[name];
    command.addOption(new Option('--redact').hideHelp()).on('option:redact', () => {
      throw UsageError.onOptions({
        zh: `${name} 不能与 --redact 同用：${zh}。只有 lint 的报告可以隐去图纸内容（lint --redact）。`,
        en: `${name} can't go with --redact: ${en}. Only the reports of lint can be redacted (lint --redact).`,
      });
    });
  }
}
