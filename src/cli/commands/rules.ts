import type { Locale } from '../../i18n/locale.js';
import { compose } from '../../law/compose.js';
import { allPacks } from '../../law/load.js';
import { rulesJson } from '../../report/rules/json.js';
import { rulesMarkdown } from '../../report/rules/markdown.js';
import { rulesTable } from '../../report/rules/table.js';
import { rules } from '../../rules/index.js';
import type { ExitCode, Io } from '../io.js';
import { RULES_FORMATS } from '../rules-formats.js';
import { oneOf } from '../usage.js';
import { version } from '../version.js';

export interface RulesFlags {
  readonly format: string;
}

/** Prints every rule. */
export function listRules(flags: RulesFlags, io: Io, locale: Locale): ExitCode {
  const format = oneOf(flags.format, RULES_FORMATS, { zh: '--format 的取值', en: '--format' });
  const pack = compose(allPacks());
  switch (format) {
    case 'table':
      io.out(rulesTable(rules, pack, locale));
      break;
    case 'json':
      io.out(`${JSON.stringify(rulesJson(rules, pack, version()), null, 2)}\n`);
      break;
    case 'markdown':
      io.out(`${rulesMarkdown(rules, pack)}\n`);
      break;
  }
  return 0;
}
