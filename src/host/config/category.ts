// Option `--category`.

import { list } from '../../i18n/list.js';
import type { Locale } from '../../i18n/locale.js';
import { categoryCalled, categoryNamed } from '../../law/categories.js';
import type { Category, Pack } from '../../law/types.js';
import { nearest } from '../../source/suggest.js';
import { UsageError } from '../usage.js';

/**
 * Returns the category of site that `--category` names, by id or by name. Throws a UsageError that lists all and
 * suggests the nearest.
 */
export function categoryOf(text: string, pack: Pack): Category {
  const found = categoryNamed(pack, text);
  if (found !== undefined) return found;
  const names = pack.categories.flatMap(({ id, name }) => [id, name.zh, name.en]);
  const near = categoryCalled(text) ?? nearest(text, names);
  const meant = near === undefined ? undefined : categoryNamed(pack, near);
  const all = (locale: Locale) =>
    list(
      pack.categories.map(({ id, name }) => (locale === 'en' ? id : `${id}（${name.zh}）`)),
      locale,
    );
  throw new UsageError({
    zh: `场所类别“${text}”无法识别。${meant === undefined ? '' : `是否指“${meant.id}”（${meant.name.zh}）？`}可用：${all('zh-CN')}。`,
    en: `unknown category '${text}'.${meant === undefined ? '' : ` Did you mean '${meant.id}' (${meant.name.en})?`} Expected one of ${all('en')}.`,
  });
}
