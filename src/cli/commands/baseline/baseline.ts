// `sitecam baseline`: options and help. run.ts does the work and is loaded only when the command runs.
import type { Command } from 'commander';
import { DEFAULT_BASELINE } from '../../../host/config/baseline-name.js';
import { type Cli, readOptions, termOptions } from '../../options.js';

/** Declares `sitecam baseline` on the root command. */
export function declareBaseline(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
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
    .option('--prune', t('删去已不存在的设计图', 'drop plans that no longer exist'));
  readOptions(termOptions(command, t), t).action(async (plans: string[], options) => {
    const { baseline } = await import('./run.js');
    done(await baseline(plans, options, io, locale));
  });
}
