// `sitecam rules`: options, help and run.
import type { Command } from 'commander';
import type { PackFlags } from '../../host/config/packs.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import { type Cli, onlyPacksOption, type PeopleFlags, packOption } from '../options.js';

/** Values of `sitecam rules --format`. */
export const RULES_FORMATS = ['terminal', 'json', 'markdown'] as const;

interface RulesFlags extends PackFlags, PeopleFlags {
  readonly format: string;
}

/** Declares `sitecam rules` on the root command. */
export function declareRules(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('rules')
    .summary(t('列出全部规则', 'list every rule'))
    .description(t('列出全部规则：编号、级别、条文、名称。', 'Lists every rule: id, level, clauses, title.'))
    .option(
      '-f, --format <name>',
      t(
        '格式：terminal、json（两种语言，供程序使用）、markdown（一张表）',
        'format: terminal, json (both languages, for programs), markdown (a table)',
      ),
      'terminal',
    )
    .addOption(packOption(t))
    .addOption(onlyPacksOption(t))
    .action(async (options: RulesFlags) => done(await listRules(options, io, locale)));
}

/** Prints every rule, with the clauses of `--pack` first; with `--only-packs`, only the rules that apply by those. */
async function listRules(flags: RulesFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const { requestedPack } = await import('../../host/config/packs.js');
  const { compose, partsOf } = await import('../../law/compose.js');
  const { packsFor } = await import('../../features/explain/page.js');
  const { rulesJson, rulesTable } = await import('../../features/explain/rules-table.js');
  const { rules: everyRule } = await import('../../rules/registry.gen.js');
  const format = oneOf(flags.format, RULES_FORMATS, { zh: '--format 的取值', en: '--format' });
  const only = requestedPack({ ...flags, pack: flags.onlyPacks && [...(flags.pack ?? []), ...flags.onlyPacks] }, io);
  const pack = only ?? compose(packsFor(requestedPack(flags, io)));
  const rules = everyRule.filter(
    (rule) => only === undefined || partsOf(only).some((part) => rule.appliesTo?.(part) ?? true),
  );
  if (format === 'json') {
    io.out(`${JSON.stringify(rulesJson(rules, pack, version()), null, 2)}\n`);
  } else if (format === 'markdown') {
    const { writeMarkdown } = await import('../../render/writers/markdown.js');
    io.out(writeMarkdown([rulesTable(rules, pack)], { locale }));
  } else {
    const { writeTerminal } = await import('../../render/writers/terminal.js');
    io.out(writeTerminal([rulesTable(rules, pack)], { locale, colour: wantsColour(flags.color, io), flush: true }));
  }
  return 0;
}
