// What must protect a place, in the words of the law judged by.
import type { Localized } from '../../../i18n/locale.js';
import type { Category, Pack } from '../../../law/types.js';
import { t } from './texts.js';

/**
 * Returns the words for what must protect places of a category: the system's name, the law's words that require it, and
 * the part of these that wasn't examined.
 */
export function systemWords(
  pack: Pack,
  { means }: Pick<Category, 'means'>,
): Readonly<Record<'system' | 'required' | 'unexamined', Localized>> {
  const system = means ?? pack.system ?? { name: t.anySystem, unexamined: t.anyUnexamined };
  return { system: system.name, required: system.required ?? system.name, unexamined: system.unexamined };
}
