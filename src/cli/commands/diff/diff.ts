// `sitecam diff`: options and help. run.ts does the work and is loaded only when the command runs.
import type { Command } from 'commander';
import { type Cli, formatOption, readOptions, termOptions } from '../../options.js';
import { DIFF_FORMATS } from '../../output/formats.js';

/** Declares `sitecam diff` on the root command. */
export function declareDiff(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('diff')
    .summary(t('比对两份设计图', 'say what is different of two plans'))
    .description(
      t(
        '比对两份设计图（或者两个文件夹，按路径配对；或者自某 git 版本以来有改动的设计图）：设备、区域、门窗洞口、墙的增加、删除、移位、转向、改键；判定的变化及其相关改动；可视范围增加和减少的面积。没有计入的判定新增或者加重的以 0 退出，有的以 1 退出。',
        'Says what is different of two plans (or two folders, plans paired by path; or of the plans that changed since a git revision): devices, zones, openings and walls added, removed, moved, turned, otherwise changed; verdicts that changed, with the edits they hang on; how much more and less is seen. Exits with 0 where no verdict that counts is new or worse, else with 1.',
      ),
    )
    .argument(
      '[plans...]',
      t(
        '原图、新图两个文件或者文件夹，“-”为标准输入；与 --since 同用时为设计图、文件夹或者通配符，缺省为当前文件夹',
        'the old and the new plan, or folder, - for standard input; with --since plans, folders or patterns, the current folder when absent',
      ),
    )
    .option(
      '--since [revision]',
      t(
        '与该 git 版本（与当前分支分叉处）相比，只看自那时以来有改动的设计图；缺省为 HEAD',
        'compare with the git revision (where this branch left it), only plans that changed since; HEAD when absent',
      ),
    )
    .addOption(formatOption(DIFF_FORMATS, t))
    .option(
      '--fail-on <level>',
      t(
        '哪些判定新增或者加重时以 1 退出：error（缺省）、warning、review、never',
        'which verdicts, new or worse, make it exit with 1: error (the default), warning, review, never',
      ),
    );
  readOptions(termOptions(command, t), t)
    .option(
      '--assets <folder>',
      t(
        '把有改动的各层画成 SVG 写入该文件夹，并在 markdown 报告中引用',
        'draw every level that changed into this folder (SVG), and show the drawings in the report in Markdown',
      ),
    )
    .action(async (plans: string[], options) => {
      const { diff } = await import('./run.js');
      done(await diff(plans, options, io, locale));
    });
}
