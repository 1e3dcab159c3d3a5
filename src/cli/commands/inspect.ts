// `sitecam inspect`: options, help and run.
import type { Command } from 'commander';
import { dayOf } from '../../host/config/day.js';
import type { TermFlags } from '../../host/config/terms.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { type Cli, type PeopleFlags, readOptions, termOptions } from '../options.js';

/** Values of `sitecam inspect --format`. */
export const INSPECT_FORMATS = ['terminal', 'json'] as const;

interface InspectFlags extends TermFlags, PeopleFlags {
  readonly format: string;
  readonly level?: string;
  readonly openings?: true;
  readonly today?: string;
}

/** Declares `sitecam inspect` on the root command. */
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
      'terminal',
    )
    .option('--level <id>', t('只看此层', 'look at this level only'))
    .option('--openings', t('逐一列出门窗洞口及其连通的区域', 'list every opening with what it joins'));
  readOptions(termOptions(command, t), t).action(async (plan: string, options: InspectFlags) =>
    done(await inspect(plan, options, io, locale)),
  );
}

/**
 * Prints a survey of a plan: its zones, what openings connect, and what it leaves open. Returns 0, or 3 if it can't be
 * read.
 */
async function inspect(plan: string, flags: InspectFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const format = oneOf(flags.format, INSPECT_FORMATS, { zh: '--format 的取值', en: '--format' });
  const today = dayOf(flags.today, io);
  const { planLinter } = await import('../plan-linter.js');
  const linted = planLinter(flags, today, io, locale)(plan);
  if (linted === undefined) return 3;
  const { report, input } = linted;
  const { surveyOf } = await import('../../features/inspect/survey.js');
  const { reportView } = await import('../../findings/view.js');
  const survey = surveyOf(report, levelOf(report, flags.level));
  if (format === 'json') {
    const { surveyRecord } = await import('../../features/inspect/json.js');
    io.out(`${JSON.stringify(surveyRecord(survey, report, { view: reportView(input), tool: version() }), null, 2)}\n`);
  } else {
    const { surveyDocument } = await import('../../features/inspect/document.js');
    const { writeTerminal } = await import('../../render/writers/terminal.js');
    const document = surveyDocument({ survey, report, view: reportView(input) }, flags.openings === true);
    io.out(writeTerminal([document], { locale, colour: wantsColour(flags.color, io), width: io.columns }));
  }
  return 0;
}

function levelOf({ site }: Report, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  return oneOf(
    asked,
    site.levels.map(({ id }) => id),
    { zh: '楼层', en: 'level' },
  );
}
