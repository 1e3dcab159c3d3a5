// `sitecam draw`: options, help and run.
import type { Command } from 'commander';
import { type DrawingLayer, LAYERS } from '../../draw/options.js';
import { dayOf } from '../../host/config/day.js';
import type { ReadFlags } from '../../host/config/limits.js';
import type { ExitCode, Io } from '../../host/io.js';
import { safe, stem } from '../../host/plans/stem.js';
import { oneOf, UsageError } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { type Cli, collected, dayOptions, langOption, readOptions } from '../options.js';

interface DrawFlags extends ReadFlags {
  readonly level: readonly string[];
  readonly out?: string;
  readonly show: readonly string[];
  readonly hide: readonly string[];
  readonly device?: string;
  readonly today?: string;
  readonly pack?: readonly string[];
  readonly onlyPacks?: readonly string[];
  readonly lang?: string;
}

/** Declares `sitecam draw` on the root command. */
export function declareDraw(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('draw')
    .summary(t('把设计图逐层画成 SVG', 'draw the levels of a plan as SVG'))
    .description(
      t(
        '每层画一张 SVG：区域、墙、门窗、设备、最小和最大可视范围、盲区，以及按报告编号的问题。',
        'Draws one SVG per level: zones, walls, openings, devices, must-see and may-see, blind areas, and findings by the numbers of the report.',
      ),
    )
    .argument('<plan>', t('设计图文件，“-”为标准输入', 'plan file, - for standard input'))
    .option(
      '--level <id>',
      t('只画此层，可重复', 'draw this level only, repeatable'),
      collected,
      [] as readonly string[],
    )
    .option(
      '-o, --out <path>',
      t(
        '文件夹、.svg 文件或者“-”（标准输出）；缺省为当前文件夹中的“设计图名-楼层.svg”',
        'folder, .svg file, or - for standard output; <plan>-<level>.svg in the current folder when absent',
      ),
    )
    .option(
      '--show <layers>',
      t(
        '只画这些图层：zones、must、may、remainder、devices、findings、labels，可重复',
        'draw these layers only: zones, must, may, remainder, devices, findings, labels; repeatable',
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
    .option('--device <id>', t('只画此设备的可视范围', 'draw the views of this device only'));
  readOptions(dayOptions(command, t), t)
    .addOption(langOption(t))
    .action(async (plan: string, options: DrawFlags) => done(await draw(plan, options, io, locale)));
}

/**
 * Draws the levels of a plan, one SVG each. Returns 0, or 3 if the plan can't be read: findings appear in the drawing
 * and don't change the exit code.
 */
async function draw(plan: string, flags: DrawFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const show = layersOf(flags);
  const today = dayOf(flags.today, io);
  const { planLinter } = await import('../plan-linter.js');
  const report = planLinter(flags, today, io, locale)(plan)?.report;
  if (report === undefined) return 3;
  const levels = levelsOf(report, flags.level);
  const device = deviceOf(report, flags.device);
  const files = filesOf(report, plan, levels, flags.out, io);
  // Files are records: Chinese unless `--lang en` is given.
  const fileLocale: Locale = flags.lang === 'en' ? 'en' : 'zh-CN';
  const { drawingOf } = await import('../../draw/model.js');
  const { svgOf } = await import('../../draw/svg.js');
  await io.together(async () => {
    for (const [n, level] of levels.entries()) {
      const options = { locale: fileLocale, show, ...(device !== undefined && { device }) };
      const svg = svgOf(drawingOf(report, level), options);
      const file = files?.[n];
      if (file === undefined) io.out(svg);
      else await io.write(file, svg);
    }
  });
  for (const file of files ?? []) io.out(locale === 'en' ? `wrote ${io.shown(file)}\n` : `已写出 ${io.shown(file)}\n`);
  return 0;
}

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
  levels: readonly string[],
  out: string | undefined,
  io: Io,
): readonly string[] | undefined {
  if ((isFile(out, io) || out === '-') && levels.length !== 1) {
    throw new UsageError({
      zh: `设计图有${levels.length}层，一个文件只能画一层：请用 --level 指明，或者 --out 给出文件夹。`,
      en: `the plan has ${levels.length} levels and one file holds one: name it with --level, or give --out a folder.`,
    });
  }
  if (out === '-') return undefined;
  const folder = out === undefined ? '' : `${out.replace(/[/\\]+$/, '') || '/'}/`.replace(/^\/\/$/, '/');
  const name = stem(plan);
  const files = isFile(out, io) ? [out] : levels.map((level) => `${folder}${name}-${safe(level)}.svg`);
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
        zh: `两层的图将写入同一文件“${file}”，请用 --level 和 --out 分别写出。`,
        en: `the drawings of two levels would go to the same file '${file}'; write each with --level and --out.`,
      });
    }
  }
  return files;
}

function isFile(out: string | undefined, io: Io): out is string {
  return out?.toLowerCase().endsWith('.svg') === true && !io.isFolder(out);
}
