// `sitecam pack check`: options, help and run.
import type { Command } from 'commander';
import type { PackCheck } from '../../features/pack-check/types.js';
import { dayOf } from '../../host/config/day.js';
import type { PackFlags } from '../../host/config/packs.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import { type Cli, type PeopleFlags, readOptions } from '../options.js';

/** What `sitecam pack` can do. */
export const PACK_ACTIONS = ['check'] as const;
/** Values of `sitecam pack check --format`. */
export const PACK_FORMATS = ['terminal', 'json'] as const;

interface CheckFlags extends PackFlags, PeopleFlags {
  readonly format: string;
  readonly with?: string;
  readonly today?: string;
}

/** Declares `sitecam pack` on the root command. */
export function declarePack(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('pack')
    .summary(t('核对自行编写的法规数据包', 'check a law pack of your own'))
    .description(
      t(
        '分八步核对法规数据包：结构；条文与法规全文逐字相同；写作 law 的确为条文用语；按它审查各类场所的示例图，各种格式、两种语言均能写出；不引用他法；每行在生成的图中得到所列判定；罚则；条文与判定的对照表。没有问题的以0退出，否则以1退出。',
        'Checks a law pack in eight steps: its structure; its clauses against the statute, to the character; that what is called the law’s own words is; starter plans of all categories, in every format and both languages; that no other law is cited; that every row gives its outcome on a generated plan; penalties; and a table of clauses, rows and outcomes. Exits with 0 where nothing is found, else with 1.',
      ),
    )
    .argument('<action>', t('check：核对', 'check'))
    .argument('<pack>', t('数据包文件或者文件夹', 'file or folder of the pack'))
    .option(
      '--with <laws>',
      t('default：并与现行各法规一并审查示例图', 'default: lint the starter plans beside the laws in force as well'),
    )
    .option(
      '-f, --format <name>',
      t(`格式：${PACK_FORMATS.join('、')}`, `format: ${PACK_FORMATS.join(', ')}`),
      'terminal',
    )
    .option(
      '--today <date>',
      t('审查日（YYYY-MM-DD），缺省为本机日期', 'day of review (YYYY-MM-DD); today when absent'),
    );
  readOptions(command, t).action(async (action: string, pack: string, options: CheckFlags) => {
    oneOf(action, PACK_ACTIONS, { zh: 'sitecam pack 的操作', en: 'action of sitecam pack' });
    done(await check(pack, options, io, locale));
  });
}

async function check(path: string, flags: CheckFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const format = oneOf(flags.format, PACK_FORMATS, { zh: '--format 的取值', en: '--format' });
  if (flags.with !== undefined) oneOf(flags.with, ['default'], { zh: '--with 的取值', en: '--with' });
  const result = await checked(path, flags, io, locale);
  const { problemCount } = await import('../../features/pack-check/pack-check.js');
  const { packDocument, packRecord } = await import('../../features/pack-check/document.js');
  if (format === 'json') io.out(`${JSON.stringify(packRecord(result, version()), null, 2)}\n`);
  else {
    const { writeTerminal } = await import('../../render/writers/terminal.js');
    io.out(writeTerminal([packDocument(result)], { locale, colour: wantsColour(flags.color, io), width: io.columns }));
  }
  return problemCount(result) === 0 ? 0 : 1;
}

async function checked(path: string, flags: CheckFlags, io: Io, locale: Locale): Promise<PackCheck> {
  const { packToCheck } = await import('../../host/config/packs.js');
  const { checkPack, refusedPack } = await import('../../features/pack-check/pack-check.js');
  const { t } = await import('../../features/pack-check/texts.js');
  const { loaded, statute } = packToCheck(path, flags, io);
  if (!loaded.ok) {
    const problems = loaded.problems.map(({ place, message }) =>
      t.problem({ file: place.path, pointer: place.pointer, message }),
    );
    return refusedPack(path, problems);
  }
  const { packAmong } = await import('../../law/load.js');
  const { starterPlan } = await import('../../features/starter/starter.js');
  const { gzipSync } = await import('node:zlib');
  const { id } = loaded.pack.files;
  const pack = packAmong(id, [loaded.pack]);
  const own = pack.categories.filter(({ clause }) => clause !== undefined);
  const categories = own.length === 0 ? pack.categories.slice(0, 1) : own;
  return checkPack({
    pack,
    statute,
    withLaws: flags.with === 'default',
    plans: categories.map((category) => ({
      name: `${category.id}.yaml`,
      text: starterPlan({ pack, category, locale }, { schema: 'plan.schema.json' }),
    })),
    today: dayOf(flags.today, io),
    loadGzip: async () => (text) => gzipSync(text).length,
  });
}
