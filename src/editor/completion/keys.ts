// The keys that may be written in an object.
import { inBoth } from '../../i18n/catalogue.js';
import { type Locale, render } from '../../i18n/locale.js';
import { namesOfKey } from '../../source/schema/key-names.js';
import { type Candidate, KIND } from './candidate.js';
import type { Keys } from './format.js';
import { type Spellings, spellingsOf } from './match.js';
import { t } from './texts.js';

/**
 * Returns the keys that may be added to an object that has the keys `taken`, required ones first. If the format asks
 * for just one of several keys and the object has one of these, the others are left out.
 */
export function missingKeys(keys: Keys, taken: ReadonlySet<string>, locale: Locale): Candidate[] {
  const isChosen = Object.entries(keys).some(([key, { choice }]) => choice === true && taken.has(key));
  return Object.entries(keys)
    .filter(([key, { choice }]) => !taken.has(key) && !(isChosen && choice === true))
    .map(([word, { zh, en, required, choice, values = [] }]): Candidate => {
      const what = { zh, en };
      const isAsked = required === true || choice === true;
      const asked = required === true ? t.required({ what }) : choice === true ? t.oneRequired({ what }) : what;
      return {
        word,
        spellings: [...spellingsOf(word, chineseFirst(namesOfKey(word))), ...described(zh), ...described(en)],
        detail: render(asked, locale),
        ...(values.length > 0 && { doc: render(t.values({ values: valuesIn(values) }), locale) }),
        kind: KIND.property,
        isKey: true,
        group: isAsked ? 0 : 1,
      };
    });
}

function chineseFirst(names: readonly string[]): string[] {
  return names.toSorted((a, b) => Number(/\p{Script=Han}/u.test(b)) - Number(/\p{Script=Han}/u.test(a)));
}

/** Returns what a description begins with, by which a key is found after those that are called so. */
function described(text: string): Spellings {
  return spellingsOf(headOf(text)).map((one) => ({ ...one, rank: one.rank + DESCRIBED }));
}

const DESCRIBED = 25;

/** Returns a description up to its first punctuation mark: `height` of `height, m above the floor`. */
export function headOf(text: string): string {
  return text.split(/[[（(：:；;，,。.、/]/)[0].trim();
}

function valuesIn(values: readonly string[]) {
  return inBoth((locale) => values.map((value) => `\`${value}\``).join(render(t.between, locale)));
}
