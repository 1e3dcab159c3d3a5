// `sitecam completion`: options, help and run; and the hidden `sitecam complete`, which the scripts call.
import { Argument, type Command } from 'commander';
import { oneOf } from '../../host/usage.js';
import type { Cli } from '../options.js';

/** Shells with a completion script. */
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
/** Name of a shell with a completion script. */
export type Shell = (typeof SHELLS)[number];

/** Declares `sitecam completion` and the hidden `sitecam complete` on the root command. */
export function declareCompletion(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('completion')
    .summary(t('输出命令补全脚本', 'print a completion script for a shell'))
    .description(
      t(
        '输出 bash、zsh、fish 或 PowerShell 的命令补全脚本，补全命令、选项、取值和设计图文件。用法见脚本首行，例如 eval "$(sitecam completion bash)"。',
        'Prints the script that completes commands, options, values and plan files in bash, zsh, fish or PowerShell. Its first lines say how to use it, for example eval "$(sitecam completion bash)".',
      ),
    )
    .addArgument(shellArgument(t('bash、zsh、fish 或 powershell', 'bash, zsh, fish or powershell')))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('../completion/scripts.js');
      io.out(completionScript(shell));
      done(0);
    });
  root
    .command('complete', { hidden: true })
    .addArgument(shellArgument(''))
    .argument('[words...]')
    .action(async (shell: Shell, words: string[]) => {
      const { answerFor, complete, typedWords } = await import('../completion/candidates.js');
      io.out(answerFor(shell, await complete(root, typedWords(shell, words), locale)));
      done(0);
    });
}

function shellArgument(description: string): Argument {
  const argument = new Argument('<shell>', description).argParser((value) =>
    oneOf(value, SHELLS, { zh: 'shell ', en: 'shell' }),
  );
  // Set by hand: `choices` would refuse a misspelt name with commander's English text and no suggestion.
  argument.argChoices = [...SHELLS];
  return argument;
}
