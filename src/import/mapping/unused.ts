// Notes on parts of a user's mapping that match nothing, probably through a typing error.

import { spendBudget } from '../../base/budget.js';
import { memoizeByName } from '../../base/memo.js';
import { localizedList, quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { didYouMean } from '../../source/hint.js';
import { nearest } from '../../source/suggest.js';
import type { Note } from '../notes.js';
import type { RawFeature } from '../types.js';
import { isLike, valuesOf } from './match.js';
import { unused } from './texts.js';
import type { Mapping, MappingKeys, MappingRule, Where } from './types.js';

/**
 * Returns a note on rules that a person still has to confirm, one for each unused rule with a similar word in the
 * source, one for all other unused rules (a mapping may be written for many buildings), and one for each key of the
 * mapping whose property names no feature has.
 */
export function unusedNotes(
  { rules, keys = {}, unconfirmed = [] }: Mapping,
  features: readonly RawFeature[],
  used: ReadonlySet<MappingRule>,
): Note[] {
  const seen = new Seen(features, keys.id);
  const idle = rules.flatMap((rule, index) =>
    used.has(rule) ? [] : [{ number: index + 1, hint: seen.hint(rule.where) }],
  );
  const misspelt = idle.flatMap(({ number, hint }): Note[] =>
    hint === undefined ? [] : [{ sort: 'unknown', message: unused['unused-rule']({ rule: number, hint }) }],
  );
  const others = idle.flatMap(({ number, hint }) => (hint === undefined ? [verbatim(String(number))] : []));
  const rest: Note[] =
    others.length === 0
      ? []
      : [{ sort: 'unknown', message: unused['unused-rules']({ n: others.length, rules: localizedList(others) }) }];
  const absent = KEYS.flatMap((key): Note[] => {
    const names = keys[key];
    if (names === undefined || names.some((name) => seen.has(name))) return [];
    const hint = didYouMean(nearest(names[0] ?? '', seen.names()));
    const message = unused['absent-key']({ key, names: localizedList(names.map(verbatim)), hint });
    return [{ sort: 'unknown', message }];
  });
  const asked = localizedList(unconfirmed.map((rule) => verbatim(String(rule))));
  const open: Note[] =
    unconfirmed.length === 0
      ? []
      : [{ sort: 'unknown', message: unused.unconfirmed({ n: unconfirmed.length, rules: asked }) }];
  return [...open, ...misspelt, ...rest, ...absent];
}

const KEYS = ['id', 'name', 'level', 'kind', 'width'] as const satisfies (keyof MappingKeys)[];

/** The properties of a source, collected only if something in the mapping matched nothing. */
class Seen {
  private found: ReadonlySet<string> | undefined;

  constructor(
    private readonly features: readonly RawFeature[],
    private readonly idKeys: readonly string[] | undefined,
  ) {}

  names(): ReadonlySet<string> {
    this.found ??= new Set(this.features.flatMap(({ properties }) => Object.keys(properties)));
    return this.found;
  }

  /** True if a property is called `name`, or has a language suffix: `name.en`, `name:zh`. */
  has(name: string): boolean {
    return (
      this.names().has(name) ||
      [...this.names()].some((key) => key.startsWith(`${name}.`) || key.startsWith(`${name}:`))
    );
  }

  private readonly valuesUnder = memoizeByName(
    (key: string): ReadonlySet<string> =>
      new Set(this.features.flatMap((feature) => valuesOf(feature, key, this.idKeys))),
  );

  /**
   * Returns a suggestion for the first condition of `where` that alone matches nothing; undefined if nothing is
   * similar.
   */
  hint(where: Where): Localized | undefined {
    for (const [key, pattern] of Object.entries(where)) {
      if (typeof pattern === 'boolean') continue;
      const values = this.valuesUnder(key);
      if (values.size === 0) {
        const meant = nearest(key, this.names());
        return meant === undefined ? undefined : unused.noProperty({ key: quoted(key), meant: didYouMean(meant) });
      }
      const words = (typeof pattern === 'object' ? pattern : [pattern]).map(String);
      spendBudget(5 * words.length * values.size);
      if (words.some((word) => [...values].some((value) => isLike(word, value)))) continue;
      for (const word of words) {
        const meant = nearest(word, values);
        if (meant === undefined) continue;
        return unused.noValue({ key: quoted(key), word: quoted(word), meant: didYouMean(meant) });
      }
      return undefined;
    }
    return undefined;
  }
}
