// Names and text versions of the laws that a plan is judged by.
import { inLocale, type Locale, type Localized, say } from '../i18n/locale.js';
import { partsOf } from '../law/compose.js';
import type { Pack } from '../law/types.js';
import type { LintVerdict, Report } from '../lint/types.js';

/** Returns the laws that a plan is judged by, with their text versions: 内蒙古自治区公共安全技术防范管理条例（2017年7月22日第二次修正文本）. */
export function lawsText(pack: Pack, locale: Locale): string {
  const one = ({ name, instruments: [law] }: Pack): string => {
    const version = law === undefined ? '' : inLocale(law.textVersion, locale);
    const known = inLocale(law?.name ?? name, locale);
    return locale === 'en' ? `${known}, ${version}` : `${known}（${version}）`;
  };
  return partsOf(pack)
    .map(one)
    .join(locale === 'en' ? '; ' : '；');
}

/** Returns the names of the laws. */
export function lawNames(pack: Pack): Localized {
  const names = partsOf(pack).map(({ name, instruments: [law] }) => law?.name ?? name);
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

/** Returns the text versions of the laws: 2017年7月22日第二次修正文本. */
export function textVersions(pack: Pack): Localized {
  const texts = partsOf(pack).flatMap(({ instruments: [law] }) => (law === undefined ? [] : [law.textVersion]));
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

/**
 * Returns the short name of the law that a finding is by, such as 〔国务院令第799号〕, if several laws apply and it isn't the
 * main one; else ''.
 */
export function lawTag({ pack: by }: LintVerdict, { pack }: Report, locale: Locale): string {
  const beside = pack.parts?.find((part) => part.beside === true && part.id === by);
  const short = beside?.instruments[0]?.short;
  return short === undefined ? '' : say(locale, `〔${short.zh}〕`, ` [${short.en}]`);
}
