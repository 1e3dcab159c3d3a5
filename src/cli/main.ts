import { Command, CommanderError, Option } from 'commander';
import { ViewshedMismatch } from '../geometry/mismatch.js';
import type { Locale } from '../i18n/locale.js';
import { FORMATS } from './formats.js';
import { guarded } from './guard.js';
import { type ExitCode, type Io, processIo, terminalLocale } from './io.js';
import { commanderInChinese, oneOf, UsageError } from './usage.js';
import { version } from './version.js';

/** Runs sitecam on this process's arguments and streams; the exit code, never an exception. */
export function run(): Promise<ExitCode> {
  return main(process.argv.slice(2), processIo());
}

/** Runs one command line. Wrong usage is 2, a fault of sitecam itself 70; everything else is the command's own code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const locale = terminalLocale(langOf(argv), io.env);
  try {
    let code: ExitCode = 0;
    await program(guarded(io), locale, (value) => {
      code = value;
    }).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, io, locale);
  }
}

function failed(error: unknown, io: Io, locale: Locale): ExitCode {
  if (error instanceof UsageError) {
    io.err(`sitecam${locale === 'en' ? ': ' : '：'}${error.in(locale)}\n`);
    return 2;
  }
  // commander has said what is wrong already; it throws for --help and --version too, with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const detail = mismatch(error, locale) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
  io.err(
    locale === 'en'
      ? `sitecam: a fault of sitecam itself, not of the plan; nothing was decided. Please report it with this text:\n${detail}\n`
      : `sitecam：本工具自身出现故障，并非设计图的问题，未作出任何判定。请附以下内容反馈：\n${detail}\n`,
  );
  return 70;
}

/** What `--verify` found. */
function mismatch(error: unknown, locale: Locale): string | undefined {
  if (!(error instanceof ViewshedMismatch)) return undefined;
  const { eye, areas } = error;
  const [x, y] = eye.map((value) => value.toFixed(3));
  const figures = [areas.expansion, areas.sweep, areas.difference].map((area) => area.toFixed(6));
  return locale === 'en'
    ? `--verify: of the view from (${x}, ${y}) one algorithm says ${figures[0]} m², the other ${figures[1]} m²; they differ on ${figures[2]} m².`
    : `--verify：自（${x}，${y}）处的视域，一种算法为 ${figures[0]} 平方米，另一种为 ${figures[1]} 平方米，不一致的部分为 ${figures[2]} 平方米。`;
}

/** `--lang` has to be known before commander reads the rest, because help and errors are in it. */
function langOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return undefined;
  return argv[at].includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
}

