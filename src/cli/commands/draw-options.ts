import type { Command } from 'commander';
import { type Cli, collected, dayOptions, langOption, readOptions } from '../options.js';

/** What `sitecam draw` takes; what it does is loaded when it is run. */
export function declareDraw(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('draw')
    .summary(t('把设计图逐层画成 SVG', 'draw the levels of a plan as SVG'))
    .description(
      t(
        '每层画一张 SVG：区域、墙、门窗、设备、最小和最大可视范围、盲区，以及按报告编号的问题。',
        'Draws one SVG per level: zones, walls, openings, devices, must-see and may-see, blind areas, and findings by the numbers of the report.',
      ),
    )
    .argument('<plan>', t('设计图文件，“-”为标准输入', 'plan file, - for standard input'))
    .option(
      '--level <id>',
      t('只画此层，可重复', 'draw this level only, repeatable'),
      collected,
      [] as readonly string[],
    )
    .option(
      '-o, --out <path>',
      t(
        '文件夹、.svg 文件或者“-”（标准输出）；缺省为当前文件夹中的“设计图名-楼层.svg”',
        'folder, .svg file, or - for standard output; <plan>-<level>.svg in the current folder when absent',
      ),
    )
    .option(
      '--show <layers>',
      t(
        '只画这些图层：zones、must、may、remainder、devices、findings、labels，可重复',
        'draw these layers only: zones, must, may, remainder, devices, findings, labels; repeatable',
      ),
      collected,
      [] as readonly string[],
    )
    .option(
      '--hide <layers>',
      t('不画这些图层，可重复', 'leave these layers out; repeatable'),
      collected,
      [] as readonly string[],
    )
    .option('--device <id>', t('只画此设备的可视范围', 'draw the views of this device only'));
  readOptions(dayOptions(command, t), t)
    .addOption(langOption(t))
    .action(async (plan: string, options) => {
      const { draw } = await import('./draw.js');
      done(await draw(plan, options, io, locale));
    });
}
