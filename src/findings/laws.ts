// Names and text versions of the laws that a plan is judged by.
import { joined } from '../i18n/catalogue.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { partsOf } from '../law/compose.js';
import type { Pack } from '../law/types.js';
import { t } from './texts.js';

/** Returns the laws that a plan is judged by, with their text versions: 内蒙古自治区公共安全技术防范管理条例（2017年7月22日第二次修正文本）. */
export function lawsText(pack: Pack): Localized {
  const laws = partsOf(pack).map(({ name, instruments: [law] }) =>
    t.lawVersion({ law: law?.name ?? name, version: law?.textVersion ?? verbatim('') }),
  );
  return t.unofficial({ laws: joined(laws, t.semicolon) });
}

/** Returns the names of the laws. */
export function lawNames(pack: Pack): Localized {
  return joined(
    partsOf(pack).map(({ name, instruments: [law] }) => law?.name ?? name),
    t.and,
  );
}

/** Returns the text versions of the laws: 2017年7月22日第二次修正文本. */
export function textVersions(pack: Pack): Localized {
  const texts = partsOf(pack).flatMap(({ instruments: [law] }) => (law === undefined ? [] : [law.textVersion]));
  return joined(texts, t.and);
}
