// `sitecam suggest`: options and help. run.ts does the work and is loaded only when the command runs.
import { type Command, Option } from 'commander';
import { type Cli, readOptions, termOptions } from '../../options.js';
import { SUGGEST_FORMATS } from '../../output/formats.js';

/** Values of `--goal` and `--objective`. */
export const [GOALS, OBJECTIVES] = [
  ['criterion', 'law'],
  ['count', 'price', 'change'],
] as const;

/** Declares `sitecam suggest` on the root command. */
export function declareSuggest(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('suggest')
    .summary(
      t(
        '推荐摄像机布置：台数尽量少，不采集禁止采集的区域，并证明',
        'suggest cameras: as few as possible, none that intrudes, with a proof',
      ),
    )
    .description(
      t(
        '就给定的型号和安装条件，推求覆盖应当设防部位的摄像机布置，凡可及禁止采集区域的位置和朝向一律不用；另证明至少需要几台，任何位置、朝向均已计入。推荐的布置写入图纸后重新审查，通过的才给出。所用的面积比例和观察级别为本工具设定，非法定。有符合要求的布置的以0退出，没有的以1退出。',
        'For given types and mounting rules: cameras that cover the places that must be protected, none of them in a pose that sees where capture is banned; and a proof of how many are needed at least, for every place and heading. A design is given only if the plan with it passes lint. The shares and levels asked for are this tool’s, not the law’s. Exits with 0 if there is a design that meets all, else with 1.',
      ),
    )
    .argument('<plan>', t('设计图文件', 'plan file'))
    .option(
      '-o, --output <file>',
      t('把带推荐布置的图纸写入该文件', 'write the plan with the suggested cameras into this file'),
    )
    .option(
      '--types <file>',
      t(
        '型号和安装条件；缺省为设计图所在或者上级文件夹中最近的 sitecam.suggest.yaml，没有的取图中的 deviceTypes',
        'types and mounting rules; the nearest sitecam.suggest.yaml in the folder of the plan or above when absent, else the plan’s deviceTypes',
      ),
    )
    .option('--level <id...>', t('只就这些楼层推荐', 'only these levels'))
    .addOption(
      new Option(
        '--goal <goal>',
        t(
          '目标：criterion（设计指标，含 law）、law（仅条文所列部位过半设防）',
          'goal: criterion (the design criterion, and law), law (half of each place that the law lists)',
        ),
      )
        .choices([...GOALS])
        .default('criterion'),
    )
    .option('--related', t('建议设防的部位也计入', 'count places that sitecam suggests to protect, too'))
    .addOption(
      new Option(
        '--objective <what>',
        t('以何为优：count（台数）、price（价格）、change（改动）', 'what to keep small: count, price, change'),
      )
        .choices([...OBJECTIVES])
        .default('count'),
    )
    .addOption(
      new Option(
        '--allow <what>',
        t(
          'review：须由审查人判定的视线也可以用，逐一列出；不符合的一律不用',
          'review: poses may be used about which a reviewer must decide; each is listed. None that fails ever is',
        ),
      ).choices(['review']),
    )
    .option('--repair', t('保留图中已布置的设备，尽量少改动', 'keep what is drawn and change as little as possible'))
    .option(
      '--no-bound',
      t('不求因避让禁止采集的区域而多用的台数', 'don’t work out how many more cameras the ban on capture takes'),
    )
    .option(
      '--gap <n>',
      t(
        '推荐的台数（价格）与证明的下限相差超过 n 的，以1退出',
        'exit with 1 if the design and the proved bound are farther apart than this',
      ),
    )
    .option('--effort <steps>', t('至多推求多少步；缺省 2000000', 'most steps of the search; 2000000 when absent'))
    .option(
      '--time <seconds>',
      t(
        '至多用多少秒；缺省不限，结果与机器快慢无关',
        'most seconds to take; no limit when absent, and then the answer doesn’t hang on the machine',
      ),
    )
    .option(
      '--certificate <file>',
      t('把证明写入该文件，供 sitecam verify 复核', 'write the proof into this file, for sitecam verify'),
    )
    .option('--assets <folder>', t('各层画一张图（SVG）写入该文件夹', 'draw each level into this folder (SVG)'))
    .option('--force', t('-o 可以覆盖原图', 'let -o overwrite the plan itself'))
    .option(
      '-f, --format <name>',
      t(`格式：${SUGGEST_FORMATS.join('、')}`, `format: ${SUGGEST_FORMATS.join(', ')}`),
      'terminal',
    );
  readOptions(termOptions(command, t), t).action(async (plan: string, options) => {
    const { suggestCommand } = await import('./run.js');
    done(await suggestCommand(plan, options, io, locale));
  });
}
