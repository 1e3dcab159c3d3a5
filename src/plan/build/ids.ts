import type { Localized } from '../../i18n/locale.js';
import type { Place } from '../../source/types.js';
import type { Faults, Taints } from '../check/faults.js';

/** What nothing is wrong with, like most ids. */
const PLAIN = /^[\w.-]+$/;

/** What must be known of an element whose id is wrong. */
export interface Bearer {
  readonly place: Place;
  readonly taints: Taints;
}

/** Ids met so far and where, to find those used twice and those that aren't allowed. */
export class Ids {
  private readonly seen = new Map<string, () => Bearer>();

  constructor(private readonly faults: Faults) {}

  /** Registers the id of an element; false where it is already taken, and the element isn't to be judged. */
  take(id: string, bearer: () => Bearer): boolean {
    const known = this.seen.get(id);
    if (known === undefined) {
      this.seen.set(id, bearer);
      if (!PLAIN.test(id)) this.check(id, bearer());
      return true;
    }
    const [first, second] = [known(), bearer()];
    const related = [{ place: first.place, caption: { id: 'first', params: {} } }];
    const both = {
      levels: [...new Set([...(first.taints.levels ?? []), ...(second.taints.levels ?? [])])],
      devices: [...new Set([...(first.taints.devices ?? []), ...(second.taints.devices ?? [])])],
    };
    this.faults.add('plan/duplicate-id', id, 'duplicate', { id }, second.place, both, related);
    return false;
  }

  private check(id: string, { place, taints }: Bearer): void {
    const what = forbiddenIn(id);
    if (id === '') this.faults.add('plan/invalid-id', id, 'empty', {}, place, taints);
    else if (what !== undefined) {
      this.faults.add('plan/invalid-id', id, 'characters', { id, what }, place, taints);
    } else if (id !== id.normalize('NFC')) {
      this.faults.add('plan/invalid-id', id, 'normal', { id }, place, taints);
    }
  }
}

/** What keeps `id` from being one: `>` and `/` (subjects are written with them), what can't be seen. */
function forbiddenIn(id: string): Localized | undefined {
  const character = /[>/]/.exec(id)?.[0];
  if (character !== undefined) return { zh: `“${character}”`, en: `'${character}'` };
  if (/\s/u.test(id)) return { zh: '空白', en: 'white space' };
  const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.exec(id)?.[0];
  if (hidden === undefined) return undefined;
  const code = `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { zh: `不可见字符${code}`, en: `the invisible character ${code}` };
}
