// `sitecam init`: options, help and run.
import type { Command } from 'commander';
import { SCHEMA_BESIDE_PLAN, schemaFor } from '../../host/config/schema-path.js';
import type { ExitCode, Io } from '../../host/io.js';
import { UsageError } from '../../host/usage.js';
import { type Locale, render } from '../../i18n/locale.js';
import type { Cli } from '../options.js';
import { invocationName, quotedForShell, schemaHint } from '../shell.js';

/** Name of a new plan, which says that it is one. */
const NEW_PLAN = 'plan.sitecam.yaml';

interface InitFlags {
  readonly category: string;
  readonly output: string;
  readonly schema?: string;
}

/** Declares `sitecam init` on the root command. */
export function declareInit(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('init')
    .summary(t('写出一份可以起步的示例设计图', 'write a starter plan'))
    .description(
      t(
        '按场所类别写出一份小而完整、逐行注释、审查无问题的设计图，供修改。不覆盖已有文件。',
        'Writes a small whole plan for a category of site, commented line by line, in which nothing is found; change it into yours. Never overwrites a file.',
      ),
    )
    .option(
      '--category <name>',
      t('场所类别，编号或者中文名称，如 hotel、旅店', 'category of the site, by id or name, such as hotel'),
      'hotel',
    )
    .option('-o, --output <file>', t('输出文件，“-”为标准输出', 'output file, - for standard output'), NEW_PLAN)
    .option(
      '--schema <path>',
      t(
        '首行所写的 JSON schema 路径或者网址，供编辑器使用；缺省自动查找',
        'path or address of the JSON schema in the first line, for editors; found by itself when absent',
      ),
    )
    .action(async (options: InitFlags) => done(await init(options, io, locale)));
}

/** Writes a starter plan for a category of site, and prints the next step. */
async function init(flags: InitFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const { starterPlan } = await import('../../features/starter/starter.js');
  const { categoryOf } = await import('../../host/config/category.js');
  const { DEFAULT_PACK, loadPack } = await import('../../law/load.js');
  const pack = loadPack(DEFAULT_PACK);
  const category = categoryOf(flags.category, pack);
  const toStdout = flags.output === '-';
  checkOutput(flags.output, io);
  checkSchema(flags.schema);
  const found = schemaFor(toStdout ? NEW_PLAN : flags.output, io);
  const schema = flags.schema ?? found;
  const run = invocationName(io);
  const plan = starterPlan({ pack, category, locale }, { schema });
  if (toStdout) {
    io.out(plan);
    return 0;
  }
  if (!io.create(flags.output, plan)) throw exists(flags.output, io);
  const file = quotedForShell(io.shown(flags.output));
  const name = render(category.name, locale);
  io.out(
    locale === 'en'
      ? `wrote ${io.shown(flags.output)} (${name}); nothing of it is your site yet.\nNext: change it, then run  ${run} lint ${file}\n`
      : `已写出 ${io.shown(flags.output)}（${name}），内容均为示例。\n下一步：改为实际情况，然后运行  ${run} lint ${file}\n`,
  );
  // Without the schema file the plan's first line has no effect, and nobody would notice.
  if (schema === SCHEMA_BESIDE_PLAN) io.out(schemaHint(flags.output, run, io, locale));
  return 0;
}

function checkOutput(output: string, io: Io): void {
  if (output === '') throw new UsageError({ zh: '--output 缺少文件名。', en: '--output needs a file name.' });
  if (!io.isFolder(output)) return;
  const file = `${output.replace(/[/\\]+$/, '')}/${NEW_PLAN}`;
  throw new UsageError({
    zh: `“${output}”是文件夹，请给出文件名，例如 -o ${file}。`,
    en: `'${output}' is a folder; name a file, for example -o ${file}.`,
  });
}

/**
 * Throws a UsageError if the schema's path is empty or has white space: editors read only up to the first white space,
 * and a line break would begin a new line of the plan.
 */
function checkSchema(schema: string | undefined): void {
  if (schema === undefined || (schema !== '' && !/[\s\p{C}]/u.test(schema))) return;
  throw new UsageError({
    zh: `--schema 的路径“${schema}”为空或者含有空白，编辑器无法识别；空格请写作 %20。`,
    en: `the path '${schema}' of --schema is empty or has white space in it, which editors can't read; write a space as %20.`,
  });
}

function exists(output: string, io: Io): UsageError {
  const file = io.shown(output);
  return new UsageError({
    zh: `“${file}”已经存在，未作任何改动。请用 -o 另取文件名，或者用 -o - 输出到标准输出。`,
    en: `'${file}' is there already and was left as it is. Choose another name with -o, or -o - for standard output.`,
  });
}
