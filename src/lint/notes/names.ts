// Names of places for people.
import { type Localized, verbatim } from '../../i18n/locale.js';
import { zoneKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';

const WORDS: Readonly<Record<string, Localized>> = {
  any: { zh: '其他所列部位', en: 'other named places' },
  passage: { zh: '通道', en: 'passages' },
  public: { zh: '公共区域', en: 'public areas' },
  designated: { zh: '确定的相关场所或者部位', en: 'designated places' },
  important: { zh: '重要部位', en: 'important parts' },
};

/**
 * Returns the name of the places that a token stands for: a zone kind's name, or the words for a flag. Falls back to
 * the token.
 */
export function placeName(pack: Pack, token: string): Localized {
  return WORDS[token] ?? zoneKind(pack, token)?.name ?? verbatim(token);
}
