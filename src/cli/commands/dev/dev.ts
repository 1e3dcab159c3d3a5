// `sitecam dev`: options and help. run.ts does the work and is loaded only when the command runs.
import type { Command } from 'commander';
import { baselineOptions, type Cli, personaOption, pollOption, readOptions, termOptions } from '../../options.js';

/** Declares `sitecam dev` on the root command. */
export function declareDev(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('dev')
    .summary(t('在网页上边改边审', 'change a plan on a page that judges it as you go'))
    .description(
      t(
        '在本机打开一份设计图的页面：图中或者编辑器中每改一处，随即重新审查；在页面上作的改动写回设计图文件。只监听127.0.0.1，显示的地址含本次运行的令牌。按 Ctrl+C 结束。',
        'Serves a page of one plan to this machine: whatever is changed, there or in an editor, is judged at once, and what is changed on the page is written into the files of the plan. Listens on 127.0.0.1 alone; the address that it prints holds the token of this run. Ctrl+C ends it.',
      ),
    )
    .argument(
      '[plan]',
      t('设计图文件；缺省为当前文件夹中唯一的一份', 'plan file; the only one in the current folder when absent'),
    )
    .option('--port <n>', t('端口；缺省为任一空闲的', 'the port; any that is free when absent'))
    .option('--open', t('在浏览器中打开页面', 'open the page in the browser'))
    .option(
      '--read-only',
      t('不写入任何文件（--as reviewer 时同）', 'write nothing into any file (so too with --as reviewer)'),
    )
    .addOption(pollOption(t))
    .addOption(personaOption(t));
  baselineOptions(readOptions(termOptions(command, t), t), t).action(async (plan: string | undefined, options) => {
    const { devCommand } = await import('./run.js');
    done(await devCommand(plan, options, io, locale));
  });
}
