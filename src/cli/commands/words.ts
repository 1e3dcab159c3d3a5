// `sitecam words`: options, help and run.
import type { Command } from 'commander';
import type { PackFlags } from '../../host/config/packs.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import type { Locale } from '../../i18n/locale.js';
import { type Cli, type PeopleFlags, packOption } from '../options.js';

/** Declares `sitecam words` on the root command. */
export function declareWords(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('words')
    .summary(t('列出图中可用的词', 'list the words of plans'))
    .description(
      t(
        '列出区域类型、设备类型：中文名称、是否以墙为界，各法规是否禁止在其内采集、是否要求设防。',
        'Lists the kinds of zone and device: names, walls, and what each law makes of them.',
      ),
    )
    .addOption(packOption(t))
    .action(async (options: PackFlags & PeopleFlags) => done(await words(options, io, locale)));
}

/** Prints the tables of words. */
async function words(flags: PackFlags & PeopleFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const { packsFor } = await import('../../features/explain/page.js');
  const { wordsTable } = await import('../../features/explain/words.js');
  const { requestedPack } = await import('../../host/config/packs.js');
  const { writeTerminal } = await import('../../render/writers/terminal.js');
  const page = wordsTable(packsFor(requestedPack(flags, io)));
  io.out(writeTerminal([page], { locale, colour: wantsColour(flags.color, io), flush: true }));
  return 0;
}
