// What must protect a place, in the words of the law judged by.
import type { Localized } from '../../../i18n/locale.js';
import type { Category, Pack } from '../../../law/types.js';
import { t } from './texts.js';

/**
 * Returns how the law words what must protect places of a category: `system`, the system's name; `required`, the
 * words that require it; `unexamined`, that part of what they require which sitecam doesn't examine.
 */
export function systemWords(
  pack: Pack,
  { means }: Pick<Category, 'means'>,
): Readonly<Record<'system' | 'required' | 'unexamined', Localized>> {
  const system = means ?? pack.system ?? { name: t.anySystem, unexamined: t.anyUnexamined };
  return { system: system.name, required: system.required ?? system.name, unexamined: system.unexamined };
}
