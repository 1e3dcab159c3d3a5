import type { Command } from 'commander';
import { FORMATS } from '../formats.js';
import { type Cli, collected, langOption } from './cli.js';

/** What `sitecam lint` takes; what it does is loaded when it is run. */
export function declareLint(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('lint', { isDefault: true })
    .summary(t('审查设计图（默认命令）', 'lint plans (the default command)'))
    .description(t('审查设计图，给出逐条判定。', 'Lints plans and gives a verdict per clause.'))
    .argument(
      '<plans...>',
      t('设计图文件（YAML 或 GeoJSON），“-”为标准输入', 'plan files (YAML or GeoJSON), - for standard input'),
    )
    .option(
      '-f, --format <name[=file]>',
      t(`报告格式，可重复：${FORMATS.join('、')}`, `report format, repeatable: ${FORMATS.join(', ')}`),
      collected,
      [] as readonly string[],
    )
    .option(
      '--fail-on <level>',
      t('何时以 1 退出：error、warning、review、never', 'when to exit with 1: error, warning, review, never'),
      'error',
    )
    .option(
      '--today <date>',
      t('审查日（YYYY-MM-DD），默认为本机日期', "day of review (YYYY-MM-DD); the machine's by default"),
    )
    .option('--pack <id>', t('所依据的法规数据包', 'law pack to judge by'))
    .option('-q, --quiet', t('只列不符合和待补充', 'list only fails and opens'))
    .option('-v, --verbose', t('同时列出通过和不适用', 'list passes and not-applicables too'))
    .option(
      '--verify',
      t(
        '视域以两种互不相干的算法各算一遍，不一致的以 70 退出（较慢，用于检验本工具）',
        'work out every view by two independent algorithms; exit with 70 where they differ (slow: it checks sitecam itself)',
      ),
    )
    .option(
      '--fixes',
      t(
        '试改图纸并重新审查，写明怎样改可以消除问题（较慢；每份设计图最多试20项，先重后轻）',
        'try edits of the plan, lint again and say what would settle a finding (slow; at most 20 findings a plan, worst first)',
      ),
    )
    .option(
      '--assets <folder>',
      t(
        '把各层平面图（SVG）写入该文件夹，并在 markdown、sarif 报告中引用',
        'draw every level into this folder (SVG), and show the drawings in the report in Markdown or SARIF',
      ),
    )
    .option(
      '--budget <bytes>',
      t(
        'markdown 报告的字节数上限，github 为 1 MiB；超出的，从最轻的问题起整项略去并注明',
        'most bytes of a report in Markdown, github for 1 MiB; whole findings are left out, the least grave first, and counted',
      ),
    )
    .option('--color', t('使用颜色', 'use colours'))
    .option('--no-color', t('不使用颜色', 'no colours'))
    .addOption(langOption(t))
    .action(async (plans: string[], options) => {
      const { lint } = await import('../commands/lint.js');
      done(await lint(plans, options, io, locale));
    });
}
