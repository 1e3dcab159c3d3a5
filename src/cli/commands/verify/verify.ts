// `sitecam verify`: options and help; run.ts, which runs it, is loaded when it is run.

import type { Command } from 'commander';
import type { Localized } from '../../../i18n/locale.js';
import { REPORT_FORMATS } from '../../../report/formats.gen.js';
import { type Cli, readOptions, termOptions } from '../../options.js';
import { VERIFY_FORMATS } from '../../output/formats.js';

/** What else a report says itself. */
const DEFAULTS: Readonly<Record<string, Localized | undefined>> = {
  '--today': {
    zh: '审查日（YYYY-MM-DD），缺省为报告所载，未载的为本机日期',
    en: "day of review (YYYY-MM-DD); the report's by default, the machine's where it says none",
  },
  '--pack': {
    zh: '审查所依据的法规数据包，可重复，缺省为报告所载；自行编写的须以路径给出',
    en: 'law pack it was judged by, repeatable; what the report says by default, but a pack of your own must be given by its path',
  },
  '--only-packs': {
    zh: '审查时只按此法规数据包，可重复，缺省为报告所载',
    en: 'law pack that alone it was judged by, repeatable; what the report says by default',
  },
  '--no-waivers': {
    zh: '审查时用了 --no-waivers（报告未载明的）',
    en: 'it was linted with --no-waivers, where it does not say so',
  },
};

/** Declares `sitecam verify`. */
export function declareVerify(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('verify')
    .summary(
      t(
        '核对报告是否由这些设计图得出，或者推荐布置的证明是否成立',
        'tell whether a report is that of these plans, or whether a certificate of suggest holds',
      ),
    )
    .description(
      t(
        '核对一份审查报告是否由所给设计图、以同一法规数据包和同一版本得出：按报告所载的选项重新审查，逐项、逐字节比较，并说明不同之处。报告未载明的，以选项给出。报告所涉设计图须全部给出，有未给出的，退出码为1。核对一致只说明内容相符，不证明报告由谁出具。所给为 sitecam suggest 的证明的，逐格复核其下限和布置，无须求解器。',
        'Tells whether a report is that of the plans given, by the same pack and version: lints again on the terms the report records, compares verdict by verdict and byte by byte, and says what differs. What the report doesn’t say is for the options to say. Where a plan of the report isn’t given, the exit code is 1. That they agree proves what the report says, not who wrote it. A certificate of sitecam suggest is checked cell by cell, its bound and its design, without a solver.',
      ),
    )
    .argument(
      '<report>',
      t(
        'lint 写出的报告，格式由内容判断；或者 suggest 写出的证明',
        'a report of lint, in any format, or a certificate of suggest',
      ),
    )
    .argument(
      '<plans...>',
      t(
        '报告所涉的设计图：文件、文件夹或者通配符，“-”为标准输入',
        'the plans it should be of: files, folders or patterns, - for standard input',
      ),
    )
    .option(
      '-f, --format <name>',
      t(`核对结果的格式：${VERIFY_FORMATS.join('、')}`, `format of the answer: ${VERIFY_FORMATS.join(', ')}`),
      'terminal',
    )
    .option(
      '--from <name>',
      t(
        `报告的格式，缺省由内容判断：${REPORT_FORMATS.join('、')}`,
        `format of the report, told by its content when absent: ${REPORT_FORMATS.join(', ')}`,
      ),
    )
    .option(
      '--as <persona>',
      t('报告以何种方式审查得出：designer、ci、reviewer', 'for whom it was linted: designer, ci, reviewer'),
    )
    .option('--fail-on <level>', t('审查时所用的 --fail-on', 'the --fail-on it was linted with'));
  readOptions(termOptions(command, t), t)
    .option('--baseline <file>', t('审查时所用的比对基准', 'the baseline it was compared with'))
    .option('--no-baseline', t('审查时未用比对基准', 'it was compared with no baseline'))
    .option(
      '--fix-geometry',
      t('审查时用了 --fix-geometry（报告未载明的）', 'it was linted with --fix-geometry, where it does not say so'),
    )
    .option(
      '--types <file>',
      t(
        '推荐布置的证明所用的型号和安装条件；缺省按 sitecam suggest 的办法查找',
        'types and mounting rules of a certificate; found as sitecam suggest finds them when absent',
      ),
    )
    .option('--budget <bytes>', t('审查时所用的 --budget', 'the --budget it was written with'))
    .option('--assets <folder>', t('审查时所用的 --assets', 'the --assets it was written with'))
    .option('-v, --verbose', t('列出全部不同之处', 'list every difference'))
    .action(async (report: string, plans: string[], options) => {
      const { verify } = await import('./run.js');
      done(await verify(report, plans, options, io, locale));
    });
  for (const option of command.options) {
    const said = DEFAULTS[option.long ?? ''];
    if (said !== undefined) option.description = t(said.zh, said.en);
  }
}
