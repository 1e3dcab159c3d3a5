import type { Command } from 'commander';
import { type Cli, langOption, limitOption } from '../options.js';

/** What `sitecam merge` takes; what it does is loaded when it is run. */
export function declareMerge(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('merge')
    .summary(t('合并各分片的报告', 'put the reports of shards together'))
    .description(
      t(
        '把各分片（lint --shard）的 sarif 或者 json 报告合并为一份，与一次审查全部设计图的报告逐字节相同。',
        'Puts the reports of the shards of a run (lint --shard) together, in sarif or json: the same bytes as linting all plans at once.',
      ),
    )
    .argument('<reports...>', t('同一次审查的报告，格式相同', 'reports of one run, all in one format'))
    .option('-o, --out <file>', t('写入此文件；缺省为标准输出', 'file to write; standard output when absent'))
    .option(
      '--fail-on <level>',
      t('何时以 1 退出：error、warning、review、never', 'when to exit with 1: error, warning, review, never'),
      'error',
    )
    .addOption(limitOption(t))
    .addOption(langOption(t))
    .action(async (reports: string[], options) => {
      const { merge } = await import('./merge.js');
      done(await merge(reports, options, io, locale));
    });
}
