// `sitecam conflicts`: options, help and run.
import type { Command } from 'commander';
import type { PlanConflicts } from '../../features/conflicts/document.js';
import { dayOf } from '../../host/config/day.js';
import type { TermFlags } from '../../host/config/terms.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { type Cli, type PeopleFlags, readOptions, termOptions } from '../options.js';
import { distinctNames } from '../output/assets.js';

/** Values of `sitecam conflicts --format`. */
export const CONFLICT_FORMATS = ['terminal', 'json', 'markdown'] as const;

interface ConflictsFlags extends TermFlags, PeopleFlags {
  readonly format: string;
  readonly assets?: string;
  readonly verify?: true;
  readonly today?: string;
  readonly lang?: string;
}

/** Declares `sitecam conflicts` on the root command. */
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
      'terminal',
    )
    .option(
      '--assets <folder>',
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
  readOptions(termOptions(command, t), t).action(async (plans: string[], options: ConflictsFlags) =>
    done(await conflicts(plans, options, io, locale)),
  );
}

/**
 * Finds cameras that must watch one place and must not see another, and searches each for a pose that does both.
 * Returns 0 if every such camera has one, 1 if one has none or is undecided, 3 if a plan can't be read.
 */
async function conflicts(plans: readonly string[], flags: ConflictsFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const format = oneOf(flags.format, CONFLICT_FORMATS, { zh: '--format 的取值', en: '--format' });
  const today = dayOf(flags.today, io);
  const { planLinter } = await import('../plan-linter.js');
  const { camerasBeside, conflictsOf } = await import('../../features/conflicts/find.js');
  const lint = planLinter(flags, today, io, locale);
  const nameOf = distinctNames(plans.length === 1);
  const found: PlanConflicts[] = [];
  let code: ExitCode = 0;
  for (const plan of plans) {
    const report = lint(plan)?.report;
    if (report === undefined) {
      code = 3;
      continue;
    }
    const own = conflictsOf(report);
    if (code === 0 && own.some(({ answer }) => answer.is !== 'pose')) code = 1;
    const drawings =
      flags.assets === undefined ? new Map<string, string>() : await drawn(report, own, nameOf, flags, io);
    const beside = { tainted: taintedIn(report), ...camerasBeside(report, own) };
    found.push({ report, conflicts: own, ...beside, drawings });
  }
  const tool = version();
  // Output for programs or for the record is Chinese unless `--lang en` is given.
  const fileLocale: Locale = flags.lang === 'en' ? 'en' : 'zh-CN';
  if (format === 'json') {
    const { conflictsRecord } = await import('../../features/conflicts/json.js');
    io.out(`${JSON.stringify(conflictsRecord(found, tool, today), null, 2)}\n`);
    return code;
  }
  const { conflictsDocument } = await import('../../features/conflicts/document.js');
  const documents = [conflictsDocument(found)];
  if (format === 'markdown') {
    const { writeMarkdown } = await import('../../render/writers/markdown.js');
    io.out(writeMarkdown(documents, { locale: fileLocale }));
  } else {
    const { writeTerminal } = await import('../../render/writers/terminal.js');
    io.out(writeTerminal(documents, { locale, colour: wantsColour(flags.color, io), width: io.columns }));
  }
  return code;
}

function taintedIn({ verdicts }: Report): number {
  return verdicts.filter(({ rule, tainted, subject }) => {
    const about = rule === 'capture/view-into-private-zone' || rule === 'capture/device-in-private-zone';
    return about && tainted !== undefined && subject.includes('>');
  }).length;
}

/** Draws one picture for each camera that a solution turns, in files named by `nameOf`; returns these by the cameras' ids. */
async function drawn(
  report: Report,
  own: PlanConflicts['conflicts'],
  nameOf: (path: string, id: string) => string,
  { assets, lang }: ConflictsFlags,
  io: Io,
): Promise<Map<string, string>> {
  const { roseSvg } = await import('../../features/conflicts/rose.js');
  const { writeDrawing } = await import('../output/replaceable.js');
  const folder = assets === undefined || assets === '' ? '' : `${assets.replace(/[/\\]+$/, '')}/`;
  const files = new Map<string, string>();
  await io.together(async () => {
    for (const conflict of own) {
      const svg = roseSvg(report, conflict, lang === 'en' ? 'en' : 'zh-CN');
      if (svg === undefined) continue;
      const file = `${folder}${nameOf(report.path, conflict.device.id)}.svg`;
      await writeDrawing(file, svg, io);
      files.set(conflict.device.id, io.shown(file));
    }
  });
  return files;
}
