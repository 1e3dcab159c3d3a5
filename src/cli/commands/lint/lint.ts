// `sitecam lint`: options and help. run.ts does the work and is loaded only when the command runs.
import type { Command } from 'commander';
import type { Io } from '../../../host/io.js';
import { UsageError } from '../../../host/usage.js';
import { nearest } from '../../../source/suggest.js';
import {
  alertsOption,
  baselineOptions,
  budgetOption,
  type Cli,
  drawingsOption,
  formatOption,
  personaOption,
  pollOption,
  readOptions,
  statisticsOption,
  termOptions,
  watchOption,
} from '../../options.js';
import { OUTPUT_FORMATS } from '../../output/formats.js';

/** Declares `sitecam lint`, the default command, on the root command. */
export function declareLint(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('lint', { isDefault: true })
    .summary(t('审查设计图（缺省命令）', 'lint plans (the default command)'))
    .description(t('审查设计图，给出逐条判定。', 'Lints plans and gives a verdict per clause.'))
    .argument(
      '[plans...]',
      t(
        '设计图文件（YAML 或 GeoJSON）、文件夹或者通配符（如 "**/*.yaml"），“-”为标准输入；缺省为当前文件夹',
        'plan files (YAML or GeoJSON), folders or patterns ("**/*.yaml"), - for standard input; the current folder when absent',
      ),
    )
    .option(
      '--stdin-filename <path>',
      t(
        '标准输入所代表的文件：其名称、格式、所引用文件的所在文件夹',
        'the file that standard input stands for: its name, its format, the folder of what it refers to',
      ),
    )
    .option(
      '--since [revision]',
      t(
        '只审查自该 git 版本（与当前分支分叉处）以来有改动的设计图，连同未提交和未跟踪的；缺省为 HEAD',
        'only plans that changed since this branch left the git revision, uncommitted and untracked ones too; HEAD when absent',
      ),
    )
    .option('--shard <i/n>', t('只审查n片中的第i片，如 2/8', 'lint only the i-th of n parts, for example 2/8'))
    .addOption(formatOption(OUTPUT_FORMATS, t))
    .option(
      '--fail-on <level>',
      t(
        '何时以 1 退出：error（缺省）、warning、review、never',
        'when to exit with 1: error (the default), warning, review, never',
      ),
    )
    .addOption(personaOption(t));
  readOptions(termOptions(command, t), t)
    .option(
      '--print-config <plan>',
      t(
        '显示适用于该设计图的配置及其来源，不审查',
        'print what is configured for the plan and where from; lint nothing',
      ),
    )
    .option(
      '--show-files',
      t('只列出将要审查的设计图，每行一个，不审查', 'list the plans that would be linted, one a line; lint nothing'),
    );
  baselineOptions(command, t)
    .option('-q, --quiet', t('只列不符合和待补充', 'list only fails and opens'))
    .option('-v, --verbose', t('同时列出通过和不适用', 'list passes and not-applicables too'))
    .addOption(statisticsOption(t))
    .option(
      '--verify',
      t(
        '视域以两种互不相干的算法各算一遍，不一致的以 70 退出（较慢，用于检验本工具）',
        'work out every view by two independent algorithms; exit with 70 where they differ (slow: it checks sitecam itself)',
      ),
    )
    .option(
      '--fix-geometry',
      t(
        '试改图纸并重新审查，写明怎样改可以消除问题（较慢；每份设计图最多试20项，先重后轻）；不改动文件，加 --write 的除外',
        'say what edits would settle a finding, tried and proved (slow; at most 20 findings a plan, worst first); changes no file without --write',
      ),
    )
    .option(
      '--write',
      t(
        '与 --fix-geometry 同用：把能同时证明的改法写入设计图文件，保留注释，然后审查写出的设计图；须由设计人确认',
        'with --fix-geometry: write the edits that are proved together into the plan files, comments kept, and lint what was written; for the designer to confirm',
      ),
    )
    .option(
      '--fix',
      t(
        '把键、类型等处的别名、异写和不合规的编号直接改进设计图文件（只改不影响其他判定的；疑似笔误只作提示），然后审查',
        'write keys, kinds and the like that go by another name, and ids, as they must be in the plan files themselves, where no verdict can change for it (slips are only suggested); then lint',
      ),
    )
    .option(
      '--fix-dry-run',
      t(
        '以补丁形式列出 --fix 将作的改动（与 --fix-geometry 同用时为 --write 将作的），不写文件',
        'print what --fix (with --fix-geometry: --write) would write as a diff, and write nothing',
      ),
    )
    .addOption(drawingsOption(t))
    .addOption(budgetOption(t))
    .addOption(alertsOption(t))
    .option(
      '--redact',
      t(
        '隐去图纸内容：各种格式都只列规则、条款、判定和代号，不列位置、尺寸、名称、原文和文件名',
        'tell nothing of the plans: rule, clause, verdict and opaque names alone in every format, no place, measure, name, source text or file name',
      ),
    )
    .option(
      '--redact-map <file>',
      t(
        '与 --redact 同用：把代号与设计图中编号的对照写入此文件（与图纸同样保密）',
        'with --redact: write what the opaque names stand for into this file (as secret as the plans)',
      ),
    )
    .option(
      '--ignore-unknown',
      t(
        '跳过不是设计图的文件，并逐一说明（用于提交钩子）',
        'pass over files that are no plans, and name them (for hooks)',
      ),
    )
    .option(
      '--workers <n>',
      t(
        '同时审查的线程数；缺省为1，耗时较长的按本机处理器数；结果与线程数无关',
        'threads to lint on; when absent 1, and for long runs as many as the machine has; results are the same',
      ),
    )
    .option(
      '--cache [folder]',
      t(
        '未变的设计图取用上次的结果，存于该文件夹，缺省为本用户的缓存文件夹',
        'take results of plans that have not changed from a cache, in this folder or your own cache folder',
      ),
      (folder) => cacheFolder(folder, io),
    )
    .option('--no-cache', t('不使用缓存（缺省）', 'no cache (the default)'))
    .addOption(watchOption(t))
    .addOption(pollOption(t))
    .action(async (plans: string[], options) => {
      const asks = options.since !== undefined || options.printConfig !== undefined || options.showFiles === true;
      if (plans.length === 0 && !asks && !root.args.includes('lint')) {
        // In a script, a list of plans that came out empty must not read as a pass.
        root.outputHelp({ error: true });
        throw UsageError.onOptions({
          zh: '没有给出设计图。审查一份：sitecam plan.yaml；审查当前文件夹中的全部设计图：sitecam lint。',
          en: 'no plan is named. To lint one: sitecam plan.yaml; to lint all in the current folder: sitecam lint.',
        });
      }
      if (!root.args.includes('lint')) checkCommand(plans[0] ?? '', root, io);
      if (options.watch === true || options.poll === true) {
        const { watchLint } = await import('./watch.js');
        done(await watchLint(plans, options, io, locale));
        return;
      }
      const { lintCommand } = await import('./run.js');
      done(await lintCommand(plans, options, io, locale));
    });
}

/**
 * Returns the folder that `--cache` names. Throws a UsageError if it is a file or named like a plan: `--cache` takes
 * the next argument as its folder, even if a plan was meant.
 */
function cacheFolder(named: string, io: Io): string {
  if (named !== '' && !/\.(?:ya?ml|(?:geo)?json)$/i.test(named) && io.read(named) === undefined) return named;
  throw new UsageError({
    zh: `--cache 后的“${named}”应为缓存文件夹，而不是设计图；使用本用户的缓存文件夹的，把 --cache 写在设计图之后。`,
    en: `'${named}' after --cache should be a folder for the cache, not a plan; put --cache behind the plans to use your own cache folder.`,
  });
}

/** Throws a UsageError if `word`, given without a command name, is no file but close to the name of a command. */
function checkCommand(word: string, root: Command, io: Io): void {
  if (!/^[a-z-]{2,}$/i.test(word) || io.kind(word) !== undefined) return;
  const near = nearest(
    word,
    root.commands.map((command) => command.name()),
  );
  if (near === undefined) return;
  throw new UsageError({
    zh: `没有“${word}”这一命令或者文件，是否指命令“${near}”？`,
    en: `'${word}' is neither a command nor a file. Did you mean the command '${near}'?`,
  });
}
