import type { Command } from 'commander';
import { type Cli, langOption } from './cli.js';

/** What `sitecam import` takes; what it does is loaded when it is run. */
export function declareImport(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('import')
    .summary(t('由 IMDF 生成设计图', 'make a plan from IMDF'))
    .description(
      t(
        '把 IMDF 文件夹（单元、开口、楼层）转换为设计图。',
        'Turns an IMDF folder (units, openings, levels) into a plan.',
      ),
    )
    .argument('<source>', t('IMDF 文件夹', 'IMDF folder'))
    .option('-o, --output <file>', t('输出文件，缺省为标准输出', 'output file; standard output when absent'))
    .option('--category <id>', t('场所类别', 'category of the site'))
    .addOption(langOption(t))
    .action(async (source: string, options) => {
      const { importPlan } = await import('../commands/import.js');
      done(importPlan(source, options, io, locale));
    });
}
