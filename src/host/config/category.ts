// Option `--category`.

import { localizedList } from '../../i18n/list.js';
import { verbatim } from '../../i18n/locale.js';
import { categoryCalled, categoryNamed } from '../../law/categories.js';
import type { Category, Pack } from '../../law/types.js';
import { nearest } from '../../source/suggest.js';
import { UsageError } from '../usage.js';
import { t } from './texts.js';

/**
 * Returns the category of site that `--category` names, by id or by name. Throws a UsageError that suggests the nearest,
 * or lists all.
 */
export function categoryOf(text: string, pack: Pack): Category {
  const found = categoryNamed(pack, text);
  if (found !== undefined) return found;
  const names = pack.categories.flatMap(({ id, name }) => [id, name.zh, name.en]);
  const part = text.trim().toLowerCase();
  const holding = names.find((name) => part.length > 1 && name.toLowerCase().includes(part));
  const near = categoryCalled(text) ?? holding ?? nearest(text, names);
  const meant = near === undefined ? undefined : categoryNamed(pack, near);
  const category = verbatim(text);
  if (meant !== undefined) throw new UsageError(t.meantCategory({ category, id: meant.id, name: meant.name }));
  const all = localizedList(pack.categories.map(({ id, name }) => ({ zh: `${id}（${name.zh}）`, en: id })));
  throw new UsageError(t.unknownCategory({ category, all }));
}
