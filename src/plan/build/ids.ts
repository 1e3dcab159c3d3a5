// The check of ids: unique in the plan, and of allowed characters.

import type { Text } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import type { Place } from '../../source/types.js';
import type { Faults, Taints } from '../check/faults.js';
import { faultTexts } from '../check/texts.js';

/** Ids that need no closer check: most of them. */
const PLAIN = /^[\w.-]+$/;

/** Place of an element with an id, and the verdicts that a fault of its id taints. */
interface Bearer {
  readonly place: Place;
  readonly taints: Taints;
}

/** Ids met so far with their places. Adds faults for ids used twice and ids with characters that aren't allowed. */
export class Ids {
  private readonly seen = new Map<string, () => Bearer>();
  /** Number of elements by id, where it isn't one. */
  private readonly counts = new Map<string, number>();

  constructor(private readonly faults: Faults) {}

  /** Registers the id of an element. False if the id is taken; the element is then left out of the model. */
  take(id: string, bearer: () => Bearer): boolean {
    const known = this.seen.get(id);
    if (known === undefined) {
      this.seen.set(id, bearer);
      if (!PLAIN.test(id)) this.check(id, bearer());
      return true;
    }
    this.counts.set(id, this.count(id) + 1);
    const [first, second] = [known(), bearer()];
    const related = [{ place: first.place, caption: faultTexts['plan/duplicate-id'].texts.first }];
    const both = (of: 'devices' | 'elements') => [
      ...new Set([...(first.taints[of] ?? []), ...(second.taints[of] ?? [])]),
    ];
    const elements = both('elements');
    // From a level that is left out devices may look into any other, and its rooms may be what the law asks for; of two
    // elements, only what refers to them is open.
    const taints = elements.length === 0 ? { levels: [id], incomplete: true } : { devices: both('devices'), elements };
    this.faults.add('plan/duplicate-id', id, 'duplicate', { id }, second.place, taints, related);
    return false;
  }

  /** Returns the number of elements with an id that is registered. */
  count(id: string): number {
    return this.counts.get(id) ?? 1;
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

/** Returns the text on what is wrong with an id, as its fault says it; undefined if nothing is. */
export function invalidIdText(id: string): Text | undefined {
  const { texts } = faultTexts['plan/invalid-id'];
  const what = forbiddenIn(id);
  if (id === '') return texts.empty;
  if (what !== undefined) return texts.characters({ id, what });
  return id === id.normalize('NFC') ? undefined : texts.normal({ id });
}

/**
 * Returns the character or kind of character that `id` may not contain: `>` and `/`, which separate ids in subjects,
 * white space, and invisible characters. Undefined if there is none.
 */
function forbiddenIn(id: string): Localized | undefined {
  const character = /[>/]/.exec(id)?.[0];
  if (character !== undefined) return { zh: `“${character}”`, en: `'${character}'` };
  if (/\s/u.test(id)) return { zh: '空白', en: 'white space' };
  const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.exec(id)?.[0];
  if (hidden === undefined) return undefined;
  const code = `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { zh: `不可见字符${code}`, en: `the invisible character ${code}` };
}
