import type { Command } from 'commander';
import { DEFAULT_BASELINE } from '../baseline-name.js';
import { type Cli, langOption } from './cli.js';

/** What `sitecam baseline` takes; what it does is loaded when it is run. */
export function declareBaseline(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('baseline')
    .summary(t('把现有问题记入比对基准', 'record the findings there are as a baseline'))
    .description(
      t(
        '审查设计图，把现有的不符合、待补充、须审查判定逐项记入比对基准，供 lint --baseline 比对。比对基准不改变结论。原有文件中未列出的设计图予以保留；不是比对基准的文件不予覆盖。',
        'Lints plans and records each fail, open and review there is as a baseline for lint --baseline. A baseline changes no verdict. Plans of an existing file that are not named are kept; a file that is no baseline is never overwritten.',
      ),
    )
    .argument(
      '[plans...]',
      t(
        '设计图文件（YAML 或 GeoJSON）、文件夹或者通配符；缺省为当前文件夹',
        'plan files (YAML or GeoJSON), folders or patterns; the current folder when absent',
      ),
    )
    .option('-o, --output <file>', t('比对基准文件', 'file of the baseline'), DEFAULT_BASELINE)
    .option('--prune', t('删去已不存在的设计图', 'drop plans that no longer exist'))
    .option(
      '--config <file>',
      t(
        '配置文件；缺省为设计图所在或者上级文件夹中最近的 sitecam.config.yaml',
        'configuration; the nearest sitecam.config.yaml in the folder of the plan or above when absent',
      ),
    )
    .option('--no-config', t('不使用配置文件', 'take no configuration'))
    .option(
      '--waivers <file>',
      t(
        '例外说明文件；缺省为最近的 sitecam.waivers.yaml',
        'file of waivers; the nearest sitecam.waivers.yaml when absent',
      ),
    )
    .option('--no-waivers', t('例外说明只列出，一律不适用', 'list waivers and apply none'))
    .option(
      '--today <date>',
      t('审查日（YYYY-MM-DD），默认为本机日期', "day of review (YYYY-MM-DD); the machine's by default"),
    )
    .option('--pack <id>', t('所依据的法规数据包', 'law pack to judge by'))
    .addOption(langOption(t))
    .action(async (plans: string[], options) => {
      const { baseline } = await import('../commands/baseline.js');
      done(await baseline(plans, options, io, locale));
    });
}
