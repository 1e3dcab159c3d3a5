import type { Command } from 'commander';
import { type Cli, langOption } from '../options.js';

/** What `sitecam init` takes; what it does is loaded when it is run. */
export function declareInit(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('init')
    .summary(t('写出一份可以起步的示例设计图', 'write a starter plan'))
    .description(
      t(
        '按场所类别写出一份小而完整、逐行注释、审查无问题的设计图，供修改。不覆盖已有文件。',
        'Writes a small whole plan for a category of site, commented line by line, in which nothing is found; change it into yours. Never overwrites a file.',
      ),
    )
    .option(
      '--category <name>',
      t('场所类别，编号或者中文名称，如 hotel、旅店', 'category of the site, by id or name, such as hotel'),
      'hotel',
    )
    .option('-o, --output <file>', t('输出文件，“-”为标准输出', 'output file, - for standard output'), 'plan.yaml')
    .option(
      '--schema <path>',
      t(
        '首行所写的 JSON schema 路径或者网址，供编辑器使用；缺省自动查找',
        'path or address of the JSON schema in the first line, for editors; found by itself when absent',
      ),
    )
    .addOption(langOption(t))
    .action(async (options) => {
      const { init } = await import('./init.js');
      done(init(options, io, locale));
    });
}
