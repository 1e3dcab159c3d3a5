// `sitecam draw`: options, help and run.
import type { Command } from 'commander';
import type { DrawnFinding, LevelDrawing } from '../../draw/model.js';
import { DRAWING_FORMATS, type DrawingFormat, type DrawingLayer, LAYERS } from '../../draw/options.js';
import type { FINDING_GROUPS } from '../../findings/tally.js';
import { dayOf } from '../../host/config/day.js';
import type { ReadFlags } from '../../host/config/limits.js';
import type { ExitCode, Io } from '../../host/io.js';
import { safe, stem } from '../../host/plans/stem.js';
import { oneOf, UsageError } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { type Cli, collected, dayOptions, pollOption, readOptions, watchOption } from '../options.js';
import type { WatchFlags, Watching } from '../watch/watch.js';

interface DrawFlags extends ReadFlags, WatchFlags {
  readonly format?: string;
  readonly level: readonly string[];
  readonly output?: string;
  readonly show: readonly string[];
  readonly hide: readonly string[];
  readonly device?: string;
  readonly findings: readonly string[];
  readonly today?: string;
  readonly pack?: readonly string[];
  readonly onlyPacks?: readonly string[];
  readonly lang?: string;
}

/** Declares `sitecam draw` on the root command. */
export function declareDraw(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('draw')
    .summary(t('把设计图逐层画成图，或者画回 CAD', 'draw the levels of a plan, as pictures or into CAD'))
    .description(
      t(
        '每层画一张 SVG：区域、墙、门窗、设备、最小和最大可视范围、盲区，以及按报告编号的问题；或者一份 DXF，以导入时 CAD 图的坐标和单位画出问题、视线和可视范围，供附着到原图。',
        'Draws one SVG per level: zones, walls, openings, devices, must-see and may-see, blind areas, and findings by the numbers of the report; or a DXF with findings, sight lines and views in the coordinates and unit of the drawing that was imported, to attach to it.',
      ),
    )
    .argument('<plan>', t('设计图文件，“-”为标准输入', 'plan file, - for standard input'))
    .option(
      '-f, --format <name>',
      t(
        '格式：svg、dxf；缺省按 --output 的后缀，否则为 svg',
        'format: svg, dxf; by the ending of --output when absent, else svg',
      ),
    )
    .option(
      '--level <id>',
      t('只画此层，可重复', 'draw this level only, repeatable'),
      collected,
      [] as readonly string[],
    )
    .option(
      '-o, --output <path>',
      t(
        '文件夹、.svg 或者 .dxf 文件，或者“-”（标准输出，仅 svg）；缺省为当前文件夹中的“设计图名-楼层.svg”',
        'folder, .svg or .dxf file, or - for standard output (svg only); <plan>-<level>.svg in the current folder when absent',
      ),
    )
    .option(
      '--show <layers>',
      t(
        '只画这些图层：zones、must、may、remainder、devices、findings、labels（dxf 只有 must、may、findings），可重复',
        'draw these layers only: zones, must, may, remainder, devices, findings, labels (dxf has must, may and findings); repeatable',
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
    .option('--device <id>', t('只画此设备的可视范围', 'draw the views of this device only'))
    .option(
      '--findings <which>',
      t(
        '只画这些问题：报告中的编号，或者 fail、open、review、drawing、warning，可重复',
        'draw these findings only: numbers of the report, or fail, open, review, drawing, warning; repeatable',
      ),
      collected,
      [] as readonly string[],
    )
    .addOption(watchOption(t))
    .addOption(pollOption(t));
  readOptions(dayOptions(command, t), t).action(async (plan: string, options: DrawFlags) => {
    if (options.watch !== true && options.poll !== true) {
      done(await draw(plan, options, io, locale));
      return;
    }
    const { checkWatch, watched } = await import('../watch/watch.js');
    checkWatch(options, { '-': plan === '-' || options.output === '-' });
    done(await watched((io, watching) => draw(plan, options, io, locale, watching), options, io, locale, io.out));
  });
}

/**
 * Draws the levels of a plan, one file each. Returns 0, or 3 if the plan can't be read: findings appear in the drawing
 * and don't change the exit code.
 */
async function draw(plan: string, flags: DrawFlags, io: Io, locale: Locale, watching?: Watching): Promise<ExitCode> {
  const show = layersOf(flags);
  const format = formatOf(flags, io);
  const today = dayOf(flags.today, io);
  const { planLinter } = await import('../plan-linter.js');
  const linted = planLinter(flags, today, io, locale, watching?.follower)(plan);
  if (linted === undefined) return 3;
  const { report, input } = linted;
  const levels = levelsOf(report, flags.level);
  const device = deviceOf(report, flags.device);
  const files = filesOf(report, plan, { levels, format, output: flags.output }, io);
  const { checkReplaceable } = await import('../output/replaceable.js');
  for (const file of files ?? []) checkReplaceable(file, io, 'drawing');
  // Files are records: Chinese unless `--lang en` is given.
  const fileLocale: Locale = flags.lang === 'en' ? 'en' : 'zh-CN';
  const { drawingOf } = await import('../../draw/model.js');
  const { numberedFindings } = await import('../../findings/numbering.js');
  const isWanted = wantedFindings(flags.findings, numberedFindings(report).length);
  const drawn = levels.map((level) => {
    const whole = drawingOf(report, level);
    const findings = whole.findings.filter(isWanted);
    const numbers = (some: LevelDrawing['findings']) => new Set(some.map(({ number }) => number)).size;
    const without = numbers(whole.findings) - numbers(findings);
    return {
      drawing: { ...whole, findings },
      options: { locale: fileLocale, show, without, ...(device !== undefined && { device }) },
    };
  });
  const { svgOf } = await import('../../draw/svg.js');
  const { dxfOf } = await import('../../draw/dxf/dxf.js');
  const { reportView } = await import('../../findings/view.js');
  await io.together(async () => {
    for (const [n, { drawing, options }] of drawn.entries()) {
      const file = files?.[n];
      if (file === undefined) io.out(svgOf(drawing, options));
      else if (format === 'svg') await io.write(file, svgOf(drawing, options));
      else await io.write(file, [dxfOf(report, drawing, reportView(input), options)]);
    }
  });
  watching?.onReport(input);
  for (const file of files ?? []) io.out(locale === 'en' ? `wrote ${io.shown(file)}\n` : `已写出 ${io.shown(file)}\n`);
  return 0;
}

/** Returns the format: the one named, else that of the file's ending, else SVG. */
function formatOf({ format, output }: DrawFlags, io: Io): DrawingFormat {
  const ending = DRAWING_FORMATS.find((one) => isFile(output, one, io));
  const named = format === undefined ? undefined : oneOf(format, DRAWING_FORMATS, { zh: '格式', en: 'format' });
  if (named !== undefined && ending !== undefined && named !== ending) {
    throw new UsageError({
      zh: `--format ${named} 与文件“${output}”的后缀不符，请去掉其一或者改为 .${named}。`,
      en: `--format ${named} doesn't fit the file '${output}': drop one of them, or let it end in .${named}.`,
    });
  }
  const chosen = named ?? ending ?? 'svg';
  if (chosen === 'dxf' && output === '-') {
    throw UsageError.onOptions({
      zh: 'DXF 按 GBK 编码，不能写到标准输出：请用 --output 给出文件或者文件夹。',
      en: "a DXF is in GBK and can't go to standard output: give --output a file or a folder.",
    });
  }
  return chosen;
}

/**
 * Returns a function that tells the findings to draw: those of the numbers and groups asked for, or all. `3,fail` equals
 * two options.
 *
 * @param count number of findings of the report
 */
function wantedFindings(asked: readonly string[], count: number): (finding: DrawnFinding) => boolean {
  const words = asked.flatMap((text) => text.split(',')).map((text) => text.trim());
  if (words.length === 0) return () => true;
  const numbers = new Set(words.filter((word) => /^\d+$/.test(word)).map(Number));
  const missing = [...numbers].find((number) => number < 1 || number > count);
  if (missing !== undefined) {
    const range =
      count === 0
        ? { zh: '该报告未发现问题', en: 'it has none at all' }
        : { zh: `编号为1至${count}`, en: `its numbers run from 1 to ${count}` };
    throw UsageError.onOptions({
      zh: `报告中没有编号为${missing}的问题，${range.zh}。`,
      en: `the report has no finding ${missing}; ${range.en}.`,
    });
  }
  const named = words.filter((word) => !/^\d+$/.test(word));
  const groups = new Set<string>(named.map((word) => oneOf(word, FINDINGS, { zh: '问题', en: 'findings' })));
  return ({ number, group }) => numbers.has(number) || groups.has(group);
}

/** Groups of findings that `--findings` can name. */
export const FINDINGS = ['fail', 'open', 'review', 'drawing', 'warning'] as const satisfies typeof FINDING_GROUPS;

/**
 * Returns the layers to draw: those of `--show`, or all, without those of `--hide`. `zones,must` equals two options.
 */
function layersOf({ show, hide }: DrawFlags): ReadonlySet<DrawingLayer> {
  const named = (texts: readonly string[]) =>
    texts.flatMap((text) => text.split(',')).map((text) => oneOf(text.trim(), LAYERS, { zh: '图层', en: 'layer' }));
  const hidden = new Set(named(hide));
  const shown = show.length === 0 ? LAYERS : named(show);
  return new Set(shown.filter((layer) => !hidden.has(layer)));
}

function levelsOf({ site }: Report, asked: readonly string[]): string[] {
  const ids = site.levels.map(({ id }) => id);
  return asked.length === 0 ? ids : [...new Set(asked.map((id) => oneOf(id, ids, { zh: '楼层', en: 'level' })))];
}

function deviceOf({ site }: Report, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  const ids = site.levels.flatMap(({ devices }) => devices.map(({ id }) => id));
  return oneOf(asked, ids, { zh: '设备', en: 'device' });
}

/** Returns the file for each level; undefined if the drawing goes to standard output. */
function filesOf(
  report: Report,
  plan: string,
  { levels, format, output }: { levels: readonly string[]; format: DrawingFormat; output: string | undefined },
  io: Io,
): readonly string[] | undefined {
  if ((isFile(output, format, io) || output === '-') && levels.length !== 1) {
    throw new UsageError({
      zh: `设计图有${levels.length}层，一个文件只能画一层：请用 --level 指明，或者 --output 给出文件夹。`,
      en: `the plan has ${levels.length} levels and one file holds one: name it with --level, or give --output a folder.`,
    });
  }
  if (output === '-') return undefined;
  const folder = output === undefined ? '' : `${output.replace(/[/\\]+$/, '') || '/'}/`.replace(/^\/\/$/, '/');
  const name = stem(plan);
  const files = isFile(output, format, io)
    ? [output]
    : levels.map((level) => `${folder}${name}-${safe(level)}.${format}`);
  const read = new Set(report.files.map(({ path }) => path));
  for (const [n, file] of files.entries()) {
    if (read.has(io.shown(file))) {
      throw new UsageError({
        zh: `图不能写入设计图本身“${file}”，请另取文件名。`,
        en: `a drawing can't be written over the plan '${file}'; choose another file name.`,
      });
    }
    if (files.indexOf(file) !== n) {
      throw new UsageError({
        zh: `两层的图将写入同一文件“${file}”，请用 --level 和 --output 分别写出。`,
        en: `the drawings of two levels would go to the same file '${file}'; write each with --level and --output.`,
      });
    }
  }
  return files;
}

function isFile(output: string | undefined, format: DrawingFormat, io: Io): output is string {
  return output?.toLowerCase().endsWith(`.${format}`) === true && !io.isFolder(output);
}
