import type { Command } from 'commander';
import type { PackFlags } from '../../host/config/packs.js';
import { type Cli, langOption, packOption } from '../options.js';

/** What `sitecam explain` takes; what it does is loaded when it is run. */
export function declareExplain(root: Command, { done, io, locale, t }: Cli): void {
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
    .addOption(packOption(t))
    .addOption(langOption(t))
    .action(async (subject: string, options: PackFlags) => {
      const { explain } = await import('./explain.js');
      done(explain(subject, options, io, locale));
    });
}
