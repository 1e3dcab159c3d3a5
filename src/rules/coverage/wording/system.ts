// What must protect a place, in the words of the law judged by.
import type { Localized } from '../../../i18n/locale.js';
import type { Category, Pack } from '../../../law/types.js';
import { t } from './texts.js';

/** Returns what must protect places of `category`: its name, the words that ask for it, and what wasn't examined. */
export function systemWords(
  pack: Pack,
  { means }: Pick<Category, 'means'>,
): Readonly<Record<'system' | 'required' | 'unexamined', Localized>> {
  const system = means ?? pack.system ?? { name: t.anySystem, unexamined: t.anyUnexamined };
  return { system: system.name, required: system.required ?? system.name, unexamined: system.unexamined };
}
