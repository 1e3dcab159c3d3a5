import type { Command } from 'commander';
import { type Cli, langOption, readOptions, termOptions } from '../options.js';
import { INSPECT_FORMATS } from '../output/inspect-formats.js';

/** What `sitecam inspect` takes; what it does is loaded when it is run. */
export function declareInspect(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('inspect')
    .summary(t('查看设计图中有什么', 'take a first look at a plan'))
    .description(
      t(
        '初看一份设计图：各层各类区域的数量和面积、墙长、门窗洞口连通哪些区域、走不到的和没有门窗洞口的房间、用途未明的区域、设备、图纸自身的问题、待补充的判定及其原因。',
        "A first look at somebody's building: zones by level and kind with their areas, wall length, what openings join, rooms out of reach or without any opening, zones of unknown use, devices, faults of the plan, and what is open and why.",
      ),
    )
    .argument('<plan>', t('设计图文件，“-”为标准输入', 'plan file, - for standard input'))
    .option(
      '-f, --format <name>',
      t(`格式：${INSPECT_FORMATS.join('、')}`, `format: ${INSPECT_FORMATS.join(', ')}`),
      'text',
    )
    .option('--level <id>', t('只看此层', 'look at this level only'))
    .option('--openings', t('逐一列出门窗洞口及其连通的区域', 'list every opening with what it joins'));
  readOptions(termOptions(command, t), t)
    .addOption(langOption(t))
    .action(async (plan: string, options) => {
      const { inspect } = await import('./inspect.js');
      done(inspect(plan, options, io, locale));
    });
}
