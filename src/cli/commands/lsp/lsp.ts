// `sitecam lsp`: options and help. run.ts does the work and is loaded only when the command runs.
import { type Command, Option } from 'commander';
import { baselineOptions, type Cli, readOptions, termOptions } from '../../options.js';

/** Declares `sitecam lsp` on the root command. */
export function declareLsp(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('lsp')
    .summary(t('编辑器的语言服务', 'serve an editor, as its language server'))
    .description(
      t(
        '为编辑器提供语言服务（LSP）：键入时即审查并标出问题，补全类型和编号，显示说明，改法、改名、跳转。由编辑器启动，经标准输入、输出通信；各编辑器的设置见文档 editors。',
        'The language server (LSP) for editors: judges and marks what you type, completes kinds and ids, explains, fixes, renames, finds. Your editor starts it and speaks with it over standard input and output; the page “editors” of the documentation has the settings of each.',
      ),
    )
    .option(
      '--stdio',
      t(
        '经标准输入、输出通信（唯一方式，可省略）',
        'speak over standard input and output (the only way; may be left out)',
      ),
    );
  // Clients of VS Code's library add it to whatever they start; the server is told the same when it is initialized.
  command.addOption(new Option('--clientProcessId <pid>').hideHelp());
  baselineOptions(readOptions(termOptions(command, t), t), t).action(async (options) => {
    const { lspCommand } = await import('./run.js');
    done(await lspCommand(options, io, locale));
  });
}
