import { starterPlan } from '../../features/starter/starter.js';
import { categoryOf } from '../../host/config/category.js';
import { SCHEMA_BESIDE_PLAN, schemaFor } from '../../host/config/schema-path.js';
import type { ExitCode, Io } from '../../host/io.js';
import { UsageError } from '../../host/usage.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { DEFAULT_PACK, loadPack } from '../../law/load.js';
import { invocationName } from '../invocation-name.js';
import { quotedForShell } from '../shell.js';

export interface InitFlags {
  readonly category: string;
  readonly output: string;
  readonly schema?: string;
}

/** Writes a starter plan of a category of site, and says what to do next. */
export function init(flags: InitFlags, io: Io, locale: Locale): ExitCode {
  const pack = loadPack(DEFAULT_PACK);
  const category = categoryOf(flags.category, pack);
  const toStdout = flags.output === '-';
  checkOutput(flags.output, io);
  checkSchema(flags.schema);
  const found = schemaFor(toStdout ? 'plan.yaml' : flags.output, io);
  const schema = flags.schema ?? found;
  const run = invocationName(io.env, found !== SCHEMA_BESIDE_PLAN);
  const plan = starterPlan({ pack, category, locale }, { schema });
  if (toStdout) {
    io.out(plan);
    return 0;
  }
  if (!io.create(flags.output, plan)) throw exists(flags.output, io);
  const file = quotedForShell(io.shown(flags.output));
  const name = inLocale(category.name, locale);
  io.out(
    locale === 'en'
      ? `wrote ${io.shown(flags.output)} (${name}); nothing of it is your site yet.\nNext: change it, then run  ${run} lint ${file}\n`
      : `已写出 ${io.shown(flags.output)}（${name}），内容均为示例。\n下一步：改为实际情况，然后运行  ${run} lint ${file}\n`,
  );
  // Without the schema the first line is of no use, and nobody would notice.
  if (schema === SCHEMA_BESIDE_PLAN) io.out(schemaHint(flags.output, run, io, locale));
  return 0;
}

function checkOutput(output: string, io: Io): void {
  if (output === '') throw new UsageError({ zh: '--output 缺少文件名。', en: '--output needs a file name.' });
  if (!io.isFolder(output)) return;
  const file = `${output.replace(/[/\\]+$/, '')}/plan.yaml`;
  throw new UsageError({
    zh: `“${output}”是文件夹，请给出文件名，例如 -o ${file}。`,
    en: `'${output}' is a folder; name a file, for example -o ${file}.`,
  });
}

/** Editors read up to the first white space; a line break would even begin a line of the plan. */
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

function schemaHint(output: string, run: string, io: Io, locale: Locale): string {
  const file = quotedForShell(io.shown(`${output.replace(/[^/\\]*$/, '')}plan.schema.json`));
  return locale === 'en'
    ? `For completion in your editor put the schema beside it:  ${run} schema plan > ${file}\n`
    : `要让编辑器补全和检查，请把 schema 放在旁边：  ${run} schema plan > ${file}\n`;
}
