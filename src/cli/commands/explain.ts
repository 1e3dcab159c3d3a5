// `sitecam explain`: options, help and run.
import type { Command } from 'commander';
import type { PackFlags } from '../../host/config/packs.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { UsageError } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import { type Cli, type PeopleFlags, packOption } from '../options.js';

/** Declares `sitecam explain` on the root command. */
export function declareExplain(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('explain')
    .summary(t('解释规则、条文或者词', 'explain a rule, a clause or a word'))
    .description(
      t(
        '显示规则的说明、条文的原文或者图中用词的含义，如 capture/view-into-private-zone、9.2(3)、诊室、fisheye。',
        "Shows a rule's page, a clause's text or a word of plans, e.g. capture/view-into-private-zone, 9.2(3), fisheye.",
      ),
    )
    .argument('<subject>', t('规则、条文或者词', 'rule, clause or word'))
    .addOption(packOption(t))
    .action(async (subject: string, options: PackFlags & PeopleFlags) =>
      done(await explain(subject, options, io, locale)),
    );
}

/** Most columns of a page: longer lines are hard to read, on however wide a terminal. */
const WIDEST = 100;

/** Prints the page of a rule, or the text of a clause with the rules that rest on it. */
async function explain(subject: string, flags: PackFlags & PeopleFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const { nearestSubject, packsFor, subjectPage } = await import('../../features/explain/page.js');
  const { requestedPack } = await import('../../host/config/packs.js');
  const { writeTerminal } = await import('../../render/writers/terminal.js');
  const packs = packsFor(requestedPack(flags, io));
  // Alerts name a rule so where nothing is decided.
  const page = subjectPage(subject.replace(/\/to-decide$/, ''), packs);
  if (page === undefined) throw unknown(subject, nearestSubject(subject, packs));
  const width = Math.min(WIDEST, io.columns);
  io.out(writeTerminal([page], { locale, colour: wantsColour(flags.color, io), width, flush: true }));
  return 0;
}

function unknown(subject: string, near: string | undefined): UsageError {
  return new UsageError({
    zh: `没有名为“${subject}”的规则、条文或者词。${near === undefined ? '运行 sitecam rules 可列出全部规则，sitecam words 列出全部词。' : `是否指“${near}”？`}`,
    en: `no rule, clause or word '${subject}'. ${near === undefined ? 'sitecam rules lists the rules, sitecam words the words.' : `Did you mean '${near}'?`}`,
  });
}
