// The reference of the command line, from the commands' own help in both languages.
import type { Command } from 'commander';
import { examplesOf } from '../../../src/cli/help.js';
import { program } from '../../../src/cli/program.js';
import type { Locale } from '../../../src/i18n/locale.js';
import { NO_IO } from '../../../test/support/io.js';
import type { Product } from '../product.js';
import { LOCALES, page, plainText, sayIn, table } from './page.js';

export const commands: Product = {
  name: 'docs-commands',
  run: async () => new Map(LOCALES.map((locale) => [`docs/${locale}/commands.md`, reference(locale)])),
};

function reference(locale: Locale): string {
  const t = sayIn(locale);
  const root = program(NO_IO, locale, () => {});
  const all = root.commands.filter((command) => command.description() !== '');
  return page([
    `# ${t('命令', 'Commands')}`,
    t(
      '`sitecam 命令 --help` 显示同样的内容。各命令都可以用 `--lang zh-CN` 或者 `--lang en` 指定语言。退出码见 [CI](ci.md#退出码)，报告格式见[开始](start.md#报告格式)。',
      '`sitecam COMMAND --help` prints the same. Every command takes `--lang zh-CN` or `--lang en`. For exit codes see [CI](ci.md#exit-codes), for report formats [start](start.md#report-formats).',
    ),
    all.map((command) => `- [\`${command.name()}\`](#${command.name()}) ${command.summary()}`).join('\n'),
    ...all.flatMap((command) => section(command, locale)),
  ]);
}

function section(command: Command, locale: Locale): string[] {
  const t = sayIn(locale);
  const help = command.createHelp();
  const args = help.visibleArguments(command);
  const options = help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--lang' && long !== '--help')
    .map((option) => [`\`${option.flags}\``, plainText(help.optionDescription(option))]);
  const operands = args.map((arg) => [`\`${help.argumentTerm(arg)}\``, plainText(help.argumentDescription(arg))]);
  return [
    `## ${command.name()}`,
    plainText(command.description()),
    `\`\`\`sh\n${examplesOf(command)
      .map(([line, zh, en]) => `# ${t(zh, en)}\n${line}`)
      .join('\n')}\n\`\`\``,
    `\`\`\`text\n${help.commandUsage(command)}\n\`\`\``,
    ...(operands.length === 0 ? [] : [table([t('参数', 'argument'), t('含义', 'meaning')], operands)]),
    ...(options.length === 0 ? [] : [table([t('选项', 'option'), t('含义', 'meaning')], options)]),
  ];
}
