import { rulesJson } from '../../features/explain/rules-table/json.js';
import { rulesMarkdown } from '../../features/explain/rules-table/markdown.js';
import { rulesTable } from '../../features/explain/rules-table/table.js';
import { type PackFlags, requestedPack } from '../../host/config/packs.js';
import type { ExitCode, Io } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import { compose, partsOf } from '../../law/compose.js';
import { allPacks } from '../../law/load.js';
import { rules as everyRule } from '../../rules/index.js';
import { RULES_FORMATS } from '../output/rules-formats.js';

export interface RulesFlags extends PackFlags {
  readonly format: string;
}

/** Prints every rule. */
export function listRules(flags: RulesFlags, io: Io, locale: Locale): ExitCode {
  const format = oneOf(flags.format, RULES_FORMATS, { zh: '--format 的取值', en: '--format' });
  const asked = requestedPack(flags, io);
  const pack = asked ?? compose(allPacks());
  // Of a pack that was named only what it asks for.
  const rules = everyRule.filter(
    (rule) => asked === undefined || partsOf(asked).some((part) => rule.appliesTo?.(part) ?? true),
  );
  switch (format) {
    case 'table':
      io.out(rulesTable(rules, pack, locale));
      break;
    case 'json':
      io.out(`${JSON.stringify(rulesJson(rules, pack, version()), null, 2)}\n`);
      break;
    case 'markdown':
      io.out(`${rulesMarkdown(rules, pack, locale)}\n`);
      break;
  }
  return 0;
}
