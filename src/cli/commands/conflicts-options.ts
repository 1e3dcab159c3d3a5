import type { Command } from 'commander';
import { type Cli, langOption, readOptions, termOptions } from '../options.js';
import { CONFLICT_FORMATS } from '../output/conflict-formats.js';

/** What `sitecam conflicts` takes; what it does is loaded when it is run. */
export function declareConflicts(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('conflicts')
    .summary(t('找出应当覆盖与不得采集的冲突，推求可以兼顾的姿态', 'find where must-watch and must-not-see meet'))
    .description(
      t(
        '对既为设防所系、又可及禁止采集区域的摄像机，推求在其安装点有无可以兼顾的姿态（朝向、俯角、可锁定的视场角）：有的，给出最佳的一个，并照改后的图纸重新审查；没有的，逐格证明。均可兼顾或者没有冲突的以0退出，否则以1退出。',
        'For cameras that a place’s protection hangs on and that capture where nobody may: whether any pose at the mounting point (heading, tilt, a field the lens may be locked at) does both. Gives the best, proved by linting the edited plan; or proves, cell by cell, that there is none. Exits with 0 where there is no conflict or each has a pose, else with 1.',
      ),
    )
    .argument('<plans...>', t('设计图文件，“-”为标准输入', 'plan files, - for standard input'))
    .option(
      '-f, --format <name>',
      t(`格式：${CONFLICT_FORMATS.join('、')}`, `format: ${CONFLICT_FORMATS.join(', ')}`),
      'text',
    )
    .option(
      '--draw <folder>',
      t(
        '为每台冲突的摄像机画一张 SVG，写入该文件夹：哪些朝向可以覆盖，哪些不及禁摄区域，哪些两者兼得',
        'draw an SVG of each such camera into this folder: headings that cover, that see nothing private, and that do both',
      ),
    )
    .option(
      '--verify',
      t(
        '视域以两种互不相干的算法各算一遍，不一致的以 70 退出（较慢，用于检验本工具）',
        'work out every view by two independent algorithms; exit with 70 where they differ (slow: it checks sitecam itself)',
      ),
    );
  readOptions(termOptions(command, t), t)
    .addOption(langOption(t))
    .action(async (plans: string[], options) => {
      const { conflicts } = await import('./conflicts.js');
      done(await conflicts(plans, options, io, locale));
    });
}
