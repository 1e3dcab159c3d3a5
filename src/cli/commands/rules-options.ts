import type { Command } from 'commander';
import { type Cli, langOption, packOption } from '../options.js';

/** What `sitecam rules` takes; what it does is loaded when it is run. */
export function declareRules(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('rules')
    .summary(t('列出全部规则', 'list every rule'))
    .description(t('列出全部规则：编号、级别、条文、名称。', 'Lists every rule: id, level, clauses, title.'))
    .option(
      '--format <name>',
      t(
        '格式：table、json（两种语言，供程序使用）、markdown（一张表）',
        'format: table, json (both languages, for programs), markdown (a table)',
      ),
      'table',
    )
    .addOption(packOption(t))
    .addOption(langOption(t))
    .action(async (options) => {
      const { listRules } = await import('./rules.js');
      done(listRules(options, io, locale));
    });
}
