// Every word of every law pack is found by its id, its Chinese name, and the pinyin of that.
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { matchOf, spellingsOf } from '../../src/editor/completion/match.js';
import { syllablesOf } from '../../src/editor/completion/pinyin.js';
import { VALUES } from '../../src/features/schema/texts.js';
import { allPacks } from '../../src/law/load.js';
import { DEVICE_NAMES } from '../../src/plan/device-names.js';
import { OPENING_NAMES } from '../../src/plan/kinds.js';
import { fileOf, labels, offeredAt } from './completions.js';

/** Returns what a plan is offered that is judged by the pack, where `typed` stands in the place that `before` leads to. */
function offeredIn(pack: ReturnType<typeof allPacks>[number], before: string, typed: string): string[] {
  const text = `${before}${typed}`;
  return labels(offeredAt(fileOf(text), text.length, { options: { pack } }));
}

const KIND = 'levels:\n  - id: F1\n    zones:\n      - {id: a, kind: ';
const CATEGORY = 'site:\n  categories: [';

const rows = allPacks().flatMap((pack) => [
  ...pack.zoneKinds.map(({ id, name }) => ({ pack, id, name: name.zh, before: KIND })),
  ...pack.categories.map(({ id, name }) => ({ pack, id, name: name.zh, before: CATEGORY })),
]);

/** Returns how people type a name whose characters are read so: in full, and by the first letters. */
function typings(name: string): string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
  return [syllables.join(''), syllables.map(([first]) => first).join('')];
}

describe.each(allPacks().map((pack) => ({ id: pack.id, pack })))('$id', ({ pack }) => {
  test('kinds of zone and categories are found by id, by name, by pinyin and by initials', () => {
    const lost = rows
      .filter((row) => row.pack === pack)
      .flatMap(({ id, name, before }) =>
        [id, id.slice(0, 4), name, name.slice(0, 2), ...typings(name)]
          .filter((typed) => !offeredIn(pack, before, typed).includes(id))
          .map((typed) => `${id}: ${typed}`),
      );
    expect(lost).toEqual([]);
  });

  test('what is typed whole comes first', () => {
    const later = rows
      .filter((row) => row.pack === pack)
      .filter(({ id, before }) => offeredIn(pack, before, id)[0] !== id)
      .map(({ id }) => id);
    expect(later).toEqual([]);
  });
});

test('synonyms of kinds are read as pinyin-pro reads them', () => {
  const words = allPacks().flatMap(({ zoneKinds }) =>
    zoneKinds.flatMap(({ name, synonyms }) => [name.zh, ...synonyms.zh]),
  );
  const others = [...Object.values(DEVICE_NAMES), ...Object.values(OPENING_NAMES), ...Object.values(VALUES)].map(
    ({ zh }) => zh,
  );
  const wrong = [...new Set([...words, ...others])]
    .flatMap((word) => word.match(/\p{Script=Han}+/gu) ?? [])
    .filter((word) => {
      return syllablesOf(word).join(' ') !== pinyin(word, { toneType: 'none', v: true });
    });
  expect(wrong).toEqual([]);
});

describe('a word matches', () => {
  const store = spellingsOf('self-service-bank', ['自助银行', 'Self-service bank', 'ATM间']);

  test.each([
    'self',
    'service',
    'servicebank',
    'self_service',
    'bank',
    '自助',
    '银行',
    'zizhuyinhang',
    'zizhuyin',
    'yinhang',
    'zzyh',
    'atm',
    'ssb',
  ])('%s', (typed) => {
    expect(matchOf(typed, store)).toBeDefined();
  });

  test.each(['ervice', '更衣', 'xyz', 'zizhuyinxing', 'bself'])('not %s', (typed) => {
    expect(matchOf(typed, store)).toBeUndefined();
  });

  test('its beginning goes before its middle, the id before the name, the name before other names', () => {
    const rankOf = (typed: string): number => matchOf(typed, store)?.rank ?? 100;
    const typed = ['self-service-bank', 'self', '自助', 'zizhu', 'zzyh', 'ATM', 'service', 'slb'];
    expect(typed.map(rankOf)).toEqual(typed.map(rankOf).toSorted((a, b) => a - b));
  });
});
