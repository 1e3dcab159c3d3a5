// The source of a page that is one file: its data lie in blocks of JSON, each parsed when it is looked at.

import type { PackedLevel } from '../../draw/packed.js';
import type { CardData, PageData, PlanData } from '../../report/html/data.js';
import type { Source } from '../page/model.js';

/** Returns the source from which the page in this document gets its data; undefined if the document carries none. */
export function frozenSource(document: Document): Source | undefined {
  const known = new Map<string, unknown>();
  const block = <T>(id: string): T | undefined => {
    if (!known.has(id)) {
      const text = document.getElementById(id)?.textContent;
      known.set(id, text == null ? undefined : JSON.parse(text));
    }
    return known.get(id) as T | undefined;
  };
  const data = block<PageData>('data');
  if (data === undefined) return undefined;
  return {
    data,
    plan: (n) => block<PlanData>(`plan-data-${n}`),
    level: (n, level) => block<PackedLevel>(`level-${n}-${level}`),
    card: (n, device) => block<readonly CardData[]>(`cards-${n}`)?.find(({ id }) => id === device),
    cards: (n) => block<readonly CardData[]>(`cards-${n}`) ?? [],
    record: (n) =>
      [...document.querySelectorAll<HTMLElement>(`#record [data-plan="${n ?? ''}"]`)].map(
        (section) => [section.dataset.name ?? '', section] as const,
      ),
  };
}
