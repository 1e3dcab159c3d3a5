// `sitecam merge`: options and help. run.ts does the work and is loaded only when the command runs.
import type { Command } from 'commander';
import {
  alertsOption,
  budgetOption,
  type Cli,
  drawingsOption,
  formatOption,
  limitOption,
  statisticsOption,
} from '../../options.js';
import { OUTPUT_FORMATS } from '../../output/formats.js';

/** Declares `sitecam merge` on the root command. */
export function declareMerge(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('merge')
    .summary(t('合并各分片的记录', 'put the records of shards together'))
    .description(
      t(
        '把各分片的记录（lint --shard i/n --format record=文件）合并为一次审查，写出任何格式的报告，与一次审查全部设计图的逐字节相同。',
        'Puts the records of the shards of a run (lint --shard i/n --format record=FILE) together, and writes reports in any format: the same bytes as linting all plans at once.',
      ),
    )
    .argument('<records...>', t('同一次审查的记录', 'records of one run'))
    .addOption(formatOption(OUTPUT_FORMATS, t))
    .option(
      '--fail-on <level>',
      t(
        '何时以 1 退出：error、warning、review、never；缺省从各图的配置，未配置的为 error',
        'when to exit with 1: error, warning, review, never; what the configuration of each plan says when absent, else error',
      ),
    )
    .option('-q, --quiet', t('只列不符合和待补充', 'list only fails and opens'))
    .option('-v, --verbose', t('同时列出通过和不适用', 'list passes and not-applicables too'))
    .addOption(statisticsOption(t))
    .addOption(drawingsOption(t))
    .addOption(budgetOption(t))
    .addOption(alertsOption(t))
    .addOption(limitOption(t))
    .action(async (records: string[], options) => {
      const { mergeCommand } = await import('./run.js');
      done(await mergeCommand(records, options, io, locale));
    });
}