function program(io: Io, locale: Locale, done: (code: ExitCode) => void): Command {
  const t = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const chinese = locale === 'en' ? (text: string) => text : commanderInChinese;
  const root = new Command('sitecam')
    .description(
      t(
        '按《内蒙古自治区公共安全技术防范管理条例》审查技防设计图：第八条应当设防的场所和部位，第九条禁止音视频采集的区域。',
        'Lints security design plans by the Inner Mongolia regulation: Art. 8, what must be protected; Art. 9, where nobody may capture sound or image.',
      ),
    )
    .version(version(), '-V, --version', t('显示版本', 'print the version'))
    .helpOption('-h, --help', t('显示帮助', 'print help'))
    .helpCommand('help [command]', t('显示某一命令的帮助', 'print help of a command'))
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(`sitecam: ${chinese(text).replace(/^error: /, '')}`),
      getOutHelpWidth: () => io.columns,
    })
    .configureHelp({
      styleTitle: (title) => (locale === 'en' ? title : (HEADINGS[title] ?? title)),
      optionDescription: (option) => {
        const value: unknown = option.defaultValue;
        if (typeof value !== 'string') return option.description;
        return `${option.description}${t(`，缺省为 ${value}`, ` (default: ${value})`)}`;
      },
    });
  const lang = () =>
    new Option('--lang <lang>', t('语言：zh-CN 或 en', 'language: zh-CN or en')).argParser((value) =>
      oneOf(value, ['zh-CN', 'en'] as const, { zh: '--lang 的取值', en: '--lang' }),
    );

  root
    .command('lint', { isDefault: true })
    .summary(t('审查设计图（默认命令）', 'lint plans (the default command)'))
    .description(t('审查设计图，给出逐条判定。', 'Lints plans and gives a verdict per clause.'))
    .argument(
      '<plans...>',
      t('设计图文件（YAML 或 GeoJSON），“-”为标准输入', 'plan files (YAML or GeoJSON), - for standard input'),
    )
    .option(
      '-f, --format <name[=file]>',
      t(`报告格式，可重复：${FORMATS.join('、')}`, `report format, repeatable: ${FORMATS.join(', ')}`),
      (value: string, before: readonly string[]) => [...before, value],
      [] as readonly string[],
    )
    .option(
      '--fail-on <level>',
      t('何时以 1 退出：error、warning、review、never', 'when to exit with 1: error, warning, review, never'),
      'error',
    )
    .option(
      '--today <date>',
      t('审查日（YYYY-MM-DD），默认为本机日期', "day of review (YYYY-MM-DD); the machine's by default"),
    )
    .option('--pack <id>', t('所依据的法规数据包', 'law pack to judge by'))
    .option('-q, --quiet', t('只列不符合和待补充', 'list only fails and opens'))
    .option('-v, --verbose', t('同时列出通过和不适用', 'list passes and not-applicables too'))
    .option(
      '--verify',
      t(
        '视域以两种互不相干的算法各算一遍，不一致的以 70 退出（较慢，用于检验本工具）',
        'work out every view by two independent algorithms; exit with 70 where they differ (slow: it checks sitecam itself)',
      ),
    )
    .option(
      '--fixes',
      t(
        '试改图纸并重新审查，写明怎样改可以消除问题（较慢；每份设计图最多试20项，先重后轻）',
        'try edits of the plan, lint again and say what would settle a finding (slow; at most 20 findings a plan, worst first)',
      ),
    )
    .option(
      '--assets <folder>',
      t(
        '把各层平面图（SVG）写入该文件夹，并在 markdown、sarif 报告中引用',
        'draw every level into this folder (SVG), and show the drawings in the report in Markdown or SARIF',
      ),
    )
    .option(
      '--budget <bytes>',
      t(
        'markdown 报告的字节数上限，github 为 1 MiB；超出的，从最轻的问题起整项略去并注明',
        'most bytes of a report in Markdown, github for 1 MiB; whole findings are left out, the least grave first, and counted',
      ),
    )
    .option('--color', t('使用颜色', 'use colours'))
    .option('--no-color', t('不使用颜色', 'no colours'))
    .addOption(lang())
    .action(async (plans: string[], options) => {
      const { lint } = await import('./commands/lint.js');
      done(await lint(plans, options, io, locale));
    });

  root
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
    .option('--device <id>', t('只画此设备的可视范围', 'draw the views of this device only'))
    .option(
      '--today <date>',
      t('审查日（YYYY-MM-DD），默认为本机日期', "day of review (YYYY-MM-DD); the machine's by default"),
    )
    .option('--pack <id>', t('所依据的法规数据包', 'law pack to judge by'))
    .addOption(lang())
    .action(async (plan: string, options) => {
      const { draw } = await import('./commands/draw.js');
      done(draw(plan, options, io, locale));
    });

  root
    .command('explain')
    .summary(t('解释规则或条文', 'explain a rule or an article'))
    .description(
      t(
        '显示规则的说明或条文的原文，如 capture/view-into-private-zone、9.2(3)、第九条。',
        "Shows a rule's page or a clause's text, e.g. capture/view-into-private-zone, 9.2(3).",
      ),
    )
    .argument('<subject>', t('规则或条文', 'rule or article'))
    .addOption(lang())
    .action(async (subject: string) => {
      const { explain } = await import('./commands/explain.js');
      done(explain(subject, io, locale));
    });

  root
    .command('rules')
    .summary(t('列出全部规则', 'list every rule'))
    .description(t('列出全部规则：编号、级别、条文、名称。', 'Lists every rule: id, level, clauses, title.'))
    .addOption(lang())
    .action(async () => {
      const { listRules } = await import('./commands/rules.js');
      done(listRules(io, locale));
    });

  root
    .command('schema')
    .summary(t('输出 JSON schema', 'print a JSON schema'))
    .description(
      t(
        '输出 JSON schema：plan、law（供编辑器使用）或 report（json 格式的报告）。',
        'Prints a JSON schema: plan or law (for editors), or report (of the json format).',
      ),
    )
    .argument('[name]', t('plan、law 或 report', 'plan, law or report'), 'plan')
    .addOption(lang())
    .action(async (name: string) => {
      const { schema } = await import('./commands/schema.js');
      done(schema(name, io));
    });

  root
    .command('import')
    .summary(t('由 IMDF 生成设计图', 'make a plan from IMDF'))
    .description(
      t(
        '把 IMDF 文件夹（单元、开口、楼层）转换为设计图。',
        'Turns an IMDF folder (units, openings, levels) into a plan.',
      ),
    )
    .argument('<source>', t('IMDF 文件夹', 'IMDF folder'))
    .option('-o, --output <file>', t('输出文件，缺省为标准输出', 'output file; standard output when absent'))
    .option('--category <id>', t('场所类别', 'category of the site'))
    .addOption(lang())
    .action(async (source: string, options) => {
      const { importPlan } = await import('./commands/import.js');
      done(importPlan(source, options, io, locale));
    });
  return root;
}

/** The values of an option that may be given several times. */
function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
