// Names and text versions of the laws that a plan is judged by, and what rules may cite of them.
import { joined } from '../i18n/catalogue.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { partsOf } from '../law/compose.js';
import type { ClauseId, Pack } from '../law/types.js';
import type { ReportInput } from '../lint/types.js';
import { clausesUnder, type Rule } from '../rules/rule.js';
import { t } from './texts.js';

/** Returns the laws that a plan is judged by, with their text versions: 内蒙古自治区公共安全技术防范管理条例（2017年7月22日第二次修正文本）. */
export function lawsText(pack: Pack): Localized {
  const laws = partsOf(pack).map(({ name, instruments: [law] }) =>
    t.lawVersion({ law: law?.name ?? name, version: law?.textVersion ?? verbatim('') }),
  );
  return t.unofficial({ laws: joined(laws, t.semicolon) });
}

/** Returns the names of the laws that a plan is judged by, one after the other. */
export function lawNames(pack: Pack): Localized {
  return joined(
    partsOf(pack).map(({ name, instruments: [law] }) => law?.name ?? name),
    t.and,
  );
}

/** Returns the text versions of the laws that a plan is judged by: 2017年7月22日第二次修正文本. */
export function textVersions(pack: Pack): Localized {
  const texts = partsOf(pack).flatMap(({ instruments: [law] }) => (law === undefined ? [] : [law.textVersion]));
  return joined(texts, t.and);
}

/** Returns the clauses that the rule may cite under the packs of the run; none if no plan could be read. */
export function citableClauses({ results }: Pick<ReportInput, 'results'>, rule: Rule): readonly ClauseId[] {
  const packs = new Set(results.flatMap((result) => (result.ok ? [result.pack] : [])));
  return [...new Set([...packs].flatMap((pack) => clausesUnder(rule, pack)))];
}
