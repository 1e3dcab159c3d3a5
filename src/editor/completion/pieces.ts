// Whole items of a plan's lists, with places to fill in: the pieces that its schema has for editors.

import { SNIPPETS } from '../../features/schema/snippets.js';
import type { Locale } from '../../i18n/locale.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { deviceKind } from '../../plan/kinds.js';
import { isRecord, type Unchecked } from '../../plan/read/unknown.js';
import { type Candidate, KIND } from './candidate.js';
import { spellingsOf } from './match.js';
import type { Cursor } from './reading.js';

/**
 * Returns the pieces that completion can insert for an object of the schema named `object`, on one line or several as
 * the text around the cursor is.
 *
 * @param taken ids that the plan has: a piece gets the next free one
 */
export function piecesOf(object: string, { style }: Cursor, locale: Locale, taken: ReadonlySet<string>): Candidate[] {
  return (Object.hasOwn(SNIPPETS, object) ? SNIPPETS[object] : []).map(({ label, description, body: usual }) => {
    const body = withFreeId(usual, taken);
    const [zh = '', en = ''] = label.split(' / ');
    const [word, other] = locale === 'en' ? [en, zh] : [zh, en];
    // A floor takes several lines, what stands on it one each.
    const isLong = style === 'block' && object === 'level';
    return {
      word,
      spellings: spellingsOf(word, [
        other,
        ...word.split(/[（）]/).filter((part) => part !== '' && part !== word),
        ...kindNames(body),
      ]),
      detail: description.split(' / ')[locale === 'en' ? 1 : 0] ?? description,
      kind: KIND.snippet,
      group: -1,
      snippet: isLong ? lines(body) : written(body, style === 'json'),
    };
  });
}

/** Returns the names of the kind of device that a piece is. */
function kindNames({ kind }: Unchecked): string[] {
  const known = typeof kind === 'string' ? deviceKind(kind) : undefined;
  return known === undefined ? [] : [DEVICE_NAMES[known].zh, DEVICE_NAMES[known].en];
}

/** Returns a piece with the first id of its kind that no element has: C4 where there are C1 to C3. */
function withFreeId(body: Unchecked, taken: ReadonlySet<string>): Unchecked {
  const [, place, prefix] = /^\$\{(\d+):([A-Z]+)1\}$/.exec(String(body.id)) ?? [];
  if (prefix === undefined) return body;
  let n = 1;
  while (taken.has(`${prefix}${n}`)) n += 1;
  return { ...body, id: `\${${place}:${prefix}${n}}` };
}

/** Returns the members of an object on a line each, the items of lists too. */
function lines(body: Unchecked): string {
  return Object.entries(body)
    .map(([key, value]) => {
      if (!Array.isArray(value)) return `${key}: ${written(value, false)}`;
      return `${key}:${value.map((item) => `\n    - ${written(item, false)}`).join('')}`;
    })
    .join('\n  ');
}

function written(value: unknown, isJson: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => written(item, isJson)).join(', ')}]`;
  if (isRecord(value)) {
    const members = Object.entries(value).map(([key, member]) => {
      return `${isJson ? JSON.stringify(key) : key}: ${written(member, isJson)}`;
    });
    return `{${members.join(', ')}}`;
  }
  if (typeof value !== 'string') return String(value);
  if (value.startsWith('^')) return value.slice(1);
  return isJson ? `"${value}"` : value;
}
