// The root command: all commands with their options, and help in both languages.
import { Command } from 'commander';
import type { ExitCode, Io } from '../host/io.js';
import { version } from '../host/package.js';
import { commanderInChinese } from '../host/usage.js';
import type { Locale } from '../i18n/locale.js';
import { COMMANDS } from './commands/registry.gen.js';
import type { Cli } from './options.js';
import { refuseRedact } from './refuse-redact.js';

/** Returns the root command with every command declared, help in `locale`. `done` receives the exit code. */
export function program(io: Io, locale: Locale, done: (code: ExitCode) => void): Command {
  const t = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const chinese = locale === 'en' ? (text: string) => text : commanderInChinese;
  const root = new Command('sitecam')
    .description(
      t(
        '按《内蒙古自治区公共安全技术防范管理条例》审查技防设计图：第八条应当设防的场所和部位，第九条禁止音视频采集的区域。',
        'Lints security design plans by the Inner Mongolia regulation: Art. 8, what must be protected; Art. 9, where nobody may capture sound or image.',
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
    .configureHelp({
      styleTitle: (title) => (locale === 'en' ? title : (HEADINGS[title] ?? title)),
      optionDescription: (option) => {
        const value: unknown = option.defaultValue;
        if (typeof value !== 'string') return option.description;
        return `${option.description}${t(`，缺省为 ${value}`, ` (default: ${value})`)}`;
      },
    });
  const cli: Cli = { io, locale, t, done };
  const inOrder = { ...Object.fromEntries(ORDER.map((name) => [name, COMMANDS[name]])), ...COMMANDS };
  for (const declare of Object.values(inOrder)) declare(root, cli);
  for (const command of root.commands) {
    command.showHelpAfterError(t(`用法：sitecam ${command.name()} --help`, `Usage: sitecam ${command.name()} --help`));
  }
  refuseRedact(root);
  return root;
}

/** Order of commands in help. A command that isn't listed here comes last. */
const ORDER: readonly (keyof typeof COMMANDS)[] = [
  'lint',
  'merge',
  'verify',
  'init',
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

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
